import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Row } from '../../../server/src/features/summary/columns.ts';
import {
  filteredRows,
  largestNumbers,
  partRow,
  sumText,
  type TableView,
  tableItems,
  totalRow,
} from '../../../server/src/features/summary/tableView.ts';
import { row } from './support/row.ts';

const rows = [
  row('data', { type: 'Input' }),
  row('m1/a', { type: 'Convolution', bottoms: ['data'], macs: 5, params: 7 }),
  row('m1/b', { macs: 1 }),
  row('m2/a', { type: 'Convolution', bottoms: ['m1/b'], macs: 9, params: null }),
];

const plain: TableView = { sorting: null, filter: '', grouping: null, isOpen: () => true };

/** The lines of a table, layers of groups with an indent. */
function shown(view: Partial<TableView>): string[] {
  return tableItems(rows, { ...plain, ...view }).map((item) => {
    if (item.kind === 'group') return `${item.isOpen ? '-' : '+'} ${item.row.name}`;
    return `${'  '.repeat(item.level - 1)}${item.row.name}`;
  });
}

test('a line for each layer, in the order of the file', () => {
  assert.deepEqual(shown({}), ['data', 'm1/a', 'm1/b', 'm2/a']);
});

test('lines by a column', () => {
  assert.deepEqual(shown({ sorting: { column: 'macs', reversed: false } }), ['m2/a', 'm1/a', 'm1/b', 'data']);
  assert.deepEqual(shown({ sorting: { column: 'layer', reversed: true } }), ['m2/a', 'm1/b', 'm1/a', 'data']);
});

test('each word of a filter is in the name, the type or a blob', () => {
  const found = (filter: string) => filteredRows(rows, filter).map(({ name }) => name);
  assert.deepEqual(found('CONV'), ['m1/a', 'm2/a']);
  assert.deepEqual(found(' conv  m2 '), ['m2/a']);
  assert.deepEqual(found('data'), ['data', 'm1/a']);
  assert.deepEqual(found('(.*'), []);
  assert.equal(filteredRows(rows, ' '), rows);
});

test('modules: a layer of its own is not a group', () => {
  assert.deepEqual(shown({ grouping: 'module' }), ['data', '- m1', '  m1/a', '  m1/b', 'm2/a']);
  assert.deepEqual(shown({ grouping: 'module', isOpen: () => false }), ['data', '+ m1', 'm2/a']);
});

test('types, in which one layer is a group too', () => {
  assert.deepEqual(shown({ grouping: 'type', isOpen: (group) => group === 'ReLU' }), [
    '+ Input',
    '+ Convolution',
    '- ReLU',
    '  m1/b',
  ]);
});

test('groups are sorted by their sums, and the layers in them', () => {
  assert.deepEqual(shown({ grouping: 'module', sorting: { column: 'macs', reversed: true } }), [
    'data',
    '- m1',
    '  m1/b',
    '  m1/a',
    'm2/a',
  ]);
});

test('a filter leaves out layers of groups, and empty groups', () => {
  assert.deepEqual(shown({ grouping: 'type', filter: 'm1/b' }), [
    '- ReLU',
    '  m1/b',
    '- Convolution',
    '  m2/a',
  ]);
});

test('a full bar is the largest known number', () => {
  const largest = largestNumbers(rows);
  assert.deepEqual([largest.get('macs'), largest.get('params'), largest.get('type')], [9, 7, undefined]);
});

test('the totals of a net, and the sums of a part', () => {
  const sums = { weights: 1, biases: 2, statistics: 3, params: 6, trainable: 3 };
  const totals = { ...sums, macs: 15, operations: 0, connections: 0, activationBytes: 2048 };
  const total = totalRow(totals, rows);
  const texts = (sum: Row, of: readonly Row[]) =>
    (['layer', 'type', 'shape', 'macs', 'memory', 'field'] as const).map((name) => sumText(name, sum, of));
  assert.deepEqual(texts(total, rows), ['Total', '4 layers', '', '15', '2 KiB', '']);
  const part = rows.slice(1, 3);
  assert.deepEqual(texts(partRow(part, rows), part), ['Total', '2 of 4 layers', '', '6', '–', '']);
});

test('with unknown numbers, a sum is a lower bound, and unknown without a known one', () => {
  const part = rows.slice(1);
  assert.equal(sumText('params', partRow(part, rows), part), '≥ 7');
  const unknown = [row('a', { params: null })];
  assert.equal(sumText('params', partRow(unknown, rows), unknown), '?');
});
