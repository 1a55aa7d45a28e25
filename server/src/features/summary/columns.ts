import { formatBytes, formatCount } from '../numbers.ts';
import type { SummaryRow } from '../types.ts';

/** A row without its range, which the server and the client represent differently. */
export type Row = Omit<SummaryRow, 'range'>;

/** The columns of the table, in their usual order. */
export const columnNames = [
  'layer',
  'type',
  'shape',
  'params',
  'weights',
  'biases',
  'statistics',
  'trainable',
  'macs',
  'operations',
  'connections',
  'memory',
  'field',
] as const;

export type ColumnName = (typeof columnNames)[number];

/** The columns that are shown by default: they fit a width of 100 for most nets. */
export const usualColumns: readonly ColumnName[] = ['layer', 'type', 'shape', 'params', 'macs', 'field'];

export interface Column {
  readonly heading: string;
  /** What it shows, in a sentence. */
  readonly about: string;
  /** The number of a row, null if it is unknown; undefined for columns of text. */
  readonly number?: (row: Row) => number | null;
  /** The text of a number. */
  readonly format?: (number: number | null) => string;
  /** The text of a row; a line for each top. */
  readonly text: (row: Row) => readonly string[];
}

export const columns: Readonly<Record<ColumnName, Column>> = {
  layer: { heading: 'Layer', about: 'The name of the layer.', text: (row) => [row.name] },
  type: { heading: 'Type', about: 'The type of the layer.', text: (row) => [row.type] },
  shape: { heading: 'Output shape', about: 'The shape of each top.', text: (row) => row.topShapes },
  params: counted('Parameters', 'All values that Caffe stores for the layer.', (row) => row.params),
  weights: counted('Weights', 'Parameters that are multiplied with inputs.', (row) => row.weights),
  biases: counted('Biases', 'Parameters that are added to a result.', (row) => row.biases),
  statistics: counted(
    'Statistics',
    'Values that are stored but not learned, such as those of BatchNorm.',
    (row) => row.statistics,
  ),
  trainable: counted('Trainable', 'Parameters that training changes.', (row) => row.trainable),
  macs: counted('MACs per batch', 'Multiply-accumulates for the whole batch.', (row) => row.macs),
  operations: counted(
    'Other operations',
    'Additions, comparisons and functions for the whole batch.',
    (row) => row.operations,
  ),
  connections: counted(
    'Connections',
    'Uses of a weight or bias for one value of a top, for the whole batch.',
    (row) => row.connections,
  ),
  memory: numeric(
    'Memory',
    'The size of the tops for the whole batch; none for tops that are the memory of a bottom.',
    (row) => row.memory,
    formatBytes,
  ),
  field: {
    heading: 'Receptive field',
    about: 'The part of the input on which a value of the top depends, in pixels.',
    text: (row) => [row.field || none],
  },
};

/** Shown for 0, and for layers to which a column does not apply. */
const none = '–';

function counted(heading: string, about: string, number: (row: Row) => number | null): Column {
  return numeric(heading, about, number, formatCount);
}

function numeric(
  heading: string,
  about: string,
  number: (row: Row) => number | null,
  formatOf: (number: number | null) => string,
): Column {
  const format = (value: number | null) => (value === 0 ? none : formatOf(value));
  return { heading, about, number, format, text: (row) => [format(number(row))] };
}

/** The order of rows by a column. */
export interface Sorting {
  readonly column: ColumnName;
  /** The smallest numbers first, texts in reverse order. */
  readonly reversed: boolean;
}

/** Created on demand, because comparing without it is slow for many rows. */
let collator: Intl.Collator | undefined;

/** The rows by a column: the largest numbers first; texts in alphabetical order. Unknown numbers are always at the end. */
export function sortedRows<R extends Row>(
  rows: readonly R[],
  by: ColumnName,
  reversed = false,
): readonly R[] {
  return sortedBy(rows, (row) => row, { column: by, reversed });
}

/** Items that have a row, by a column of their rows. */
export function sortedBy<T>(
  items: readonly T[],
  rowOf: (item: T) => Row,
  { column, reversed }: Sorting,
): readonly T[] {
  const { number, text } = columns[column];
  const sign = reversed ? -1 : 1;
  if (number) {
    const keyed = items.map((item) => ({ item, key: number(rowOf(item)) }));
    return keyed.sort((one, other) => byNumber(one.key, other.key, sign)).map(({ item }) => item);
  }
  collator ??= new Intl.Collator('en', { numeric: true });
  const { compare } = collator;
  const keyed = items.map((item) => ({ item, key: text(rowOf(item)).join(' ') }));
  return keyed.sort((one, other) => sign * compare(one.key, other.key)).map(({ item }) => item);
}

function byNumber(one: number | null, other: number | null, sign: number): number {
  if (one === null || other === null) return Number(one === null) - Number(other === null);
  return sign * (other - one);
}
