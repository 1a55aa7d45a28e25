import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fileLinks, fileNames } from '../../server/src/workspace/fileLinks.ts';
import { type Host, noHost } from '../../server/src/workspace/host.ts';
import { open } from '../support/fixture.ts';

/** A host with files in one folder. */
function hostWith(...files: readonly string[]): Host {
  return {
    ...noHost,
    candidates: (name) => [`/w/${name}`],
    size: async (path) => (files.includes(path) ? 1 : undefined),
  };
}

const names = (text: string) =>
  fileNames(open(text)).map(({ name, range }) => `${name} = ${text.slice(range.start, range.end)}`);

test('fields that name files', () => {
  assert.deepEqual(names('net: "a.prototxt"\nbase_lr: 1\nsnapshot_prefix: "x"'), ['a.prototxt = a.prototxt']);
  assert.deepEqual(
    names(`# proto-file: my.proto
layer { name: "d" data_param { source: "train" mean_file: 'm.binaryproto' } transform_param { mean_file: "" } }`),
    ['my.proto = my.proto', 'train = train', 'm.binaryproto = m.binaryproto'],
  );
  assert.deepEqual(names('test_net: ["a", "b"] test_net: 5 test_net {'), ['a = a', 'b = b']);
});

test('only existing files are links; a net may also be next to its solver', async () => {
  const text = 'train_net: "models/a.prototxt" test_net: "b.prototxt"';
  const found = await fileLinks(open(text), hostWith('/w/a.prototxt'));
  assert.deepEqual(
    found.map(({ path }) => path),
    ['/w/a.prototxt'],
  );
  assert.deepEqual(await fileLinks(open(text), noHost), []);
});
