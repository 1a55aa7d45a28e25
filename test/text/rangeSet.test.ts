import assert from 'node:assert/strict';
import { test } from 'node:test';
import { RangeSet } from '../../server/src/text/rangeSet.ts';

const range = (start: number, end: number) => ({ start, end });

test('a range touches those that it overlaps or meets', () => {
  const set = new RangeSet();
  set.add(range(10, 12));
  set.add(range(2, 4));
  for (const [start, end] of [
    [0, 2],
    [3, 3],
    [4, 9],
    [12, 20],
    [0, 30],
  ] as const)
    assert.equal(set.touches(range(start, end)), true, `${start}–${end}`);
  for (const [start, end] of [
    [0, 1],
    [5, 9],
    [13, 20],
  ] as const)
    assert.equal(set.touches(range(start, end)), false, `${start}–${end}`);
});

test('ranges that touch are joined', () => {
  const set = new RangeSet();
  set.add(range(0, 1));
  set.add(range(4, 6));
  set.add(range(1, 4));
  assert.equal(set.touches(range(2, 3)), true);
  assert.equal(set.touches(range(7, 8)), false);
});
