import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { test } from 'node:test';
import { commandLine, file, read, run, runWith } from './support/run.ts';

const input =
  'layer { name: "x" type: "Input" top: "x" input_param { shape { dim: 1 dim: 3 dim: 8 dim: 8 } } }\n';
const good = file(
  'good.prototxt',
  `${input}layer { name: "p" type: "Pooling" bottom: "x" top: "p" pooling_param { kernel_size: 2 stride: 2 } }\n`,
);
const bad = file(
  'bad.prototxt',
  `${input}layer { name: "p" type: "Pooling" bottom: "x" top: "p" pooling_param { kernel_size: 2 pad: 2 } }\n`,
);
const solver = file(
  'solver.prototxt',
  'net: "good.prototxt"\nbase_lr: 0.1\nlr_policy: "fixed"\nmax_iter: 9\n',
);
const labels = file('labels.prototxt', 'item { name: "cat" label: 1 }\n');

test('check: no problems, and a file of another kind', () => {
  assert.deepEqual(run('check', good, solver, labels), {
    code: 0,
    out: '0 errors in 3 files. 1 file is neither a net nor a solver. Built for TRAIN, as `solver.prototxt` requests.\n',
    err: '',
  });
});

test('check: a problem with its line, column and code', () => {
  const { code, out } = run('check', bad);
  assert.equal(code, 1);
  assert.equal(
    out,
    [
      'bad.prototxt:2:92: error: `pad` is 2, but it must be smaller than the window size 2. [pool/pad-lt-kernel-h]',
      '  layer { name: "p" type: "Pooling" bottom: "x" top: "p" pooling_param { kernel_size: 2 pad: 2 } }',
      `  ${' '.repeat(91)}^`,
      '1 error in 1 file. Built for TRAIN, TEST.',
      '',
    ].join('\n'),
  );
});

test('check: JSON with lines and columns from 1', () => {
  const [one] = JSON.parse(run('check', '--format', 'json', bad).out);
  const { line, column, endLine, endColumn, code, severity, first, phases, caffePhrase } = one.diagnostics[0];
  assert.deepEqual([line, column, endLine, endColumn], [2, 92, 2, 93]);
  assert.deepEqual(
    [code, severity, first, phases],
    ['pool/pad-lt-kernel-h', 'error', true, ['TRAIN', 'TEST']],
  );
  assert.equal(caffePhrase, 'Check failed: pad_h_ < kernel_h_');
});

test('summary: JSON format', () => {
  const [one] = JSON.parse(run('summary', '--format', 'json', '--phase', 'TEST', good).out);
  assert.deepEqual([one.file, one.dialect, one.phase], [good, 'bvlc', 'TEST']);
  const { operationsByKind, receptiveFields, ...layer } = one.layers[1];
  assert.deepEqual([operationsByKind.comparisons, receptiveFields.length], [192, 1]);
  assert.deepEqual(layer, {
    name: 'p',
    type: 'Pooling',
    line: 2,
    bottoms: ['x'],
    tops: ['p'],
    bottomShapes: [[1, 3, 8, 8]],
    topShapes: [[1, 3, 4, 4]],
    params: [],
    weights: 0,
    biases: 0,
    paramCount: 0,
    macs: 0,
    statistics: 0,
    trainable: 0,
    operations: 192,
    connections: 0,
    memoryBytes: 192,
  });
  assert.equal(one.totals.params, 0);
  assert.deepEqual(one.diagnostics, []);
});

test('summary: a table', () => {
  const { code, out } = run('summary', good);
  assert.equal(code, 0);
  assert.match(out, /^ p\s+Pooling\s+1×3×4×4\s+–/mu);
});

test('summary: shapes from options', () => {
  const data = file(
    'data.prototxt',
    'layer { name: "d" type: "Data" top: "data" data_param { batch_size: 4 } }',
  );
  const shapes = (...args: string[]) =>
    JSON.parse(run('summary', '--format', 'json', ...args, data).out)[0].layers[0].topShapes;
  assert.deepEqual(shapes(), [[4, null, null, null]]);
  assert.deepEqual(shapes('--data-shape', '3x32x48'), [[4, 3, 32, 48]]);
  assert.deepEqual(shapes('--input-shape', 'data=2x1x5x5'), [[2, 1, 5, 5]]);
});

test('summary: stages and levels select layers', () => {
  const staged = file(
    'staged.prototxt',
    `${input}layer { name: "a" type: "ReLU" bottom: "x" top: "a" include { stage: "deploy" } }
layer { name: "b" type: "ReLU" bottom: "x" top: "b" include { min_level: 3 } }`,
  );
  const names = (...args: string[]) =>
    JSON.parse(run('summary', '--format', 'json', staged, ...args).out)[0].layers.map(
      (layer: { name: string }) => layer.name,
    );
  assert.deepEqual(names(), ['x']);
  assert.deepEqual(names('--stage', 'deploy'), ['x', 'a']);
  assert.deepEqual(names('--level', '3'), ['x', 'b']);
});

test('summary of a solver: the error of Caffe when it reads it as a net', () => {
  const { code, out } = run('summary', solver);
  assert.equal(code, 1);
  assert.match(out, /solver\.prototxt:1:1: error: This is a solver, not a net\./u);
});

