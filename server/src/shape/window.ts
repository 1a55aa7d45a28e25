import { divide } from './dim.ts';

/** A sliding window along one axis, in positions of that axis. Sums wrap around like 32-bit ints in C++. */
export interface Window {
  readonly kernel: number;
  readonly stride: number;
  readonly pad: number;
  /** The padding after the input, if it differs from the padding before it. */
  readonly padEnd?: number;
  readonly dilation: number;
}

/** The number of positions that a window covers: `dilation·(kernel − 1) + 1`. */
export function extent({ kernel, dilation }: Window): number {
  return (Math.imul(dilation, kernel - 1) + 1) | 0;
}

/** The padding on both sides. */
export function padding({ pad, padEnd }: Pick<Window, 'pad' | 'padEnd'>): number {
  return pad + (padEnd ?? pad);
}

/** Length and padding as text: `28 + 2·1`, or `28 + 0 + 1` if the sides differ. */
export function paddedText(length: number, { pad, padEnd }: Pick<Window, 'pad' | 'padEnd'>): string {
  return padEnd === undefined || padEnd === pad ? `${length} + 2·${pad}` : `${length} + ${pad} + ${padEnd}`;
}

/**
 * Output length of a convolution: `(in + 2·pad − extent) / stride + 1` with C++'s division, which truncates toward
 * zero, so an input that is less than one stride too short still gives 1 (conv_layer.cpp, compute_output_shape).
 */
export function convolved(input: number, window: Window): number {
  return divide((input + padding(window) - extent(window)) | 0, window.stride) + 1;
}

/** Output length of a deconvolution: `stride·(in − 1) + extent − 2·pad` (deconv_layer.cpp). */
export function deconvolved(input: number, window: Window): number {
  return (Math.imul(window.stride, input - 1) + extent(window) - padding(window)) | 0;
}

export type Rounding = 'CEIL' | 'FLOOR';

/**
 * Output length of a pooling before clipping, in 32-bit floats as Caffe computes it. A stride of 0 gives a negative
 * length, as the cast of an infinite float does on x86.
 */
export function pooled(input: number, window: Window, rounding: Rounding): number {
  const steps = Math.fround(Math.fround((input + padding(window) - window.kernel) | 0) / window.stride);
  const rounded = rounding === 'FLOOR' ? Math.floor(steps) : Math.ceil(steps);
  return (Number.isFinite(rounded) ? rounded : -2147483648) + 1;
}

/** Drops the last window if it starts at or after the end of the padded input (pooling_layer.cpp). */
export function clipped(output: number, input: number, window: Window): number {
  return startsAfter(output, input, window) ? output - 1 : output;
}

/** Whether the last window starts at or after the end of the padded input. */
export function startsAfter(output: number, input: number, { stride, pad }: Window): boolean {
  return Math.imul(output - 1, stride) >= ((input + pad) | 0);
}
