import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import type { TextDocumentEdit, WorkspaceEdit } from 'vscode-languageserver/node';
import { Client } from '../support/client.ts';

const limit = { timeout: 20_000 };
const input = 'layer { name: "x" type: "Input" top: "x" input_param { shape { dim: 1 dim: 3 } } }\n';
const ip = (name: string) =>
  `layer { name: "${name}" type: "InnerProduct" bottom: "x" top: "y" inner_product_param { num_output: 2 } }\n`;

let folder: string;
let client: Client;
const uriOf = (name: string) => pathToFileURL(join(folder, name)).href;
const write = (name: string, text: string) => writeFileSync(join(folder, name), text);

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'caffe-prototxt-'));
  write('net.prototxt', input + ip('fc'));
  write('test.prototxt', `# test\n${input}${ip('fc')}`);
  write('solver.prototxt', 'train_net: "net.prototxt"\ntest_net: "test.prototxt"\ntest_iter: 1\n');
  client = await Client.start({ folder: pathToFileURL(folder).href, editsVersions: true });
  await client.open(input + ip('fc'));
  await untilJoined();
});

afterEach(async () => {
  assert.equal(await client.stop(), 0);
  rmSync(folder, { recursive: true });
});

/** Solvers are searched in the background. */
async function untilJoined(): Promise<void> {
  for (;;) {
    const found = await client.ask<{ built: { by: string } }>('caffePrototxt/summary');
    if (found.built.by === 'solver') return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

const renamed = (newName: string) =>
  client.ask<WorkspaceEdit>('textDocument/rename', { position: { line: 1, character: 15 }, newName });

/** The file, version and number of the changed line of each edit. */
function placesOf({ documentChanges = [] }: WorkspaceEdit) {
  return (documentChanges as TextDocumentEdit[]).flatMap(({ textDocument, edits }) =>
    edits.map(({ range }) => [
      textDocument.uri.replace(/^.*\//u, ''),
      textDocument.version,
      range.start.line,
    ]),
  );
}

test('a layer is renamed in the closed nets of its solver, with a warning about weights', limit, async () => {
  assert.deepEqual(placesOf(await renamed('last')), [
    ['net.prototxt', 1, 1],
    ['test.prototxt', null, 2],
  ]);
  assert.match(client.messages.join(''), /trained weights/u);
});

test('an open net is renamed as it is in the editor, with its version', limit, async () => {
  await client.connection.sendNotification('textDocument/didOpen', {
    textDocument: {
      uri: uriOf('test.prototxt'),
      languageId: 'prototxt',
      version: 7,
      text: `\n\n\n${input}${ip('fc')}`,
    },
  });
  assert.deepEqual(placesOf(await renamed('last')), [
    ['net.prototxt', 1, 1],
    ['test.prototxt', 7, 4],
  ]);
});

test('a name that the other net has is rejected, and the message names the file', limit, async () => {
  write('test.prototxt', input + ip('fc') + ip('last'));
  await assert.rejects(
    renamed('last'),
    /test\.prototxt, which is trained together with this net: `fc` cannot be renamed/u,
  );
});

test('a net that its solver no longer names is not changed', limit, async () => {
  write('solver.prototxt', 'net: "net.prototxt"\n');
  await client.connection.sendNotification('workspace/didChangeWatchedFiles', {
    changes: [{ uri: uriOf('solver.prototxt'), type: 2 }],
  });
  let places = placesOf(await renamed('last'));
  for (let attempt = 0; attempt < 100 && places.length > 1; attempt += 1)
    places = placesOf(await renamed('last'));
  assert.deepEqual(places, [['net.prototxt', 1, 1]]);
});
