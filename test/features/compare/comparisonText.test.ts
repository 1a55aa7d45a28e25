import assert from 'node:assert/strict';
import { test } from 'node:test';
import { conv, data, layer, shownText } from '../support/comparison.ts';

const net = data + conv('conv1', 'data') + layer('relu1', 'ReLU', 'conv1') + conv('conv2', 'relu1');

test('equal nets', () => {
  assert.equal(
    shownText(net, net),
    `- old.prototxt
+ new.prototxt

The nets are equal. Compared in TRAIN and TEST.`,
  );
});

test('added, removed and changed layers with the totals', () => {
  const changed = net.replace('num_output: 4', 'num_output: 5').replace(/layer \{ name: "conv2".*\n/u, '');
  assert.equal(
    shownText(`name: "a"\n${net}`, `name: "b"\n${changed}${layer('prob', 'Softmax', 'relu1')}`),
    `- old.prototxt
+ new.prototxt

1 layer added, 1 removed, 1 changed; 1 affected, 1 equal. Compared in TRAIN and TEST.

~ name: "a" → "b"

~ conv1  Convolution  num_output: 4 → 5
                      output: 2×4×8×8 → 2×5×8×8
                      parameters: 16 → 20
                      MACs per image: 768 → 960
- conv2  Convolution  2×4×8×8  ·  20 parameters
+ prob   Softmax      2×5×8×8

· In 1 other layer, only shapes or costs differ:
  relu1

                              before  after
Layers                             4      4
Parameters                        36     20  −16 (−44.4%)
MACs per image                 1,792    960  −832 (−46.4%)
Activation memory per batch  7.5 KiB  9 KiB  +1.5 KiB (+20%)`,
  );
});

const many = (rate: number) =>
  data +
  Array.from({ length: 30 }, (_, index) =>
    layer(
      `pool${index}`,
      'Pooling',
      index === 0 ? 'data' : `pool${index - 1}`,
      `pooling_param { kernel_size: 1 pool: ${rate > 1 ? 'AVE' : 'MAX'} }`,
    ),
  ).join('');

test('the same changes of several layers are one entry', () => {
  const lines = shownText(many(1), many(2)).split('\n');
  assert.equal(lines[5], '~ 30 layers  Pooling  pool: MAX → AVE');
  assert.match(lines[6] ?? '', /^ {22}pool0, pool1, pool2/u);
  assert.equal(lines.filter((line) => line.startsWith('~')).length, 1);
});

test('with `all`, each layer is an entry', () => {
  const lines = shownText(many(1), many(2), { all: true }).split('\n');
  assert.equal(lines.filter((line) => line.startsWith('~')).length, 30);
});

test('lists of names are limited', () => {
  const lines = shownText(many(1), many(2), { mostNames: 3 }).split('\n');
  assert.equal(lines[6]?.trim(), 'pool0, pool1, pool2, 27 others');
});

test('lines fit into the columns and have no spaces at their ends', () => {
  const long = 'x'.repeat(300);
  const text = shownText(
    many(1) + layer(long, long, 'data', 'type: "a"'),
    `${many(2)}${layer('b', long, long)}`,
    {
      columns: 80,
    },
  );
  for (const line of text.split('\n')) {
    // Sentences are not broken.
    assert.ok(line.length <= 80 || /^(?:Caffe|\d)/u.test(line), line);
    assert.equal(line, line.trimEnd());
  }
});

test('unknown numbers have no difference', () => {
  const unknown = 'layer { name: "data" type: "Data" top: "data" }\n';
  const text = shownText(unknown + conv('conv1', 'data'), data + conv('conv1', 'data'));
  assert.match(text, /^MACs per image +\? +768$/mu);
});

test('a net that Caffe rejects is named', () => {
  assert.match(
    shownText(net, net.replace('num_output: 4', '')),
    /^Caffe rejects new\.prototxt \(1 error\)\. The comparison may be incomplete\.$/mu,
  );
});

test('states other than the first are listed if other layers differ', () => {
  const phases = `layer { name: "d" type: "DummyData" top: "d" include { phase: TRAIN } dummy_data_param { shape { dim: 9 dim: 3 } } }
layer { name: "d" type: "DummyData" top: "d" include { phase: TEST } dummy_data_param { shape { dim: 5 dim: 3 } } }
`;
  const text = shownText(phases, phases.replace('dim: 5', 'dim: 6'));
  assert.match(text, /^Also in TEST:\n\n~ d {2}DummyData {2}shape\[0\]\.dim: \[5, 3\] → \[6, 3\]$/mu);
});

test('states without a common one', () => {
  const text = shownText(`# caffe-state: TRAIN\n${net}`, `# caffe-state: TEST\n${net}`);
  assert.match(text, /Compared in TRAIN before, TEST after\./u);
});
