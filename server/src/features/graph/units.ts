import type { Layer } from '../../net/net.ts';
import type { Shape } from '../../shape/shape.ts';

/** A layer with the in-place layers that change its tops: one node of the graph. */
export interface Unit {
  readonly id: string;
  readonly main: Layer;
  readonly inPlace: Layer[];
}

/** A blob that flows from one unit to another. */
export interface Connection {
  readonly from: Unit;
  readonly to: Unit;
  readonly blob: string;
  readonly shape: Shape;
}

export interface Units {
  readonly units: readonly Unit[];
  readonly connections: readonly Connection[];
  /** The last shapes of the tops that no layer reads, by their unit. */
  readonly ends: ReadonlyMap<Unit, readonly Shape[]>;
}

/** The current value of a blob. */
interface Value {
  readonly unit: Unit;
  shape: Shape;
  isRead: boolean;
}

/**
 * Joins in-place layers with the producers of their blobs. An in-place layer after another consumer of the blob is a
 * unit of its own, since the other layer reads the blob as it was before.
 */
export function unitsOf(layers: readonly Layer[]): Units {
  const units: Unit[] = [];
  const connections: Connection[] = [];
  const latest = new Map<string, Value>();
  const values: Value[] = [];
  const names = new Map<string, number>();
  for (const layer of layers) {
    const producer = inPlaceOf(layer, latest);
    if (producer) producer.unit.inPlace.push(layer);
    const unit = producer?.unit ?? { id: idOf(layer, names), main: layer, inPlace: [] };
    if (!producer) {
      units.push(unit);
      for (const { from, blob } of readBy(layer, latest))
        connections.push({ from: from.unit, to: unit, blob, shape: from.shape });
    }
    for (const [index, { shape }] of layer.outputs.entries()) {
      const value = { unit, shape, isRead: false };
      // An in-place layer replaces the value that it changes.
      if (producer) producer.shape = shape;
      else {
        values.push(value);
        latest.set(layer.facts.tops[index] ?? '', value);
      }
    }
  }
  return { units, connections, ends: endsOf(values) };
}

/** The value that a layer changes in place, if it has no other bottoms or tops and no layer has read the value. */
function inPlaceOf({ facts }: Layer, latest: ReadonlyMap<string, Value>): Value | undefined {
  const [bottom, ...otherBottoms] = facts.bottoms;
  const [top, ...otherTops] = facts.tops;
  if (bottom === undefined || bottom !== top || otherBottoms.length + otherTops.length > 0) return undefined;
  const value = latest.get(bottom);
  return value?.isRead ? undefined : value;
}

/** The values that a layer reads, each blob once; marks them as read. */
function readBy(
  { facts }: Layer,
  latest: ReadonlyMap<string, Value>,
): { readonly from: Value; readonly blob: string }[] {
  return [...new Set(facts.bottoms)].flatMap((blob) => {
    const from = latest.get(blob);
    if (!from) return [];
    from.isRead = true;
    return [{ from, blob }];
  });
}

function idOf({ name }: Layer, names: Map<string, number>): string {
  const count = (names.get(name) ?? 0) + 1;
  names.set(name, count);
  return count === 1 ? `layer:${name}` : `layer${count}:${name}`;
}

function endsOf(values: readonly Value[]): Map<Unit, Shape[]> {
  const ends = new Map<Unit, Shape[]>();
  for (const { unit, shape, isRead } of values)
    if (!isRead) ends.set(unit, [...(ends.get(unit) ?? []), shape]);
  return ends;
}
