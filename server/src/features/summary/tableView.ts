import type { NetTotals } from '../types.ts';
import { type ColumnName, columnNames, columns, type Row, type Sorting, sortedBy } from './columns.ts';
import { type CountName, mapCounts } from './countNames.ts';
import { type Grouping, groupsOf, type RowGroup, sumRow } from './groups.ts';

/** What an interactive table shows of the rows of a net, and in which order. */

/** How a user looks at a table. */
export interface TableView {
  /** Null for the order of the file. */
  readonly sorting: Sorting | null;
  /** Words of which each has to be in the name, the type or a blob of a layer. */
  readonly filter: string;
  readonly grouping: Grouping | null;
  /** Whether the rows of a group are shown. */
  readonly isOpen: (group: string) => boolean;
}

/** A line of the table: a layer, or a group with the sums of its layers. */
export type TableItem<R extends Row> =
  | { readonly kind: 'layer'; readonly row: R; readonly level: 1 | 2; readonly group: string | null }
  | {
      readonly kind: 'group';
      readonly row: Row;
      readonly group: string;
      readonly members: readonly R[];
      readonly isOpen: boolean;
    };

/** The lines of a table, from the first to the last. */
export function tableItems<R extends Row>(rows: readonly R[], view: TableView): readonly TableItem<R>[] {
  const { grouping, sorting } = view;
  const shown = filteredRows(rows, view.filter);
  if (!grouping) return sorted(shown, sorting, (row) => row).map((row) => layerItem(row, null));
  const groups = sorted(groupsOf(shown, grouping), sorting, ({ row }) => row);
  return groups.flatMap((group) => groupItems(group, view));
}

/** The rows in which each word of a filter is found, in upper or lower case. */
export function filteredRows<R extends Row>(rows: readonly R[], filter: string): readonly R[] {
  const words = filter.toLowerCase().split(/\s+/u).filter(Boolean);
  if (words.length === 0) return rows;
  return rows.filter((row) => {
    // Words contain no line breaks, so none is found across two names.
    const text = [row.name, row.type, ...row.bottoms, ...row.tops].join('\n').toLowerCase();
    return words.every((word) => text.includes(word));
  });
}

function sorted<T>(items: readonly T[], sorting: Sorting | null, rowOf: (item: T) => Row): readonly T[] {
  return sorting ? sortedBy(items, rowOf, sorting) : items;
}

function groupItems<R extends Row>(
  { row, members }: RowGroup<R>,
  { grouping, sorting, isOpen }: TableView,
): TableItem<R>[] {
  const group = row.name;
  const [only, ...others] = members;
  // A module of one layer is the layer itself.
  if (grouping === 'module' && only && others.length === 0) return [layerItem(only, null)];
  const head = { kind: 'group', row, group, members, isOpen: isOpen(group) } as const;
  if (!head.isOpen) return [head];
  return [head, ...sorted(members, sorting, (member) => member).map((member) => layerItem(member, group))];
}

function layerItem<R extends Row>(row: R, group: string | null): TableItem<R> {
  return { kind: 'layer', row, level: group === null ? 1 : 2, group };
}

/** The largest number of each column of numbers: the length of a full bar. */
export function largestNumbers(rows: readonly Row[]): ReadonlyMap<ColumnName, number> {
  const largest = new Map<ColumnName, number>();
  for (const name of columnNames) {
    const { number } = columns[name];
    if (number)
      largest.set(
        name,
        rows.reduce((most, row) => Math.max(most, number(row) ?? 0), 0),
      );
  }
  return largest;
}

/** The totals of a net that belong to a column. */
export type ColumnTotals = Pick<NetTotals, Exclude<CountName, 'memory'> | 'activationBytes'>;

/** The totals of a whole net as a row: values that layers share count once. */
export function totalRow(totals: ColumnTotals, rows: readonly Row[]): Row {
  const counts = mapCounts((name) => totals[name === 'memory' ? 'activationBytes' : name]);
  const shown = { bottoms: [], tops: [], topShapes: [], field: '' };
  return { ...shown, name: 'Total', type: layersText(rows.length), ...counts };
}

/** The sums of some rows of a net. */
export function partRow(part: readonly Row[], all: readonly Row[]): Row {
  const type = `${part.length} of ${layersText(all.length)}`;
  return { ...sumRow('Total', part), type, topShapes: [], field: '' };
}

function layersText(count: number): string {
  return count === 1 ? '1 layer' : `${count} layers`;
}

/** The text of a column in a row of sums. If numbers of some rows are unknown, the others are a lower bound: `≥ 520`. */
export function sumText(name: ColumnName, sum: Row, rows: readonly Row[]): string {
  const { number, format, text } = columns[name];
  if (!number || !format) return name === 'field' ? '' : text(sum).join(', ');
  if (number(sum) !== null) return format(number(sum));
  const least = rows.reduce((total, row) => total + (number(row) ?? 0), 0);
  return least === 0 ? format(null) : `≥ ${format(least)}`;
}
