import assert from 'node:assert/strict';
import { test } from 'node:test';
import { namedRows, rowPlaces } from '../../../server/src/features/summary/namedRows.ts';
import { row } from './support/row.ts';

test('layers with the same name have different ids, which their places have too', () => {
  const range = { start: 0, end: 1 };
  const rows = ['a', 'b', 'a', 'a'].map((name) => ({ ...row(name), range }));
  const ids = namedRows(rows).map(({ id }) => id);
  assert.equal(new Set(ids).size, 4);
  assert.deepEqual(ids.slice(0, 2), ['a', 'b']);
  assert.ok(namedRows(rows).every((each) => !('range' in each)));
  assert.deepEqual(
    rowPlaces(rows),
    ids.map((id) => ({ id, ranges: [range] })),
  );
});
