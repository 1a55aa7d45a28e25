import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type MatchedLayer, matchLayers } from '../../../server/src/features/compare/matchLayers.ts';

let reads = 0;

/** A chain of layers that counts how often they are read. */
function chain(
  count: number,
  nameOf: (index: number) => string,
  contentOf: (index: number) => string,
): MatchedLayer[] {
  return Array.from({ length: count }, (_, index) => ({
    get name() {
      reads++;
      return nameOf(index);
    },
    type: 'Convolution',
    get content() {
      reads++;
      return contentOf(index);
    },
    get producers() {
      reads++;
      return index === 0 ? [] : [[index - 1, 0] as const];
    },
  }));
}

/** How often layers are read to match two nets. */
function work(before: readonly MatchedLayer[], after: readonly MatchedLayer[]): number {
  reads = 0;
  matchLayers(before, after);
  return reads;
}

for (const [shows, namesAfter, contentBefore, contentAfter] of [
  ['equal nets', 'a', () => 'c', () => 'c'],
  ['all names differ', 'b', () => 'c', () => 'c'],
  [
    'all names and some contents differ',
    'b',
    (index: number) => `${index % 7}`,
    (index: number) => `${index % 5}`,
  ],
  ['all names and contents differ', 'b', (index: number) => `${index}`, (index: number) => `-${index}`],
] as const) {
  test(`the work is in proportion to the number of layers: ${shows}`, () => {
    const of = (count: number) =>
      work(
        chain(count, (index) => `a${index}`, contentBefore),
        chain(count, (index) => `${namesAfter}${index}`, contentAfter),
      );
    const ratio = of(10_000) / of(1_000);
    assert.ok(ratio < 15, `${ratio}`);
  });
}

test('the work is in proportion to the number of layers: the order is reversed', () => {
  const of = (count: number) =>
    work(
      chain(
        count,
        (index) => `a${index}`,
        () => 'c',
      ),
      chain(
        count,
        (index) => `a${count - index}`,
        () => 'c',
      ),
    );
  assert.ok(of(10_000) / of(1_000) < 15);
});
