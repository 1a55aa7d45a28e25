import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  add,
  combine,
  type Dim,
  differ,
  divide,
  mapDim,
  multiply,
  product,
  Unknown,
} from '../../server/src/shape/dim.ts';

const batch = new Unknown('batch', 'The batch is not given.');
const width = new Unknown('width', 'The width is in a file.');

const sums: readonly [a: Dim, b: Dim, sum: Dim, product: Dim][] = [
  [2, 3, 5, 6],
  [2, -3, -1, -6],
  [2, batch, batch, batch],
  [batch, 2, batch, batch],
  [batch, width, batch, batch],
  [0, batch, batch, 0],
  [batch, 0, batch, 0],
];

for (const [a, b, sum, times] of sums) {
  test(`${name(a)} and ${name(b)}: sum ${name(sum)}, product ${name(times)}`, () => {
    assert.equal(add(a, b), sum);
    assert.equal(multiply(a, b), times);
  });
}

function name(dim: Dim): string {
  return typeof dim === 'number' ? `${dim}` : dim.name;
}

test('the product of no axes is 1', () => assert.equal(product([]), 1));

test('the product of axes with a 0 is 0, even if others are unknown', () => {
  assert.equal(product([2, batch, 3, 0]), 0);
  assert.equal(product([2, batch, width]), batch);
  assert.equal(product([2, 3, 4]), 24);
});

test('differ is only true for known lengths', () => {
  assert.equal(differ(2, 3), true);
  assert.equal(differ(2, 2), false);
  assert.equal(differ(2, batch), false);
  assert.equal(differ(batch, width), false);
});

test('mapDim applies a rule to known lengths only', () => {
  assert.equal(
    mapDim(4, (length) => length / 2),
    2,
  );
  assert.equal(
    mapDim(batch, () => 1),
    batch,
  );
  assert.equal(
    combine(7, 2, (a, b) => a - b),
    5,
  );
});

for (const [a, b, quotient] of [
  [7, 2, 3],
  [-7, 2, -3],
  [7, -2, -3],
  [-1, 2, 0],
  [6, 3, 2],
] as const) {
  // Truncating −1/2 gives −0 in JavaScript; adding 0 makes it 0.
  test(`${a} / ${b} truncates to ${quotient}`, () => assert.equal(divide(a, b) + 0, quotient));
}
