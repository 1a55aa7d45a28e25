import assert from 'node:assert/strict';
import { test } from 'node:test';
import { completion } from '../../server/src/features/completion/index.ts';
import { netState } from '../../server/src/net/states/state.ts';
import { open, withCursor } from '../support/fixture.ts';

const above = `layer { name: "data" type: "Input" top: "data" input_param { shape { dim: 1 dim: 3 dim: 8 dim: 8 } } }
layer { name: "conv" type: "Convolution" bottom: "data" top: "conv" convolution_param { num_output: 4 kernel_size: 3 } }
`;

function at(marked: string, settings = {}) {
  const { text, offset } = withCursor(above + marked);
  const items = completion(open(text, settings), offset, netState('TRAIN')).sort((a, b) =>
    a.order < b.order ? -1 : 1,
  );
  const put = (label: string) => {
    const item = items.find((candidate) => candidate.label === label);
    return item && text.slice(above.length, item.range.start) + item.snippet + text.slice(item.range.end);
  };
  return { labels: items.map(({ label }) => label), items, put };
}

test('fields of a message, without those that are set', () => {
  const { labels, put } = at('layer { type: "Pooling" pooling_param { kernel_size: 2 | } }');
  assert.ok(labels.includes('stride'));
  assert.ok(labels.includes('round_mode'));
  assert.ok(!labels.includes('kernel_size'));
  assert.ok(!labels.includes('num_output'));
  assert.equal(put('stride'), 'layer { type: "Pooling" pooling_param { kernel_size: 2 stride: $0 } }');
});

test('a half-typed field is replaced as a whole, and its colon is kept', () => {
  assert.equal(
    at('layer { pooling_param { kern| } }').put('kernel_size'),
    'layer { pooling_param { kernel_size: $0 } }',
  );
  assert.equal(
    at('layer { pooling_param { kern|: 2 } }').put('kernel_size'),
    'layer { pooling_param { kernel_size: 2 } }',
  );
  assert.equal(at('layer { pool|ing }').put('pooling_param'), 'layer { pooling_param { $0 } }');
  assert.equal(
    at('layer {\n  na|\n  type: "ReLU"\n}').put('name'),
    'layer {\n  name: "$1"$0\n  type: "ReLU"\n}',
  );
});

test('the parameters of the layer type come first', () => {
  assert.equal(at('layer { type: "Pooling" | }').labels[0], 'pooling_param');
});

test('a layer without a closing brace', () => {
  assert.ok(
    at('layer {\n  type: "Convolution"\n  convolution_param {\n    num_|').labels.includes('num_output'),
  );
});

test('top-level fields', () => {
  assert.equal(at('lay|').put('layer'), 'layer {\n\t$0\n}');
});

test('values of an enum and of a bool', () => {
  assert.deepEqual(at('layer { pooling_param { pool: | } }').labels, ['MAX', 'AVE', 'STOCHASTIC']);
  assert.equal(
    at('layer { pooling_param { pool: A| } }').put('AVE'),
    'layer { pooling_param { pool: AVE } }',
  );
  assert.deepEqual(at('layer { convolution_param { bias_term: f| } }').labels, ['false', 'true']);
  assert.deepEqual(at('layer { pooling_param { stride: | } }').labels, []);
});

test('layer types of the dialect', () => {
  const { labels, put } = at('layer { type: "Con|" }');
  assert.ok(labels.includes('Convolution') && labels.includes('Concat') && !labels.includes('Permute'));
  assert.equal(put('Convolution'), 'layer { type: "Convolution" }');
  assert.equal(at('layer { type: | }').put('Concat'), 'layer { type: "Concat" }');
  const ssd = at('layer { type: "| }', { dialect: 'ssd' });
  assert.ok(ssd.labels.includes('Permute') && !ssd.labels.includes('Swish'));
  assert.match(
    ssd.items.find(({ label }) => label === 'Permute')?.detail ?? '',
    /^ssd, intel, nvidia and \d+ other forks$/u,
  );
});

test('bottoms: the blobs above, the nearest first, with their shapes', () => {
  const { labels, items, put } = at('layer { name: "relu" type: "ReLU" bottom: "|" top: "relu" }');
  assert.deepEqual(labels, ['conv', 'data']);
  assert.equal(items[0]?.detail, '1×4×6×6 · conv (Convolution)');
  assert.equal(put('conv'), 'layer { name: "relu" type: "ReLU" bottom: "conv" top: "relu" }');
});

test('tops: the name of the layer, or a bottom for an in-place layer', () => {
  const tops = (type: string) => at(`layer { name: "x" type: "${type}" bottom: "conv" top: "|" }`).labels;
  assert.deepEqual(tops('Pooling'), ['x', 'conv']);
  assert.deepEqual(tops('ReLU'), ['conv', 'x']);
});

