import assert from 'node:assert/strict';
import { afterEach, test } from 'node:test';
import { readSettings } from '../../server/src/lsp/settings.ts';
import { Client } from './support/client.ts';

const net = `layer { name: "data" type: "Input" top: "data" input_param { shape { dim: 64 dim: 1 dim: 28 dim: 28 } } }
layer { name: "conv1" type: "Convolution" bottom: "data" top: "conv1" convolution_param { num_output: 20 kernel_size: 5 } }
`;
const everything = { range: { start: { line: 0, character: 0 }, end: { line: 9, character: 0 } } };

let client: Client | undefined;

afterEach(async () => {
  await client?.stop();
  client = undefined;
});

test('no settings', () => {
  for (const nothing of [undefined, null, 3, 'x', [], {}]) {
    assert.deepEqual(readSettings(nothing), {
      analysis: {
        dialect: 'auto',
        usualDialect: 'auto',
        inputShapes: new Map(),
        usualRules: new Map(),
        stages: [],
        level: 0,
      },
      workspace: { inputShapes: [] },
      phase: 'TRAIN',
      checksWorkspace: false,
      inlayHints: { shapes: true, parameters: true, batch: true },
      codeLens: { enabled: false, uses: false },
      format: { oneLineLimit: 0, quotes: 'keep', separators: 'keep', repeated: 'keep' },
    });
  }
});

test('all settings', () => {
  const given = {
    dialect: 'ssd',
    phase: 'TEST',
    workspace: { diagnostics: 'allFiles' },
    stages: ['deploy', 7],
    level: 2,
    dataShape: '3x256x256',
    proto: ' my/caffe.proto ',
    inputShapes: { 'train*.prototxt': { data: '4x3x8x8', label: 'many' } },
    inlayHints: { shapes: false, parameters: false, batch: false },
    codeLens: { enabled: true, uses: true },
    format: { oneLineLimit: 100, quotes: 'single', separators: 'remove', repeated: 'list' },
    rules: { 'conv-bias-before-batch-norm': 'off', 'pool/pad-lt-kernel-h': 'loud' },
  };
  assert.deepEqual(readSettings(given), {
    analysis: {
      dialect: 'auto',
      usualDialect: 'ssd',
      dataShape: [3, 256, 256],
      inputShapes: new Map(),
      usualRules: new Map([['conv-bias-before-batch-norm', 'off']]),
      stages: ['deploy'],
      level: 2,
    },
    workspace: {
      proto: 'my/caffe.proto',
      inputShapes: [{ pattern: 'train*.prototxt', shapes: new Map([['data', [4, 3, 8, 8]]]) }],
    },
    phase: 'TEST',
    checksWorkspace: true,
    inlayHints: { shapes: false, parameters: false, batch: false },
    codeLens: { enabled: true, uses: true },
    format: { oneLineLimit: 100, quotes: 'single', separators: 'remove', repeated: 'list' },
  });
});

test('a data shape is a string or a list of integers', () => {
  const shape = (dataShape: unknown) => readSettings({ dataShape }).analysis.dataShape;
  assert.deepEqual(shape(' 3 × 227 × 227 '), [3, 227, 227]);
  assert.deepEqual(shape([1, 28, 28]), [1, 28, 28]);
  for (const nonsense of ['', '3x', 'axb', '0x1', [], [1, 'a'], 3.5])
    assert.equal(shape(nonsense), undefined);
});

test('settings from the initialization options', async () => {
  client = await Client.start({
    initializationOptions: { phase: 'TEST', inlayHints: { shapes: false, parameters: false } },
  });
  await client.open(net);
  assert.deepEqual(await client.ask('textDocument/inlayHint', everything), []);
  assert.equal((await client.ask<{ state: { phase: string } }>('caffePrototxt/summary')).state.phase, 'TEST');
});

test('settings are requested from the editor if it supports it, and again after a change', async () => {
  let shapes = false;
  client = await Client.start({ configuration: () => ({ inlayHints: { shapes, parameters: false } }) });
  await client.open(net);
  await client.hintsRefreshed(1);
  assert.deepEqual(await client.ask('textDocument/inlayHint', everything), []);
  shapes = true;
  await client.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
  await client.hintsRefreshed(2);
  const hints = await client.ask<unknown[]>('textDocument/inlayHint', everything);
  assert.notEqual(hints.length, 0);
});

test('settings from a change notification', async () => {
  client = await Client.start();
  await client.open(net);
  await client.connection.sendNotification('workspace/didChangeConfiguration', {
    settings: { caffePrototxt: { phase: 'TEST' } },
  });
  assert.equal((await client.ask<{ state: { phase: string } }>('caffePrototxt/summary')).state.phase, 'TEST');
});

test('each folder of the workspace has its settings, also one that is added later', async () => {
  const asked: string[] = [];
  client = await Client.start({
    folder: 'file:///one',
    configuration: () => ({ rules: { 'dropout-ratio': 'error' } }),
    folderConfiguration: (uri) => {
      asked.push(uri);
      return { rules: { 'dropout-ratio': 'off' } };
    },
  });
  const odd = `layer { name: "d" type: "Input" top: "d" input_param { shape { dim: 1 } } }
layer { name: "o" type: "Dropout" bottom: "d" top: "o" dropout_param { dropout_ratio: 50 } }
`;
  await client.open(odd);
  await client.until(client.uri, (found) => found.length === 0);
  const other = 'file:///two/net.prototxt';
  await client.connection.sendNotification('textDocument/didOpen', {
    textDocument: { uri: other, languageId: 'prototxt', version: 1, text: odd },
  });
  await client.until(other, (found) => found.length === 1);
  await client.connection.sendNotification('workspace/didChangeWorkspaceFolders', {
    event: { added: [{ uri: 'file:///two', name: 'two' }], removed: [] },
  });
  await client.until(other, (found) => found.length === 0);
  assert.deepEqual([...new Set(asked)], ['file:///one', 'file:///two']);
});
