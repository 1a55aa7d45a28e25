import assert from 'node:assert/strict';
import { test } from 'node:test';
import { formatBytes, formatTotal } from '../../../server/src/features/numbers.ts';
import { summarize } from '../../../server/src/features/summary/summary.ts';
import {
  rowLines,
  summaryMarkdown,
  summaryTable,
  totalsMarkdown,
} from '../../../server/src/features/summary/summaryTable.ts';
import type { PlacedRow, Summary } from '../../../server/src/lsp/protocol.ts';
import { netState } from '../../../server/src/net/states/state.ts';
import { open } from '../../support/fixture.ts';

function row(facts: Partial<PlacedRow>): PlacedRow {
  const nowhere = { line: 0, character: 0 };
  return {
    name: 'conv1',
    type: 'Convolution',
    range: { start: nowhere, end: nowhere },
    bottoms: ['data'],
    tops: ['conv1'],
    topShapes: ['64×20×24×24'],
    weights: 500,
    biases: 20,
    statistics: 0,
    params: 520,
    trainable: 520,
    macs: 18_432_000,
    operations: 737_280,
    connections: 19_169_280,
    memory: 2_949_120,
    field: '5×5',
    ...facts,
  };
}

const summary: Summary = {
  name: 'LeNet',
  dialect: 'bvlc',
  dialectBy: 'file',
  state: netState('TRAIN'),
  built: { states: [netState('TRAIN'), netState('TEST')], left: 0, by: 'default', solvers: [] },
  layerCount: 9,
  assumed: null,
  params: 431_080,
  knownParams: 431_080,
  weights: 430_500,
  biases: 580,
  statistics: 0,
  trainable: 430_000,
  operations: 1_952_128,
  connections: 147_726_720,
  batch: 64,
  macs: 146_752_000,
  macsPerImage: 2_293_000,
  flopsPerImage: { twiceMacs: 4_586_000, withBiases: 4_598_000, withAll: 4_616_502, convolutions: 3_900_000 },
  activationBytes: 10_000_000,
  trainingBytes: 20_000_000,
  reusedBytes: 5_000_000,
  bufferBytes: 1_000_000,
  requiredBytes: 10_100_000,
  parameterBytes: 1_724_320,
  bytesToTrain: { SGD: 26_172_960, Nesterov: null, AdaGrad: null, RMSProp: null, AdaDelta: null, Adam: null },
  rows: [
    row({
      name: 'data',
      type: 'Data',
      topShapes: ['64×1×28×28', '64'],
      weights: 0,
      biases: 0,
      params: 0,
      macs: 0,
      field: '',
    }),
    row({}),
    row({
      name: 'odd',
      type: 'Mystery',
      topShapes: [],
      weights: null,
      biases: null,
      params: null,
      macs: null,
    }),
  ],
};

test('the table has a line per layer, a line per further top, and the totals', () => {
  assert.equal(
    summaryTable(summary),
    `\
 LeNet  ·  TRAIN  ·  bvlc dialect
═══════════════════════════════════════════════════════════════════════════════
 Layer  Type         Output shape  Parameters  MACs per batch  Receptive field
───────────────────────────────────────────────────────────────────────────────
 data   Data         64×1×28×28             –               –  –
                     64
 conv1  Convolution  64×20×24×24          520      18,432,000  5×5
 odd    Mystery                             ?               ?  5×5
═══════════════════════════════════════════════════════════════════════════════
 Layers                                       9
 Parameters                             431,080
 Trainable parameters                   430,000
 Non-trainable parameters                 1,080
 Size of the parameters                 1.6 MiB
 MACs per image                       2,293,000
 MACs per batch                     146,752,000
 FLOPs per image (2 × MACs)           4,586,000
 FLOPs with all other operations      4,616,502
 Activation memory per batch            9.5 MiB
 With gradients, to train              19.1 MiB
 All memory to train with SGD            25 MiB
 Memory required for data (Caffe)       9.6 MiB
 Built for TRAIN, TEST.
`,
  );
});

