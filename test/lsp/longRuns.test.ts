import assert from 'node:assert/strict';
import { afterEach, beforeEach, test } from 'node:test';
import { CancellationTokenSource } from 'vscode-languageserver/node';
import { residualNet } from '../../bench/generate.ts';
import { Client } from './support/client.ts';

const everything = { range: { start: { line: 0, character: 0 }, end: { line: 20, character: 0 } } };

let client: Client;

beforeEach(async () => {
  client = await Client.start();
  await client.open(residualNet(3000));
});

afterEach(async () => {
  assert.equal(await client.stop(), 0);
});

test('requests for other files are answered during a long analysis', async () => {
  const elsewhere = { textDocument: { uri: 'file:///elsewhere.prototxt' } };
  assert.equal(await client.connection.sendRequest('caffePrototxt/summary', elsewhere), null);
  assert.deepEqual(client.versions(), []);
  assert.deepEqual(await client.errors(), []);
});

test('a request for a long file waits for its analysis, unless it is cancelled', async () => {
  const source = new CancellationTokenSource();
  const params = { textDocument: { uri: client.uri }, ...everything };
  const cancelled = client.connection.sendRequest('textDocument/inlayHint', params, source.token);
  const hints = client.ask<unknown[]>('textDocument/inlayHint', everything);
  source.cancel();
  await assert.rejects(cancelled, /cancelled/u);
  assert.deepEqual(client.versions(), []);
  assert.notEqual((await hints).length, 0);
});

test('edits during a long analysis are applied', async () => {
  await client.edit(5, 36, 37, '4');
  assert.deepEqual(await client.errors(), []);
  const [hint] = await client.ask<{ label: string }[]>('textDocument/inlayHint', everything);
  assert.match(hint?.label ?? '', /1×4×/u);
});

test('after several edits during a long analysis, only the latest text is published', async () => {
  for (const digit of ['4', '5', '6', '7']) {
    await client.edit(5, 36, 37, digit);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  assert.deepEqual(await client.errors(), []);
  await client.ask('textDocument/inlayHint', everything);
  assert.deepEqual(client.versions(), [5]);
});

test('closing a long file stops its analysis', async () => {
  await client.connection.sendNotification('textDocument/didClose', { textDocument: { uri: client.uri } });
  await client.open('name: "short"\n');
  assert.deepEqual(await client.errors(), []);
});
