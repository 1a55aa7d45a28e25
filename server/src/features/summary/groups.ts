import { groupPairs } from '../../memo/lists.ts';
import { onceFor } from '../../memo/onceFor.ts';
import { prefixesOf } from '../moduleNames.ts';
import type { Row } from './columns.ts';
import { mapCounts } from './countNames.ts';

/** How rows are grouped: by type, or by the module that the names of layers indicate. */
export const groupings = ['type', 'module'] as const;

export type Grouping = (typeof groupings)[number];

/** Layers that belong together, and the row with the sums of their numbers. */
export interface RowGroup<R extends Row> {
  readonly row: Row;
  readonly members: readonly R[];
}

/** A row for each group of layers, in the order of their first layers, with the sums of the numbers. */
export function groupedRows(rows: readonly Row[], by: Grouping): readonly Row[] {
  return groupsOf(rows, by).map(({ row }) => row);
}

/** The groups of layers, in the order of their first layers. */
export function groupsOf<R extends Row>(rows: readonly R[], by: Grouping): readonly RowGroup<R>[] {
  const groups = groupPairs(rows.map((row) => [groupName(row, by), row] as const));
  return [...groups].map(([name, members]) => ({ row: sumRow(name, members), members }));
}

/** The name of the group of a row. */
export function groupName(row: Row, by: Grouping): string {
  return by === 'type' ? row.type : moduleOfRow(row);
}

const moduleOfRow = onceFor((row: Row) => moduleOf(row.name));

/** The outermost module that the name of a layer indicates: `inception_3a`, `res2a`; otherwise the name. */
export function moduleOf(name: string): string {
  return prefixesOf(name)[0] ?? name;
}

/** One row for several layers: the sums of their numbers, and the shapes of the last one. */
export function sumRow(name: string, members: readonly Row[]): Row {
  const last = members.at(-1);
  const types = new Set(members.map(({ type }) => type));
  return {
    name,
    type: types.size === 1 ? `${members.length} × ${last?.type}` : `${members.length} layers`,
    bottoms: members[0]?.bottoms ?? [],
    tops: last?.tops ?? [],
    topShapes: last?.topShapes ?? [],
    ...mapCounts((name) => sum(members, (row) => row[name])),
    field: last?.field ?? '',
  };
}

function sum(rows: readonly Row[], number: (row: Row) => number | null): number | null {
  return rows.reduce<number | null>((total, row) => {
    const value = number(row);
    return total === null || value === null ? null : total + value;
  }, 0);
}
