import assert from 'node:assert/strict';
import { test } from 'node:test';
import { layerNames } from '../../server/src/workspace/layerNames.ts';

function named(text: string): string[] {
  return layerNames(text).map(
    ({ name, type, range }) => `${name} ${type} ${text.slice(range.start, range.end)}`,
  );
}

test('the layers of both syntaxes, also half-typed ones', () => {
  assert.deepEqual(
    named(`name: "n"
layer { name: "a" type: "ReLU" }
layers { type: RELU name: 'b' }
layer { type: "ReLU" }
layer { name: "c`),
    ['a ReLU a', 'b RELU b', 'c  c'],
  );
});

test('files that are no nets', () => {
  for (const text of ['', 'net: "a"\n', 'item { name: "cat" }\n', '# layer\n'])
    assert.deepEqual(named(text), []);
});
