import type { Fix } from '../../edit/fix.ts';
import type { Layer, Net } from '../../net/net.ts';
import { type Port, wiringOf } from '../../net/wiring.ts';
import type { SyntaxTree } from '../../syntax/tree.ts';
import type { Fixer, Place } from '../fixer.ts';
import { outputsMaker } from '../helpers/makers.ts';
import { firstPreferred, offer } from '../helpers/offer.ts';
import { offerLike, written } from '../helpers/ownParams.ts';
import { bestFirst } from '../helpers/trial.ts';
import { originsOf, type StatedDim, statedDims } from './statedShapes.ts';

/** A blob that is larger than Caffe can make one, or of less than nothing. */
export const tooLarge: Fixer = {
  checks: [
    'blob/int-max',
    'blob/negative-dim',
    'conv/col-buffer-overflow',
    'filler/empty-blob',
    'blob/no-data',
  ],
  doc: 'Writes the number that a layer like it has, or the number without its sign.',
  fixes(place) {
    const { layer } = place;
    if (!layer) return [];
    const stated = dims(place, layer);
    const tries = [...stated, ...ofLayer(place, layer), ...above(place, layer)];
    const helping = bestFirst(place, tries).slice(0, 4);
    // A length without its sign may not fit what follows, but it is the next step.
    return helping.length > 0 || place.check !== 'blob/negative-dim' ? helping : firstPreferred(stated);
  },
};

const sizes = ['num_output', 'kernel_size', 'kernel_h', 'kernel_w', 'pad', 'stride', 'tiles', 'batch_size'];

function ofLayer(place: Place, layer: Layer, where = ''): Fix[] {
  return written(layer, ...sizes)
    .flatMap((field) => offerLike(place, layer, field, field === 'num_output' ? [64] : []).slice(0, 2))
    .map((fix) => (where === '' ? fix : { ...fix, title: `${fix.title}, in \`${where}\`` }));
}

/** Of the layers above, the one that makes the channels, and the data. */
function above(place: Place, layer: Layer): Fix[] {
  const { net } = place;
  if (!net) return [];
  const path = wiringOf(net).path(layer, 0);
  const makers = new Set([
    outputsMaker(net, layer, 0),
    ...path.filter((one) => written(one, 'pad', 'stride', 'batch_size').length > 0).slice(0, 3),
  ]);
  return [
    ...[...makers].flatMap((maker) => (maker ? ofLayer(place, maker, maker.name) : [])).slice(0, 6),
    ...originsOf(net, layer, 0)
      .slice(0, 2)
      .flatMap((origin) => [
        ...otherBatches(place.document.tree, net, origin),
        ...batch(place.document.tree, origin.layer, origin.index),
        ...missingBatch(place, origin.layer),
        ...channels(place.document.tree, origin),
      ]),
  ];
}

/** Lengths that are written as negative numbers, and a batch that is too large. */
function dims({ check, net, document: { tree } }: Place, layer: Layer): Fix[] {
  const tops = layer.inputs.length === 0 ? layer.outputs.map((_, top) => top) : [0];
  if (check === 'blob/negative-dim') return tops.flatMap((top) => positive(statedDims(tree, layer, top)));
  return tops.flatMap((top) => [
    ...(net ? otherBatches(tree, net, { layer, index: top }) : []),
    ...batch(tree, layer, top),
  ]);
}

/** For what other tools write as −1: a batch of any size, an image of any size. */
const usual = [1, 3, 224, 224];

function positive(dims: readonly StatedDim[]): Fix[] {
  const wrong = dims.flatMap(({ length, value }, axis) => {
    const newText = String((length === -1 ? usual[axis] : undefined) ?? Math.abs(length));
    return length < 0 ? [{ range: value, newText }] : [];
  });
  const written = wrong.map(({ newText }) => `\`${newText}\``);
  return offer(`Write ${written.join(' and ')}`, wrong);
}

/** The smaller batches that other inputs of the net have. */
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
      offer(`Take a batch of ${length}, as another input has`, [
        { range: own.value, newText: String(length) },
      ]),
    );
}

/** Some layers that read data take a batch of nothing. */
function missingBatch(place: Place, layer: Layer): Fix[] {
  const { params } = layer.context;
  if (!params.descriptor.fields.has('batch_size') || params.int('batch_size') > 0) return [];
  return offerLike(place, layer, 'batch_size', [32]).map((fix) => ({
    ...fix,
    title: `${fix.title}, in \`${layer.name}\``,
  }));
}

/** An image has three channels, or one. */
function channels(tree: SyntaxTree, { layer, index }: Port): Fix[] {
  const dim = statedDims(tree, layer, index)[1];
  if (dim?.length !== 0) return [];
  const name = layer.message.texts('top')[index] ?? layer.name;
  return [3, 1].flatMap((count) =>
    offer(`Give \`${name}\` ${count === 1 ? '1 channel' : `${count} channels`}`, [
      { range: dim.value, newText: String(count) },
    ]),
  );
}

/** A smaller batch: the largest half of halves that fits is what most want, and one item takes the least memory. */
function batch(tree: SyntaxTree, layer: Layer, top: number): Fix[] {
  const [first] = layer.inputs.length === 0 ? statedDims(tree, layer, top) : [];
  if (!first || first.length <= 1) return [];
  const parts = [2, 4, 8].map((part) => Math.trunc(first.length / part)).filter((length) => length > 1);
  return [...parts, 1].flatMap((length) =>
    offer(`Take a batch of ${length}`, [{ range: first.value, newText: String(length) }]),
  );
}
