import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  clipped,
  convolved,
  deconvolved,
  extent,
  pooled,
  startsAfter,
  type Window,
} from '../../server/src/shape/window.ts';

function windowOf(kernel: number, { stride = 1, pad = 0, dilation = 1 }: Partial<Window> = {}): Window {
  return { kernel, stride, pad, dilation };
}

for (const [kernel, dilation, covers] of [
  [1, 1, 1],
  [3, 1, 3],
  [3, 2, 5],
  [3, 0, 1],
  [1, 9, 1],
  [3, -1, -1],
  // 2³⁰·2 is −2³¹ in 32 bits.
  [3, 1073741824, -2147483647],
] as const) {
  test(`a window of ${kernel} with dilation ${dilation} covers ${covers}`, () =>
    assert.equal(extent(windowOf(kernel, { dilation })), covers));
}

const convolutions: readonly [input: number, window: Window, output: number][] = [
  [28, windowOf(5), 24],
  [227, windowOf(11, { stride: 4 }), 55],
  [8, windowOf(3, { pad: 1 }), 8],
  [8, windowOf(3, { stride: 2, pad: 1 }), 4],
  [16, windowOf(3, { dilation: 3 }), 10],
  [1, windowOf(2, { stride: 2 }), 1],
  [1, windowOf(3, { stride: 2 }), 0],
  [1, windowOf(5, { stride: 2 }), -1],
  [8, windowOf(3, { pad: -1 }), 4],
  // 2·(2³¹ − 1) is −2 in 32 bits.
  [8, windowOf(3, { pad: 2147483647 }), 4],
];

for (const [input, window, output] of convolutions) {
  test(`convolution: ${describe(input, window)} gives ${output}`, () =>
    assert.equal(convolved(input, window), output));
}

const deconvolutions: readonly [input: number, window: Window, output: number][] = [
  [7, windowOf(4, { stride: 2, pad: 1 }), 14],
  [1, windowOf(4), 4],
  [4, windowOf(3, { dilation: 2 }), 8],
  [4, windowOf(3, { stride: 0 }), 3],
  [1, windowOf(1, { pad: 1 }), -1],
  [0, windowOf(1), 0],
  // 65536·65536 is 0 in 32 bits.
  [65537, windowOf(3, { stride: 65536 }), 3],
];

for (const [input, window, output] of deconvolutions) {
  test(`deconvolution: ${describe(input, window)} gives ${output}`, () =>
    assert.equal(deconvolved(input, window), output));
}

const poolings: readonly [input: number, window: Window, ceil: number, floor: number][] = [
  [8, windowOf(3, { stride: 2 }), 4, 3],
  [8, windowOf(2, { stride: 2 }), 4, 4],
  [6, windowOf(3, { stride: 3, pad: 1 }), 3, 2],
  [3, windowOf(4, { stride: 2 }), 1, 0],
  [3, windowOf(5, { stride: 2 }), 0, 0],
  [3, windowOf(7, { stride: 2 }), -1, -1],
  // Neither 1/0 nor 0/0 fits an int: the cast gives −2³¹.
  [3, windowOf(2, { stride: 0 }), -2147483647, -2147483647],
  [3, windowOf(3, { stride: 0 }), -2147483647, -2147483647],
  // Neither 2²⁴ + 1 nor 2²⁴ + 3 is a 32-bit float: one rounds down, the other up.
  [16777217, windowOf(2, { pad: 1 }), 16777217, 16777217],
  [16777219, windowOf(2, { pad: 1 }), 16777221, 16777221],
];

for (const [input, window, ceil, floor] of poolings) {
  test(`pooling: ${describe(input, window)} gives ${ceil} rounded up, ${floor} rounded down`, () => {
    assert.equal(pooled(input, window, 'CEIL'), ceil);
    assert.equal(pooled(input, window, 'FLOOR'), floor);
  });
}

const clips: readonly [output: number, input: number, window: Window, left: number][] = [
  [4, 5, windowOf(2, { stride: 2, pad: 1 }), 3],
  [3, 6, windowOf(3, { stride: 3, pad: 1 }), 3],
  [3, 5, windowOf(1, { stride: 3 }), 2],
  [3, 7, windowOf(1, { stride: 3 }), 3],
  [3, 6, windowOf(1, { stride: 3 }), 2],
  [9, 2, windowOf(2, { stride: 3, pad: 1 }), 8],
];

for (const [output, input, window, left] of clips) {
  test(`clipping: of ${output} windows, ${describe(input, window)} keeps ${left}`, () => {
    assert.equal(startsAfter(output, input, window), left < output);
    assert.equal(clipped(output, input, window), left);
  });
}

function describe(input: number, { kernel, stride, pad, dilation }: Window): string {
  return `${input} under kernel ${kernel}, stride ${stride}, pad ${pad}, dilation ${dilation}`;
}
