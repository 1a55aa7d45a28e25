import assert from 'node:assert/strict';
import { test } from 'node:test';
import { nodeHost } from '../../server/src/node/host.ts';
import { BareServer } from './support/bareServer.ts';
import { Client } from './support/client.ts';

const text = '# proto-file: own.proto\nlayer { name: "a" type: "Mine" top: "a" nme: 1 }\n';

for (const uri of [
  'file://server/share/net.prototxt',
  'file:///a%2fb.prototxt',
  'file:///%',
  'untitled:Untitled-1',
  'git:/net.prototxt?ref',
  'x',
  '',
  `file:///${'a'.repeat(5000)}`,
]) {
  test(`a document without files around it gets all answers: ${uri.slice(0, 40)}`, async () => {
    const server = await BareServer.with(uri, text, {}, nodeHost([]));
    assert.ok((await server.codesOf(uri, 1)).includes('text/unknown-field'));
    const textDocument = { uri };
    const range = { start: { line: 1, character: 10 }, end: { line: 1, character: 40 } };
    for (const [method, params] of [
      ['textDocument/codeAction', { range, context: {} }],
      ['textDocument/hover', { position: range.start }],
      ['textDocument/inlayHint', { range }],
      ['caffePrototxt/summary', {}],
    ] as const)
      assert.equal(typeof (await server.ask(method, { textDocument, ...params })), 'object', method);
    await server.tell('textDocument/didClose', { textDocument });
    assert.equal(await server.ask('caffePrototxt/summary', { textDocument }), null);
    assert.deepEqual(server.log, []);
    server.stop();
  });
}

test('a folder without a local path is like none', async () => {
  for (const folder of ['file://server/share', 'file:///a%2fb', 'vscode-vfs://github/a']) {
    const client = await Client.start({ folder });
    await client.open(text);
    assert.ok((await client.errors()).some(({ code }) => code === 'text/unknown-field'));
    assert.equal(await client.stop(), 0);
  }
});
