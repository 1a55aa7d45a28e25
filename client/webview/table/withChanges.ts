import type { NamedRow, RowChange } from '../../src/table/tableMessages.ts';

/** The rows after changes. */
export function withChanges(rows: readonly NamedRow[], changes: readonly RowChange[]): readonly NamedRow[] {
  const copy = rows.slice();
  for (const { index, row } of changes) copy[index] = row;
  return copy;
}
