import { writeBlob } from '../../edit/blobs.ts';
import type { Fix } from '../../edit/fix.ts';
import { addLayerBefore } from '../../edit/layers.ts';
import { freeBlobName, freeLayerName } from '../../edit/names.ts';
import { type NewField, newField, quoted } from '../../edit/newField.ts';
import type { Layer } from '../../net/net.ts';
import { differ } from '../../shape/dim.ts';
import { type Dims, hasRank } from '../../shape/shape.ts';
import type { FixContext } from '../fixer.ts';
import { syntaxOf } from '../helpers/layerText.ts';
import { offer } from '../helpers/offer.ts';
import { setOwn } from '../helpers/ownFields.ts';

/**
 * Inserts a Flatten before a Scale or Bias whose second bottom has trailing axes of length 1, such as the 1×16×1×1 of
 * global pooling; flattened, it matches from axis 0. Also with the bottoms swapped. Untested.
 */
export function flattened(context: FixContext, layer: Layer): Fix[] {
  if (layer.inputs.length !== 2 || syntaxOf(layer) !== 'current') return [];
  return [...flatten(context, layer, 0, 1), ...flatten(context, layer, 1, 0)];
}

function flatten(context: FixContext, layer: Layer, whole: number, small: number): Fix[] {
  const { document } = context;
  const [shape, scale] = [layer.context.shape(whole), layer.context.shape(small)];
  const entries = layer.message.list('bottom');
  const [first, from] = [entries[whole], entries[small]];
  const axes = hasRank(shape) && hasRank(scale) ? axesThatFit(shape, scale) : 0;
  if (!first || !from || axes === 0) return [];
  const blob = String(from.value);
  const name = freeLayerName(document, `${blob}_flat`);
  const top = freeBlobName(document, name);
  // The last matching axis absorbs the trailing ones.
  const params = axes === 2 ? [] : [newField('flatten_param', [newField('axis', axes - 1)])];
  const added: NewField = newField('layer', [
    newField('name', quoted(name)),
    newField('type', quoted('Flatten')),
    newField('bottom', quoted(blob)),
    newField('top', quoted(top)),
    ...params,
  ]);
  const swaps = whole === 1;
  const wires = swaps
    ? [
        writeBlob(document.tree, layer, from, String(first.value)),
        writeBlob(document.tree, layer, first, top),
      ]
    : [writeBlob(document.tree, layer, from, top)];
  const title = swaps
    ? `Swap the bottoms, insert a Flatten of \`${blob}\` and set \`axis: 0\``
    : `Insert a Flatten of \`${blob}\` and set \`axis: 0\``;
  return offer(title, [
    addLayerBefore(document.tree, layer, added),
    ...wires,
    setOwn(context, layer, 'axis', 0),
  ]);
}

/** The number of leading axes of a scale that match a shape, if only axes of length 1 follow; otherwise 0. */
function axesThatFit(shape: Dims, scale: Dims): number {
  const ones = [...scale].reverse().findIndex((dim) => differ(dim, 1));
  const axes = scale.length - (ones < 0 ? scale.length : ones);
  const kept = Math.max(axes, 1);
  const fits =
    kept < scale.length && scale.slice(0, kept).every((dim, axis) => !differ(dim, shape[axis] ?? 0));
  return fits ? kept : 0;
}
