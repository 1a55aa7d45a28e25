import assert from 'node:assert/strict';
import { afterEach, beforeEach, test } from 'node:test';
import type { DocumentSymbol, Hover, InlayHint, TextEdit } from 'vscode-languageserver';
import type { Summary } from '../../server/src/lsp/protocol.ts';
import { Client } from './support/client.ts';

const net = `name: "Tiny"
layer { name: "data" type: "Input" top: "data" input_param { shape { dim: 64 dim: 1 dim: 28 dim: 28 } } }
layer {
  name: "conv1"
  type: "Convolution"
  bottom: "data"
  top: "conv1"
  convolution_param { num_output: 20 kernel_size: 5 }
}
`;
const kernelLine = 7;
const kernelColumn = net.split('\n')[kernelLine]?.indexOf('5') ?? -1;
const everything = { range: { start: { line: 0, character: 0 }, end: { line: 20, character: 0 } } };

let client: Client;

beforeEach(async () => {
  client = await Client.start();
});

afterEach(async () => {
  assert.equal(await client.stop(), 0);
});

function labels(hints: readonly InlayHint[]): string {
  return hints
    .map(({ label }) => (typeof label === 'string' ? label : label.map((part) => part.value)))
    .join('\n');
}

test('a valid net has no errors; an invalid kernel is an error until it is fixed', async () => {
  await client.open(net);
  assert.deepEqual(await client.errors(), []);

  await client.edit(kernelLine, kernelColumn, kernelColumn + 1, '500');
  const errors = await client.errors();
  assert.equal(errors.length, 1);
  assert.equal(errors[0]?.source, 'caffe-prototxt');
  assert.match(String(errors[0]?.code), /^[\w-]+\/?[\w-]+$/);
  assert.ok((errors[0]?.range.start.line ?? 0) >= 2);

  await client.edit(kernelLine, kernelColumn, kernelColumn + 3, '5');
  assert.deepEqual(await client.errors(), []);
});

test('fast typing publishes versions in order, up to the latest', async () => {
  await client.open(net);
  await client.errors();
  await client.edit(kernelLine, kernelColumn, kernelColumn + 1, '50');
  await client.edit(kernelLine, kernelColumn, kernelColumn + 2, '500');
  await client.errors();
  // The intermediate version is published only if there is enough time between the edits.
  assert.deepEqual(
    client.versions().filter((version) => version !== 2),
    [1, 3],
  );
  assert.equal(client.versions().at(-1), 3);
});

test('errors of a half-typed word are published once typing stops', async () => {
  await client.open(net);
  await client.errors();
  await client.edit(0, 0, 0, 'layer { nam }\n');
  await client.until(client.uri, (found) => found.some(({ severity }) => severity === 1));
  const codes = client.errorCodes();
  assert.deepEqual(codes[0], []);
  assert.deepEqual(codes.at(-1), ['text/expected-value']);
});

test("the line where Caffe's parser stops is a related location if it differs", async () => {
  const stops = async (text: string) => {
    await client.open(text);
    const [first] = await client.errors();
    return first?.relatedInformation?.map(({ location }) => location.range.start.line);
  };
  assert.deepEqual(await stops('layer {\n  name: "a"\n'), [2]);
  assert.equal(await stops('layer { nme: "a" }\n'), undefined);
});

test('inlay hints contain shapes', async () => {
  await client.open(net);
  assert.match(labels(await client.ask('textDocument/inlayHint', everything)), /64×20×24×24/);
});

test('a hover on a layer describes it', async () => {
  await client.open(net);
  const hover = await client.ask<Hover>('textDocument/hover', { position: { line: 3, character: 11 } });
  assert.match(JSON.stringify(hover.contents), /conv1/);
});

test('the outline contains the layers', async () => {
  await client.open(net);
  const symbols = await client.ask<DocumentSymbol[]>('textDocument/documentSymbol');
  assert.match(JSON.stringify(symbols), /"name":"conv1"/);
});

