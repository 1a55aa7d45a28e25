import { unlessStopped } from '../../layers/context.ts';
import { geometry } from '../../layers/helpers/geometry.ts';
import { windowsOf } from '../../layers/helpers/poolWindow.ts';
import type { Layer } from '../../net/net.ts';
import { type Dim, isKnown } from '../../shape/dim.ts';
import { hasRank } from '../../shape/shape.ts';
import type { Window } from '../../shape/window.ts';

/** The layers in which a window slides over the bottom. */
export const slidingTypes: readonly string[] = ['Pooling', 'Convolution', 'Im2col'];

/** Whether a window slides over the bottom of a layer. */
export function isSliding({ type }: Layer): boolean {
  return slidingTypes.includes(type);
}

/** The windows of a convolution or a pooling along the last axes of its bottom, where they can be known. */
export function knownWindows(layer: Layer): readonly Window[] | undefined {
  if (!isSliding(layer)) return undefined;
  // Of a layer that Caffe refuses, the windows may make no sense.
  if (!layer.outputs.some(({ shape }) => hasRank(shape))) return undefined;
  return unlessStopped(() => (layer.type === 'Pooling' ? ofPooling(layer) : geometry(layer.context).windows));
}

function ofPooling(layer: Layer): readonly Window[] | undefined {
  const windows = windowsOf(layer.context);
  const known = windows.flatMap(({ kernel, ...rest }) => (isKnown(kernel) ? [{ kernel, ...rest }] : []));
  return known.length === windows.length ? known : undefined;
}

/** A pooling window without a value, by the first axis on which it lies outside of the input. */
export interface WindowOutside {
  /** Where the window begins. */
  readonly start: number;
  /** The length of the input. */
  readonly length: number;
}

/** The last window of a pooling, where it begins behind the input. */
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
