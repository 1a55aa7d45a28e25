import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Unknown } from '../../server/src/shape/dim.ts';
import {
  countOf,
  formatShape,
  hasRank,
  reasons,
  type Shape,
  shapesDiffer,
  unshaped,
} from '../../server/src/shape/shape.ts';

const batch = new Unknown('batch', 'The batch is not given.');
const width = new Unknown('width', 'The width is in a file.');

const cases: readonly { shape: Shape; text: string; count: unknown; why: readonly string[] }[] = [
  { shape: [64, 20, 24, 24], text: '64×20×24×24', count: 737280, why: [] },
  { shape: [], text: 'scalar', count: 1, why: [] },
  { shape: unshaped, text: 'empty', count: 0, why: [] },
  { shape: [0, 3], text: '0×3', count: 0, why: [] },
  { shape: [batch, 3], text: '?×3', count: batch, why: [batch.why] },
  { shape: [batch, 0], text: '?×0', count: 0, why: [batch.why] },
  { shape: [batch, 3, width, batch], text: '?×3×?×?', count: batch, why: [batch.why, width.why] },
  { shape: width, text: '?', count: width, why: [width.why] },
];

for (const { shape, text, count, why } of cases) {
  test(`${text}: count and reasons`, () => {
    assert.equal(formatShape(shape), text);
    assert.equal(countOf(shape), count);
    assert.deepEqual(reasons(shape), why);
    assert.equal(hasRank(shape), shape !== width);
  });
}

const pairs: readonly [a: Shape, b: Shape, differ: boolean][] = [
  [[2, 3], [2, 3], false],
  [[2, 3], [2, 4], true],
  [[2, 3], [2, 3, 1], true],
  [[2, 3, 1], [2, 3], true],
  [[batch, 3], [2, 3], false],
  [[batch, 3], [2, 4], true],
  [batch, [2, 3], false],
  [[2, 3], batch, false],
  [[], unshaped, false],
];

for (const [a, b, differ] of pairs) {
  test(`${formatShape(a)} and ${formatShape(b)} ${differ ? 'differ' : 'may be equal'}`, () =>
    assert.equal(shapesDiffer(a, b), differ));
}
