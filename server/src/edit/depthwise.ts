import type { Document } from '../document/document.ts';
import { allNets, writtenLayers } from '../document/layers.ts';
import { isRegistered } from '../layers/registry.ts';
import type { Layer } from '../net/net.ts';
import type { TextEdit } from '../text/edit.ts';
import { draft, quoted } from './draft.ts';
import { valueRange } from './fields.ts';
import { setParam } from './params.ts';

/** Layer types of forks that filter every channel by itself. */
const depthwiseTypes = ['DepthwiseConvolution', 'ConvolutionDepthwise'] as const;

/**
 * A depthwise layer of a fork as a Convolution with a group for each channel, which every Caffe has. Nothing for other
 * layers, and where the number of channels is not known.
 */
export function toGrouped(document: Document, layer: Layer): TextEdit[] {
  const [type] = layer.message.list('type');
  if (!type || !depthwiseTypes.some((name) => name === layer.type)) return [];
  const written = { range: valueRange(document.tree, layer, type), newText: quoted('Convolution') };
  // mini-caffe takes the number of channels, whatever is written; the other is a convolution as it stands.
  if (layer.type === 'DepthwiseConvolution') return [written];
  const channels = channelsOf(layer);
  if (channels === undefined) return [];
  return [written, ...setGroups(document, layer, channels)];
}

/** `num_output` and `group` in one edit each, or both in one where nothing is there to edit. */
function setGroups({ tree }: Document, layer: Layer, channels: number): TextEdit[] {
  const edits = ['num_output', 'group'].flatMap((name) => {
    const wrong = layer.context.params.int(name) !== channels || !layer.context.params.has(name);
    const edit = wrong ? setParam(tree, layer, 'convolution_param', draft(name, channels)) : undefined;
    return edit ? [edit] : [];
  });
  const [one, other] = edits;
  if (!one || !other || one.range.start !== other.range.start) return edits;
  return [{ range: one.range, newText: one.newText.trimEnd() + other.newText }];
}

/**
 * A Convolution with a group for each channel and as many outputs, as a DepthwiseConvolution, which runs faster in the
 * forks that have it. Nothing for other layers, and in a file that names a Caffe without it.
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

/** What `change` makes of all layers of the file, in every state. */
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