test('nothing in comments, strings and numbers', () => {
  for (const text of [
    '# lay|',
    'layer { name: "a|" }',
    'layer { name: "x # y|" }',
    'layer { loss_weight: 1| }',
  ]) {
    assert.deepEqual(at(text).labels, [], text);
  }
});

test('the fields of a fork, if the file uses its dialect', () => {
  const text = '# caffe-dialect: segnet\nlayer { type: "Upsample" upsample_param { | } }';
  const { labels, items } = at(text);
  assert.ok(labels.includes('upsample_h'));
  assert.match(
    items.find(({ label }) => label === 'upsample_h')?.documentation().text ?? '',
    /A field of segnet/u,
  );
});

test('quotes and control characters of a name are escaped where it is inserted', () => {
  const named = String.raw`layer { name: "a" type: "Input" top: "x'\"\\\n\001" }`;
  const name = 'x\'"\\\n\u0001';
  assert.equal(
    at(`${named} layer { bottom: | }`).put(name),
    String.raw`${named} layer { bottom: "x'\"\\\n\001" }`,
  );
  assert.equal(
    at(`${named} layer { bottom: '|' }`).put(name),
    String.raw`${named} layer { bottom: 'x\'\"\\\n\001' }`,
  );
});

test('names that connect layers: shared parameters and stages of the file', () => {
  const layers = `layer { name: "a" type: "ReLU" param { name: "w" } param { name: "constructor" } include { stage: "deploy" } }
layer { name: "b" type: "ReLU" exclude { not_stage: "fit" } include { stage: "deploy" } }
`;
  assert.deepEqual(at(`${layers}layer { param { name: "|" } }`).labels.sort(), ['constructor', 'w']);
  assert.deepEqual(at(`${layers}layer { include { stage: "|" } }`).labels.sort(), ['deploy', 'fit']);
  assert.deepEqual(at(`${layers}layer { name: "|" }`).labels, []);
});

test('the name of a layer says its type, if the file does not', () => {
  const first = (name: string) => at(`layer { name: "${name}" type: "|" }`).labels[0];
  assert.deepEqual(
    ['loss', 'prob', 'accuracy', 'fc8', 'drop6', 'pool1', 'my_relu', 'bn_conv2', 'norm1'].map(first),
    [
      'SoftmaxWithLoss',
      'Softmax',
      'Accuracy',
      'InnerProduct',
      'Dropout',
      'Pooling',
      'ReLU',
      'BatchNorm',
      'LRN',
    ],
  );
  const own = 'layer { name: "loss1" type: "HingeLoss" bottom: "conv" bottom: "conv" top: "l" }\n';
  assert.equal(at(`${own}layer { name: "loss2" type: "|" }`).labels[0], 'HingeLoss');
});

test('without a name, what usually follows comes first', () => {
  const ofFirst = withCursor('layer { type: "|" }');
  const items = completion(open(ofFirst.text), ofFirst.offset, netState('TRAIN'));
  assert.equal(items[0]?.label, 'Data');
  assert.equal(at('layer { type: "|" }').labels[0], 'ReLU');
  assert.equal(at('layers { name: "relu" type: | }').labels[0], 'RELU');
});

test('tops whose names follow from the bottom as those above, or continue those of the layer', () => {
  const above = `layer { name: "p" type: "Pooling" bottom: "conv_1" top: "pool_1" pooling_param { kernel_size: 1 } }\n`;
  assert.ok(at(`${above}layer { bottom: "conv_2" top: "|" }`).labels.includes('pool_2'));
  const sliced = 'layer { name: "s" type: "Slice" bottom: "conv" top: "part_a" top: "part_b" top: "|" }';
  assert.ok(at(sliced).labels.includes('part_c'));
  assert.deepEqual(at('layers { layer { name: "inner" type: "conv" } top: "|" }').labels, ['inner']);
  assert.deepEqual(at('layer { name: "d" type: "MyData" top: "data" top: "|" }').labels, ['label', 'd']);
});

test('a message is known by its name if the text around it is not complete', () => {
  assert.ok(at('layer {\n  inner_product_param {\n}\nweight_filler {\n  type: "|').labels.includes('xavier'));
  assert.ok(!at('constructor {\n  type: "|').labels.includes('xavier'));
});

test('the backend that the path of a source names is first', () => {
  const first = (source: string) =>
    at(`layer { type: "Data" data_param { source: "${source}" backend: | } }`).labels[0];
  assert.equal(first('train_lmdb'), 'LMDB');
  assert.equal(first('train_leveldb'), 'LEVELDB');
});
