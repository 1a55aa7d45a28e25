import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { SymbolInformation } from 'vscode-languageserver';
import { type Host, noHost } from '../../../server/src/workspace/host.ts';
import { BareServer } from '../support/bareServer.ts';

const layer = (name: string) => `layer { name: "${name}" type: "ReLU" bottom: "x" top: "x" }\n`;

/** A host with files by their paths, which are their URIs too. */
function hostOf(files: Readonly<Record<string, string>>): Host {
  const bytes = (path: string) => new TextEncoder().encode(files[path] ?? '');
  return {
    ...noHost,
    path: (file) => file,
    size: async (path) => (path in files ? bytes(path).length : undefined),
    read: async (path) => bytes(path),
    async *prototxtFiles() {
      yield* Object.keys(files);
    },
  };
}

async function found(server: BareServer, query: string): Promise<string[]> {
  const symbols = (await server.ask('workspace/symbol', { query })) as SymbolInformation[];
  return symbols.map(({ name, containerName, location }) => `${name} ${containerName} ${location.uri}`);
}

test('layers of files and of open documents, which may differ from their files', async () => {
  const files = { 'a.prototxt': layer('conv1') + layer('pool1'), 'b.prototxt': layer('old') };
  const server = await BareServer.with('b.prototxt', layer('conv2'), {}, hostOf(files));
  assert.deepEqual(await found(server, ''), [
    'conv1 ReLU a.prototxt',
    'pool1 ReLU a.prototxt',
    'conv2 ReLU b.prototxt',
  ]);
  assert.deepEqual(await found(server, 'CN1'), ['conv1 ReLU a.prototxt']);
  files['a.prototxt'] = layer('conv3');
  await server.tell('workspace/didChangeWatchedFiles', { changes: [{ uri: 'a.prototxt', type: 2 }] });
  assert.deepEqual(await found(server, 'con'), ['conv3 ReLU a.prototxt', 'conv2 ReLU b.prototxt']);
  server.stop();
});