test('the summary is for the selected state', async () => {
  await client.open(net);
  await client.errors();
  const before = await client.ask<Summary>('caffePrototxt/summary');
  assert.deepEqual(client.summaryChanges, [client.uri]);
  assert.equal(before.state.phase, 'TRAIN');
  const textDocument = { uri: client.uri };
  assert.deepEqual(await client.ask('caffePrototxt/states'), [
    { label: 'TRAIN', built: true, shown: true },
    { label: 'TEST', built: true, shown: false },
  ]);
  const choose = (state: string) =>
    client.connection.sendRequest('caffePrototxt/setState', { textDocument, state });
  assert.equal(await choose('NEITHER'), false);
  assert.equal(await choose('test deploy'), true);
  const after = await client.ask<Summary>('caffePrototxt/summary');
  assert.deepEqual(after.state, { phase: 'TEST', level: 0, stages: ['deploy'] });
  assert.deepEqual(
    after.built.states.map(({ phase, stages }) => [phase, ...stages]),
    [['TRAIN'], ['TEST'], ['TEST', 'deploy']],
  );
  assert.equal(client.hintRefreshes, 1);
});

test('the totals are those of the summary, without its rows', async () => {
  await client.open(net);
  await client.errors();
  const { rows, ...totals } = await client.ask<Summary>('caffePrototxt/summary');
  assert.ok(rows.length > 0);
  assert.deepEqual(await client.ask('caffePrototxt/totals'), totals);
  await client.open('base_lr: 0.01\n');
  assert.equal(await client.ask('caffePrototxt/totals'), null);
});

test('assumed shapes change every result but not the file', async () => {
  await client.open(net);
  await client.errors();
  const textDocument = { uri: client.uri };
  const assume = (assumed: object) =>
    client.connection.sendRequest('caffePrototxt/assume', { textDocument, ...assumed });
  await assume({ batch: 2, shapes: { data: [1, 3, 12, 12] } });
  const assumed = await client.ask<Summary>('caffePrototxt/summary');
  assert.deepEqual(assumed.assumed, { batch: 2, shapes: { data: [1, 3, 12, 12] } });
  assert.deepEqual(
    assumed.rows.map(({ topShapes }) => topShapes),
    [['2×3×12×12'], ['2×20×8×8']],
  );
  assert.match(labels(await client.ask<InlayHint[]>('textDocument/inlayHint', everything)), /2×20×8×8/);
  const edits = await client.ask<TextEdit[]>('caffePrototxt/writeAssumed');
  assert.deepEqual(
    edits.map(({ newText }) => newText),
    ['2', '3', '12', '12'],
  );
  await assume({});
  const restored = await client.ask<Summary>('caffePrototxt/summary');
  assert.deepEqual([restored.assumed, restored.rows[1]?.topShapes], [null, ['64×20×24×24']]);
});

test('an assumed shape can be invalid for a layer', async () => {
  await client.open(net);
  await client.errors();
  const textDocument = { uri: client.uri };
  await client.connection.sendRequest('caffePrototxt/assume', {
    textDocument,
    shapes: { data: [1, 1, 3, 3] },
  });
  const found = await client.until(client.uri, (problems) => problems.length > 0);
  assert.deepEqual(
    found.map(({ code }) => code),
    ['conv/output-negative'],
  );
});

test('a file that is not a net or not open has no summary', async () => {
  await client.open('base_lr: 0.01\nmax_iter: 100\n');
  assert.equal(await client.ask('caffePrototxt/summary'), null);
  const elsewhere = { textDocument: { uri: 'file:///elsewhere.prototxt' } };
  assert.equal(await client.connection.sendRequest('caffePrototxt/summary', elsewhere), null);
});

test('requests for half-typed text are answered', async () => {
  for (const text of ['', '{', 'layer {', 'layer { name: "', 'layer { type: \n bottom: "a" }', '}}}']) {
    await client.open(text);
    await client.ask('textDocument/inlayHint', everything);
    await client.ask('textDocument/hover', { position: { line: 0, character: 3 } });
    await client.ask('textDocument/documentSymbol');
    await client.ask('caffePrototxt/summary');
  }
});
