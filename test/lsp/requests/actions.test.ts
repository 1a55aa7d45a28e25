import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { CodeAction } from 'vscode-languageserver';
import { Client, type ClientOptions } from '../support/client.ts';

const net = `layer { name: "x" type: "Input" top: "x" input_param { shape { dim: 1 dim: 3 dim: 8 dim: 8.0 } } }
layer { name: "y" type: ReLU bottom: "x" top: "y" }
`;
const everywhere = { start: { line: 0, character: 0 }, end: { line: 3, character: 0 } };

async function withNet<T>(
  options: ClientOptions,
  run: (client: Client) => Promise<T>,
  text = net,
): Promise<T> {
  const client = await Client.start(options);
  await client.open(text);
  try {
    return await run(client);
  } finally {
    assert.equal(await client.stop(), 0);
  }
}

function actions(client: Client, only?: readonly string[]): Promise<CodeAction[]> {
  const context = { diagnostics: [], ...(only && { only }) };
  return client.ask('textDocument/codeAction', { range: everywhere, context });
}

test('all safe fixes are one action, which is returned if its kind is requested', async () => {
  await withNet({}, async (client) => {
    for (const kind of ['source', 'source.fixAll', 'source.fixAll.caffePrototxt']) {
      const [all, ...others] = await actions(client, [kind]);
      assert.deepEqual([all?.kind, others.length], ['source.fixAll.caffePrototxt', 0]);
      const edits = all?.edit?.changes?.[client.uri]?.map(({ newText }) => newText);
      assert.deepEqual(edits, ['8', '"ReLU"']);
    }
    const kinds = (await actions(client)).map(({ kind }) => kind);
    assert.ok(kinds.includes('quickfix') && !kinds.some((kind) => kind?.startsWith('source')), kinds.join());
    assert.deepEqual(await actions(client, ['refactor.extract']), []);
  });
});

test('the edit that fixes all problems with a code is resolved lazily if the editor supports it', async () => {
  const typos = 'layer { name: "x" typo: "Input" topp: "x" }\n';
  for (const resolvesEdits of [true, false]) {
    const take = async (client: Client) => {
      const offered = await actions(client, ['quickfix']);
      const all = offered.find(({ title }) => title === 'Fix all `text/unknown-field` problems in this file');
      assert.ok(all);
      assert.equal(all.edit === undefined, resolvesEdits);
      const taken = await client.connection.sendRequest<CodeAction>('codeAction/resolve', all);
      const edits = taken.edit?.changes?.[client.uri]?.map(({ newText }) => newText);
      assert.deepEqual(edits, ['type', 'top']);
    };
    await withNet({ resolvesEdits }, take, typos);
  }
});

test('a code links to its page if the editor can show pages', async () => {
  await withNet({ initializationOptions: { codeLink: 'page:/{code}.md' } }, async (client) => {
    const [first] = await client.errors();
    assert.deepEqual(
      [first?.code, first?.codeDescription?.href],
      ['text/expected-integer', 'page:/text/expected-integer.md'],
    );
    const quick = await actions(client, ['quickfix']);
    assert.ok(quick.some(({ diagnostics }) => diagnostics?.[0]?.codeDescription !== undefined));
  });
  await withNet({}, async (client) => {
    const [first] = await client.errors();
    assert.equal(first?.codeDescription, undefined);
  });
});

test('the page of a code can be requested', async () => {
  await withNet({}, async (client) => {
    const page = await client.connection.sendRequest<string>('caffePrototxt/explain', {
      code: 'text/expected-integer',
    });
    assert.match(page, /^# text\/expected-integer\n\nSeverity: error\.\n\nThe field is an integer/u);
    assert.equal(await client.connection.sendRequest('caffePrototxt/explain', { code: 'no-such' }), null);
  });
});
