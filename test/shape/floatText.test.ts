import assert from 'node:assert/strict';
import { test } from 'node:test';
import { floatText } from '../../server/src/shape/floatText.ts';

test('floats are shown as the text format writes them', () => {
  assert.deepEqual([0.5, -2, 1e300, Infinity, -Infinity, Number.NaN].map(floatText), [
    '0.5',
    '-2',
    '1e+300',
    'inf',
    '-inf',
    'nan',
  ]);
});
