import assert from 'node:assert/strict';
import { test } from 'node:test';
import { diagnostics } from '../../../server/src/features/diagnostics/diagnostics.ts';
import { open } from '../../support/fixture.ts';

/** Where paths part: the places that a fault of joined blobs lists, and what its message names. */

const input = (shape: string) =>
  `layer { name: "d" type: "Input" top: "x" input_param { shape { ${shape} } } }\n`;
const conv = (name: string, bottom: string, fields: string, outputs = 4) =>
  `layer { name: "${name}" type: "Convolution" bottom: "${bottom}" top: "${name}" convolution_param { num_output: ${outputs} ${fields} } }\n`;
const join = (...bottoms: readonly string[]) =>
  `layer { name: "j" type: "Eltwise" ${bottoms.map((name) => `bottom: "${name}"`).join(' ')} top: "j" }\n`;
const image = 'dim: 1 dim: 4 dim: 20 dim: 20';

function joinFault(text: string) {
  const found = diagnostics(open(text)).find(({ code }) => code === 'eltwise/shape');
  assert.ok(found);
  return found;
}

function listed(text: string): string[] {
  return joinFault(text).related?.map(({ message }) => message.replace(/ here: .*? = \d+\./u, '.')) ?? [];
}

test('every layer of both paths that changes the size is listed, and the one that loses positions marked', () => {
  const text = [
    input(image),
    conv('a', 'x', 'kernel_size: 3 stride: 2 pad: 1'),
    conv('a2', 'a', 'kernel_size: 3 pad: 1'),
    conv('a3', 'a2', 'kernel_size: 3'),
    conv('b', 'x', 'kernel_size: 1 stride: 2'),
    join('b', 'a3'),
  ].join('');
  assert.deepEqual(listed(text), [
    'The paths part behind `x` of `d`, at 1×4×20×20.',
    'For `b`: `b` makes 1×4×10×10 of 1×4×20×20.',
    'For `a3`: `a` makes 1×4×10×10 of 1×4×20×20.',
    'For `a3`: `a3` makes 1×4×8×8 of 1×4×10×10. The paths come apart here: it loses 2 positions.',
  ]);
  assert.match(joinFault(text).message, /`a3` loses 2 positions\.$/u);
});

test('a Deconvolution that makes more than its step asks for', () => {
  const text = [
    input(image),
    conv('a', 'x', 'kernel_size: 3 stride: 2 pad: 1'),
    conv('up', 'a', 'kernel_size: 4 stride: 2').replace('Convolution', 'Deconvolution'),
    join('x', 'up'),
  ].join('');
  assert.match(listed(text).at(-1) ?? '', /it adds 2 positions\.$/u);
});

test('where both round, the one that rounds down is the odd one', () => {
  const text = [
    input('dim: 1 dim: 4 dim: 14 dim: 14'),
    'layer { name: "p" type: "Pooling" bottom: "x" top: "p" pooling_param { kernel_size: 3 stride: 2 } }\n',
    conv('c', 'x', 'kernel_size: 3 stride: 2'),
    join('p', 'c'),
  ].join('');
  assert.match(joinFault(text).message, /`p` rounds up, and `c` down\.$/u);
  assert.match(listed(text).at(-1) ?? '', /^For `c`.* come apart here: it loses 1 position\.$/u);
});

test('two tops of one layer are two starts', () => {
  const text = [
    'layer { name: "d" type: "Input" top: "x" top: "y" input_param { shape { dim: 1 dim: 4 dim: 9 dim: 9 } shape { dim: 1 dim: 2 dim: 5 dim: 5 } } }\n',
    conv('a', 'x', 'kernel_size: 1'),
    conv('b', 'y', 'kernel_size: 1'),
    join('a', 'b'),
  ].join('');
  assert.deepEqual(listed(text), [
    'The path to `a` begins at `x` of `d`, at 1×4×9×9.',
    'The path to `b` begins at `y` of `d`, at 1×2×5×5.',
  ]);
});

test('of channels, the layer with the rarer number of outputs is the odd one', () => {
  const text = [
    input(image),
    conv('a', 'x', 'kernel_size: 1', 6),
    conv('b', 'x', 'kernel_size: 1', 8),
    conv('c', 'a', 'kernel_size: 1', 6),
    join('c', 'b'),
  ].join('');
  assert.deepEqual(listed(text), [
    'The paths part behind `x` of `d`, at 1×4×20×20.',
    'For `c`: `c` makes 1×6×20×20 of 1×6×20×20.',
    'For `b`: `b` makes 1×8×20×20 of 1×4×20×20. The paths come apart here, in their channels.',
  ]);
});
