import type { PartPlace, SummaryRow } from '../types.ts';
import type { Row } from './columns.ts';

/** A row with a name of its own, also if several layers have the same name. */
export interface NamedRow extends Row {
  readonly id: string;
}

/** The rows of a summary with their ids: the names of the layers, with a number if rows before have the same name. */
export function namedRows(rows: readonly SummaryRow[]): NamedRow[] {
  const ids = rowIds(rows.map(({ name }) => name));
  return rows.map(({ range: _, ...row }, index) => ({ ...row, id: ids[index] ?? '' }));
}

/** The ranges of the layers of rows by their ids. */
export function rowPlaces(rows: readonly SummaryRow[]): PartPlace[] {
  const ids = rowIds(rows.map(({ name }) => name));
  return rows.map(({ range }, index) => ({ id: ids[index] ?? '', ranges: [range] }));
}

function rowIds(names: readonly string[]): readonly string[] {
  const counts = new Map<string, number>();
  return names.map((name) => {
    const count = (counts.get(name) ?? 0) + 1;
    counts.set(name, count);
    // A line break is not part of a name that is shown.
    return count === 1 ? name : `${name}\n${count}`;
  });
}
