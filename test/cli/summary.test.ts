import assert from 'node:assert/strict';
import { test } from 'node:test';
import { file, run } from './support/run.ts';

const net = file(
  'net.prototxt',
  `layer { name: "x" type: "Input" top: "x" input_param { shape { dim: 1 dim: 3 dim: 8 dim: 8 } } }
layer { name: "m/a" type: "Convolution" bottom: "x" top: "a" convolution_param { num_output: 2 kernel_size: 3 } }
layer { name: "m/b" type: "Convolution" bottom: "a" top: "b" convolution_param { num_output: 9 kernel_size: 3 } }
layer { name: "r" type: "ReLU" bottom: "b" top: "b" }
`,
);

test('summary: chosen columns, sorted by one', () => {
  const { code, out, err } = run(
    'summary',
    '--columns',
    'layer, macs,memory',
    '--sort',
    'macs',
    '--format',
    'csv',
    net,
  );
  assert.deepEqual([code, err], [0, '']);
  assert.equal(
    out,
    `Layer,MACs per batch,Memory
m/b,${9 * 16 * 18},${4 * 9 * 16}
m/a,${2 * 36 * 27},${4 * 2 * 36}
x,0,${4 * 3 * 64}
r,0,0
`,
  );
});

test('summary: a line for each module, as Markdown', () => {
  const { out } = run(
    'summary',
    '--by',
    'module',
    '--columns',
    'layer,type,params',
    '--format',
    'markdown',
    net,
  );
  assert.equal(
    out,
    `| Layer | Type | Parameters |
|:--|:--|--:|
| x | 1 × Input | – |
| m | 2 × Convolution | 227 |
| r | 1 × ReLU | – |
`,
  );
});

test('summary: LaTeX', () => {
  const { out } = run('summary', '--columns', 'layer,params', '--format', 'latex', net);
  assert.match(out, /^\\begin\{tabular\}\{lr\}\n[\s\S]* {2}m\/a & 56 \\\\\n[\s\S]*\\end\{tabular\}\n$/u);
});

test('summary: a table for documents has the problems on standard error', () => {
  const bad = file('bad-conv.prototxt', 'layer { name: "c" type: "Convolution" bottom: "x" top: "c" }\n');
  const { code, out, err } = run('summary', '--columns', 'layer', '--format', 'csv', bad);
  assert.deepEqual([code, out], [1, 'Layer\nc\n']);
  assert.match(err, /error: .*\[net\/unknown-bottom\]/u);
});

test('summary: unknown columns and groups', () => {
  for (const [option, value, why] of [
    ['--columns', 'layer,size', /Expected some of layer, type, shape/u],
    ['--sort', 'size', /Allowed choices are layer, type, shape/u],
    ['--by', 'size', /Allowed choices are type, module/u],
  ] as const) {
    const { code, err } = run('summary', option, value, net);
    assert.equal(code, 2);
    assert.match(err, why);
  }
});

test('summary: the costs of every layer in JSON', () => {
  const [{ layers, totals }] = JSON.parse(run('summary', '--format', 'json', net).out);
  const { macs, operationsByKind, connections, memoryBytes, trainable, receptiveFields } = layers[2];
  assert.deepEqual(
    [macs, operationsByKind.biases, connections, memoryBytes, trainable],
    [2592, 144, 2736, 576, 171],
  );
  const axis = { size: 5, stride: 1, start: 0 };
  assert.deepEqual(receptiveFields, [{ input: 'x', whole: false, axes: [axis, axis] }]);
  assert.deepEqual(
    [totals.trainable, totals.statistics, totals.requiredBytes],
    [227, 0, 4 * (192 + 72 + 144 + 144)],
  );
});
