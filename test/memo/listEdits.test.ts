import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { editsOf, listEdits, withEdits, withEditsOf } from '../../server/src/memo/listEdits.ts';
import { sameData } from '../../server/src/memo/sameData.ts';

const item = (name: string) => ({ name, sizes: [name.length, null] });
const list = (names: string) => [...names].map(item);

test('changed items of a list of the same length', () => {
  const edits = listEdits(list('abcde'), list('xycdz'));
  assert.deepEqual(edits, [
    { start: 0, deleteCount: 2, items: list('xy') },
    { start: 4, deleteCount: 1, items: list('z') },
  ]);
});

test('added and removed items', () => {
  assert.deepEqual(listEdits(list('abd'), list('abcd')), [{ start: 2, deleteCount: 0, items: list('c') }]);
  assert.deepEqual(listEdits(list('aa'), list('a')), [{ start: 1, deleteCount: 1, items: [] }]);
  assert.deepEqual(listEdits([], list('a')), [{ start: 0, deleteCount: 0, items: list('a') }]);
});

test('edits lead from any list to any other, and keep the items that do not change', () => {
  const items = fc.array(fc.constantFrom('a', 'b', 'cc').map(item), { maxLength: 8 });
  fc.assert(
    fc.property(items, items, (before, after) => {
      const result = withEdits(before, listEdits(before, after));
      assert.deepEqual(result, after);
      if (sameData(before[0], after[0])) assert.equal(result[0], before[0]);
    }),
  );
  const same = list('ab');
  assert.equal(withEdits(same, listEdits(same, list('ab'))), same);
});

test('several lists', () => {
  const before = { rows: list('ab'), names: ['a'] };
  const after = { rows: list('ac'), names: ['a', 'b'] };
  assert.deepEqual(withEditsOf(before, editsOf(before, after)), after);
  assert.deepEqual(withEditsOf(undefined, editsOf(undefined, after)), after);
});

test('plain data is equal if its values are; undefined is like a missing property', () => {
  assert.ok(sameData({ a: [1, { b: null }], c: undefined }, { a: [1, { b: null }] }));
  assert.ok(sameData(Number.NaN, Number.NaN));
  for (const other of [
    { a: [1, { b: 0 }] },
    { a: [1] },
    { a: { 0: 1, 1: { b: null } } },
    { b: 1 },
    null,
    'a',
  ])
    assert.ok(!sameData({ a: [1, { b: null }] }, other));
});
