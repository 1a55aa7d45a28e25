import assert from 'node:assert/strict';
import { test } from 'node:test';
import { few } from '../../server/src/text/few.ts';

const letters = (count: number) => [...'abcdefghijklmnopqrstuvwxyz'].slice(0, count);

test('few names are listed, and of many the first ones', () => {
  assert.equal(few([]), '');
  assert.equal(few(letters(8)), 'a, b, c, d, e, f, g, h');
  assert.equal(few(letters(10), '; '), 'a; b; c; d; e; f; g; h; … and 2 more');
  assert.ok(few(['x'.repeat(10_000)]).length <= 100);
});
