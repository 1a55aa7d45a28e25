import assert from 'node:assert/strict';
import { afterEach, beforeEach, test } from 'node:test';
import { ErrorCodes } from 'vscode-languageserver';
import { BareServer } from './support/bareServer.ts';

const uri = 'file:///net.prototxt';
const hover = { textDocument: { uri }, position: { line: 0, character: 0 } };
const opening = { textDocument: { uri, languageId: 'prototxt', version: 1, text: 'name: "n"' } };
const parameters = { processId: null, rootUri: null, capabilities: {} };

let server: BareServer;

beforeEach(() => {
  server = new BareServer();
});

afterEach(() => server.stop());

test('before initialize, requests get an error and notifications are dropped', async () => {
  await server.tell('textDocument/didOpen', opening);
  for (const method of ['textDocument/hover', 'caffePrototxt/forks', 'unknown/method', 'shutdown'])
    assert.equal(await server.ask(method, hover), ErrorCodes.ServerNotInitialized, method);
  await server.ask('initialize', parameters);
  assert.equal(await server.ask('textDocument/documentSymbol', hover), null);
});

test('a second initialize is an error, after which the server works', async () => {
  await server.ask('initialize', parameters);
  assert.equal(await server.ask('initialize', parameters), ErrorCodes.InvalidRequest);
  await server.tell('textDocument/didOpen', opening);
  assert.deepEqual(await server.ask('textDocument/documentSymbol', hover), []);
});

test('after shutdown, requests get an error', async () => {
  await server.ask('initialize', parameters);
  assert.equal(await server.ask('shutdown'), null);
  for (const method of ['textDocument/hover', 'shutdown', 'initialize', 'unknown/method'])
    assert.equal(await server.ask(method, hover), ErrorCodes.InvalidRequest, method);
});

for (const [what, params] of [
  ['capabilities', { processId: null, rootUri: null }],
  ['parameters', undefined],
  ['capabilities of the right type', { ...parameters, capabilities: 5 }],
  ['a list of folders', { ...parameters, workspaceFolders: 5, initializationOptions: { codeLink: 5 } }],
  ['folders with URIs', { ...parameters, workspaceFolders: [{ uri: 5 }, null], initializationOptions: [] }],
] as const) {
  test(`initialize without ${what} works`, async () => {
    const { capabilities } = Object(await server.ask('initialize', params));
    assert.equal(capabilities.hoverProvider, true);
    await server.tell('textDocument/didOpen', opening);
    assert.deepEqual(await server.codesOf(uri, 1), []);
  });
}

test('the position encoding is the first of the client that is known, UTF-16 by default', async () => {
  const encodingFor = async (positionEncodings?: readonly string[]) => {
    const own = new BareServer();
    const answer = await own.ask('initialize', {
      ...parameters,
      capabilities: { general: { positionEncodings } },
    });
    own.stop();
    return Object(answer).capabilities.positionEncoding;
  };
  assert.equal(await encodingFor(), 'utf-16');
  assert.equal(await encodingFor(['utf-7']), 'utf-16');
  assert.equal(await encodingFor(['utf-8', 'utf-16']), 'utf-8');
  assert.equal(await encodingFor(['utf-7', 'utf-32', 'utf-8']), 'utf-32');
});

test('unknown requests get an error; unknown notifications and cancellations are ignored', async () => {
  await server.ask('initialize', parameters);
  for (const method of ['unknown/method', '$/unknown'])
    assert.equal(await server.ask(method, hover), ErrorCodes.MethodNotFound, method);
  for (const [method, params] of [
    ['unknown/method', {}],
    ['$/unknown', { a: 1 }],
    ['$/cancelRequest', { id: 12345 }],
    ['$/setTrace', { value: 'off' }],
  ] as const)
    await server.tell(method, params);
  assert.equal(await server.ask('textDocument/hover', hover), null);
});
