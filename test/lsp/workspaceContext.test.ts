import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, afterEach, beforeEach, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import type { CodeAction, CompletionList, InlayHint, TextDocumentEdit } from 'vscode-languageserver';
import { png } from '../sources/make.ts';
import { Client } from './support/client.ts';

const folder = mkdtempSync(join(tmpdir(), 'around-'));
const uriOf = (name: string) => pathToFileURL(join(folder, name)).href;
const limit = { timeout: 20_000 };
after(() => rmSync(folder, { recursive: true }));

const proto = `syntax = "proto2"; package caffe;
message NetParameter { repeated LayerParameter layer = 1; }
message LayerParameter { optional string name = 1; optional string type = 2; repeated string bottom = 3;
  repeated string top = 4; optional GrowParameter grow_param = 5; }
message GrowParameter { optional uint32 factor = 1; }
`;
const net = `# proto-file: own.proto
# shape: x 1x3x8x8
layer { name: "x" type: "Source" top: "x" }
layer { name: "g" type: "Grow" bottom: "x" top: "g" grow_param { factor: 2 } }
`;
const declarations = '{ "layers": { "Grow": { "shapes": [["bottom[0][0]", "grow_param.factor"]] } } }';
const everything = { range: { start: { line: 0, character: 0 }, end: { line: 9, character: 0 } } };

let client: Client | undefined;

async function start(trusted: boolean): Promise<Client> {
  client = await Client.start({ folder: pathToFileURL(folder).href, initializationOptions: { trusted } });
  await client.open(net);
  return client;
}

function change(name: string, text: string): Promise<void> | undefined {
  writeFileSync(join(folder, name), text);
  return client?.connection.sendNotification('workspace/didChangeWatchedFiles', {
    changes: [{ uri: uriOf(name), type: 2 }],
  });
}

async function hints(): Promise<string> {
  const found = await client?.ask<InlayHint[]>('textDocument/inlayHint', everything);
  return found?.map(({ label }) => label).join('\n') ?? '';
}

beforeEach(() => {
  writeFileSync(join(folder, 'own.proto'), proto);
  writeFileSync(join(folder, 'caffe-prototxt.json'), declarations);
});

afterEach(async () => {
  await client?.stop();
});

test('a schema and declarations beside the net are used and reloaded when they change', limit, async () => {
  const editor = await start(true);
  await editor.until(editor.uri, (found) => found.length === 0);
  assert.match(await hints(), /1×2/u);
  await change('caffe-prototxt.json', declarations.replace('factor"]', 'factor * 10"]'));
  await editor.until(editor.uri, (found) => found.length === 0);
  for (let tries = 0; tries < 100 && !/1×20/u.test(await hints()); tries++);
  assert.match(await hints(), /1×20/u);
});

test('their problems are published for their own files, until they are fixed', limit, async () => {
  const editor = await start(true);
  await editor.until(uriOf('own.proto'), (found) => found.length === 0);
  await change('own.proto', proto.replace('uint32', 'uint33'));
  const [diagnostic] = await editor.until(uriOf('own.proto'), (found) => found.length > 0);
  assert.equal(diagnostic?.range.start.line, 4);
  await editor.until(editor.uri, (found) => found.some(({ code }) => code === 'comment/proto-file'));
  await change('caffe-prototxt.json', '{ "layer": {} }');
  const [key] = await editor.until(uriOf('caffe-prototxt.json'), (found) => found.length > 0);
  assert.deepEqual(key?.range.start, { line: 0, character: 2 });
  await change('own.proto', proto);
  await editor.until(uriOf('own.proto'), (found) => found.length === 0);
});

test('no files are read before the workspace is trusted', limit, async () => {
  const editor = await start(false);
  const found = await editor.until(editor.uri, (all) =>
    all.some(({ code }) => code === 'comment/proto-file'),
  );
  assert.match(String(found.find(({ code }) => code === 'comment/proto-file')?.message), /may not be read/u);
  await editor.connection.sendNotification('caffePrototxt/trust', {});
  await editor.until(editor.uri, (all) => all.length === 0);
});

test('a quick fix declares a layer, and creates the file if it is missing', limit, async () => {
  rmSync(join(folder, 'caffe-prototxt.json'));
  const editor = await start(true);
  await editor.until(editor.uri, (found) => found.length > 0);
  const at = { line: 3, character: 27 };
  const context = { diagnostics: [] };
  const actions = await editor.ask<CodeAction[]>('textDocument/codeAction', {
    range: { start: at, end: at },
    context,
  });
  const declare = actions.find(({ title }) => title === 'Declare `Grow` in caffe-prototxt.json');
  const [create, edit] = declare?.edit?.documentChanges ?? [];
  assert.deepEqual(create, { kind: 'create', uri: uriOf('caffe-prototxt.json') });
  const [{ newText = '' } = {}] = (edit as TextDocumentEdit).edits as { newText?: string }[];
  assert.match(newText, /"Grow": \{/u);
});

test('completion contains the fields of the schema', limit, async () => {
  const editor = await start(true);
  await editor.until(editor.uri, (found) => found.length === 0);
  const character = net.split('\n')[3]?.indexOf('factor') ?? 0;
  const { items } = await editor.ask<CompletionList>('textDocument/completion', {
    position: { line: 3, character },
  });
  assert.deepEqual(
    items.map(({ label, textEdit }) => [label, textEdit?.newText]),
    [['factor', 'factor']],
  );
});

test('a list of images that changes on disk is read again', limit, async () => {
  writeFileSync(join(folder, 'small.png'), png(8, 6, 2));
  writeFileSync(join(folder, 'large.png'), png(30, 20, 2));
  writeFileSync(join(folder, 'list.txt'), 'small.png 0\n');
  client = await Client.start({ folder: pathToFileURL(folder).href });
  await client.open(
    'layer { name: "d" type: "ImageData" top: "d" top: "l" image_data_param { source: "list.txt" batch_size: 2 } }\n',
  );
  const until = async (wanted: RegExp) => {
    for (let tries = 0; tries < 200 && !wanted.test(await hints()); tries++);
    assert.match(await hints(), wanted);
  };
  await until(/2×3×[68]×[68]/u);
  await change('unrelated.txt', 'large.png 0\n');
  await change('list.txt', 'large.png 0\n');
  await until(/2×3×[23]0×[23]0/u);
});

test('a net that a solver names is missing until it is created', limit, async () => {
  client = await Client.start({ folder: pathToFileURL(folder).href });
  await client.open('net: "later.prototxt"\nbase_lr: 0.1\nlr_policy: "fixed"\nmax_iter: 9\n');
  const isMissing = ({ code }: { code?: unknown }) => code === 'solver/net-not-found';
  await client.until(client.uri, (found) => found.some(isMissing));
  await change('later.prototxt', 'name: "later"\n');
  await client.until(client.uri, (found) => !found.some(isMissing));
});
