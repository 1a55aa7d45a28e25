import type { Shape } from '../../shape/shape.ts';
import type { Member } from './members.ts';

/** A layer with the in-place layers that change its tops: one node of the graph. */
export interface Unit {
  readonly id: string;
  readonly main: Member;
  readonly inPlace: Member[];
}

/** A blob that flows from one unit to another. */
export interface Connection {
  readonly from: Unit;
  readonly to: Unit;
  readonly blob: string;
  /** Its shape in each state; undefined in a state without the connection. */
  readonly shapes: (Shape | undefined)[];
}

export interface Units {
  readonly units: readonly Unit[];
  readonly connections: readonly Connection[];
  /** For each unit, the tops that no layer reads: the last shape of each in every state. */
  readonly ends: ReadonlyMap<Unit, readonly (readonly Shape[])[]>;
}

/** The current value of a blob in a state. */
interface Value {
  readonly unit: Unit;
  readonly top: number;
  shape: Shape;
  isRead: boolean;
}

/** The current values of the blobs by their names, for each state. */
type Values = readonly Map<string, Value>[];

/**
 * Joins in-place layers with the producers of their blobs. An in-place layer after another consumer of the blob is a
 * unit of its own, since the other layer reads the blob as it was before.
 */
export function unitsOf(members: readonly Member[]): Units {
  const units: Unit[] = [];
  const connections: Connection[] = [];
  const latest: Values = (members[0]?.layers ?? []).map(() => new Map<string, Value>());
  const values: Value[] = [];
  const names = new Map<string, number>();
  for (const member of members) {
    const changed = changedBy(member, latest);
    const [producer] = changed;
    if (producer) producer.unit.inPlace.push(member);
    const unit = producer?.unit ?? { id: idOf(member, names), main: member, inPlace: [] };
    if (!producer) {
      units.push(unit);
      connections.push(...readBy(unit, latest));
    }
    const made = producer ? [] : valuesOf(unit, latest);
    values.push(...made);
    for (const [state, layer] of member.layers.entries()) {
      const value = latest[state]?.get(layer?.facts.tops[0] ?? '');
      // An in-place layer replaces the value that it changes.
      if (producer && layer && value) value.shape = layer.outputs[0]?.shape ?? value.shape;
    }
  }
  return { units, connections, ends: endsOf(values) };
}

/**
 * The values that a layer changes in place, one for each state with the layer: if it has no other bottoms or tops, no layer
 * has read the values, and they belong to one unit. Otherwise none.
 */
function changedBy({ layer: { facts }, layers }: Member, latest: Values): readonly Value[] {
  const [bottom, ...otherBottoms] = facts.bottoms;
  const [top, ...otherTops] = facts.tops;
  if (bottom === undefined || bottom !== top || otherBottoms.length + otherTops.length > 0) return [];
  const found = layers.flatMap((layer, state) => (layer ? [latest[state]?.get(bottom)] : []));
  const unit = found[0]?.unit;
  return unit && found.every((value) => value?.unit === unit && !value.isRead)
    ? found.filter((value) => value !== undefined)
    : [];
}

/** The connections to the values that a unit reads, each blob once; marks them as read. */
function readBy(to: Unit, latest: Values): Connection[] {
  const found = new Map<string, Map<Unit, Connection>>();
  const { layers } = to.main;
  for (const [state, layer] of layers.entries())
    for (const blob of layer?.facts.bottoms ?? []) {
      const value = latest[state]?.get(blob);
      if (!value) continue;
      value.isRead = true;
      const ofBlob = found.get(blob) ?? new Map<Unit, Connection>();
      found.set(blob, ofBlob);
      const connection = ofBlob.get(value.unit) ?? {
        from: value.unit,
        to,
        blob,
        shapes: layers.map(() => undefined),
      };
      ofBlob.set(value.unit, connection);
      connection.shapes[state] = value.shape;
    }
  return [...found.values()].flatMap((ofBlob) => [...ofBlob.values()]);
}

/** The values of the tops of a unit, which are the latest ones from now on. */
function valuesOf(unit: Unit, latest: Values): Value[] {
  return unit.main.layers.flatMap((layer, state) =>
    (layer?.outputs ?? []).map(({ shape }, top) => {
      const value = { unit, top, shape, isRead: false };
      latest[state]?.set(layer?.facts.tops[top] ?? '', value);
      return value;
    }),
  );
}

function idOf({ layer: { name } }: Member, names: Map<string, number>): string {
  const count = (names.get(name) ?? 0) + 1;
  names.set(name, count);
  return count === 1 ? `layer:${name}` : `layer${count}:${name}`;
}

function endsOf(values: readonly Value[]): Map<Unit, Shape[][]> {
  const ends = new Map<Unit, Shape[][]>();
  for (const { unit, top, shape, isRead } of values) {
    if (isRead) continue;
    const tops = ends.get(unit) ?? [];
    ends.set(unit, tops);
    tops[top] ??= [];
    tops[top].push(shape);
  }
  return ends;
}
