import assert from 'node:assert/strict';
import { test } from 'node:test';
import { diagnostics } from '../../../server/src/features/diagnostics/diagnostics.ts';
import { open } from '../../support/fixture.ts';

/** Where paths branch: related locations and messages of failures of layers that join blobs. */

const input = (shape: string) =>
  `layer { name: "d" type: "Input" top: "x" input_param { shape { ${shape} } } }\n`;
const conv = (name: string, bottom: string, fields: string, outputs = 4) =>
  `layer { name: "${name}" type: "Convolution" bottom: "${bottom}" top: "${name}" convolution_param { num_output: ${outputs} ${fields} } }\n`;
const join = (...bottoms: readonly string[]) =>
  `layer { name: "j" type: "Eltwise" ${bottoms.map((name) => `bottom: "${name}"`).join(' ')} top: "j" }\n`;
const image = 'dim: 1 dim: 4 dim: 20 dim: 20';

function joinFailure(text: string) {
  const found = diagnostics(open(text)).find(({ code }) => code === 'eltwise/shape');
  assert.ok(found);
  return found;
}

function listed(text: string): string[] {
  return joinFailure(text).related?.map(({ message }) => message.replace(/ here: .*? = \d+\./u, '.')) ?? [];
}

test('every layer of both paths that changes the size is listed, and the layer that loses positions is marked', () => {
  const text = [
    input(image),
    conv('a', 'x', 'kernel_size: 3 stride: 2 pad: 1'),
    conv('a2', 'a', 'kernel_size: 3 pad: 1'),
    conv('a3', 'a2', 'kernel_size: 3'),
    conv('b', 'x', 'kernel_size: 1 stride: 2'),
    join('b', 'a3'),
  ].join('');
  assert.deepEqual(listed(text), [
    'The paths branch after `x` of `d` (1×4×20×20).',
    'For `b`: `b` produces 1×4×10×10 from 1×4×20×20.',
    'For `a3`: `a` produces 1×4×10×10 from 1×4×20×20.',
    'For `a3`: `a3` produces 1×4×8×8 from 1×4×10×10. The sizes diverge here: it loses 2 positions.',
  ]);
  assert.match(joinFailure(text).message, /`a3` loses 2 positions\.$/u);
});

test('a Deconvolution adds positions', () => {
  const text = [
    input(image),
    conv('a', 'x', 'kernel_size: 3 stride: 2 pad: 1'),
    conv('up', 'a', 'kernel_size: 4 stride: 2').replace('Convolution', 'Deconvolution'),
    join('x', 'up'),
  ].join('');
  assert.match(listed(text).at(-1) ?? '', /it adds 2 positions\.$/u);
});

test('if both layers round, the one that rounds down is marked', () => {
  const text = [
    input('dim: 1 dim: 4 dim: 14 dim: 14'),
    'layer { name: "p" type: "Pooling" bottom: "x" top: "p" pooling_param { kernel_size: 3 stride: 2 } }\n',
    conv('c', 'x', 'kernel_size: 3 stride: 2'),
    join('p', 'c'),
  ].join('');
  assert.match(joinFailure(text).message, /`p` rounds up and `c` rounds down\.$/u);
  assert.match(listed(text).at(-1) ?? '', /^For `c`.* sizes diverge here: it loses 1 position\.$/u);
});

test('two tops of one layer are two path starts', () => {
  const text = [
    'layer { name: "d" type: "Input" top: "x" top: "y" input_param { shape { dim: 1 dim: 4 dim: 9 dim: 9 } shape { dim: 1 dim: 2 dim: 5 dim: 5 } } }\n',
    conv('a', 'x', 'kernel_size: 1'),
    conv('b', 'y', 'kernel_size: 1'),
    join('a', 'b'),
  ].join('');
  assert.deepEqual(listed(text), [
    'The path to `a` starts at `x` of `d` (1×4×9×9).',
    'The path to `b` starts at `y` of `d` (1×2×5×5).',
  ]);
});

test('if channels differ, the layer with the less common num_output is marked', () => {
  const text = [
    input(image),
    conv('a', 'x', 'kernel_size: 1', 6),
    conv('b', 'x', 'kernel_size: 1', 8),
    conv('c', 'a', 'kernel_size: 1', 6),
    join('c', 'b'),
  ].join('');
  assert.deepEqual(listed(text), [
    'The paths branch after `x` of `d` (1×4×20×20).',
    'For `c`: `c` produces 1×6×20×20 from 1×6×20×20.',
    'For `b`: `b` produces 1×8×20×20 from 1×4×20×20. The channels diverge here.',
  ]);
});
