import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, test } from 'node:test';
import { nodeHost } from '../../server/src/node/host.ts';
import { applyEdits } from '../../server/src/text/edit.ts';
import { mayName, renamedNames } from '../../server/src/workspace/renamedFiles.ts';
import { open } from '../support/fixture.ts';

const root = mkdtempSync(join(tmpdir(), 'renamed-'));
after(() => rmSync(root, { recursive: true }));
const at = (path: string) => join(root, path);

for (const file of [
  'models/a/net.prototxt',
  'models/a/solver.prototxt',
  'data/list.txt',
  'data/db/data.mdb',
]) {
  mkdirSync(dirname(at(file)), { recursive: true });
  writeFileSync(at(file), '');
}

/** The text of a file after a file or folder is renamed. */
async function renamed(text: string, from: string, to: string, file = 'models/a/solver.prototxt') {
  const renamings = [{ from: at(from), to: at(to) }];
  const document = open(text, {}, at(file));
  const edits = await renamedNames(document, renamings, nodeHost([root]));
  if (edits.length > 0) assert.ok(mayName(text, renamings));
  return applyEdits(text, edits);
}

const net = (source: string, type = 'ImageData') =>
  `layer { name: "d" type: "${type}" top: "d" ${type === 'Data' ? 'data' : 'image_data'}_param { source: ${source} } }\n`;

for (const [shows, text, from, to, expected] of [
  [
    'the net of a solver, relative to the root',
    'net: "models/a/net.prototxt" base_lr: 1',
    'models/a/net.prototxt',
    'models/b/train.prototxt',
    'net: "models/b/train.prototxt" base_lr: 1',
  ],
  [
    'the net of a solver, relative to its folder',
    "net: 'net.prototxt' base_lr: 1",
    'models/a/net.prototxt',
    'models/a/train.prototxt',
    "net: 'train.prototxt' base_lr: 1",
  ],
  [
    'a net that moves to another folder',
    'net: "net.prototxt" base_lr: 1',
    'models/a/net.prototxt',
    'models/net.prototxt',
    'net: "../net.prototxt" base_lr: 1',
  ],
  [
    'a net beside its solver, whose name has another folder',
    'net: "examples/x/net.prototxt" base_lr: 1',
    'models/a/net.prototxt',
    'models/a/train.prototxt',
    'net: "examples/x/train.prototxt" base_lr: 1',
  ],
  [
    'several test nets, of which one is renamed',
    'train_net: "net.prototxt" test_net: ["models/a/net.prototxt", "other.prototxt"]',
    'models/a/net.prototxt',
    'models/a/n.prototxt',
    'train_net: "n.prototxt" test_net: ["models/a/n.prototxt", "other.prototxt"]',
  ],
  [
    'a folder of nets',
    'net: "models/a/net.prototxt" base_lr: 1',
    'models/a',
    'models/b',
    'net: "models/b/net.prototxt" base_lr: 1',
  ],
  [
    'a folder with the solver and its net',
    'net: "net.prototxt" base_lr: 1',
    'models/a',
    'models/b',
    'net: "net.prototxt" base_lr: 1',
  ],
  ['a list of images', net('"data/list.txt"'), 'data/list.txt', 'data/train.txt', net('"data/train.txt"')],
  [
    'the folder of a database',
    net('"data/db"', 'Data'),
    'data/db',
    'data/train_lmdb',
    net('"data/train_lmdb"', 'Data'),
  ],
  [
    'a quote in the new name',
    net('"data/list.txt"'),
    'data/list.txt',
    'data/a"b.txt',
    net('"data/a\\"b.txt"'),
  ],
  [
    'another file of the same name',
    'net: "net.prototxt" base_lr: 1',
    'data/net.prototxt',
    'data/x.prototxt',
    'net: "net.prototxt" base_lr: 1',
  ],
  [
    'a file that is not named',
    'net: "net.prototxt" base_lr: 1',
    'data/list.txt',
    'data/x.txt',
    'net: "net.prototxt" base_lr: 1',
  ],
  [
    'a file that does not exist',
    'net: "gone.prototxt" base_lr: 1',
    'models/a/gone.prototxt',
    'models/a/x.prototxt',
    'net: "gone.prototxt" base_lr: 1',
  ],
  [
    'half-typed text',
    'net: "net.prototxt',
    'models/a/net.prototxt',
    'models/a/x.prototxt',
    'net: "x.prototxt',
  ],
] as const) {
  test(`a renamed file: ${shows}`, async () => assert.equal(await renamed(text, from, to), expected));
}

test('an absolute name stays absolute', async () => {
  const text = `net: "${at('models/a/net.prototxt')}" base_lr: 1`;
  const expected = text.replace('net.prototxt', 'x.prototxt');
  assert.equal(await renamed(text, 'models/a/net.prototxt', 'models/a/x.prototxt'), expected);
});
