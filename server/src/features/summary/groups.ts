import { groupPairs } from '../../memo/lists.ts';
import type { Row } from './columns.ts';

/** How rows are grouped: by type, or by the module that the names of layers indicate. */
export const groupings = ['type', 'module'] as const;

export type Grouping = (typeof groupings)[number];

/** A row for each group of layers, in the order of their first layers, with the sums of the numbers. */
export function groupedRows(rows: readonly Row[], by: Grouping): readonly Row[] {
  const groups = groupPairs(rows.map((row) => [by === 'type' ? row.type : moduleOf(row.name), row] as const));
  return [...groups].map(([name, members]) => groupRow(name, members));
}

/**
 * The module of a layer by its name: the part before the last `/` (`inception_3a/1x1`), or before the first `_` that
 * follows a digit (`res2a_branch1`, `conv1_1`); otherwise the name.
 */
export function moduleOf(name: string): string {
  const slash = name.lastIndexOf('/');
  if (slash > 0) return name.slice(0, slash);
  const parts = name.split('_');
  const numbered = parts.slice(0, -1).findIndex((part) => /\d/u.test(part));
  return numbered < 0 ? name : parts.slice(0, numbered + 1).join('_');
}

function groupRow(name: string, members: readonly Row[]): Row {
  const last = members.at(-1);
  const types = new Set(members.map(({ type }) => type));
  return {
    name,
    type: types.size === 1 ? `${members.length} × ${last?.type}` : `${members.length} layers`,
    tops: last?.tops ?? [],
    topShapes: last?.topShapes ?? [],
    weights: sum(members, (row) => row.weights),
    biases: sum(members, (row) => row.biases),
    statistics: sum(members, (row) => row.statistics),
    params: sum(members, (row) => row.params),
    trainable: sum(members, (row) => row.trainable),
    macs: sum(members, (row) => row.macs),
    operations: sum(members, (row) => row.operations),
    connections: sum(members, (row) => row.connections),
    memory: sum(members, (row) => row.memory),
    field: last?.field ?? '',
  };
}

function sum(rows: readonly Row[], number: (row: Row) => number | null): number | null {
  return rows.reduce<number | null>((total, row) => {
    const value = number(row);
    return total === null || value === null ? null : total + value;
  }, 0);
}
