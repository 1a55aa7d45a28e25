import assert from 'node:assert/strict';
import { test } from 'node:test';
import { OpenGroups } from '../../../client/webview/table/openGroups.ts';
import { rowHeight, rowsInView, rowsPerPage, scrollTo } from '../../../client/webview/table/rows.ts';
import { knownColumns, knownGrouping, knownSorting } from '../../../client/webview/table/stored.ts';
import { columnWidths } from '../../../client/webview/table/widths.ts';
import { row } from '../../features/summary/support/row.ts';

test('only the rows on the screen are drawn, and some around it', () => {
  const { from, to } = rowsInView(5000, 1000 * rowHeight, 20 * rowHeight);
  assert.ok(from <= 1000 && from > 950 && to >= 1020 && to < 1070);
  assert.deepEqual(rowsInView(3, 0, 500), { from: 0, to: 3 });
  assert.deepEqual(rowsInView(0, 0, 500), { from: 0, to: 0 });
  // After rows are removed, until the page has corrected the scroll position.
  assert.deepEqual(rowsInView(2, 5000, 500), { from: 2, to: 2 });
});

test('a row is scrolled into view, and not further', () => {
  const height = 10 * rowHeight;
  assert.equal(scrollTo(5, 0, height), 0);
  assert.equal(scrollTo(12, 0, height), 3 * rowHeight);
  assert.equal(scrollTo(2, 5 * rowHeight, height), 2 * rowHeight);
  assert.equal(scrollTo(2, 5 * rowHeight, 0), 2 * rowHeight);
  assert.ok(rowsPerPage(0) >= 1);
});

test('columns are as wide as their longest texts', () => {
  const measure = { usual: (text: string) => text.length * 7, bold: (text: string) => text.length * 8 };
  const rows = [row('a', { macs: 123_456_789_012 }), row('b'.repeat(30))];
  const [layer = 0, macs = 0] = columnWidths(['layer', 'macs'], rows, () => [], measure);
  assert.ok(layer > 30 * 7 && layer < 30 * 7 + 60);
  assert.ok(macs > '123,456,789,012'.length * 7);
  const sum = '≥ 123,456,789,012,345';
  const [, wider = 0] = columnWidths(['layer', 'macs'], rows, () => [sum], measure);
  assert.ok(wider > sum.length * 8);
  const [limited = 0] = columnWidths(['layer'], [row('b'.repeat(3000))], () => [], measure);
  assert.ok(limited <= 300);
});

test('groups are closed at first, and open while a filter is used', () => {
  const groups = new OpenGroups(['m1']);
  assert.deepEqual(
    [groups.isOpen('m1', false), groups.isOpen('m2', false), groups.isOpen('m2', true)],
    [true, false, true],
  );
  groups.toggle('m2', true);
  assert.ok(!groups.isOpen('m2', true));
  groups.filterChanged();
  assert.ok(groups.isOpen('m2', true));
  groups.setAll(['m1', 'm2'], false, false);
  assert.deepEqual(groups.opened, []);
});

test('what is stored may be of another version', () => {
  assert.deepEqual(knownColumns(['macs', 'type', 'gone']), ['layer', 'type', 'macs']);
  assert.equal(knownGrouping('gone'), null);
  assert.equal(knownSorting({ column: 'gone' as 'macs', reversed: false }), null);
  assert.deepEqual(knownSorting({ column: 'macs', reversed: true }), { column: 'macs', reversed: true });
});
