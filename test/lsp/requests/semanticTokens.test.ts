import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { SemanticTokens, SemanticTokensDelta } from 'vscode-languageserver';
import { legend } from '../../../server/src/lsp/requests/semanticTokens.ts';
import { Client } from '../support/client.ts';

const net = 'layer {\n  name: "ä" type: "ReLU"\n  bottom: "x"\n  top: "x"\n}\nlayer { type: "ReLU" }\n';

let client: Client;

before(async () => {
  client = await Client.start();
  await client.open(net);
});

after(async () => {
  assert.equal(await client.stop(), 0);
});

test('tokens of a whole file, relative to each other', async () => {
  const { data } = await client.ask<SemanticTokens>('textDocument/semanticTokens/full', {});
  const kinds = data.filter((_, index) => index % 5 === 3).map((kind) => legend.tokenTypes[kind]);
  assert.deepEqual(kinds, ['class', 'type', 'variable', 'variable', 'type']);
  assert.deepEqual(data.slice(0, 10), [1, 9, 1, 0, 1, 0, 10, 4, 1, 0]);
});

test('tokens of lines', async () => {
  const range = { start: { line: 5, character: 0 }, end: { line: 5, character: 3 } };
  const { data } = await client.ask<SemanticTokens>('textDocument/semanticTokens/range', { range });
  assert.deepEqual(data, [5, 15, 4, 1, 0]);
});

test('what an edit changed', async () => {
  const { resultId, data } = await client.ask<SemanticTokens>('textDocument/semanticTokens/full', {});
  await client.edit(4, 1, 1, '\n');
  const delta = { previousResultId: resultId };
  const changed = await client.ask<SemanticTokensDelta>('textDocument/semanticTokens/full/delta', delta);
  assert.deepEqual(changed.edits, [{ start: 20, deleteCount: 1, data: [3] }]);
  assert.equal(data[20], 2);
  const other = await client.ask<SemanticTokens>('textDocument/semanticTokens/full/delta', delta);
  assert.equal(other.data.length, data.length);
});
