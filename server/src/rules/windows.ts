import { unlessStopped } from '../layers/context.ts';
import { geometry } from '../layers/geometry.ts';
import { windowsOf } from '../layers/poolWindow.ts';
import type { Layer } from '../net/net.ts';
import { isKnown } from '../shape/dim.ts';
import { hasRank } from '../shape/shape.ts';
import type { Window } from '../shape/window.ts';

const filters = new Set(['Convolution', 'Im2col']);

/** The windows of a convolution or a pooling along the last axes of its bottom, where they can be known. */
export function knownWindows(layer: Layer): readonly Window[] | undefined {
  if (layer.type !== 'Pooling' && !filters.has(layer.type)) return undefined;
  // Of a layer that Caffe refuses, the windows may make no sense.
  if (!layer.outputs.some(({ shape }) => hasRank(shape))) return undefined;
  return unlessStopped(() => (layer.type === 'Pooling' ? ofPooling(layer) : geometry(layer.context).windows));
}

function ofPooling(layer: Layer): readonly Window[] | undefined {
  const windows = windowsOf(layer.context);
  const known = windows.flatMap(({ kernel, ...rest }) => (isKnown(kernel) ? [{ kernel, ...rest }] : []));
  return known.length === windows.length ? known : undefined;
}
