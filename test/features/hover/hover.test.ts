import assert from 'node:assert/strict';
import { test } from 'node:test';
import { hover } from '../../../server/src/features/hover/hover.ts';
import { netState } from '../../../server/src/net/states/state.ts';
import { open, withCursor } from '../../support/fixture.ts';

const data =
  'layer { name: "data" type: "Input" top: "data" input_param { shape { dim: 64 dim: 20 dim: 12 dim: 12 } } }\n';

function hoverAt(marked: string): string {
  const { text, offset } = withCursor(data + marked);
  return hover(open(text), offset, netState('TRAIN'))?.markdown ?? '';
}

test('a layer: shapes, how the size comes about, every blob with its formula, totals', () => {
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
    '| **Parameters** | **25,050**: 25,000 weights + 50 biases |',
    '| MACs | 1,600,000 per image, 102,400,000 per batch |',
  ]) {
    assert.ok(markdown.includes(line), `${line}\n\n${markdown}`);
  }
});

test('pooling says that it rounds up, and when clipping takes a window away', () => {
  const up = hoverAt(
    'layer { name: "p" type: "Poo|ling" bottom: "data" top: "p" pooling_param { kernel_size: 3 stride: 2 } }',
  );
  assert.match(up, /⌈\(12 \+ 2·0 − 3\) \/ 2⌉ \+ 1 = 6/u);
  const clipped = hoverAt(
    'layer { name: "p" type: "Poo|ling" bottom: "data" top: "p" pooling_param { kernel_size: 2 stride: 2 pad: 1 } }',
  );
  assert.match(clipped, /= 7 \|/u);
});

test('a field: its type, default and meaning', () => {
  const markdown = hoverAt(
    'layer { name: "p" type: "Pooling" bottom: "data" top: "p" pooling_param { kernel_size: 3 str|ide: 2 } }',
  );
  assert.match(markdown, /^\*\*stride\*\*: `uint32 = 1`\n\n\w/u);
});

test('an enum value: its meaning and the other values', () => {
  const markdown = hoverAt(
    'layer { name: "p" type: "Pooling" bottom: "data" top: "p" pooling_param { pool: A|VE kernel_size: 3 } }',
  );
  assert.match(markdown, /^\*\*AVE\*\*: \w/u);
  assert.match(markdown, /- `STOCHASTIC`: \w/u);
});

test('a blob: its shape, who makes it and who reads it', () => {
  const markdown = hoverAt('layer { name: "p" type: "ReLU" bottom: "da|ta" top: "p" }');
  assert.equal(markdown, '**data** · blob 64×20×12×12 · TRAIN\n\nMade by `data` (Input)');
});

test('a blob that layers change in place: all of them make it, and who reads what they leave reads it', () => {
  const rest = `
layer { name: "relu" type: "ReLU" bottom: "c" top: "c" }
layer { name: "drop" type: "Dropout" bottom: "c" top: "c" }
layer { name: "pool" type: "Pooling" bottom: "POOL" top: "pool" pooling_param { kernel_size: 2 stride: 2 } }`;
  const conv = (top: string) =>
    `layer { name: "c" type: "Convolution" bottom: "data" top: "${top}" convolution_param { num_output: 5 kernel_size: 3 } }`;
  assert.match(
    hoverAt(conv('|c') + rest.replace('POOL', 'c')),
    /Made by `c` \(Convolution\)\n\nRead by `relu` \(ReLU\), `drop` \(Dropout\), `pool` \(Pooling\)$/u,
  );
  assert.match(
    hoverAt(conv('c') + rest.replace('POOL', '|c')),
    /Made by `c` \(Convolution\), `relu` \(ReLU\), `drop` \(Dropout\)$/u,
  );
});

test('a fault: what Caffe prints', () => {
  const markdown = hoverAt(
    'layer { name: "c" type: "Convolution" bottom: "data" top: "c" convolution_param { num_output: 5 kernel_size: 3 group: |3 } }',
  );
  assert.match(markdown, /Caffe stops with “Check failed: channels_ % group_ == 0”/u);
});

test('a layer that exists only in the other phase is shown in that phase', () => {
  const markdown = hoverAt(
    'layer { name: "acc" type: "Re|LU" bottom: "data" top: "acc" include { phase: TEST } }',
  );
  assert.match(markdown, /ReLU · TEST/u);
});

test('nothing outside of everything', () => {
  assert.equal(hoverAt('\n\n|\n'), '');
});

test('names cannot become Markdown', () => {
  assert.match(
    hoverAt('layer { name: "[a](|b)" type: "ReLU" bottom: "data" top: "p" }'),
    /\\\[a\\\]\\\(b\\\)/u,
  );
});

test('hints are told on the whole of what they mark, as editors show them at its beginning alone', () => {
  const text = `layer { name: "x" type: "Input" top: "x" input_param { shape { dim: 1 dim: 3 dim: 8 dim: 8 } } }
layer { name: "c" type: "Convolution" bottom: "x" top: "c" convolution_param { num_output: 4 kernel_size: 3 } }
layer { name: "bn" type: "BatchNorm" bottom: "c" top: "bn" }`;
  const found = hover(open(text), text.indexOf('olution"'), netState('TRAIN'));
  assert.match(
    found?.markdown ?? '',
    /^The bias of `c` has no effect: .* \(`conv-bias-before-batch-norm`\)$/mu,
  );
  assert.doesNotMatch(found?.markdown ?? '', /A layer of/u);
});