test('an unreadable file: exit code 2, and the other files are still checked', () => {
  const { code, out, err } = run('check', 'missing.prototxt', bad);
  assert.equal(code, 2);
  assert.match(out, /^1 error in 1 file\. 1 file was not analyzed\. Built/mu);
  assert.match(err, /missing\.prototxt: .*no such file/u);
  assert.match(out, /pool\/pad-lt-kernel-h/u);
});

test('a folder selects the prototxt files below it', () => {
  const net = 'layer { name: "x" type: "Input" top: "x" }';
  const own = ['b.prototxt', 'a/deep/c.prototxt', 'a/d.PROTOTXT', 'a/notes.txt'];
  const others = ['.hidden/e.prototxt', 'node_modules/f.prototxt'];
  for (const name of [...own, ...others]) file(`models/${name}`, net);
  const { code, out } = run('check', '--format', 'json', 'models');
  assert.equal(code, 0);
  const names = JSON.parse(out).map((one: { file: string }) => one.file.replaceAll('\\', '/'));
  assert.deepEqual(names, ['models/a/d.PROTOTXT', 'models/a/deep/c.prototxt', 'models/b.prototxt']);
});

test('a file that is given twice is analyzed once', () => {
  file('twice/a.prototxt', input);
  const { out } = run('check', '--format', 'json', 'twice', 'twice/a.prototxt', './twice/a.prototxt');
  assert.equal(JSON.parse(out).length, 1);
});

test('a warning in `caffe-prototxt.json` is not an error', () => {
  file('warned/caffe-prototxt.json', '{ "surplus": 1 }');
  file('warned/net.prototxt', input);
  const { code, out, err } = run('check', 'warned');
  assert.match(err, /caffe-prototxt\.json:1:\d+: warning: /u);
  assert.match(out, /^0 errors, 1 warning in 1 file\./mu);
  assert.equal(code, 0);
  assert.equal(run('check', '--max-warnings', '0', 'warned').code, 1);
});

test('a folder without prototxt files is an error', () => {
  file('empty/notes.txt', '');
  const { code, err } = run('check', 'empty');
  assert.equal(code, 2);
  assert.equal(err, 'empty: the folder has no prototxt files.\n');
});

test('invalid usage: exit code 2 and the usage', () => {
  for (const args of [
    ['check'],
    ['bogus'],
    ['check', '--phase', 'NEVER', good],
    ['summary', '--data-shape', '3x4', good],
    ['check', '--proto', 'missing.proto', good],
    ['check', '--fix', '-'],
  ]) {
    const { code, err } = run(...args);
    assert.equal(code, 2, args.join(' '));
    assert.match(err, /Usage: caffe-prototxt/u);
  }
  assert.equal(run('--help').code, 0);
});

test('check and summary: standard input', () => {
  const text = read(bad);
  assert.match(runWith(text, 'check', '-').out, /^-:2:92: error: /u);
  const [one] = JSON.parse(runWith(text, 'summary', '--format', 'json', '-').out);
  assert.deepEqual([one.file, one.layers.length], ['-', 2]);
});

test('bytes that are not UTF-8: GBK comments are accepted, binary files are reported', () => {
  const gbk = file(
    'gbk.prototxt',
    Buffer.concat([Buffer.from('# '), Buffer.from([0xcd, 0xf8, 0xc2, 0xe7]), Buffer.from(`\n${input}`)]),
  );
  assert.equal(run('check', gbk).code, 0);
  const binary = file(
    'binary.prototxt',
    Uint8Array.from({ length: 4096 }, (_, i) => (i * 37) & 255),
  );
  const { code, out } = run('check', binary);
  assert.equal(code, 1);
  assert.match(out, /binary\.prototxt:\d+:\d+: error: /u);
});

/** Sends one message to a server and returns its first response. */
async function firstAnswer(args: readonly string[], text: string): Promise<string> {
  const server = spawn(process.execPath, [commandLine, ...args]);
  try {
    server.stdin.write(`Content-Length: ${text.length}\r\n\r\n${text}`);
    const [answer] = await once(server.stdout, 'data', { signal: AbortSignal.timeout(20_000) });
    return String(answer);
  } finally {
    server.kill();
  }
}

test('lsp: responds over standard input and output', async () => {
  const params = { processId: null, rootUri: null, capabilities: {} };
  const initialize = JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'initialize', params });
  assert.match(await firstAnswer(['lsp'], initialize), /Content-Length/u);
  assert.match(await firstAnswer(['lsp', '--stdio'], initialize), /Content-Length/u);
});

test('lsp: SIGTERM exits cleanly; unknown options are rejected', async () => {
  const server = spawn(process.execPath, [commandLine, 'lsp']);
  const params = { processId: null, rootUri: null, capabilities: {} };
  const text = JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'initialize', params });
  server.stdin.write(`Content-Length: ${text.length}\r\n\r\n${text}`);
  await once(server.stdout, 'data', { signal: AbortSignal.timeout(20_000) });
  server.kill('SIGTERM');
  assert.deepEqual(await once(server, 'exit'), [143, null]);

  const { code, err } = run('lsp', '--port');
  assert.equal(code, 2);
  assert.match(err, /unknown option '--port'/u);
});
