import assert from 'node:assert/strict';
import { test } from 'node:test';
import { diagnostics } from '../../../server/src/features/diagnostics/diagnostics.ts';
import { limited, mostOfCode } from '../../../server/src/features/diagnostics/limited.ts';
import type { Diagnostic } from '../../../server/src/features/types.ts';
import { open } from '../../support/fixture.ts';

function problem(code: string, start: number, first?: true): Diagnostic {
  const range = { start, end: start + 1 };
  return { severity: 'error', code, message: '', range, layer: null, states: [], ...(first && { first }) };
}

test('problems with one code are limited, and a notice says how many are left out', () => {
  const found = [problem('a', 0), problem('b', 1), problem('a', 2), problem('a', 3), problem('a', 4)];
  const shown = limited(found, 2);
  assert.deepEqual(
    shown.map(({ code, range }) => [code, range.start]),
    [
      ['a', 0],
      ['b', 1],
      ['a', 2],
      ['tool/too-many-problems', 3],
    ],
  );
  assert.match(shown.at(-1)?.message ?? '', /at least 2 more problems with the code `a`/u);
});

test('the failure at which Caffe stops is never left out', () => {
  const shown = limited([problem('a', 0), problem('a', 1), problem('a', 2), problem('a', 3, true)], 2);
  assert.deepEqual(
    shown.map(({ range }) => range.start),
    [0, 1, 3, 2],
  );
});

test('few problems are unchanged', () => {
  const found = [problem('a', 0)];
  assert.equal(limited(found, 1), found);
});

test('a text of a million braces has a bounded number of problems', () => {
  const found = diagnostics(open('}'.repeat(1_000_000)));
  assert.equal(found.length, mostOfCode + 1);
  assert.equal(found.filter(({ first }) => first).length, 1);
});
