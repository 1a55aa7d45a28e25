import type { Fix } from '../../edit/fix.ts';
import { blobGraphOf, type Port } from '../../net/blobGraph.ts';
import type { Layer, Net } from '../../net/net.ts';
import type { SyntaxTree } from '../../syntax/tree.ts';
import type { FixContext, Fixer } from '../fixer.ts';
import { bestFirst } from '../helpers/effectiveFixes.ts';
import { firstPreferred, offer } from '../helpers/offer.ts';
import { offerLike, written } from '../helpers/ownFields.ts';
import { outputsProducer } from '../helpers/producers.ts';
import { originsOf, type StatedDim, statedDims } from './statedShapes.ts';

/** A blob that exceeds Caffe's size limit, or has a negative length. */
export const tooLarge: Fixer = {
  checks: [
    'blob/int-max',
    'blob/negative-dim',
    'conv/col-buffer-overflow',
    'filler/empty-blob',
    'blob/no-data',
  ],
  doc: 'Sets the value of a similar layer or a smaller batch size, or removes the sign of the number.',
  fixes(context) {
    const { layer } = context;
    if (!layer) return [];
    const stated = dims(context, layer);
    const tries = [...stated, ...ofLayer(context, layer), ...above(context, layer)];
    const helping = bestFirst(context, tries).slice(0, 4);
    // A positive length may not match what follows, but it is the next step.
    return helping.length > 0 || context.check !== 'blob/negative-dim' ? helping : firstPreferred(stated);
  },
};

const sizes = ['num_output', 'kernel_size', 'kernel_h', 'kernel_w', 'pad', 'stride', 'tiles', 'batch_size'];

function ofLayer(context: FixContext, layer: Layer, where = ''): Fix[] {
  return written(layer, ...sizes)
    .flatMap((field) => offerLike(context, layer, field, field === 'num_output' ? [64] : []).slice(0, 2))
    .map((fix) => (where === '' ? fix : { ...fix, title: `${fix.title}, in \`${where}\`` }));
}

/** Among the layers above: the one that sets the channels, those with strides or padding, and the data. */
function above(context: FixContext, layer: Layer): Fix[] {
  const { net } = context;
  if (!net) return [];
  const path = blobGraphOf(net).path(layer, 0);
  const producers = new Set([
    outputsProducer(net, layer, 0),
    ...path.filter((one) => written(one, 'pad', 'stride', 'batch_size').length > 0).slice(0, 3),
  ]);
  return [
    ...[...producers]
      .flatMap((producer) => (producer ? ofLayer(context, producer, producer.name) : []))
      .slice(0, 6),
    ...originsOf(net, layer, 0)
      .slice(0, 2)
      .flatMap((origin) => [
        ...otherBatches(context.document.tree, net, origin),
        ...batch(context.document.tree, origin.layer, origin.index),
        ...missingBatch(context, origin.layer),
        ...channels(context.document.tree, origin),
      ]),
  ];
}

/** Negative lengths, and a batch size that is too large. */
function dims({ check, net, document: { tree } }: FixContext, layer: Layer): Fix[] {
  const tops = layer.inputs.length === 0 ? layer.outputs.map((_, top) => top) : [0];
  if (check === 'blob/negative-dim') return tops.flatMap((top) => positive(statedDims(tree, layer, top)));
  return tops.flatMap((top) => [
    ...(net ? otherBatches(tree, net, { layer, index: top }) : []),
    ...batch(tree, layer, top),
  ]);
}

/** Replacements for the −1 of other tools: a common batch size and image size. */
const usual = [1, 3, 224, 224];

function positive(dims: readonly StatedDim[]): Fix[] {
  const wrong = dims.flatMap(({ length, value }, axis) => {
    const newText = String((length === -1 ? usual[axis] : undefined) ?? Math.abs(length));
    return length < 0 ? [{ range: value, newText }] : [];
  });
  const written = wrong.map(({ newText }) => `\`${newText}\``);
  return offer(`Replace with ${written.join(' and ')}`, wrong);
}

/** Smaller batch sizes of other inputs. */
function otherBatches(tree: SyntaxTree, net: Net, { layer, index }: Port): Fix[] {
  const [own] = statedDims(tree, layer, index);
  if (!own || layer.inputs.length > 0) return [];
  const inputs = net.layers.filter((one) => !one.automatic && one.inputs.length === 0);
  const others = inputs.flatMap((one) =>
    one.outputs.flatMap((_, top) => statedDims(tree, one, top).slice(0, 1)),
  );
  const smaller = new Set(
    others.map(({ length }) => length).filter((length) => length > 1 && length < own.length),
  );
  return [...smaller]
    .slice(0, 2)
    .flatMap((length) =>
      offer(`Set the batch size to ${length}, as in another input`, [
        { range: own.value, newText: String(length) },
      ]),
    );
}

/** Data layers with a batch size of 0. */
function missingBatch(context: FixContext, layer: Layer): Fix[] {
  const { params } = layer.context;
  if (!params.descriptor.fields.has('batch_size') || params.int('batch_size') > 0) return [];
  return offerLike(context, layer, 'batch_size', [32]).map((fix) => ({
    ...fix,
    title: `${fix.title}, in \`${layer.name}\``,
  }));
}

/** Sets the channels of an image to 3 or 1. */
function channels(tree: SyntaxTree, { layer, index }: Port): Fix[] {
  const dim = statedDims(tree, layer, index)[1];
  if (dim?.length !== 0) return [];
  const name = layer.facts.tops[index] ?? layer.name;
  return [3, 1].flatMap((count) =>
    offer(`Set the channels of \`${name}\` to ${count}`, [{ range: dim.value, newText: String(count) }]),
  );
}

/** Smaller batch sizes, largest first: a half, a quarter, an eighth, and 1 for the least memory. */
function batch(tree: SyntaxTree, layer: Layer, top: number): Fix[] {
  const [first] = layer.inputs.length === 0 ? statedDims(tree, layer, top) : [];
  if (!first || first.length <= 1) return [];
  const parts = [2, 4, 8].map((part) => Math.trunc(first.length / part)).filter((length) => length > 1);
  return [...parts, 1].flatMap((length) =>
    offer(`Set the batch size to ${length}`, [{ range: first.value, newText: String(length) }]),
  );
}
