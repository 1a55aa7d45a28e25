import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, afterEach, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import type { Summary } from '../../server/src/lsp/protocol.ts';
import { formatState } from '../../server/src/net/states/state.ts';
import { Client } from './support/client.ts';

const folder = mkdtempSync(join(tmpdir(), 'solvers-'));
const uriOf = (name: string) => pathToFileURL(join(folder, name)).href;
const limit = { timeout: 20_000 };
after(() => rmSync(folder, { recursive: true }));

const net =
  'layer { name: "x" type: "Input" top: "x" input_param { shape { dim: 1 dim: 3 dim: 8 dim: 8 } } }\n';

let client: Client | undefined;
afterEach(async () => {
  await client?.stop();
  rmSync(join(folder, 'solver.prototxt'), { force: true });
});

async function start(trusted = true): Promise<Client> {
  writeFileSync(join(folder, 'net.prototxt'), net);
  client = await Client.start({ folder: pathToFileURL(folder).href, initializationOptions: { trusted } });
  await client.open(net);
  await client.errors();
  return client;
}

async function built(): Promise<string> {
  const summary = await client?.ask<Summary>('caffePrototxt/summary');
  return summary ? `${summary.built.by}: ${summary.built.states.map(formatState).join(', ')}` : '';
}

/** Waits until the net is built for the given states. */
async function until(wanted: string): Promise<void> {
  let last = '';
  for (let attempt = 0; attempt < 100; attempt += 1) {
    last = await built();
    if (last === wanted) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  assert.equal(last, wanted);
}

const notify = (method: string, params: object) => client?.connection.sendNotification(method, params);
const changed = () =>
  notify('workspace/didChangeWatchedFiles', { changes: [{ uri: uriOf('solver.prototxt'), type: 2 }] });

test('a solver of the workspace sets the states, until it changes or is deleted', limit, async () => {
  writeFileSync(join(folder, 'solver.prototxt'), 'train_net: "net.prototxt"\n');
  await start();
  await until('solver: TRAIN');
  writeFileSync(
    join(folder, 'solver.prototxt'),
    'net: "net.prototxt"\ntest_state { stage: "a" }\ntest_iter: 1\n',
  );
  await changed();
  await until('solver: TRAIN, TEST a');
  rmSync(join(folder, 'solver.prototxt'));
  await changed();
  await until('default: TRAIN, TEST');
});

test('an open solver is read from the editor, a closed one from disk', limit, async () => {
  writeFileSync(join(folder, 'solver.prototxt'), 'train_net: "net.prototxt"\n');
  await start();
  await until('solver: TRAIN');
  const textDocument = { uri: uriOf('solver.prototxt'), languageId: 'prototxt', version: 1 };
  await notify('textDocument/didOpen', {
    textDocument: { ...textDocument, text: 'net: "net.prototxt"\ntest_iter: 1\ntest_interval: 1\n' },
  });
  await until('solver: TRAIN, TEST');
  await notify('textDocument/didClose', { textDocument: { uri: textDocument.uri } });
  await until('solver: TRAIN');
});

test('solvers are not searched without trust', limit, async () => {
  writeFileSync(join(folder, 'solver.prototxt'), 'train_net: "net.prototxt"\n');
  await start(false);
  await new Promise((resolve) => setTimeout(resolve, 500));
  assert.equal(await built(), 'default: TRAIN, TEST');
  await notify('caffePrototxt/trust', {});
  await until('solver: TRAIN');
});

test('hover of a solver counts with the nets on disk, or in the editor', limit, async () => {
  await start();
  const text = 'net: "net.prototxt"\ntest_iter: 5\ntest_interval: 1\niter_size: 2\n';
  const uri = uriOf('solver.prototxt');
  await notify('textDocument/didOpen', {
    textDocument: { uri, languageId: 'prototxt', version: 1, text },
  });
  const hovered = async () => {
    const found = await client?.ask<{ contents: { value: string } }>('textDocument/hover', {
      textDocument: { uri },
      position: { line: 1, character: 3 },
    });
    return /\*\*\d+\*\* items/u.exec(found?.contents.value ?? '')?.[0];
  };
  assert.equal(await hovered(), '**5** items');
  const replaced = { textDocument: { uri: uriOf('net.prototxt'), version: 7 } };
  await notify('textDocument/didChange', {
    ...replaced,
    contentChanges: [{ text: net.replace('dim: 1', 'dim: 16') }],
  });
  assert.equal(await hovered(), '**80** items');
});
