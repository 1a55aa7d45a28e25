import assert from 'node:assert/strict';
import { test } from 'node:test';
import { diagnostics } from '../../../server/src/features/diagnostics/diagnostics.ts';
import { hover } from '../../../server/src/features/hover/hover.ts';
import { netState } from '../../../server/src/net/states/state.ts';
import { open, withCursor } from '../../support/fixture.ts';

const data =
  'layer { name: "data" type: "Input" top: "data" input_param { shape { dim: 64 dim: 20 dim: 12 dim: 12 } } }\n';

function hoverAt(marked: string): string {
  const { text, offset } = withCursor(data + marked);
  return hover(open(text), offset, netState('TRAIN'))?.markdown.text ?? '';
}

test('a layer: shapes, how the sizes are computed, every blob with its formula, totals', () => {
  const markdown = hoverAt(
    'layer { name: "co|nv2" type: "Convolution" bottom: "data" top: "conv2" convolution_param { num_output: 50 kernel_size: 5 } }',
  );
  for (const line of [
    '**conv2** · Convolution · TRAIN',
    '| Input | `data` 64×20×12×12 |',
    '| Output | `conv2` 64×50×8×8 |',
    '| Height, Width | ⌊(12 + 2·0 − 5) / 1⌋ + 1 = 8 |',
    '| Weight | 50 × 20 × 5 × 5 = 25,000 (num_output × channels of `data` × kernel) |',
    '| Bias | 50 |',
    '| Parameters | **25,050**: 25,000 weights + 50 biases |',
    '| Other operations | 204,800 additions of biases |',
    '| Connections | 102,604,800 per batch |',
    '| Memory | 800 KiB of outputs per batch |',
    '| Receptive field | 5×5 on `data`, stride 1, offset 0 |',
    '| MACs | 1,600,000 per image, 102,400,000 per batch (204,800 values × 500) |',
  ]) {
    assert.ok(markdown.includes(line), `${line}\n\n${markdown}`);
  }
});

test('pooling: rounding up, and a window that clipping removes', () => {
  const up = hoverAt(
    'layer { name: "p" type: "Poo|ling" bottom: "data" top: "p" pooling_param { kernel_size: 3 stride: 2 } }',
  );
  assert.match(up, /⌈\(12 \+ 2·0 − 3\) \/ 2⌉ \+ 1 = 6/u);
  const clipped = hoverAt(
    'layer { name: "p" type: "Poo|ling" bottom: "data" top: "p" pooling_param { kernel_size: 2 stride: 2 pad: 1 } }',
  );
  assert.match(clipped, /= 7 \|/u);
});

test('a field: type, default and documentation', () => {
  const markdown = hoverAt(
    'layer { name: "p" type: "Pooling" bottom: "data" top: "p" pooling_param { kernel_size: 3 str|ide: 2 } }',
  );
  assert.match(markdown, /^\*\*stride\*\*: `uint32 = 1`\n\n\w/u);
});

test('an enum value: its documentation and the other values', () => {
  const markdown = hoverAt(
    'layer { name: "p" type: "Pooling" bottom: "data" top: "p" pooling_param { pool: A|VE kernel_size: 3 } }',
  );
  assert.match(markdown, /^\*\*AVE\*\*: \w/u);
  assert.match(markdown, /- `STOCHASTIC`: \w/u);
});

test('a blob: its shape and producer', () => {
  const markdown = hoverAt('layer { name: "p" type: "ReLU" bottom: "da|ta" top: "p" }');
  assert.equal(markdown, '**data** · blob 64×20×12×12 · TRAIN\n\nProduced by `data` (Input)');
});

test('a blob with in-place layers: all of them are producers, and their consumers are listed', () => {
  const rest = `
layer { name: "relu" type: "ReLU" bottom: "c" top: "c" }
layer { name: "drop" type: "Dropout" bottom: "c" top: "c" }
layer { name: "pool" type: "Pooling" bottom: "POOL" top: "pool" pooling_param { kernel_size: 2 stride: 2 } }`;
  const conv = (top: string) =>
    `layer { name: "c" type: "Convolution" bottom: "data" top: "${top}" convolution_param { num_output: 5 kernel_size: 3 } }`;
  assert.match(
    hoverAt(conv('|c') + rest.replace('POOL', 'c')),
    /Produced by `c` \(Convolution\)\n\nConsumed by `relu` \(ReLU\), `drop` \(Dropout\), `pool` \(Pooling\)$/u,
  );
  assert.match(
    hoverAt(conv('c') + rest.replace('POOL', '|c')),
    /Produced by `c` \(Convolution\), `relu` \(ReLU\), `drop` \(Dropout\)$/u,
  );
});

