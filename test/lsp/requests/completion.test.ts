import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { CompletionItem, CompletionList, SignatureHelp } from 'vscode-languageserver';
import type { Host } from '../../../server/src/workspace/host.ts';
import { memoryHost } from '../../workspace/support/memoryHost.ts';
import { BareServer } from '../support/bareServer.ts';

const uri = '/w/models/net.prototxt';

/** The answer at the end of a text. */
async function listAt(text: string, completionItem = {}, host?: Host, completionList = {}) {
  const capabilities = { textDocument: { completion: { completionItem, completionList } } };
  const server = await BareServer.with(uri, text, capabilities, host);
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

test('documentation is sent when it is shown, if the editor requests it then', async () => {
  const text = 'layer {\n  pooling_param {\n    ';
  const lazy = await listAt(text, { resolveSupport: { properties: ['documentation'] } });
  const item = lazy.items.find(({ label }) => label === 'stride');
  assert.equal(item?.documentation, undefined);
  const shown = await lazy.resolve(item ?? {});
  assert.match(JSON.stringify(shown.documentation), /stride/u);
  for (const other of [{ label: 'x' }, { label: 'x', data: { list: 99, index: 0 } }])
    assert.deepEqual(await lazy.resolve(other), other);
  lazy.stop();
  const eager = await listAt(text);
  eager.stop();
  assert.deepEqual(eager.items.find(({ label }) => label === 'stride')?.documentation, shown.documentation);
});

test('a range is sent once, if the editor takes it so', async () => {
  const completionList = { itemDefaults: ['editRange'] };
  const shared = await listAt('layer {\n  ty', {}, undefined, completionList);
  shared.stop();
  const single = await listAt('layer {\n  ty');
  single.stop();
  const [one, other] = [shared.items[0], single.items[0]];
  assert.ok(other?.textEdit && 'range' in other.textEdit);
  assert.deepEqual(
    [one?.textEdit, shared.itemDefaults?.editRange, one?.textEditText],
    [undefined, other.textEdit.range, other.textEdit.newText],
  );
});

test('of many blobs, those that match the typed letters, the nearest first', async () => {
  const layer = (index: number) =>
    `layer { name: "b${index}" type: "Input" top: "b${index}" input_param { shape { dim: 1 } } }\n`;
  const text = `${Array.from({ length: 600 }, (_, index) => layer(index)).join('')}layer { bottom: "`;
  const near = await listAt(text);
  near.stop();
  assert.deepEqual([near.items.length, near.items[0]?.label, near.isIncomplete], [200, 'b599', true]);
  const matching = await listAt(`${text}b57`);
  matching.stop();
  assert.equal(
    matching.items.find(({ label }) => !/5.*7/u.test(label)),
    undefined,
  );
  assert.ok(matching.items.some(({ label }) => label === 'b57'));
});

test('a signature marks its parameters by offsets, or by their text', async () => {
  const helpAt = async (parameterInformation: object) => {
    const capabilities = {
      textDocument: { signatureHelp: { signatureInformation: { parameterInformation } } },
    };
    const server = await BareServer.with(uri, 'layer { type: "Dropout" dropout_param { ', capabilities);
    const params = { textDocument: { uri }, position: { line: 0, character: 40 } };
    const help = (await server.ask('textDocument/signatureHelp', params)) as SignatureHelp;
    server.stop();
    return [help.signatures[0]?.label, help.signatures[0]?.parameters?.[0]?.label, help.activeParameter];
  };
  const label = 'dropout_param { dropout_ratio = 0.5 }';
  assert.deepEqual(await helpAt({ labelOffsetSupport: true }), [label, [16, 35], 0]);
  assert.deepEqual(await helpAt({}), [label, 'dropout_ratio = 0.5', 0]);
});
