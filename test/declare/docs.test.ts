import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test from 'node:test';
import { fileKeys, readDeclarations } from '../../server/src/declare/declarations.ts';
import { layerKeys } from '../../server/src/declare/layer.ts';

const docs = readFileSync('docs/caffe-prototxt-json.md', 'utf8');
const schema = JSON.parse(readFileSync('schemas/caffe-prototxt.schema.json', 'utf8'));

test('the examples in the documentation have no errors', () => {
  const examples = [...docs.matchAll(/^```jsonc\n(.*?)^```$/gms)].map(([, text = '']) => text);
  assert.equal(examples.length, 2);
  for (const text of examples) assert.deepEqual(readDeclarations(text).problems, []);
});

test('the documentation names all properties of a file and a layer', () => {
  for (const key of [...fileKeys.filter((name) => name !== '$schema'), ...layerKeys]) {
    assert.match(docs, new RegExp(`^\\|[^|]*\`${key}\``, 'm'));
  }
});

test('the schema for editors has the same names', () => {
  assert.deepEqual(Object.keys(schema.properties), [...fileKeys]);
  assert.deepEqual(Object.keys(schema.definitions.layer.properties), [...layerKeys]);
});
