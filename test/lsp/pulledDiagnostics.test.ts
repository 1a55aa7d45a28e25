import assert from 'node:assert/strict';
import { afterEach, test } from 'node:test';
import type { DocumentDiagnosticReport, InitializeResult } from 'vscode-languageserver/node';
import { memoryHost } from '../workspace/support/memoryHost.ts';
import { BareServer } from './support/bareServer.ts';

const uri = '/w/models/net.prototxt';
const sound = 'layer { name: "x" type: "Input" top: "x" input_param { shape { dim: 1 } } }\n';
const wrong = `${sound}layer { name: "y" type: "Mystery" bottom: "x" top: "y" }\n`;
const odd = `${sound}layer { name: "d" type: "Dropout" bottom: "x" top: "d" dropout_param { dropout_ratio: 50 } }\n`;
const capabilities = {
  textDocument: { diagnostic: {} },
  workspace: { diagnostics: { refreshSupport: true } },
};

let server: BareServer;
let refreshes = 0;
afterEach(() => server.stop());

async function start(text: string, given: object = capabilities, host = memoryHost({})): Promise<void> {
  refreshes = 0;
  server = await BareServer.with(uri, text, given, host);
  server.connection.onRequest('workspace/diagnostic/refresh', () => {
    refreshes += 1;
    return null;
  });
}

async function pull(previousResultId?: string): Promise<DocumentDiagnosticReport> {
  const params = { textDocument: { uri }, ...(previousResultId !== undefined && { previousResultId }) };
  return (await server.ask('textDocument/diagnostic', params)) as DocumentDiagnosticReport;
}

const codesOf = (report: DocumentDiagnosticReport) =>
  report.kind === 'full' ? report.items.map(({ code }) => code) : report.kind;

async function write(version: number, text: string): Promise<void> {
  await server.tell('textDocument/didChange', {
    textDocument: { uri, version },
    contentChanges: [{ text }],
  });
}

async function until(condition: () => boolean): Promise<void> {
  for (let attempt = 0; attempt < 400 && !condition(); attempt += 1)
    await new Promise((resolve) => setTimeout(resolve, 10));
  assert.ok(condition());
}

test('a client that pulls gets reports, and nothing is pushed for its document', async () => {
  await start(wrong);
  const first = await pull();
  assert.deepEqual(codesOf(first), ['net/unknown-layer-type']);
  assert.equal(codesOf(await pull(first.resultId)), 'unchanged');
  await write(2, sound);
  const second = await pull(first.resultId);
  assert.deepEqual(codesOf(second), []);
  assert.deepEqual(server.published, []);
});

test('an edit without effect leaves the report unchanged', async () => {
  await start(wrong);
  const { resultId } = await pull();
  await write(2, `${wrong}\n`);
  assert.equal(codesOf(await pull(resultId)), 'unchanged');
});

test('a report is for the latest version, whenever it was requested', async () => {
  await start(sound);
  await pull();
  const writing = write(2, odd);
  const pulled = pull();
  await writing;
  assert.deepEqual(codesOf(await pulled), ['dropout-ratio']);
});

test('errors in half-typed words come with a refresh when typing stops', async () => {
  await start(sound);
  await pull();
  await write(2, `${sound}layer { nam }\n`);
  assert.deepEqual(codesOf(await pull()), []);
  assert.equal(refreshes, 0);
  await until(() => refreshes === 1);
  assert.match(String(codesOf(await pull())), /text\//u);
});

test('a changed setting requests a refresh', async () => {
  await start(odd);
  assert.ok(codesOf(await pull()).includes('dropout-ratio'));
  await server.tell('workspace/didChangeConfiguration', {
    settings: { caffePrototxt: { rules: { 'dropout-ratio': 'off' } } },
  });
  await until(() => refreshes > 0);
  assert.ok(!codesOf(await pull()).includes('dropout-ratio'));
});

test('a document that is not open, or is closed while a pull waits, has no diagnostics', async () => {
  await start(wrong);
  const closed = { textDocument: { uri: '/w/other.prototxt' } };
  assert.deepEqual(await server.ask('textDocument/diagnostic', closed), { kind: 'full', items: [] });
  await write(2, `${wrong}\n`);
  const pulled = pull();
  await server.tell('textDocument/didClose', { textDocument: { uri } });
  const report = await pulled;
  assert.ok(['net/unknown-layer-type', undefined].includes(codesOf(report)[0] as string | undefined));
});

test('a client without pulls, or that asks for pushes, has diagnostics pushed', async () => {
  for (const initializationOptions of [undefined, { pushesDiagnostics: true }]) {
    server = new BareServer();
    const given = initializationOptions ? capabilities : {};
    const params = { processId: null, rootUri: null, workspaceFolders: null, capabilities: given };
    const answer = await server.ask('initialize', { ...params, initializationOptions });
    assert.equal((answer as InitializeResult).capabilities.diagnosticProvider, undefined);
    await server.tell('initialized', {});
    await server.tell('textDocument/didOpen', {
      textDocument: { uri, languageId: 'prototxt', version: 1, text: wrong },
    });
    assert.deepEqual(await server.codesOf(uri, 1), ['net/unknown-layer-type']);
    server.stop();
  }
});
