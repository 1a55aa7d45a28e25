import assert from 'node:assert/strict';
import { afterEach, beforeEach, test } from 'node:test';
import { TextDocument, type TextEdit } from 'vscode-languageserver-textdocument';
import { Client } from '../support/client.ts';

const net = 'layer{name:"a"}\nlayer {\nname: \'b\'\n}\n';
const options = { tabSize: 4, insertSpaces: true };

let client: Client;

beforeEach(async () => {
  client = await Client.start();
});

afterEach(async () => {
  assert.equal(await client.stop(), 0);
});

async function formatted(method: string, params: object = {}): Promise<string> {
  const edits = await client.ask<TextEdit[]>(`textDocument/${method}`, { options, ...params });
  return TextDocument.applyEdits(TextDocument.create('', '', 0, net), edits);
}

test('a document, a range, and a message whose brace was typed', async () => {
  await client.open(net);
  assert.equal(await formatted('formatting'), 'layer { name: "a" }\nlayer {\n    name: \'b\'\n}\n');
  const range = { start: { line: 1, character: 0 }, end: { line: 3, character: 1 } };
  assert.equal(
    await formatted('rangeFormatting', { range }),
    'layer{name:"a"}\nlayer {\n    name: \'b\'\n}\n',
  );
  const typed = { position: { line: 0, character: 15 }, ch: '}' };
  assert.equal(await formatted('onTypeFormatting', typed), 'layer { name: "a" }\nlayer {\nname: \'b\'\n}\n');
  const nothing = { position: { line: 1, character: 3 }, ch: '}' };
  assert.equal(await formatted('onTypeFormatting', nothing), net);
});

test('tabs, and the settings', async () => {
  await client.stop();
  client = await Client.start({ initializationOptions: { format: { quotes: 'double' } } });
  await client.open(net);
  const tabs = { options: { tabSize: 4, insertSpaces: false } };
  assert.equal(await formatted('formatting', tabs), 'layer { name: "a" }\nlayer {\n\tname: "b"\n}\n');
});
