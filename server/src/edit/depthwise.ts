import type { Document } from '../document/document.ts';
import { allNets, writtenLayers } from '../document/layers.ts';
import { isRegistered } from '../layers/registry.ts';
import type { Layer } from '../net/net.ts';
import type { TextEdit } from '../text/edit.ts';
import { valueRange } from './fields.ts';
import { newField, quoted } from './newField.ts';
import { setParam } from './params.ts';

/** Layer types of forks for depthwise convolution. */
const depthwiseTypes = ['DepthwiseConvolution', 'ConvolutionDepthwise'] as const;

/**
 * Converts a fork's depthwise layer to a Convolution with one group for each channel, which every Caffe supports. Empty
 * for other layers, and if the number of channels is unknown.
 */
export function toGrouped(document: Document, layer: Layer): TextEdit[] {
  const [type] = layer.message.list('type');
  if (!type || !depthwiseTypes.some((name) => name === layer.type)) return [];
  const written = { range: valueRange(document.tree, layer, type), newText: quoted('Convolution') };
  // mini-caffe ignores the written number of channels; the other type is already a convolution.
  if (layer.type === 'DepthwiseConvolution') return [written];
  const channels = channelsOf(layer);
  if (channels === undefined) return [];
  return [written, ...setGroups(document, layer, channels)];
}

/** Sets `num_output` and `group`: one edit each, or one edit for both if neither is set. */
function setGroups({ tree }: Document, layer: Layer, channels: number): TextEdit[] {
  const edits = ['num_output', 'group'].flatMap((name) => {
    const wrong = layer.context.params.int(name) !== channels || !layer.context.params.has(name);
    const edit = wrong ? setParam(tree, layer, 'convolution_param', newField(name, channels)) : undefined;
    return edit ? [edit] : [];
  });
  const [one, other] = edits;
  if (!one || !other || one.range.start !== other.range.start) return edits;
  return [{ range: one.range, newText: one.newText.trimEnd() + other.newText }];
}

/**
 * Converts a Convolution with one group for each channel and as many outputs to a DepthwiseConvolution, which is faster
 * in the forks that have it. Empty for other layers, and if the file's Caffe lacks the type.
 */
export function toDepthwise(document: Document, layer: Layer): TextEdit[] {
  const [type] = layer.message.list('type');
  const { dialect, by } = document.choice;
  const [name] = depthwiseTypes;
  const { params } = layer.context;
  const channels = channelsOf(layer) ?? params.int('num_output');
  const single = channels > 1 && params.int('group') === channels && params.int('num_output') === channels;
  if (!type || layer.type !== 'Convolution' || !single) return [];
  if (by !== 'file' && !isRegistered(name, dialect)) return [];
  return [{ range: valueRange(document.tree, layer, type), newText: quoted(name) }];
}

/** The edits of `change` for all layers of the file, in every state. */
export function inAllLayers(
  document: Document,
  change: (document: Document, layer: Layer) => TextEdit[],
): TextEdit[] {
  const edits = new Map<number, TextEdit>();
  for (const layer of allNets(document).flatMap(writtenLayers)) {
    for (const edit of change(document, layer)) edits.set(edit.range.start, edit);
  }
  return [...edits.values()];
}

function channelsOf(layer: Layer): number | undefined {
  const shape = layer.inputs[0]?.shape;
  const channels = Array.isArray(shape) ? shape[1] : undefined;
  return typeof channels === 'number' ? channels : undefined;
}
