import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { CodeLens } from 'vscode-languageserver';
import { Client } from '../support/client.ts';

const net = 'layer { name: "x" type: "Input" top: "x" input_param { shape { dim: 2 dim: 3 } } }\n';

test('lenses have no text until they are resolved', async () => {
  const client = await Client.start({
    initializationOptions: { clientCommands: true, codeLens: { enabled: true, uses: true } },
  });
  await client.open(net);
  const lenses = await client.ask<CodeLens[]>('textDocument/codeLens');
  assert.deepEqual(
    lenses.map(({ command, data }) => [command, data.kind]),
    [
      [undefined, 'totals'],
      [undefined, 'totals'],
      [undefined, 'graph'],
      [undefined, 'uses'],
    ],
  );
  const resolved = await Promise.all(
    lenses.map((lens) => client.connection.sendRequest<CodeLens>('codeLens/resolve', lens)),
  );
  assert.deepEqual(
    resolved.map(({ command }) => [command?.title, command?.command, command?.arguments?.slice(1)]),
    [
      ['TRAIN: 0 params · 48 B to train', 'caffePrototxt.showState', ['TRAIN']],
      ['TEST: 0 params', 'caffePrototxt.showState', ['TEST']],
      ['Open Graph', 'caffePrototxt.openGraph', []],
      ['No uses', 'caffePrototxt.showUses', [{ line: 0, character: 38 }]],
    ],
  );
  assert.equal(await client.stop(), 0);
});

test('an editor without the commands gets texts only, and none by default', async () => {
  const client = await Client.start({ initializationOptions: { codeLens: { enabled: true } } });
  await client.open(net);
  const [lens] = await client.ask<CodeLens[]>('textDocument/codeLens');
  const { command } = await client.connection.sendRequest<CodeLens>('codeLens/resolve', lens);
  assert.deepEqual([command?.title, command?.command], ['TRAIN: 0 params · 48 B to train', '']);
  assert.equal(await client.stop(), 0);
  const other = await Client.start();
  await other.open(net);
  assert.deepEqual(await other.ask('textDocument/codeLens'), []);
  assert.equal(await other.stop(), 0);
});
