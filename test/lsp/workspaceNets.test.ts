import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import type { WorkspaceDiagnosticReport } from 'vscode-languageserver/node';
import type { WorkspaceCounts } from '../../server/src/lsp/protocol.ts';
import { Client, type ClientOptions } from './support/client.ts';

const limit = { timeout: 30_000 };
const sound = 'layer { name: "x" type: "Input" top: "x" input_param { shape { dim: 1 } } }\n';
const wrong = `${sound}layer { name: "y" type: "Mystery" bottom: "x" top: "y" }\n`;

let folder: string;
let client: Client | undefined;
const uriOf = (name: string) => pathToFileURL(join(folder, name)).href;
const write = (name: string, text: string) => writeFileSync(join(folder, name), text);

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'nets-'));
  mkdirSync(join(folder, 'models'));
  write('models/wrong.prototxt', wrong);
  write('models/sound.prototxt', sound);
  write('solver.prototxt', 'net: "models/sound.prototxt"\nlr_policy: "fixed"\ntype: "sgd"\n');
  write('other.prototxt', 'this is { not: "a net" }\n');
  write('empty.prototxt', '');
});

afterEach(async () => {
  await client?.stop();
  client = undefined;
  rmSync(folder, { recursive: true });
});

async function start(options: ClientOptions = {}): Promise<Client> {
  client = await Client.start({ folder: pathToFileURL(folder).href, ...options });
  return client;
}

const checked = (editor: Client) =>
  editor.connection.sendRequest<WorkspaceCounts>('caffePrototxt/checkWorkspace');

async function change(editor: Client, name: string, type = 2): Promise<void> {
  await editor.connection.sendNotification('workspace/didChangeWatchedFiles', {
    changes: [{ uri: uriOf(name), type }],
  });
}

const allFiles = { initializationOptions: { workspace: { diagnostics: 'allFiles' } } };
const hasErrors = (found: readonly unknown[]) => found.length > 0;
const hasNone = (found: readonly unknown[]) => found.length === 0;

test('the command checks all nets and solvers, and counts their problems', limit, async () => {
  const editor = await start();
  const counts = await checked(editor);
  assert.deepEqual(counts, { checked: 3, files: 2, errors: 2, warnings: 1, isCancelled: false });
  const [found] = await editor.until(uriOf('models/wrong.prototxt'), hasErrors);
  assert.equal(found?.code, 'net/unknown-layer-type');
});

test('without the setting, closed files are not checked', limit, async () => {
  const editor = await start();
  await editor.open(sound);
  await editor.errors();
  await new Promise((resolve) => setTimeout(resolve, 500));
  assert.equal(editor.published.filter(({ uri }) => uri !== editor.uri).length, 0);
});

test(
  'with the setting, files are checked, followed when they change, and forgotten when deleted',
  limit,
  async () => {
    const editor = await start(allFiles);
    await editor.until(uriOf('models/wrong.prototxt'), hasErrors);
    write('models/wrong.prototxt', sound);
    await change(editor, 'models/wrong.prototxt');
    await editor.until(uriOf('models/wrong.prototxt'), hasNone);
    write('models/new.prototxt', wrong);
    await change(editor, 'models/new.prototxt', 1);
    await editor.until(uriOf('models/new.prototxt'), hasErrors);
    rmSync(join(folder, 'models/new.prototxt'));
    await change(editor, 'models/new.prototxt', 3);
    await editor.until(uriOf('models/new.prototxt'), hasNone);
  },
);

test(
  'an open file has the diagnostics of its text, and those of its file when it is closed',
  limit,
  async () => {
    const editor = await start(allFiles);
    const uri = uriOf('models/wrong.prototxt');
    await editor.until(uri, hasErrors);
    await editor.connection.sendNotification('textDocument/didOpen', {
      textDocument: { uri, languageId: 'prototxt', version: 1, text: sound },
    });
    await editor.until(uri, hasNone);
    await editor.connection.sendNotification('textDocument/didClose', { textDocument: { uri } });
    await editor.until(uri, hasErrors);
  },
);

test('a change of caffe-prototxt.json checks all files again', limit, async () => {
  const editor = await start(allFiles);
  const uri = uriOf('models/wrong.prototxt');
  await editor.until(uri, hasErrors);
  write('caffe-prototxt.json', '{ "rules": { "net/unknown-layer-type": "off" } }');
  await change(editor, 'caffe-prototxt.json', 1);
  await editor.until(uri, hasNone);
});

test('turning the setting off removes the diagnostics of closed files', limit, async () => {
  let diagnostics = 'allFiles';
  const editor = await start({ configuration: () => ({ workspace: { diagnostics } }) });
  await editor.until(uriOf('solver.prototxt'), hasErrors);
  diagnostics = 'openFiles';
  await editor.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
  await editor.until(uriOf('solver.prototxt'), hasNone);
});

test('nothing is read without trust', limit, async () => {
  const editor = await start({ initializationOptions: { trusted: false } });
  assert.equal((await checked(editor)).checked, 0);
  await editor.connection.sendNotification('caffePrototxt/trust', {});
  await editor.until(uriOf('models/wrong.prototxt'), hasErrors);
});

test('progress is shown, and cancelling it ends the check', limit, async () => {
  for (let index = 0; index < 300; index += 1) write(`models/net${index}.prototxt`, wrong);
  const editor = await start({ showsProgress: true });
  const kinds: string[] = [];
  editor.connection.onNotification('$/progress', ({ token, value }) => {
    kinds.push(value.kind);
    if (value.kind !== 'report') return;
    void editor.connection.sendNotification('window/workDoneProgress/cancel', { token });
  });
  const counts = await checked(editor);
  assert.equal(counts.isCancelled, true);
  assert.ok(counts.checked < 300);
  assert.deepEqual([kinds[0], kinds.at(-1)], ['begin', 'end']);
});

test(
  'a client that pulls gets reports of closed files, and those that it has as unchanged',
  limit,
  async () => {
    const editor = await start({ pullsDiagnostics: true });
    await checked(editor);
    const pull = (previousResultIds: readonly object[]) =>
      editor.connection.sendRequest<WorkspaceDiagnosticReport>('workspace/diagnostic', { previousResultIds });
    const { items } = await pull([]);
    assert.deepEqual(items.map(({ uri, kind }) => [uri.replace(/^.*\//u, ''), kind]).sort(), [
      ['solver.prototxt', 'full'],
      ['wrong.prototxt', 'full'],
    ]);
    const known = items.map(({ uri, resultId = '' }) => ({ uri, value: resultId }));
    assert.ok((await pull(known)).items.every(({ kind }) => kind === 'unchanged'));
    assert.deepEqual(editor.published, []);
  },
);
