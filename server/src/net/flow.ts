import { onceFor } from '../memo/onceFor.ts';
import type { ConnectedLayer, ConnectedLayers } from './connect.ts';

/** A top of a layer, by the index of its wire. */
interface Source {
  readonly wire: number;
  readonly top: number;
}

/**
 * How shapes flow through a net whose blobs have one producer at a time, Split layers included; by indices of wires.
 */
export interface Flow {
  /** For each wire, the tops that its bottoms read. */
  readonly sources: readonly (readonly (Source | undefined)[])[];
  /** For each wire, the wires that read it. */
  readonly consumers: readonly (readonly number[])[];
}

function follow(wires: readonly ConnectedLayer[]): Flow {
  const latest = new Map<string, Source>();
  const consumers: number[][] = wires.map(() => []);
  const sources = wires.map(({ bottoms, tops }, wire) => {
    const own = bottoms.map((name) => latest.get(name));
    for (const source of own) if (source) consumers[source.wire]?.push(wire);
    for (const [top, name] of tops.entries()) latest.set(name, { wire, top });
    return own;
  });
  return { sources, consumers };
}

const memory = onceFor((_connections: object): { flow?: Flow } => ({}));

/** The flow of wires; wires with the same connections share it. */
export function flowOf({ connections, layers }: ConnectedLayers): Flow {
  const known = memory(connections);
  known.flow ??= follow(layers);
  return known.flow;
}
