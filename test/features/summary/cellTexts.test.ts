import assert from 'node:assert/strict';
import { test } from 'node:test';
import { longestTexts } from '../../../server/src/features/summary/cellTexts.ts';
import { row } from './support/row.ts';

test('the longest texts of a column, each once', () => {
  const rows = [10, 1000, 20, 1000, null, 123_456].map((macs) => row('a', { macs }));
  assert.deepEqual(longestTexts('macs', rows), ['123,456', '1,000', '10', '20', '?']);
  assert.deepEqual(longestTexts('layer', rows), ['a']);
});

test('a column is formatted once for the same rows', () => {
  let reads = 0;
  const counted = Object.defineProperty({ ...row('a') }, 'field', {
    get: () => {
      reads += 1;
      return '3×3';
    },
  });
  const rows = [counted];
  assert.equal(longestTexts('field', rows), longestTexts('field', rows));
  assert.equal(reads, 1);
});
