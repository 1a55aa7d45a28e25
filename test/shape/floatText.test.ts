import assert from 'node:assert/strict';
import { test } from 'node:test';
import { floatText } from '../../server/src/shape/floatText.ts';

test('floats are shown as the text format writes them', () => {
  assert.deepEqual(
    [
      0.5,
      -2,
      1e300,
      Math.fround(-0.1),
      Math.fround(1e-7),
      0.1 + 0.2,
      1234567936,
      Infinity,
      -Infinity,
      Number.NaN,
    ].map(floatText),
    ['0.5', '-2', '1e+300', '-0.1', '1e-7', '0.30000000000000004', '1234567936', 'inf', '-inf', 'nan'],
  );
});
