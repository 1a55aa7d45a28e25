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
  /** The number of a row, null if it is unknown; undefined for columns of text. */
  readonly number?: (row: Row) => number | null;
  /** The text of a row; a line for each top. */
  readonly text: (row: Row) => readonly string[];
}

export const columns: Readonly<Record<ColumnName, Column>> = {
  layer: { heading: 'Layer', text: (row) => [row.name] },
  type: { heading: 'Type', text: (row) => [row.type] },
  shape: { heading: 'Output shape', text: (row) => row.topShapes },
  params: counted('Parameters', (row) => row.params),
  weights: counted('Weights', (row) => row.weights),
  biases: counted('Biases', (row) => row.biases),
  statistics: counted('Statistics', (row) => row.statistics),
  trainable: counted('Trainable', (row) => row.trainable),
  macs: counted('MACs per batch', (row) => row.macs),
  operations: counted('Other operations', (row) => row.operations),
  connections: counted('Connections', (row) => row.connections),
  memory: {
    heading: 'Memory',
    number: (row) => row.memory,
    text: (row) => [row.memory === 0 ? none : formatBytes(row.memory)],
  },
  field: { heading: 'Receptive field', text: (row) => [row.field || none] },
};

/** Shown for 0, and for layers to which a column does not apply. */
const none = '–';

function counted(heading: string, number: (row: Row) => number | null): Column {
  return {
    heading,
    number,
    text(row) {
      const count = number(row);
      return [count === 0 ? none : formatCount(count)];
    },
  };
}

/** The rows by a column: the largest numbers first, unknown ones at the end; texts in alphabetical order. */
export function sortedRows<R extends Row>(rows: readonly R[], by: ColumnName): readonly R[] {
  const { number, text } = columns[by];
  if (number) return rows.toSorted((one, other) => (number(other) ?? -1) - (number(one) ?? -1));
  const key = (row: R) => text(row).join(' ');
  return rows.toSorted((one, other) => key(one).localeCompare(key(other), 'en', { numeric: true }));
}
