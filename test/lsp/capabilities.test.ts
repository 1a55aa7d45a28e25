import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import type { InitializeResult } from 'vscode-languageserver';
import { BareServer } from './support/bareServer.ts';

const documented = readFileSync(new URL('../../docs/capabilities.md', import.meta.url), 'utf8');

test('the documented capabilities are those that the server offers', async () => {
  const server = new BareServer();
  const capabilities = { textDocument: { diagnostic: {} } };
  const params = { processId: null, rootUri: null, workspaceFolders: null, capabilities };
  const answer = (await server.ask('initialize', params)) as InitializeResult;
  server.stop();
  const rows = documented.split('\n').filter((line) => line.startsWith('| '));
  const named = rows.flatMap((row) => /^\|[^|]*\| `(\w+)` \|/u.exec(row)?.[1] ?? []);
  assert.deepEqual(named.sort(), Object.keys(answer.capabilities).sort());
});
