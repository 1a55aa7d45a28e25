import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import test from 'node:test';
import { createDocument, type Document } from '../server/src/document/document.ts';
import { defaultSettings } from '../server/src/document/settings.ts';
import { summarize } from '../server/src/features/summary/summary.ts';
import type { NetSummary, SummaryRow } from '../server/src/features/types.ts';
import { netState, type Phase } from '../server/src/net/states/state.ts';

/** Shape of the first top, then weights, biases and all parameters as Caffe counts them. */
type Row = readonly [shape: string, weights?: number, biases?: number, params?: number];

interface Expected {
  readonly phase?: Phase;
  readonly params: number;
  readonly rows: Readonly<Record<string, Row>>;
}

const folder = new URL('../examples/', import.meta.url);

const lenetRows = (batch: number): Record<string, Row> => ({
  conv1: [`${batch}×20×24×24`, 500, 20, 520],
  pool1: [`${batch}×20×12×12`],
  conv2: [`${batch}×50×8×8`, 25_000, 50, 25_050],
  pool2: [`${batch}×50×4×4`],
  ip1: [`${batch}×500`, 400_000, 500, 400_500],
  ip2: [`${batch}×10`, 5_000, 10, 5_010],
  loss: ['scalar'],
});

const nets: readonly (readonly [string, Expected])[] = [
  ['lenet', { phase: 'TRAIN', params: 431_080, rows: lenetRows(64) }],
  ['lenet', { phase: 'TEST', params: 431_080, rows: { ...lenetRows(100), accuracy: ['scalar'] } }],
  [
    'lenet-batchnorm',
    {
      params: 431_362,
      rows: {
        ...lenetRows(100),
        bn1: ['100×20×24×24', undefined, undefined, 20 + 20 + 1],
        scale1: ['100×20×24×24', undefined, undefined, 20 + 20],
        bn2: ['100×50×8×8', undefined, undefined, 50 + 50 + 1],
        scale2: ['100×50×8×8', undefined, undefined, 50 + 50],
      },
    },
  ],
  ['blob-dimensions', { params: 26, rows: { data: ['1×3×5×5'], conv: ['1×2×3×3', 24, 2, 26] } }],
  [
    'inception-3a-naive',
    {
      params: 387_072 + 224,
      rows: {
        '1x1': ['1×64×28×28', 12_288, 64],
        '3x3': ['1×128×28×28', 221_184, 128],
        '5x5': ['1×32×28×28', 153_600, 32],
        pool: ['1×192×28×28'],
        output: ['1×416×28×28'],
      },
    },
  ],
  [
    'inception-3a',
    {
      params: 157_184 + 6_144 + 368,
      rows: {
        '1x1': ['1×64×28×28', 12_288, 64],
        '3x3_reduce': ['1×96×28×28', 18_432, 96],
        '3x3': ['1×128×28×28', 110_592, 128],
        '5x5_reduce': ['1×16×28×28', 3_072, 16],
        '5x5': ['1×32×28×28', 12_800, 32],
        pool_proj: ['1×32×28×28', 6_144, 32],
        output: ['1×256×28×28'],
      },
    },
  ],
  [
    'keras-mnist',
    {
      params: 101_578,
      rows: {
        conv1: ['1×32×26×26', 288, 32, 320],
        pool1: ['1×32×13×13'],
        conv2: ['1×64×11×11', 18_432, 64, 18_496],
        pool2: ['1×64×5×5'],
        conv3: ['1×128×3×3', 73_728, 128, 73_856],
        pool3: ['1×128×1×1'],
        dense1: ['1×64', 8_192, 64, 8_256],
        dense2: ['1×10', 640, 10, 650],
      },
    },
  ],
  [
    'lenet5-1998',
    {
      params: 60_000,
      rows: {
        C1: ['1×6×28×28', 150, 6, 156],
        S2: ['1×6×14×14', undefined, undefined, 12],
        C3: ['1×16×10×10'],
        S4: ['1×16×5×5', undefined, undefined, 32],
        C5: ['1×120×1×1', 48_000, 120, 48_120],
        F6: ['1×84', 10_080, 84, 10_164],
      },
    },
  ],
  [
    'alexnet',
    {
      params: 62_378_344,
      rows: {
        conv1: ['1×96×55×55', 34_848, 96],
        conv2: ['1×256×27×27', 614_400, 256],
        conv3: ['1×384×13×13', 884_736, 384],
        conv4: ['1×384×13×13', 1_327_104, 384],
        conv5: ['1×256×13×13', 884_736, 256],
        pool5: ['1×256×6×6'],
        fc6: ['1×4096', 37_748_736, 4_096],
        fc7: ['1×4096', 16_777_216, 4_096],
        fc8: ['1×1000', 4_096_000, 1_000],
      },
    },
  ],
  ['vgg16', { params: 138_357_544, rows: { pool5: ['1×512×7×7'], fc6: ['1×4096', 102_760_448, 4_096] } }],
  [
    'resnet50',
    {
      params: 25_610_205,
      rows: {
        pool1: ['1×64×56×56'],
        res2c: ['1×256×56×56'],
        res3d: ['1×512×28×28'],
        res4f: ['1×1024×14×14'],
        res5c: ['1×2048×7×7'],
        fc1000: ['1×1000', 2_048_000, 1_000],
      },
    },
  ],
  [
    'ssd300',
    {
      params: 26_285_486,
      rows: {
        conv4_3_norm: ['1×512×38×38', undefined, undefined, 512],
        fc7: ['1×1024×19×19'],
        conv6_2: ['1×512×10×10'],
        conv7_2: ['1×256×5×5'],
        conv8_2: ['1×256×3×3'],
        conv9_2: ['1×256×1×1'],
        mbox_loc: [`1×${8732 * 4}`],
        mbox_conf: [`1×${8732 * 21}`],
        mbox_priorbox: [`1×2×${8732 * 4}`],
      },
    },
  ],
];

