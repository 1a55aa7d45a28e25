import assert from 'node:assert/strict';
import { afterEach, beforeEach, test } from 'node:test';
import type { CallHierarchyItem, FoldingRange, Location, WorkspaceEdit } from 'vscode-languageserver';
import { Client } from '../support/client.ts';

const net = `layer { name: "in" type: "Input" top: "x" input_param { shape { dim: 1 dim: 3 dim: 8 dim: 8 } } }
layer {
  name: "é" type: "Convolution" bottom: "x" top: "c"
  convolution_param { num_output: 2 kernel_size: 1 }
}
`;
const bottom = { line: 2, character: (net.split('\n')[2] ?? '').indexOf('"x"') + 1 };
const position = { position: bottom };

let client: Client;

beforeEach(async () => {
  client = await Client.start();
  await client.open(net);
});

afterEach(async () => {
  assert.equal(await client.stop(), 0);
});

const starts = (locations: readonly Location[]) =>
  locations.map(({ range }) => [range.start.line, range.start.character]);

test('definition, references and highlights of a blob', async () => {
  const top = (net.split('\n')[0] ?? '').indexOf('"x"') + 1;
  const definitions = await client.ask<Location[]>('textDocument/definition', position);
  assert.deepEqual(starts(definitions), [[0, top]]);
  const all = { ...position, context: { includeDeclaration: true } };
  assert.equal((await client.ask<Location[]>('textDocument/references', all)).length, 2);
  const found = await client.ask<{ kind: number }[]>('textDocument/documentHighlight', position);
  assert.deepEqual(
    found.map(({ kind }) => kind),
    [3, 2],
  );
});

test('rename: what is renamed, its edits, and why it is not possible', async () => {
  const prepared = await client.ask<{ placeholder: string }>('textDocument/prepareRename', position);
  assert.equal(prepared.placeholder, 'x');
  const edit = await client.ask<WorkspaceEdit>('textDocument/rename', { ...position, newName: 'data' });
  assert.equal(Object.values(edit.changes ?? {})[0]?.length, 2);
  await assert.rejects(
    client.ask('textDocument/rename', { ...position, newName: 'c' }),
    /already has a blob `c`/u,
  );
  const nowhere = { position: { line: 3, character: 5 } };
  assert.equal(await client.ask('textDocument/prepareRename', nowhere), null);
});

test('linked editing', async () => {
  const { ranges } = await client.ask<{ ranges: unknown[] }>('textDocument/linkedEditingRange', position);
  assert.equal(ranges.length, 2);
});

test('the call hierarchy shows the data flow', async () => {
  const [item] = await client.ask<CallHierarchyItem[]>('textDocument/prepareCallHierarchy', position);
  assert.equal(item?.name, 'é');
  const [incoming] = await client.ask<{ from: CallHierarchyItem }[]>('callHierarchy/incomingCalls', { item });
  assert.equal(incoming?.from.name, 'in');
  const back = { item: incoming?.from };
  const [outgoing] = await client.ask<{ to: CallHierarchyItem }[]>('callHierarchy/outgoingCalls', back);
  assert.equal(outgoing?.to.name, 'é');
});

test('folding and selection', async () => {
  const folds = await client.ask<FoldingRange[]>('textDocument/foldingRange', {});
  assert.deepEqual(folds, [{ startLine: 1, endLine: 3 }]);
  const found = await client.ask<{ range: { start: unknown } }[]>('textDocument/selectionRange', {
    positions: [bottom],
  });
  assert.deepEqual(found[0]?.range.start, bottom);
});

test('files that do not exist are not links', async () => {
  await client.open('net: "none.prototxt"\nbase_lr: 1\n');
  assert.deepEqual(await client.ask('textDocument/documentLink', {}), []);
  assert.equal(await client.ask('textDocument/definition', { position: { line: 0, character: 8 } }), null);
});

test('renaming a layer with parameters warns that weights are found by its name', async () => {
  const name = { line: 2, character: (net.split('\n')[2] ?? '').indexOf('"é"') + 1 };
  const edit = await client.ask<WorkspaceEdit>('textDocument/rename', { position: name, newName: 'other' });
  assert.equal(Object.values(edit.changes ?? {})[0]?.length, 1);
  assert.match(client.messages[0] ?? '', /those of `é` are not loaded into `other`/u);
});
