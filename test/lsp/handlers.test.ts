import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ErrorCodes } from 'vscode-languageserver';
import { noHost } from '../../server/src/workspace/host.ts';
import { BareServer } from './support/bareServer.ts';

const uri = 'file:///net.prototxt';
const custom = 'layer { name: "a" type: "Mine" top: "a" }\n';
const textDocument = { uri };
const position = { line: 0, character: 0 };
const range = { start: position, end: { line: 9, character: 0 } };
const actions = { textDocument, range, context: { diagnostics: [] } };

class Unusual {
  readonly reason = { why: 'it is so' };
}

for (const [what, thrown, shown] of [
  ['an error', new Error('out of luck'), /out of luck/u],
  ['an object', new Unusual(), /Unusual.*it is so/u],
  ['nothing', undefined, /undefined/u],
  ['a text', 'just so', /just so/u],
] as const) {
  test(`a request that throws ${what} loses its own answer, and is logged once`, async () => {
    const host = {
      ...noHost,
      path: (file: string) => file,
      newConfiguration: () => {
        throw thrown;
      },
    };
    const server = await BareServer.with(uri, custom, {}, host);
    await server.codesOf(uri, 1);
    const asked = () => server.connection.sendRequest('textDocument/codeAction', actions);
    await assert.rejects(asked, shown);
    assert.equal(await server.ask('textDocument/codeAction', actions), ErrorCodes.InternalError);
    assert.deepEqual(await server.ask('textDocument/inlayHint', { textDocument, range }), [
      { position: { line: 0, character: 41 }, label: '?', paddingLeft: true, tooltip: mineTooltip },
    ]);
    assert.equal(server.log.length, 1);
    const [logged = ''] = server.log;
    assert.match(logged, /^textDocument\/codeAction failed on version 1 of the document\. .*"line":9/u);
    assert.match(logged.replaceAll('\n', ' '), shown);
    assert.doesNotMatch(logged, /\[object Object\]/u);
    server.stop();
  });
}

const mineTooltip = {
  kind: 'markdown',
  value: 'The shapes that the layer type `Mine` produces are not known.',
};

test('the diagnostics of a document are published if its files cannot be read', async () => {
  const fails = (): never => {
    throw new Unusual();
  };
  for (const broken of ['candidates', 'configurations', 'path', 'size', 'read'] as const) {
    const host = { ...noHost, path: (file: string) => file, candidates: () => ['/x'], [broken]: fails };
    const server = await BareServer.with(uri, '# proto-file: x.proto\nlayer { nme: "n" }\n', {}, host);
    assert.ok((await server.codesOf(uri, 1)).includes('text/unknown-field'), broken);
    server.stop();
  }
});

const invalid: Readonly<Record<string, readonly object[]>> = {
  'textDocument/hover': [
    {},
    { textDocument },
    { textDocument: { uri: 5 }, position },
    { textDocument, position: { line: -1, character: 0 } },
    { textDocument, position: { line: 0.5, character: 0 } },
    { textDocument, position: { line: '0', character: 0 } },
    { textDocument, position: null },
  ],
  'textDocument/inlayHint': [{ textDocument, range: { start: position } }],
  'textDocument/codeAction': [
    { textDocument, range },
    { textDocument, range, context: { only: 'quickfix' } },
  ],
  'codeAction/resolve': [
    { title: 'x', data: 5 },
    { title: 'x', data: { uri, code: {} } },
  ],
  'caffePrototxt/setState': [{ textDocument, state: 5 }, { textDocument }],
  'caffePrototxt/setDialect': [
    { textDocument, dialect: 'ssd\nlayer { name: "x" }' },
    { textDocument, dialect: '__proto__' },
    { textDocument, dialect: '' },
    { textDocument, dialect: ['ssd'] },
  ],
  'caffePrototxt/stateShape': [
    { textDocument, blob: 'a b', dims: [1] },
    { textDocument, blob: 'a\nb', dims: [1] },
    { textDocument, blob: '', dims: [1] },
    ...[[], [-1], [1.5], ['1\n'], [2 ** 31], null, 'ab', Array(33).fill(1)].map((dims) => ({
      textDocument,
      blob: 'a',
      dims,
    })),
  ],
  'caffePrototxt/deploy': [
    { textDocument, dropDropout: 1 },
    { textDocument, shapes: [[1]] },
    { textDocument, shapes: { a: 'x' } },
  ],
  'caffePrototxt/assume': [
    { textDocument, batch: -1 },
    { textDocument, batch: '1' },
    { textDocument, shapes: { a: [] } },
  ],
  'caffePrototxt/compare': [
    { textDocument },
    { textDocument, other: { uri, text: 5 }, isOtherOlder: true, labels: { before: 'a', after: 'b' } },
    { textDocument, other: { uri, text: '' }, isOtherOlder: 1, labels: { before: 'a', after: 'b' } },
    { textDocument, other: { uri, text: '' }, isOtherOlder: true, labels: { before: 'a' } },
  ],
  'caffePrototxt/explain': [{}, { code: 5 }],
};

