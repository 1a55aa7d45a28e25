import assert from 'node:assert/strict';
import { test } from 'node:test';
import { commonSubsequence, increasing } from '../../../server/src/features/compare/alignment.ts';

/** The common subsequence of two words as letters, with the number of comparisons. */
function common(one: string, other: string): { text: string | undefined; work: number } {
  let work = 0;
  const isEqual = (row: number, column: number) => {
    work++;
    return one[row] === other[column];
  };
  const pairs = commonSubsequence([one.length, other.length], isEqual);
  return { text: pairs?.map(([row, column]) => `${one[row]}${other[column]}`).join(' '), work };
}

for (const [one, other, expected] of [
  ['', '', ''],
  ['abc', '', ''],
  ['', 'abc', ''],
  ['abc', 'abc', 'aa bb cc'],
  ['abc', 'axbc', 'aa bb cc'],
  ['axbc', 'abc', 'aa bb cc'],
  ['xabc', 'abcy', 'aa bb cc'],
  ['abc', 'xyz', ''],
] as const) {
  test(`common subsequence of '${one}' and '${other}'`, () =>
    assert.equal(common(one, other).text, expected));
}

test('the common subsequence is as long as possible', () => {
  for (let seed = 1; seed < 300; seed++) {
    const word = (from: number) =>
      Array.from({ length: (seed * from) % 9 }, (_, index) => 'abc'[(seed * from + index * index) % 3]).join(
        '',
      );
    const [one, other] = [word(7), word(11)];
    const found = common(one, other).text?.split(' ').filter(Boolean) ?? [];
    assert.equal(found.length, longest(one, other), `${one} ${other}`);
    assert.ok(found.every(([first, second]) => first === second));
  }
});

/** The length of the longest common subsequence by its definition. */
function longest(one: string, other: string): number {
  if (one === '' || other === '') return 0;
  const rest = Math.max(longest(one.slice(1), other), longest(one, other.slice(1)));
  return one[0] === other[0] ? Math.max(rest, 1 + longest(one.slice(1), other.slice(1))) : rest;
}

test('the work is in proportion to the length, whatever the sequences are', () => {
  for (const [one, other] of [
    ['a', 'b'],
    ['a', 'a'],
    ['ab', 'ba'],
    ['aab', 'aba'],
  ] as const) {
    const work = (length: number) => common(one.repeat(length), other.repeat(length)).work;
    const ratio = work(20_000) / work(2_000);
    assert.ok(ratio < 12, `${one} ${other}: ${ratio}`);
  }
});

test('a search that leaves out too much ends', () => {
  assert.equal(common('a'.repeat(1000), 'b'.repeat(1000)).text, undefined);
});

for (const [numbers, expected] of [
  [[], []],
  [
    [0, 1, 2],
    [0, 1, 2],
  ],
  [
    [2, 0, 1],
    [1, 2],
  ],
  [
    [0, 3, 1, 2, 4],
    [0, 2, 3, 4],
  ],
] as const) {
  test(`increasing subsequence of ${numbers}`, () => assert.deepEqual(increasing(numbers), expected));
}