test('the line of each row', () => {
  assert.deepEqual(
    [...rowLines(summary)].map(([line, { name }]) => [line, name]),
    [
      [4, 'data'],
      [6, 'conv1'],
      [7, 'odd'],
    ],
  );
});

test('the tooltip has a label for each number', () => {
  const markdown = summaryMarkdown(summary);
  assert.match(markdown, /\*\*LeNet\*\* · TRAIN · bvlc dialect/);
  assert.match(markdown, /\| MACs per image \| 2,293,000 \|\n\| MACs per batch \| 146,752,000 \|/);
  assert.match(markdown, /\| Activation memory per batch \| 9\.5 MiB \|/);
});

test('Markdown in a name is escaped', () => {
  assert.match(summaryMarkdown({ ...summary, name: '[a](b)|' }), /\*\*\\\[a\\\]\(b\)\\\|\*\*/);
});

test('sizes', () => {
  assert.deepEqual([null, 0, 1023, 1024, 1_724_320, 5e9].map(formatBytes), [
    '?',
    '0 B',
    '1,023 B',
    '1 KiB',
    '1.6 MiB',
    '4.7 GiB',
  ]);
});

test('a total with unknown parts is a lower bound', () => {
  assert.equal(formatTotal({ params: null, knownParams: 1200 }), '≥ 1,200');
  assert.equal(formatTotal({ params: null, knownParams: 0 }), '?');
});

test('numbers that depend on unknown sizes are unknown', () => {
  const document = open(`layer {
  name: "data" type: "Data" top: "data" data_param { batch_size: 4 source: "images" }
  transform_param { mean_value: 1 mean_value: 2 mean_value: 3 }
}
layer { name: "conv" type: "Convolution" bottom: "data" top: "conv" convolution_param { num_output: 4 kernel_size: 3 } }
layer { name: "up" type: "Deconvolution" bottom: "conv" top: "up" convolution_param { num_output: 4 kernel_size: 3 } }
`);
  const { macs, params, rows } = summarize(document, netState('TRAIN'));
  assert.deepEqual([macs, params], [null, 4 * 3 * 9 + 4 + 4 * 4 * 9 + 4]);
  assert.deepEqual(
    rows.map((row) => row.macs),
    [0, null, null],
  );
});

test('names are on one line and shortened, further if the width is limited', () => {
  const long = {
    ...summary,
    name: 'a\nb',
    rows: [row({ name: `${'n'.repeat(200)}`, type: 'A\tB\n', topShapes: ['1'] })],
  };
  const [title, , headings = '', , first = ''] = summaryTable(long).split('\n');
  assert.equal(title, ' a⏎b  ·  TRAIN  ·  bvlc dialect');
  assert.ok(first.startsWith(` ${'n'.repeat(99)}…  A\\x09B⏎  1 `), first);
  assert.equal(first.indexOf('  1 '), headings.indexOf('  Output shape'));
  const narrow = summaryTable(long, { width: 80 }).split('\n');
  assert.match(narrow[4] ?? '', /^ n+… {2}A\\x09B⏎ {2}1 /u);
  assert.ok(narrow.every((line) => line.length <= 80));
});

test('a table of many rows', () => {
  const rows = Array.from({ length: 200_000 }, () => row({}));
  assert.ok(summaryTable({ ...summary, rows }).length > 200_000);
});

test('the tooltip says what is read, what is assumed and how numbers are defined', () => {
  const text = totalsMarkdown(summary);
  assert.match(text, /\| Parameters \| [\d,]+ \|/u);
  assert.match(
    text,
    /state \*\*TRAIN\*\* in the dialect \*\*bvlc\*\*, detected from the contents of the file\./u,
  );
  assert.match(text, /Nothing is assumed: the batch of 64 /u);
  assert.match(text, /MACs are multiply-accumulates/u);
  const assumed = { batch: 8, shapes: { data: [8, 1, 28, 28] } };
  assert.match(
    totalsMarkdown({ ...summary, assumed }),
    /Assumed, not in the file: batch 8, data 8×1×28×28\./u,
  );
  assert.match(totalsMarkdown({ ...summary, batch: null }), /The batch size is unknown/u);
});