test('requests with invalid parameters are refused', async () => {
  const server = await BareServer.with(uri, custom);
  for (const [method, all] of Object.entries(invalid))
    for (const params of all)
      assert.equal(
        await server.ask(method, params),
        ErrorCodes.InvalidParams,
        `${method} ${JSON.stringify(params)}`,
      );
  assert.ok(server.log.every((logged) => /^The parameters of \S+ are invalid: \{/u.test(logged)));
  server.stop();
});

test('names that no object has are codes and dialects of nothing', async () => {
  const server = await BareServer.with(uri, custom);
  for (const code of ['__proto__', 'constructor', 'toString', ''])
    assert.equal(await server.ask('caffePrototxt/explain', { code }), null);
  server.stop();
});

test('comments are written for valid parameters', async () => {
  const server = await BareServer.with(uri, custom);
  const start = { line: 0, character: 0 };
  const edit = (newText: string) => [{ range: { start, end: start }, newText }];
  assert.deepEqual(
    await server.ask('caffePrototxt/stateShape', { textDocument, blob: 'a', dims: [0, 2 ** 31 - 1] }),
    edit('# shape: a 0x2147483647\n'),
  );
  assert.deepEqual(
    await server.ask('caffePrototxt/setDialect', { textDocument, dialect: ' SSD\n' }),
    edit('# caffe-dialect: ssd\n'),
  );
  server.stop();
});

test('notifications with invalid parameters are ignored', async () => {
  const server = await BareServer.with(uri, custom);
  const changed = (...contentChanges: unknown[]) => ({ textDocument: { uri, version: 2 }, contentChanges });
  for (const [method, params] of [
    ['textDocument/didOpen', { textDocument: { uri: 'file:///other', version: 1 } }],
    ['textDocument/didChange', changed({ text: 5 })],
    ['textDocument/didChange', changed({ text: '' }, { range: { start: position }, text: 'x' })],
    ['textDocument/didChange', { textDocument: { uri, version: 'a' }, contentChanges: [] }],
    ['textDocument/didClose', { textDocument: null }],
    ['workspace/didChangeWatchedFiles', { changes: [{ uri: null }] }],
    ['workspace/didChangeConfiguration', { settings: 5 }],
  ] as const)
    await server.tell(method, params);
  const symbols = await server.ask('textDocument/documentSymbol', { textDocument });
  assert.equal(Object(symbols).length, 1);
  server.stop();
});

test('positions beyond the end of a line or of the file are answered', async () => {
  const server = await BareServer.with(uri, custom);
  for (const line of [0, 1, 2, 4_294_967_295, Number.MAX_SAFE_INTEGER])
    for (const character of [0, 1000, 4_294_967_295, Number.MAX_SAFE_INTEGER]) {
      const far = { line, character };
      for (const [method, params] of [
        ['textDocument/hover', { position: far }],
        ['textDocument/completion', { position: far }],
        ['textDocument/inlayHint', { range: { start: far, end: far } }],
        ['textDocument/codeAction', { range: { start: far, end: position }, context: {} }],
      ] as const)
        assert.notEqual(typeof (await server.ask(method, { textDocument, ...params })), 'number', method);
    }
  assert.deepEqual(server.log, []);
  server.stop();
});
