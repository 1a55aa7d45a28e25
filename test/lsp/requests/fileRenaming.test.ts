import assert from 'node:assert/strict';
import { mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import type { TextDocumentEdit, WorkspaceEdit } from 'vscode-languageserver/node';
import type { Summary } from '../../../server/src/lsp/protocol.ts';
import { Client } from '../support/client.ts';

const limit = { timeout: 20_000 };
const net = 'layer { name: "x" type: "Input" top: "x" input_param { shape { dim: 1 dim: 3 } } }\n';

let folder: string;
let client: Client;
const uriOf = (name: string) => pathToFileURL(join(folder, name)).href;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'caffe-prototxt-'));
  writeFileSync(join(folder, 'net.prototxt'), net);
  writeFileSync(join(folder, 'solver.prototxt'), 'train_net: "net.prototxt"\n');
  client = await Client.start({ folder: pathToFileURL(folder).href, editsVersions: true });
});

afterEach(async () => {
  assert.equal(await client.stop(), 0);
  rmSync(folder, { recursive: true });
});

const files = () => ({ files: [{ oldUri: uriOf('net.prototxt'), newUri: uriOf('train.prototxt') }] });
const announced = () =>
  client.connection.sendRequest<WorkspaceEdit | null>('workspace/willRenameFiles', files());

function editsOf(answer: WorkspaceEdit | null) {
  return ((answer?.documentChanges ?? []) as TextDocumentEdit[]).map(({ textDocument, edits }) => [
    textDocument.uri.replace(/^.*\//u, ''),
    textDocument.version,
    ...edits.map((edit) => 'newText' in edit && edit.newText),
  ]);
}

test('the name of a renamed net changes in a closed solver, and in an open one', limit, async () => {
  assert.deepEqual(editsOf(await announced()), [['solver.prototxt', null, 'train.prototxt']]);
  await client.connection.sendNotification('textDocument/didOpen', {
    textDocument: {
      uri: uriOf('solver.prototxt'),
      languageId: 'prototxt',
      version: 4,
      text: 'net: "net.prototxt"\nbase_lr: 1\n',
    },
  });
  assert.deepEqual(editsOf(await announced()), [['solver.prototxt', 4, 'train.prototxt']]);
});

test('no edits for a file that no net names', limit, async () => {
  writeFileSync(join(folder, 'solver.prototxt'), 'train_net: "other.prototxt"\n');
  assert.equal(await announced(), null);
});

test('after the renaming, the solver builds the renamed net', limit, async () => {
  renameSync(join(folder, 'net.prototxt'), join(folder, 'train.prototxt'));
  writeFileSync(join(folder, 'solver.prototxt'), 'train_net: "train.prototxt"\n');
  await client.connection.sendNotification('workspace/didRenameFiles', files());
  const textDocument = { uri: uriOf('train.prototxt'), languageId: 'prototxt', version: 1, text: net };
  await client.connection.sendNotification('textDocument/didOpen', { textDocument });
  let by = '';
  for (let attempt = 0; attempt < 100 && by !== 'solver'; attempt += 1) {
    by = (await client.ask<Summary>('caffePrototxt/summary', { textDocument })).built.by;
    await new Promise((resolve) => setTimeout(resolve, 30));
  }
  assert.equal(by, 'solver');
});
