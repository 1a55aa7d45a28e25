import { paramCounts } from '../../costs/parameters.ts';
import { layerExtent } from '../../document/layers.ts';
import { sameItems } from '../../net/facts.ts';
import type { Layer } from '../../net/net.ts';
import { type Dim, isKnown } from '../../shape/dim.ts';
import { formatShape, hasRank, type Shape, shapesDiffer } from '../../shape/shape.ts';
import type { Pair } from './alignment.ts';
import { type FieldChanges, fieldChanges } from './fieldChanges.ts';
import { isApart, type NetView } from './netView.ts';
import type { ComparedLayer, FieldChange, LayerChange, Sides } from './types.ts';

/** The matched layers of two nets. */
export interface MatchedNets extends Sides<NetView> {
  /** The index after the change for each index before it. */
  readonly indices: ReadonlyMap<number, number>;
}

/** A layer of a net as plain data. */
export function comparedLayer({ document, batch }: NetView, layer: Layer): ComparedLayer {
  return {
    name: layer.name,
    type: layer.type,
    range: layerExtent(document.tree, layer),
    bottoms: layer.facts.bottoms,
    tops: layer.facts.tops,
    shapes: layer.outputs.map(({ shape }) => formatShape(shape)),
    dims: layer.outputs.map(({ shape }) => (hasRank(shape) ? shape.map(known) : null)),
    params: known(paramCounts(layer).all),
    macs: known(perImage(layer.macs, batch)),
  };
}

/** The fields of matched layers; undefined for an index without a layer. */
export function matchedFields(
  { before, after }: MatchedNets,
  [old, current]: Pair,
): FieldChanges | undefined {
  const [one, other] = [before.layers[old], after.layers[current]];
  return one && other && fieldsOf(one, other);
}

/** The differences of a layer before and after, with those of its fields; undefined if nothing differs. */
export function layerChange(
  nets: MatchedNets,
  [old, current]: Pair,
  changes: readonly FieldChange[],
  moved: LayerChange['moved'],
): LayerChange | undefined {
  const { before, after } = nets;
  const [one, other] = [before.layers[old], after.layers[current]];
  if (!one || !other) return undefined;
  const own = {
    isRenamed: one.name !== other.name,
    moved,
    type: differing(one.type, other.type),
    bottoms: bottomsDiffer(nets, old, current) ? sides(one.facts.bottoms, other.facts.bottoms) : undefined,
    tops: topsDiffer(nets, old, current) ? sides(one.facts.tops, other.facts.tops) : undefined,
  };
  const [shapes, otherShapes] = [one, other].map(({ outputs }) => outputs.map(({ shape }) => shape));
  const follows = {
    shapes: haveSameShapes(nets, shapes ?? [], otherShapes ?? [])
      ? undefined
      : sides((shapes ?? []).map(formatShape), (otherShapes ?? []).map(formatShape)),
    params: knownDifference(paramCounts(one).all, paramCounts(other).all),
    macs: knownDifference(perImage(one.macs, before.batch), perImage(other.macs, after.batch)),
  };
  const isTraining = before.isTraining && after.isTraining;
  const isChanged =
    Object.values(own).some(Boolean) || changes.some(({ ofTraining }) => isTraining || !ofTraining);
  if (!isChanged && changes.length === 0 && !Object.values(follows).some(Boolean)) return undefined;
  return {
    kind: isChanged ? 'changed' : 'affected',
    before: comparedLayer(before, one),
    after: comparedLayer(after, other),
    ...own,
    fields: changes,
    ...follows,
  };
}

/** The differing fields. An explicit loss weight of 1 is the default of a loss layer. */
function fieldsOf(one: Layer, other: Layer): FieldChanges {
  const { changes, writtenDefaults } = fieldChanges(one.message, other.message, isApart);
  const isDefault = ({ path }: FieldChange) =>
    path === 'loss_weight' && sameItems(lossWeights(one), lossWeights(other));
  return {
    changes: changes.filter((change) => !isDefault(change)),
    writtenDefaults: [...writtenDefaults, ...changes.filter(isDefault)],
  };
}

function lossWeights({ facts, definition }: Layer): readonly number[] {
  if (facts.lossWeights.length > 0) return facts.lossWeights;
  return definition?.loss ? [1] : [];
}

/** Whether a layer reads other blobs. A blob is the same if it has the same name, or if matched layers produce it. */
function bottomsDiffer(nets: MatchedNets, old: number, current: number): boolean {
  const bottoms = nets.before.layers[old]?.facts.bottoms ?? [];
  const others = nets.after.layers[current]?.facts.bottoms ?? [];
  if (bottoms.length !== others.length) return true;
  return bottoms.some(
    (name, index) => name !== others[index] && !haveSameProducer(nets, old, current, index),
  );
}

function haveSameProducer(nets: MatchedNets, old: number, current: number, bottom: number): boolean {
  const producer = nets.before.matched[old]?.producers[bottom];
  const other = nets.after.matched[current]?.producers[bottom];
  if (!producer || !other) return false;
  return nets.indices.get(producer[0]) === other[0] && producer[1] === other[1];
}

/** Whether the names of tops differ, unless the names follow from those of the layer or of an in-place bottom. */
function topsDiffer(nets: MatchedNets, old: number, current: number): boolean {
  const one = nets.before.layers[old]?.facts;
  const other = nets.after.layers[current]?.facts;
  if (!one || !other || one.tops.length !== other.tops.length) return true;
  return one.tops.some((top, index) => {
    const name = other.tops[index];
    if (top === name || (top === one.name && name === other.name)) return false;
    const isInPlace = top === one.bottoms[index] && name === other.bottoms[index];
    return !(isInPlace && haveSameProducer(nets, old, current, index));
  });
}

/** Whether no shapes are known to differ, apart from the batch sizes of the nets. */
function haveSameShapes(
  { before, after }: MatchedNets,
  shapes: readonly Shape[],
  others: readonly Shape[],
): boolean {
  if (shapes.length !== others.length) return false;
  return shapes.every((shape, index) => {
    const other = others[index] ?? shape;
    return !shapesDiffer(shape, other) || differInBatch(shape, before.batch, other, after.batch);
  });
}

/** Whether shapes differ only in the first axis, which is in proportion to the batch sizes. */
function differInBatch(
  shape: Shape,
  batch: number | undefined,
  other: Shape,
  otherBatch: number | undefined,
): boolean {
  if (!hasRank(shape) || !hasRank(other) || batch === undefined || otherBatch === undefined) return false;
  const [first, ...rest] = shape;
  const [otherFirst, ...otherRest] = other;
  if (first === undefined || otherFirst === undefined || !isKnown(first) || !isKnown(otherFirst))
    return false;
  return first * otherBatch === otherFirst * batch && !shapesDiffer(rest, otherRest);
}

function perImage(macs: Dim, batch: number | undefined): Dim {
  return isKnown(macs) && batch ? macs / batch : macs;
}

function knownDifference(before: Dim, after: Dim): Sides<number> | undefined {
  return isKnown(before) && isKnown(after) ? differing(before, after) : undefined;
}

function differing<T extends string | number>(before: T, after: T): Sides<T> | undefined {
  return before === after ? undefined : { before, after };
}

function sides<T>(before: T, after: T): Sides<T> {
  return { before, after };
}

function known(dim: Dim): number | null {
  return isKnown(dim) ? dim : null;
}
