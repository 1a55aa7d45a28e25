import { type Draft, draft, quoted } from '../../edit/draft.ts';
import type { Fix } from '../../edit/fix.ts';
import { addLayerBefore } from '../../edit/layers.ts';
import { freeBlobName, freeLayerName } from '../../edit/names.ts';
import { writeBlob } from '../../edit/wires.ts';
import type { Layer } from '../../net/net.ts';
import { differ } from '../../shape/dim.ts';
import { type Dims, hasRank } from '../../shape/shape.ts';
import type { Place } from '../fixer.ts';
import { syntaxOf } from '../helpers/layerText.ts';
import { offer } from '../helpers/offer.ts';
import { setOwn } from '../helpers/ownParams.ts';

/**
 * A Flatten in front of a Scale or a Bias whose second bottom keeps axes of length 1 behind those that fit, such as the
 * 1×16×1×1 of a global pooling: without them it fits from axis 0 on. With the bottoms the other way round too. Not yet
 * tried.
 */
export function flattened(place: Place, layer: Layer): Fix[] {
  if (layer.inputs.length !== 2 || syntaxOf(layer) !== 'today') return [];
  return [...flatten(place, layer, 0, 1), ...flatten(place, layer, 1, 0)];
}

function flatten(place: Place, layer: Layer, whole: number, small: number): Fix[] {
  const { document } = place;
  const [shape, scale] = [layer.context.shape(whole), layer.context.shape(small)];
  const entries = layer.message.list('bottom');
  const [first, from] = [entries[whole], entries[small]];
  const axes = hasRank(shape) && hasRank(scale) ? axesThatFit(shape, scale) : 0;
  if (!first || !from || axes === 0) return [];
  const blob = String(from.value);
  const name = freeLayerName(document, `${blob}_flat`);
  const top = freeBlobName(document, name);
  // The last of the axes that fit takes up those behind it.
  const params = axes === 2 ? [] : [draft('flatten_param', [draft('axis', axes - 1)])];
  const added: Draft = draft('layer', [
    draft('name', quoted(name)),
    draft('type', quoted('Flatten')),
    draft('bottom', quoted(blob)),
    draft('top', quoted(top)),
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
    ? `Swap the bottoms, insert a Flatten of \`${blob}\` and write \`axis: 0\``
    : `Insert a Flatten of \`${blob}\` and write \`axis: 0\``;
  return offer(title, [
    addLayerBefore(document.tree, layer, added),
    ...wires,
    setOwn(place, layer, 'axis', 0),
  ]);
}

/** How many axes of a scale are those of a shape from the first on, where only ones are behind them; 0 for none. */
function axesThatFit(shape: Dims, scale: Dims): number {
  const ones = [...scale].reverse().findIndex((dim) => differ(dim, 1));
  const axes = scale.length - (ones < 0 ? scale.length : ones);
  const kept = Math.max(axes, 1);
  const fits =
    kept < scale.length && scale.slice(0, kept).every((dim, axis) => !differ(dim, shape[axis] ?? 0));
  return fits ? kept : 0;
}
