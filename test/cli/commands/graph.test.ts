import assert from 'node:assert/strict';
import { test } from 'node:test';
import { file, read, run, runWith, symbolicLink } from '../support/run.ts';

const text = `name: "tiny"
layer { name: "data" type: "Input" top: "data" input_param { shape { dim: 1 dim: 3 dim: 8 dim: 8 } } }
layer { name: "m1/a" type: "Convolution" bottom: "data" top: "a" convolution_param { num_output: 4 kernel_size: 3 } }
layer { name: "m1/relu" type: "ReLU" bottom: "a" top: "a" }
layer { name: "m1/b" type: "Pooling" bottom: "a" top: "b" pooling_param { pool: MAX kernel_size: 2 } }
layer { name: "end" type: "Softmax" bottom: "b" top: "end" }
`;
const net = file('net.prototxt', text);

test('graph: writes an SVG to standard output', () => {
  const { code, out, err } = run('graph', net);
  assert.deepEqual([code, err], [0, '']);
  assert.match(out, /^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg"/u);
  assert.match(out, /<title id="graph-title">tiny · TRAIN<\/title>/u);
  assert.match(out, />1×4×6×6<\/text>/u);
});

test('graph: the ending of the output decides the format', () => {
  for (const [name, start] of [
    ['net.svg', '<svg'],
    ['net.dot', 'digraph "tiny'],
    ['net.mmd', 'flowchart TD'],
    ['net.json', '{'],
    ['net', '<svg'],
  ] as const) {
    assert.deepEqual(run('graph', net, '-o', name), { code: 0, out: '', err: '' });
    assert.ok(read(name).startsWith(start), name);
  }
});

test('graph: an ending of no format is refused, unless the format is given', () => {
  for (const name of ['net.png', 'net.PDF', 'other.prototxt']) {
    const { code, err } = run('graph', net, '-o', name);
    assert.equal(code, 2, name);
    assert.match(
      err,
      /^error: a graph cannot be written as \.\w+; use one of \.svg, \.dot, .*, or --format\n/u,
    );
  }
  assert.equal(run('graph', net, '-o', 'net.png', '--format', 'svg').code, 0);
  assert.ok(read('net.png').startsWith('<svg'));
});

test('graph: the formats contain layers, in-place layers, shapes and modules', () => {
  assert.match(run('graph', net, '--format', 'dot').out, /label="m1\/a\\nConvolution 4 · 3×3\\nReLU"/u);
  assert.match(run('graph', net, '--format', 'dot').out, /n0 -> n1 \[label="1×3×8×8"\];/u);
  assert.match(run('graph', net, '--format', 'mermaid').out, /subgraph g0\["m1"\]/u);
  const { nodes, edges, groups } = JSON.parse(run('graph', net, '--format', 'json').out);
  assert.equal(nodes.length, 4);
  assert.deepEqual(edges[1], {
    from: 'layer:m1/a',
    to: 'layer:m1/b',
    name: 'a',
    label: '1×4×6×6',
    weight: edges[1].weight,
  });
  assert.deepEqual(groups, [{ id: 'group:m1', title: 'm1' }]);
});

test('graph: --fold draws a module as one node', () => {
  const { nodes } = JSON.parse(run('graph', net, '--format', 'json', '--fold').out);
  assert.deepEqual(
    nodes.map(({ title, subtitle }: { title: string; subtitle: string }) => `${title}: ${subtitle}`),
    ['data: Input', 'm1: 3 layers', 'end: Softmax'],
  );
});

test('graph: --heat colors nodes by a cost, after folding', () => {
  const plain = run('graph', net).out;
  assert.match(plain, />Categories of layers<.*>Convolution<.*>Pooling</su);
  const { out } = run('graph', net, '--fold', '--heat', 'macs');
  assert.match(out, />MACs per batch: [\d.]+ k in all<.*>None or unknown<.*>Up to 100 % of the largest</su);
  assert.match(out, /data-node="[^"]*m1[^"]*".*?class="heat4"/su);
  assert.match(out, />[\d.]+ k · 100\.0 %</u);
  assert.equal(run('graph', net, '--heat', 'size').code, 2);
});

const phases = file(
  'phases.prototxt',
  'layer { name: "d" type: "Input" top: "d" input_param { shape { dim: 2 dim: 3 } } } layer { name: "t" type: "AbsVal" bottom: "d" top: "t" include { phase: TEST } }',
);

test('graph: the picture lists the layers that it does not show', () => {
  assert.match(run('graph', phases).out, />Not shown:<.*>t: TEST only</su);
  const { absent } = JSON.parse(run('graph', phases, '--format', 'json').out);
  assert.deepEqual(absent, [{ id: 'absent:0', title: 't', reason: 'TEST only' }]);
});

test('graph: --overlay draws the layers of all states, those of some states dashed', () => {
  const { out } = run('graph', phases, '--overlay');
  assert.match(out, /class="node partial"[^>]*aria-label="t: AbsVal, TEST only/u);
  assert.match(out, /class="connection partial"/u);
  assert.doesNotMatch(out, /Not shown/u);
});

test('graph: options select the state and the shapes of inputs', () => {
  const states = file(
    'states.prototxt',
    'layer { name: "d" type: "Input" top: "d" } layer { name: "t" type: "AbsVal" bottom: "d" top: "t" include { phase: TEST } }',
  );
  const out = run('graph', states, '--phase', 'TEST', '--input-shape', 'd=2x3', '--format', 'mermaid').out;
  assert.match(out, /<b>t<\/b>/u);
  assert.match(out, /\|"2×3"\|/u);
  assert.doesNotMatch(run('graph', states, '--phase', 'TRAIN', '--format', 'mermaid').out, /<b>t<\/b>/u);
});

test('graph: a net with errors is drawn with marks, and the exit code is 1', () => {
  const wrong = file('wrong.prototxt', text.replace('kernel_size: 3', ''));
  const { code, out, err } = run('graph', wrong);
  assert.equal(code, 1);
  assert.match(out, /class="node error"/u);
  assert.equal(
    err,
    'wrong.prototxt: 1 layer has errors, which the graph marks. For details, run: caffe-prototxt check wrong.prototxt\n',
  );
});

test('graph: the name of a net with errors is an argument of a shell', () => {
  const wrong = file("it's wrong.prototxt", text.replace('kernel_size: 3', ''));
  assert.match(run('graph', wrong).err, /run: caffe-prototxt check 'it'\\''s wrong\.prototxt'\n$/u);
});

test('graph: a file that is not a net, a missing file and invalid usage', () => {
  const solver = file('solver.prototxt', 'base_lr: 0.1\n');
  assert.deepEqual(run('graph', solver), {
    code: 2,
    out: '',
    err: 'solver.prototxt: This is a solver, not a net.\n',
  });
  assert.deepEqual(run('graph', 'missing.prototxt'), {
    code: 2,
    out: '',
    err: 'missing.prototxt: no such file or folder.\n',
  });
  assert.equal(run('graph', net, '--format', 'png').code, 2);
  const { code, err } = run('graph', net, '-o', symbolicLink('same.svg', net));
  assert.equal(code, 2);
  assert.match(err, /the output would overwrite the net/u);
  assert.equal(read(net), text);
});

test('the net is not overwritten through a missing folder', () => {
  const name = file('kept.prototxt', text);
  for (const command of [['graph', '--format', 'svg'], ['deploy']]) {
    const { code, err } = run(...command, name, '-o', 'missing/../kept.prototxt');
    assert.deepEqual([code, err], [2, 'missing/../kept.prototxt: no such file or folder.\n']);
    assert.equal(read(name), text);
  }
});

test('graph: reads standard input, and a file that cannot be written is an error', () => {
  assert.match(runWith(text, 'graph', '-', '--format', 'dot').out, /^digraph/u);
  const { code, err } = run('graph', net, '-o', 'no/such/folder.svg');
  assert.equal(code, 2);
  assert.match(err, /no such file/u);
});

test('graph: a full disk is an error about the output', { skip: process.platform !== 'linux' }, () => {
  const { code, err } = run('graph', net, '-o', '/dev/full');
  assert.deepEqual([code, err], [2, '/dev/full: no space left on the device.\n']);
});
