import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { Memo } from '../../server/src/memo/memo.ts';

interface Item {
  readonly value: number;
}

const item = fc.integer({ min: 0, max: 5 }).map((value): Item => ({ value }));

/** Versions of a list: each edit removes a few items and inserts a few. */
const lists = fc
  .tuple(
    fc.array(item, { maxLength: 12 }),
    fc.array(fc.tuple(fc.nat(12), fc.nat(3), fc.array(item, { maxLength: 3 })), { maxLength: 6 }),
  )
  .map(([first, edits]) => {
    const all = [first];
    for (const [at, removed, added] of edits) {
      const next = [...(all.at(-1) ?? [])];
      next.splice(Math.min(at, next.length), removed, ...added);
      all.push(next);
    }
    return all;
  });

const double = ({ value }: Item) => 2 * value;
const copies = ({ value }: Item) => new Array<number>(value % 3).fill(value);
const isLarge = ({ value }: Item) => value > 2;
const counts = ({ value }: Item) => [1, value];

test('after any edits, a memo returns the same results as a new computation', () => {
  fc.assert(
    fc.property(lists, (all) => {
      let memo = new Memo();
      for (const list of all) {
        memo = new Memo(memo);
        assert.deepEqual(memo.map(list, double), list.map(double));
        assert.deepEqual(memo.flatMap(list, copies), list.flatMap(copies));
        assert.deepEqual(memo.filter(list, isLarge), list.filter(isLarge));
        const total = list.reduce((sum, { value }) => sum + value, 0);
        const sums = memo.sum(list, counts);
        assert.deepEqual([sums[0] ?? 0, sums[1] ?? 0], [list.length, total]);
      }
    }),
  );
});

test('results of unchanged items are not computed again', () => {
  const list = Array.from({ length: 100 }, (_, value): Item => ({ value }));
  let asked = 0;
  const work = ({ value }: Item) => {
    asked++;
    return value;
  };
  const before = new Memo();
  before.map(list, work);
  assert.equal(asked, 100);
  const after = new Memo(before);
  after.map([...list.slice(0, 50), { value: 7 }, ...list.slice(51)], work);
  assert.equal(asked, 101);
});

test('an unchanged result is the same object', () => {
  const list: readonly Item[] = [{ value: 1 }, { value: 4 }];
  const before = new Memo();
  const large = before.filter(list, isLarge);
  const after = new Memo(before);
  assert.equal(after.filter([{ value: 2 }, ...list.slice(1)], isLarge), large);
  assert.equal(after.map(list, double), new Memo(after).map(list, double));
});

test('parts are separate', () => {
  const before = new Memo();
  const [one, other] = [{}, {}];
  before.part(one).keep('net', 1);
  before.part(other).keep('net', 2);
  const after = new Memo(before);
  assert.equal(after.part(one).last('net'), 1);
  assert.equal(after.part(other).last('net'), 2);
  assert.equal(new Memo(after).part(one).last('net'), undefined);
});
