import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { CompletionItem, CompletionList } from 'vscode-languageserver';
import type { Host } from '../../../server/src/workspace/host.ts';
import { memoryHost } from '../../workspace/support/memoryHost.ts';
import { BareServer } from '../support/bareServer.ts';

const uri = '/w/models/net.prototxt';

/** The answer at the end of a text. */
async function listAt(text: string, completionItem = {}, host?: Host) {
  const server = await BareServer.with(uri, text, { textDocument: { completion: { completionItem } } }, host);
  const lines = text.split('\n');
  const position = { line: lines.length - 1, character: lines.at(-1)?.length ?? 0 };
  const params = { textDocument: { uri }, position };
  const list = (await server.ask('textDocument/completion', params)) as CompletionList;
  const resolve = async (item: object) =>
    (await server.ask('completionItem/resolve', item)) as CompletionItem;
  return { ...list, resolve, stop: () => server.stop() };
}

test('paths are completed from the folders of the workspace', async () => {
  const host = memoryHost({ '/w/models/net.prototxt': '', '/w/weights/a.caffemodel': '' });
  const { items, isIncomplete, stop } = await listAt('base_lr: 1\nweights: "', {}, host);
  stop();
  assert.deepEqual(
    items.map(({ label }) => label),
    ['net.prototxt', 'models/', 'weights/'],
  );
  assert.equal(isIncomplete, false);
});

test('no paths without a host, as in a workspace that is not trusted', async () => {
  const { items, stop } = await listAt('net: "');
  stop();
  assert.deepEqual(items, []);
});

test('layers and templates require snippets', async () => {
  const kinds = async (snippetSupport: boolean) => {
    const { items, stop } = await listAt('', { snippetSupport });
    stop();
    return items.map(({ label }) => label);
  };
  assert.ok((await kinds(true)).includes('deploy_net'));
  const plain = await kinds(false);
  assert.ok(plain.includes('layer') && !plain.includes('deploy_net') && !plain.includes('Convolution'));
});