test('a failure: what Caffe prints', () => {
  const markdown = hoverAt(
    'layer { name: "c" type: "Convolution" bottom: "data" top: "c" convolution_param { num_output: 5 kernel_size: 3 group: |3 } }',
  );
  assert.match(markdown, /Caffe stops with “Check failed: channels\\_ % group\\_ == 0”/u);
});

test('a layer of the other phase is shown for that phase', () => {
  const markdown = hoverAt(
    'layer { name: "acc" type: "Re|LU" bottom: "data" top: "acc" include { phase: TEST } }',
  );
  assert.match(markdown, /ReLU · TEST/u);
});

test('no hover outside of all fields', () => {
  assert.equal(hoverAt('\n\n|\n'), '');
});

test('Markdown in names is escaped', () => {
  assert.match(hoverAt('layer { name: "[a](|b)" type: "ReLU" bottom: "data" top: "p" }'), /\\\[a\\\]\(b\)/u);
});

test('hints appear on their whole range, as editors show them only at its start', () => {
  const text = `layer { name: "x" type: "Input" top: "x" input_param { shape { dim: 1 dim: 3 dim: 8 dim: 8 } } }
layer { name: "c" type: "Convolution" bottom: "x" top: "c" convolution_param { num_output: 4 kernel_size: 3 } }
layer { name: "bn" type: "BatchNorm" bottom: "c" top: "bn" }`;
  const found = hover(open(text), text.indexOf('olution"'), netState('TRAIN'));
  assert.match(
    found?.markdown.text ?? '',
    /^The bias of `c` has no effect: .* \(`conv-bias-before-batch-norm`\)$/mu,
  );
  assert.doesNotMatch(found?.markdown.text ?? '', /A layer of/u);
});

test('a field of BVLC that a fork declares too is not a field of the fork', () => {
  const markdown = hoverAt(
    'layer { name: "c" type: "Convolution" bottom: "data" top: "c" convolution_param { gro|up: 2 num_output: 4 kernel_size: 1 } }',
  );
  assert.doesNotMatch(markdown, /field of/u);
});

test('the hover does not repeat the hint about an unknown shape', () => {
  const text = `layer { name: "d" type: "ImageData" top: "d" top: "l" image_data_param { source: "a.txt" batch_size: 2 } }\n`;
  const document = open(text);
  const hint = diagnostics(document).find(({ code }) => code === 'shape/unknown');
  assert.ok(hint);
  const reason = /depends on the data source/gu;
  const countAt = (offset: number) =>
    hover(document, offset, netState('TRAIN'))?.markdown.text.match(reason)?.length ?? 0;
  // Editors show the hint at its first characters, and only there.
  assert.equal(countAt(hint.range.start), 0);
  assert.equal(countAt(hint.range.start + 3), 1);
  assert.equal(countAt(text.indexOf('"d"') + 1), 1);
});

test('layers of volumes: how each size is computed', () => {
  const volume = (layer: string) =>
    `# caffe-dialect: c3d\ninput: "v" input_shape { dim: 2 dim: 3 dim: 16 dim: 112 dim: 112 }\n${layer}`;
  const at = (layer: string) => {
    const { text, offset } = withCursor(volume(layer));
    return hover(open(text), offset, netState('TRAIN'))?.markdown.text ?? '';
  };
  const convolution = at(
    'layers { name: "c" type: CONVOL|UTION3D bottom: "v" top: "c" convolution_param { num_output: 64 kernel_size: 5 kernel_depth: 3 temporal_pad: 1 } }',
  );
  assert.ok(convolution.includes('⌊(16 + 2·1 − 3) / 1⌋ + 1 = 16'), convolution);
  assert.ok(convolution.includes('⌊(112 + 2·0 − 5) / 1⌋ + 1 = 108'), convolution);
  const pooling = at(
    'layers { name: "p" type: POOL|ING3D bottom: "v" top: "p" pooling_param { kernel_size: 3 stride: 2 kernel_depth: 2 temporal_stride: 2 } }',
  );
  assert.ok(pooling.includes('⌈(16 + 2·0 − 2) / 2⌉ + 1 = 8'), pooling);
  assert.ok(pooling.includes('⌈(112 + 2·0 − 3) / 2⌉ + 1 = 56'), pooling);
});
