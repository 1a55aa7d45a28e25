import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readDeclarations } from '../../server/src/declare/declarations.ts';
import { matchesPattern } from '../../server/src/declare/pattern.ts';

const table: readonly (readonly [pattern: string, matching: readonly string[], others: readonly string[]])[] =
  [
    ['train.prototxt', ['train.prototxt', 'a/b/train.prototxt'], ['xtrain.prototxt', 'train.prototxt/x']],
    ['train*.prototxt', ['train.prototxt', 'a/train_val.prototxt'], ['a/train/x.prototxt']],
    ['*train*val*', ['train_val.prototxt', 'xtrainval'], ['val_train']],
    [
      'models/*/train.prototxt',
      ['models/a/train.prototxt'],
      ['models/train.prototxt', 'models/a/b/train.prototxt'],
    ],
    ['models/**/t*.prototxt', ['models/t.prototxt', 'models/a/b/t1.prototxt'], ['x/models/t.prototxt']],
    ['**/a/**/b', ['a/b', 'x/a/y/z/b', 'a/a/b'], ['a/x', 'b/a']],
    ['models/**', ['models/a', 'models/a/b'], ['model/a']],
    ['./models/*', ['models/a'], ['models/a/b']],
    [
      '{train,test}_?.prototxt',
      ['train_1.prototxt', 'test_a.prototxt'],
      ['train_10.prototxt', 'val_1.prototxt'],
    ],
    ['{a/b,c}/x', ['a/b/x', 'c/x'], ['a/c/x']],
    ['v[0-9a].txt', ['v0.txt', 'va.txt'], ['vb.txt', 'v[0-9a].txt']],
    ['v[!0-9].txt', ['vx.txt'], ['v5.txt']],
    ['net (1).[prototxt', ['net (1).[prototxt'], ['net 1.prototxt']],
    ['.hidden/*', ['.hidden/.net'], []],
    ['网络*', ['网络一.prototxt'], ['网.prototxt']],
  ];

for (const [pattern, matching, others] of table) {
  test(`the pattern ${pattern}`, () => {
    for (const path of matching) assert.ok(matchesPattern(pattern, path), path);
    for (const path of others) assert.ok(!matchesPattern(pattern, path), path);
  });
}

test('a pattern with many stars is matched in a short time', () => {
  const name = 'a'.repeat(250);
  const path = Array.from({ length: 15 }, () => name).join('/');
  const start = performance.now();
  for (const pattern of [
    `${'*a'.repeat(400)}b`,
    `${'**/'.repeat(100)}${'*a'.repeat(200)}b`,
    '{a,aa}{a,aa}{a,aa}*b',
  ])
    assert.ok(!matchesPattern(pattern, path), pattern);
  assert.ok(performance.now() - start < 2000);
});

const refused: readonly (readonly [name: string, pattern: string, message: string])[] = [
  ['empty', '', 'A file pattern must not be empty.'],
  ['too long', 'a'.repeat(70_000), 'The file pattern has 70000 characters; at most 1000 are allowed.'],
  [
    'of too many combinations',
    '{a,b}'.repeat(7),
    'The braces of the file pattern have more than 100 combinations.',
  ],
  ['with a large range', '{1..99999999}', 'The braces of the file pattern have more than 100 combinations.'],
];

for (const [name, pattern, message] of refused) {
  test(`a pattern that is ${name} is an error at the pattern, and matches no file`, () => {
    const key = JSON.stringify(pattern);
    const text = `{ "inputShapes": { ${key}: { "data": "1" } }, "states": { ${key}: "TEST" } }`;
    const { declarations, problems } = readDeclarations(text);
    assert.deepEqual(
      problems.map(({ message: said, range }) => [said, text.slice(range.start, range.end)]),
      [
        [message, key],
        [message, key],
      ],
    );
    assert.deepEqual([declarations.inputShapes, declarations.states], [[], []]);
    assert.ok(!matchesPattern(pattern, pattern));
  });
}
