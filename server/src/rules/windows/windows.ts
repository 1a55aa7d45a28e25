import { unlessStopped } from '../../layers/context.ts';
import { geometry } from '../../layers/helpers/geometry.ts';
import { windowsOf } from '../../layers/helpers/poolWindow.ts';
import type { Layer } from '../../net/net.ts';
import { type Dim, isKnown } from '../../shape/dim.ts';
import { hasRank } from '../../shape/shape.ts';
import type { Window } from '../../shape/window.ts';

/** The layer types that slide a window over their bottom. */
export const slidingTypes: readonly string[] = ['Pooling', 'Convolution', 'Im2col'];

/** Whether a layer slides a window over its bottom. */
export function isSliding({ type }: Layer): boolean {
  return slidingTypes.includes(type);
}

/** The windows of a convolution or pooling along the last axes of its bottom; undefined if a size is unknown. */
export function knownWindows(layer: Layer): readonly Window[] | undefined {
  if (!isSliding(layer)) return undefined;
  // If Caffe rejects the layer, its windows may be invalid.
  if (!layer.outputs.some(({ shape }) => hasRank(shape))) return undefined;
  return unlessStopped(() => (layer.type === 'Pooling' ? ofPooling(layer) : geometry(layer.context).windows));
}

function ofPooling(layer: Layer): readonly Window[] | undefined {
  const windows = windowsOf(layer.context);
  const known = windows.flatMap(({ kernel, ...rest }) => (isKnown(kernel) ? [{ kernel, ...rest }] : []));
  return known.length === windows.length ? known : undefined;
}

/** A pooling window outside the input, along the first such axis. */
export interface WindowOutside {
  /** The start of the window. */
  readonly start: number;
  /** The length of the input. */
  readonly length: number;
}

/** The last window of a pooling, if it begins after the end of the input. */
export function windowOutside(layer: Layer): WindowOutside | undefined {
  if (layer.type !== 'Pooling' || layer.context.params.bool('global_pooling')) return undefined;
  const windows = knownWindows(layer) ?? [];
  const [bottom, top] = [layer.inputs[0]?.shape, layer.outputs[0]?.shape];
  if (!bottom || !top || !hasRank(bottom) || !hasRank(top)) return undefined;
  const [lengths, outputs] = [bottom, top].map((shape) => shape.slice(-windows.length));
  return windows
    .map(({ stride, pad }, axis) => [lastStart(outputs?.[axis], stride, pad), lengths?.[axis]] as const)
    .flatMap(([start, length]) =>
      start !== undefined && typeof length === 'number' && start >= length && length > 0
        ? [{ start, length }]
        : [],
    )[0];
}

function lastStart(output: Dim | undefined, stride: number, pad: number): number | undefined {
  return typeof output === 'number' && output > 1 ? (output - 1) * stride - pad : undefined;
}
