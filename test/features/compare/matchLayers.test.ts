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
    hasParams: true,
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

/** A layer of a net in which all layers read the layer with an index. */
function reader(name: string, type: string, from: number | undefined, content = type): MatchedLayer {
  const producers = from === undefined ? [] : [[from, 0] as const];
  return { name, type, content, hasParams: type === 'Convolution', producers };
}

test('a layer without parameters after another layer is not a renamed one', () => {
  const shared = [
    reader('data', 'Input', undefined),
    reader('p', 'Convolution', 0),
    reader('q', 'Convolution', 1),
  ];
  const end = reader('end', 'Concat', 4);
  const before = [
    ...shared,
    reader('a', 'Convolution', 1, '24 outputs'),
    reader('a_flat', 'Flatten', 3),
    end,
  ];
  const after = [...shared, reader('x', 'Convolution', 2, '36 outputs'), reader('x_flat', 'Flatten', 3), end];
  assert.deepEqual(
    matchLayers(before, after).map(([old]) => before[old]?.name),
    ['data', 'p', 'q', 'end'],
  );
});

for (const [shows, inserted] of [
  ['directly', []],
  ['with a layer between them', [reader('bn', 'BatchNorm', 1)]],
] as const) {
  test(`a renamed layer without parameters matches after the same layer, ${shows}`, () => {
    const before = [
      reader('data', 'Input', undefined),
      reader('c', 'Convolution', 0),
      reader('r', 'ReLU', 1),
    ];
    const last = reader('s', 'ReLU', 1 + inserted.length);
    const after = [reader('image', 'Input', undefined), reader('c', 'Convolution', 0), ...inserted, last];
    assert.deepEqual(matchLayers(before, after).at(-1), [2, after.length - 1]);
  });
}