for (const [name, { phase = 'TEST', params, rows }] of nets) {
  test(`${name} in ${phase}: shapes and parameters`, () => {
    const summary = summaryOf(name, phase);
    for (const [layer, [shape, weights, biases, all]] of Object.entries(rows)) {
      const row = rowOf(summary, layer);
      assert.equal(row.topShapes[0], shape, layer);
      if (weights !== undefined) assert.equal(row.weights, weights, layer);
      if (biases !== undefined) assert.equal(row.biases, biases, layer);
      if (all !== undefined) assert.equal(row.params, all, layer);
    }
    assert.equal(summary.params, params);
  });
}

test('the convolutions of inception 3a have 157,184 weights with reduction and 387,072 without', () => {
  const weights = (name: string, layers: readonly string[]) =>
    sum(layers.map((layer) => rowOf(summaryOf(name), layer).weights));
  assert.equal(weights('inception-3a-naive', ['1x1', '3x3', '5x5']), 387_072);
  assert.equal(weights('inception-3a', ['1x1', '3x3_reduce', '3x3', '5x5_reduce', '5x5']), 157_184);
});

test('LeNet-5 has the number of connections in its paper', () => {
  const summary = summaryOf('lenet5-1998');
  const c3 = summary.rows.filter((row) => /^C3_\d+$/.test(row.name));
  assert.equal(c3.length, 16);
  assert.equal(sum(c3.map((row) => row.params)), 1_516);
  assert.equal(sum(c3.map(connections)), 151_600);
  assert.equal(connections(rowOf(summary, 'C1')), 122_304);
  assert.equal(connections(rowOf(summary, 'C5')), 48_120);
  assert.equal(connections(rowOf(summary, 'F6')), 10_164);
  const pixelsAndBias = 2 * 2 + 1;
  assert.equal(pixelsAndBias * outputs(rowOf(summary, 'S2')), 5_880);
  assert.equal(pixelsAndBias * outputs(rowOf(summary, 'S4')), 2_000);
});

test('ResNet-50 has 25,557,032 parameters without the statistics of BatchNorm', () => {
  const summary = summaryOf('resnet50');
  const statistics = summary.rows.filter((row) => row.type === 'BatchNorm');
  assert.equal(statistics.length, 53);
  assert.equal((summary.params ?? 0) - sum(statistics.map((row) => row.params)), 25_557_032);
});

test('every example net has a test', () => {
  const files = readdirSync(folder).filter(
    (file) => file.endsWith('.prototxt') && !file.endsWith('_solver.prototxt'),
  );
  assert.deepEqual(files.sort(), [...new Set(nets.map(([name]) => `${name}.prototxt`))].sort());
});

function open(name: string): Document {
  const url = new URL(`${name}.prototxt`, folder);
  return createDocument({
    uri: url.href,
    version: 1,
    text: readFileSync(url, 'utf8'),
    settings: defaultSettings,
  });
}

function summaryOf(name: string, phase: Phase = 'TEST'): NetSummary {
  return summarize(open(name), netState(phase));
}

function rowOf(summary: NetSummary, name: string): SummaryRow {
  const row = summary.rows.find((candidate) => candidate.name === name);
  assert.ok(row, `${summary.name} has no layer ${name}`);
  return row;
}

/** The number of connections: the MACs, and one bias per output value. */
function connections(row: SummaryRow): number {
  return (row.macs ?? Number.NaN) + outputs(row);
}

function outputs(row: SummaryRow): number {
  return (row.topShapes[0] ?? '').split('×').reduce((count, dim) => count * Number(dim), 1);
}

function sum(values: readonly (number | null)[]): number {
  return values.reduce<number>((total, value) => total + (value ?? Number.NaN), 0);
}
