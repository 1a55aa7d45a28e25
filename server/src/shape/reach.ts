import { extent, type Window } from './window.ts';

/**
 * The positions of an input on which the positions of an output depend, along one axis: position `p` depends on
 * `size` positions from `start + stride·p` on. Sizes, strides and starts are fractions below a deconvolution.
 */
export interface Reach {
  readonly size: number;
  readonly stride: number;
  readonly start: number;
}

/** Each position depends on the same position of the input. */
export const samePosition: Reach = Object.freeze({ size: 1, stride: 1, start: 0 });

/** The positions under a sliding window, as in convolution and pooling layers. */
export function underWindow(window: Window): Reach {
  return { size: extent(window), stride: window.stride, start: -window.pad };
}

/** The positions whose windows contain the position, as in deconvolution layers. */
export function insideWindows(window: Window): Reach {
  const covered = extent(window);
  return {
    size: Math.max(1, Math.ceil(covered / window.stride)),
    stride: 1 / window.stride,
    start: (window.pad - covered + 1) / window.stride,
  };
}

/** What an output depends on that has reach `outer` on a blob with reach `inner`. */
export function through(inner: Reach, outer: Reach): Reach {
  return {
    size: inner.size + (outer.size - 1) * inner.stride,
    stride: inner.stride * outer.stride,
    start: inner.start + outer.start * inner.stride,
  };
}

/** What an output depends on that is computed from two blobs. The stride is the smaller one if they differ. */
export function together(one: Reach, other: Reach): Reach {
  const start = Math.min(one.start, other.start);
  const end = Math.max(one.start + one.size, other.start + other.size);
  return { size: end - start, stride: Math.min(one.stride, other.stride), start };
}
