import assert from 'node:assert/strict';
import { test } from 'node:test';
import { formatBytes, formatShare, formatShort } from '../../server/src/text/numbers.ts';

test('short numbers have three digits and a unit', () => {
  const numbers = [0, 7, 999, 1000, 431_080, 2_293_000, 1.5e12, 3e18];
  assert.deepEqual(numbers.map(formatShort), ['0', '7', '999', '1 k', '431 k', '2.29 M', '1.5 T', '3,000 P']);
});

test('sizes are in the largest unit that fits', () => {
  assert.deepEqual([0, 1023, 1536, 1024 ** 2 - 1, 5 * 1024 ** 3].map(formatBytes), [
    '0 B',
    '1,023 B',
    '1.5 KiB',
    '1,024 KiB',
    '5 GiB',
  ]);
  assert.equal(formatBytes(null), '?');
});

test('a small share is not shown as none', () => {
  assert.deepEqual([0, 0.0001, 0.1234, 1].map(formatShare), ['0.0 %', '<0.1 %', '12.3 %', '100.0 %']);
});
