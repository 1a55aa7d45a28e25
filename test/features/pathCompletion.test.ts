import assert from 'node:assert/strict';
import { test } from 'node:test';
import { pathCursor, pathItems } from '../../server/src/features/completion/paths.ts';
import type { PathEntry } from '../../server/src/workspace/pathEntries.ts';
import { open, withCursor } from '../support/fixture.ts';

const entries: readonly PathEntry[] = [
  { name: 'b.txt', kind: 'file' },
  { name: 'a "1"', kind: 'folder' },
  { name: 'lmdb', kind: 'database' },
  { name: 'net.prototxt', kind: 'file' },
];

function at(marked: string) {
  const { text, offset } = withCursor(marked);
  const cursor = pathCursor(open(text), offset);
  const items = cursor ? pathItems(cursor, entries) : [];
  const put = (label: string) => {
    const item = items.find((each) => each.label === label);
    return item && text.slice(0, item.range.start) + item.snippet + text.slice(item.range.end);
  };
  const inOrder = items.toSorted((one, other) => (one.order < other.order ? -1 : 1));
  return { typed: cursor?.typed, labels: inOrder.map(({ label }) => label), put };
}

test('the fields that contain paths', () => {
  for (const text of [
    'net: "|',
    'base_lr: 1\ntrain_net: "|"',
    'base_lr: 1\nsnapshot_prefix: "|"',
    'base_lr: 1\nweights: ["a", "|"]',
    'layer { data_param { source: "|" } }',
    "layer { transform_param { mean_file: '|' } }",
    'layer { image_data_param { root_folder: "|" } }',
    '# proto-file: |',
  ])
    assert.equal(at(text).typed, '', text);
  for (const text of ['net: |', 'name: "|"', 'layer { name: "|" }', '# net: "|', 'layer { type: "|" }'])
    assert.equal(at(text).typed, undefined, text);
});

test('the last part of a path is replaced, and its quotes are kept', () => {
  assert.equal(at('net: "models/n|et.x"').typed, 'models/n');
  assert.equal(at('net: "models/n|et.x"').put('net.prototxt'), 'net: "models/net.prototxt"');
  assert.equal(at('net: "|"').put('a "1"/'), 'net: "a \\"1\\"/"');
  assert.equal(at("net: '|'").put('a "1"/'), `net: 'a "1"/'`);
  assert.equal(at('# proto-file: x/|').put('b.txt'), '# proto-file: x/b.txt');
});

test('what the field usually names comes first; a prefix is in a folder', () => {
  assert.deepEqual(at('net: "|"').labels, ['lmdb', 'net.prototxt', 'a "1"/', 'b.txt']);
  assert.deepEqual(at('layer { data_param { source: "|" } }').labels.slice(0, 2), ['b.txt', 'lmdb']);
  assert.deepEqual(at('base_lr: 1\nsnapshot_prefix: "|"').labels, ['a "1"/']);
});
