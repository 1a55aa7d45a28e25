import { unlessStopped } from '../layers/context.ts';
import { categoryOf, type LayerCategory } from '../layers/definition.ts';
import { onceFor } from '../memo/onceFor.ts';
import { sameItems } from '../net/facts.ts';
import type { Layer, LayerBlob, Net } from '../net/net.ts';
import type { LayerSetup } from '../net/setup.ts';
import type { Message } from '../schema/message.ts';
import { isKnown } from '../shape/dim.ts';
import { type Reach, samePosition, through, together } from '../shape/reach.ts';
import { hasRank, type Shape } from '../shape/shape.ts';

/**
 * The positions of an input of the net on which one position of a blob depends, for each axis after the channels:
 * `size` positions with `stride` between neighbors, the first from `start` on (negative in the padding). `all` if it
 * depends on every position; undefined if it is unknown.
 */
export interface ReceptiveField {
  /** The name of the input blob. */
  readonly input: string;
  readonly axes: readonly Reach[] | 'all' | undefined;
}

/** The receptive fields of the first top of each layer, one for each input of the net that it depends on. */
export const receptiveFields = onceFor((net: Net): ReadonlyMap<Layer, readonly ReceptiveField[]> => {
  const ofBlobs = new Map<string, Fields>();
  const ofLayers = new Map<Layer, readonly ReceptiveField[]>();
  for (const layer of net.layers) {
    const fields = layer.bottoms.length === 0 ? undefined : knownFieldsOf(layer, ofBlobs);
    layer.tops.forEach((top, index) => {
      ofBlobs.set(top, fields ?? ofInput(layer.outputs[index]));
    });
    ofLayers.set(layer, asList(fields ?? ofInput(layer.outputs[0])));
  }
  return ofLayers;
});

type Axes = ReceptiveField['axes'];

/** The receptive fields of a blob by the name of the input. */
type Fields = ReadonlyMap<string, Axes>;

const none: Fields = new Map();

/** The field of an input itself: labels and other blobs without axes after the channels have none. */
function ofInput(output: LayerBlob | undefined): Fields {
  return output ? ofBlob(output) : none;
}

const ofBlob = onceFor(({ name, shape }: LayerBlob): Fields => {
  const axes = spatialAxes(shape);
  return axes && axes.length > 0 ? new Map([[name, axes.map(() => samePosition)]]) : none;
});

const asList = onceFor((fields: Fields): readonly ReceptiveField[] =>
  [...fields].map(([input, axes]) => ({ input, axes })),
);

/** The fields of a layer, and what they were computed from. */
interface KnownFields {
  readonly setup: LayerSetup;
  readonly ofBottoms: readonly Fields[];
  readonly fields: Fields;
}

const latestFields = onceFor((_message: Message): KnownFields[] => []);

/** The number of fields kept for a layer: two states, before and after an edit. */
const mostKept = 4;

/**
 * The fields of a layer: the same object as before an edit that does not change them, so that an edit in one layer is
 * followed only as far as fields change.
 */
function knownFieldsOf(layer: Layer, ofBlobs: ReadonlyMap<string, Fields>): Fields {
  const { setup, message } = layer;
  const ofBottoms = layer.bottoms.map((bottom) => ofBlobs.get(bottom) ?? none);
  const latest = latestFields(message);
  const known = latest.find((each) => each.setup === setup && sameItems(each.ofBottoms, ofBottoms));
  if (known) return known.fields;
  const found = fieldsOf(layer, ofBottoms);
  const fields = latest.find((each) => sameFields(each.fields, found))?.fields ?? found;
  if (latest.length === mostKept) latest.shift();
  latest.push({ setup, ofBottoms, fields });
  return fields;
}

function sameFields(one: Fields, other: Fields): boolean {
  return (
    one.size === other.size &&
    [...one].every(([input, axes]) => other.has(input) && sameAxes(axes, other.get(input)))
  );
}

function sameAxes(one: Axes, other: Axes): boolean {
  if (!one || !other || one === 'all' || other === 'all') return one === other;
  return (
    one.length === other.length &&
    one.every(({ size, stride, start }, at) => {
      const axis = other[at];
      return axis?.size === size && axis.stride === stride && axis.start === start;
    })
  );
}

function fieldsOf(layer: Layer, ofBottoms: readonly Fields[]): Fields {
  const found = ofBottoms.map((inner, index) =>
    inner.size === 0 ? inner : seenThrough(inner, reachOf(layer, index)),
  );
  return found.length === 1 ? (found[0] ?? none) : joined(found);
}

/** The reach of a layer on one of its bottoms; undefined if it is unknown. */
function reachOf(layer: Layer, index: number): Axes | 'none' {
  const { definition, context } = layer;
  if (definition?.reach) return unlessStopped(() => definition.reach?.(context, index));
  if (!definition && !layer.automatic) return undefined;
  const [before, after] = [layer.inputs[index]?.shape, layer.outputs[0]?.shape].map(spatialAxes);
  if (!before || !after) return undefined;
  if (after.length === 0 || before.length === 0) return 'all';
  const same = before.length === after.length && before.every((dim, axis) => dim === after[axis]);
  const isPointwise = layer.automatic || pointwise.has(categoryOf(definition));
  return same && isPointwise ? before.map(() => samePosition) : undefined;
}

/** The categories of layers in which a position depends on the same position, unless their definition states a reach. */
const pointwise: ReadonlySet<LayerCategory> = new Set(['activation', 'joining', 'normalization', 'shape']);

/** The axes after the channels. */
function spatialAxes(shape: Shape | undefined) {
  return shape && hasRank(shape) ? shape.slice(2) : undefined;
}

function seenThrough(inner: Fields, reach: Axes | 'none'): Fields {
  if (reach === 'none') return none;
  return new Map([...inner].map(([input, axes]) => [input, composed(axes, reach)]));
}

function composed(inner: Axes, outer: Axes): Axes {
  if (inner === 'all' || (outer === 'all' && inner)) return 'all';
  if (!inner || !outer || outer === 'all') return undefined;
  // A rule for images may state fewer or more axes than an input has.
  return inner.length === outer.length
    ? inner.map((axis, at) => through(axis, outer[at] ?? samePosition))
    : undefined;
}

/** The fields on all branches; unknown if one is. */
function joined(branches: readonly Fields[]): Fields {
  const all = new Map<string, Axes>();
  for (const branch of branches) {
    for (const [input, axes] of branch) all.set(input, all.has(input) ? union(all.get(input), axes) : axes);
  }
  return all;
}

function union(one: Axes, other: Axes): Axes {
  if (!one || !other) return undefined;
  if (one === 'all' || other === 'all') return 'all';
  return one.map((axis, at) => together(axis, other[at] ?? axis));
}

/** The length of an input along the axes after its channels, if they are known. */
export function inputLengths(shape: Shape): readonly (number | undefined)[] {
  return (spatialAxes(shape) ?? []).map((dim) => (isKnown(dim) ? dim : undefined));
}
