import type { NamedRow, RowChange } from './tableMessages.ts';

/** The rows that an edit changed; undefined if layers were added, removed, moved or renamed. */
export function rowChanges(
  before: readonly NamedRow[],
  after: readonly NamedRow[],
): readonly RowChange[] | undefined {
  if (before.length !== after.length) return undefined;
  const changes: RowChange[] = [];
  for (const [index, row] of after.entries()) {
    const old = before[index];
    if (old?.id !== row.id) return undefined;
    if (!sameRow(old, row)) changes.push({ index, row });
  }
  return changes;
}

function sameRow(one: NamedRow, other: NamedRow): boolean {
  return (Object.keys(other) as (keyof NamedRow)[]).every((key) => sameValue(one[key], other[key]));
}

function sameValue(one: NamedRow[keyof NamedRow], other: NamedRow[keyof NamedRow]): boolean {
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null)
    return one === other;
  return one.length === other.length && one.every((item, index) => item === other[index]);
}
