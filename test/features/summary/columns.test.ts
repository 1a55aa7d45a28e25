import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Row, sortedRows } from '../../../server/src/features/summary/columns.ts';
import { groupedRows, moduleOf } from '../../../server/src/features/summary/groups.ts';
import { formattedTable } from '../../../server/src/features/summary/tableFormats.ts';
import { row } from './support/row.ts';

const names = (rows: readonly Row[]) => rows.map(({ name }) => name);

test('rows by a number: the largest first, unknown ones last', () => {
  const rows = [
    row('a', { macs: 1 }),
    row('b', { macs: null }),
    row('c', { macs: 3 }),
    row('d', { macs: 1 }),
  ];
  assert.deepEqual(names(sortedRows(rows, 'macs')), ['c', 'a', 'd', 'b']);
});

test('rows by a number in reverse: the smallest first, unknown ones still last', () => {
  const rows = [row('a', { macs: 1 }), row('b', { macs: null }), row('c', { macs: 3 })];
  assert.deepEqual(names(sortedRows(rows, 'macs', true)), ['a', 'c', 'b']);
});

test('rows by a text: numbers inside names count as numbers', () => {
  assert.deepEqual(names(sortedRows([row('conv10'), row('conv9')], 'layer')), ['conv9', 'conv10']);
});

test('the module of a layer', () => {
  assert.deepEqual(
    ['inception_3a/1x1', 'res2a_branch2a', 'conv1_1', 'pool5', 'a/b/c', 'block_1_expand', '/x', ''].map(
      moduleOf,
    ),
    ['inception_3a', 'res2a', 'conv1', 'pool5', 'a', 'block_1', '/x', ''],
  );
});

test('groups have the sums of their layers, unknown if one is unknown', () => {
  const rows = [
    row('m1/a', { macs: 1, params: 2 }),
    row('m2/a', { macs: 5 }),
    row('m1/b', { type: 'Scale', macs: 2, params: null, topShapes: ['3'] }),
  ];
  const [first, second] = groupedRows(rows, 'module');
  assert.deepEqual(
    [first?.name, first?.type, first?.macs, first?.params, first?.topShapes],
    ['m1', '2 layers', 3, null, ['3']],
  );
  assert.deepEqual([second?.name, second?.type], ['m2', '1 × ReLU']);
  assert.deepEqual(names(groupedRows(rows, 'type')), ['ReLU', 'Scale']);
});

test('CSV has plain numbers and quotes what needs it', () => {
  const rows = [row('a,"b"', { params: 1234, macs: null }), row('=1+1', { params: 0, macs: 1 })];
  assert.equal(
    formattedTable(rows, ['layer', 'params', 'macs'], 'csv'),
    'Layer,Parameters,MACs per batch\n"a,""b""",1234,\n"\'=1+1",0,1\n',
  );
});

test('Markdown escapes no decimal points', () => {
  assert.equal(
    formattedTable([row('a', { memory: 1_600_000 })], ['memory'], 'markdown'),
    '| Memory |\n|--:|\n| 1.5 MiB |\n',
  );
});

test('Markdown escapes names', () => {
  assert.equal(
    formattedTable([row('a|b*', { params: 1234 })], ['layer', 'params'], 'markdown'),
    '| Layer | Parameters |\n|:--|--:|\n| a\\|b\\* | 1,234 |\n',
  );
});

test('LaTeX escapes names', () => {
  const table = formattedTable([row('a_1 & \\b', { topShapes: ['1×2'] })], ['layer', 'shape'], 'latex');
  assert.match(table, /^\\begin\{tabular\}\{ll\}$/mu);
  assert.match(table, /^ {2}a\\_1 \\& \\textbackslash\{\}b & 1\$\\times\$2 \\\\$/mu);
});
