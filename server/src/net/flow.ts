import { onceFor } from '../memo/onceFor.ts';
import type { Wire, Wires } from './splits.ts';

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
  readonly readers: readonly (readonly number[])[];
}

function follow(wires: readonly Wire[]): Flow {
  const latest = new Map<string, Source>();
  const readers: number[][] = wires.map(() => []);
  const sources = wires.map(({ bottoms, tops }, wire) => {
    const own = bottoms.map((name) => latest.get(name));
    for (const source of own) if (source) readers[source.wire]?.push(wire);
    for (const [top, name] of tops.entries()) latest.set(name, { wire, top });
    return own;
  });
  return { sources, readers };
}

const memory = onceFor((_connections: object): { flow?: Flow } => ({}));

/** The flow of wires; wires with the same connections share it. */
export function flowOf({ connections, wires }: Wires): Flow {
  const known = memory(connections);
  known.flow ??= follow(wires);
  return known.flow;
}
