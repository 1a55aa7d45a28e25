import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { reasons } from '../../server/src/shape/shape.ts';
import { input, layer, readNet, specifyNets } from '../support/netTable.ts';

const x = input('x', '2x4x8x8');
const conv = (name: string, graph: string, text = 'num_output: 3 kernel_size: 3') =>
  layer('Convolution', name, graph, `convolution_param { ${text} }`);

specifyNets('order of failures', [
  {
    shows: 'upgrade, filter, splits, layers',
    net: [
      'input: "z" input: "w" input_shape { dim: 2 }',
      layer('Nonsense', 'a', 'z > y'),
      layer('ReLU', 'b', 'nowhere > v'),
      layer('ReLU', 'c', 'y > u', 'include { } exclude { }'),
    ],
    failures: [
      'upgrade/input-shape-missing',
      'net/include-and-exclude c',
      'net/unknown-bottom b',
      'net/unknown-layer-type a',
    ],
  },
  {
    shows: 'layers in the order of the file',
    net: [x, conv('a', 'x > a', ''), conv('b', 'x > b', 'num_output: 3')],
    failures: ['conv/kernel-count a', 'conv/kernel-count b'],
  },
  {
    shows: 'propagate_down, the type, the tops, then the layer itself',
    net: [x, input('y', '2'), layer('Nonsense', 'n', 'x > y', 'propagate_down: [true, true]')],
    failures: ['net/propagate-down-count n', 'net/unknown-layer-type n', 'net/duplicate-top n'],
  },
  {
    shows: 'number of bottoms before number of tops, both before parameters',
    net: [x, input('y', '2'), layer('Pooling', 'p', 'x y > a b c', 'pooling_param { }')],
    failures: ['net/exact-bottoms p'],
  },
  {
    shows: 'parameters before shapes, shapes before loss weights, these before params',
    net: [
      x,
      conv('a', 'x > a', 'num_output: 3 kernel_size: 0'),
      conv('b', 'x > b', 'num_output: 3 kernel_size: 11'),
      layer('ReLU', 'c', 'x > c', 'loss_weight: [1, 2] param { }'),
    ],
    failures: [
      'conv/kernel-positive a',
      'conv/output-negative b',
      'net/loss-weight-count c',
      'net/too-many-params c',
    ],
  },
]);

specifyNets('numbers of bottoms and tops', [
  {
    shows: 'exactly one bottom',
    net: [x, input('y', '2'), layer('ReLU', 'r', 'x y > z')],
    failures: ['net/exact-bottoms r'],
  },
  { shows: 'at least one', net: [layer('Concat', 'c', '> z')], failures: ['net/min-bottoms c'] },
  {
    shows: 'at most two',
    net: [x, input('y', '2'), input('z', '2'), layer('Scale', 's', 'x y z > w')],
    failures: ['net/max-bottoms s'],
  },
  { shows: 'exactly one top', net: [x, layer('ReLU', 'r', 'x >')], failures: ['net/exact-tops r'] },
  { shows: 'at least one top', net: [layer('Input', 'i', '>')], failures: ['net/min-tops i'] },
  {
    shows: 'two tops only for MAX pooling',
    net: [x, layer('Pooling', 'p', 'x > y mask', 'pooling_param { pool: AVE kernel_size: 2 }')],
    failures: ['net/max-tops p'],
  },
  { shows: 'as many tops as bottoms', net: [x, conv('c', 'x > y z')], failures: ['net/equal-tops c'] },
]);

specifyNets('types', [
  {
    shows: 'types are case-sensitive',
    net: [x, layer('relu', 'r', 'x > y')],
    failures: ['net/unknown-layer-type r'],
  },
  { shows: 'a missing type', net: [x, layer('', 'r', 'x > y')], failures: ['net/unknown-layer-type r'] },
  {
    shows: 'Python layers are not in every build',
    net: [x, layer('Python', 'r', 'x > y')],
    failures: ['net/unknown-layer-type r'],
  },
  {
    shows: 'SSD has no Clip and no Swish',
    net: [x, layer('Clip', 'r', 'x > y'), layer('Swish', 's', 'y > z')],
    dialect: 'ssd',
    failures: ['net/unknown-layer-type r', 'net/unknown-layer-type s'],
  },
  {
    shows: 'cuDNN is not in every build',
    net: [x, layer('ReLU', 'r', 'x > y', 'relu_param { engine: CUDNN }')],
    failures: ['net/unknown-engine r'],
  },
]);

const custom = layer('MyLayer', 'custom', 'x > y');

specifyNets('after a layer of unknown shape', [
  {
    shows: 'no other layer fails',
    net: [
      x,
      custom,
      conv('c', 'y > c'),
      layer('Pooling', 'p', 'c > p', 'pooling_param { kernel_size: 2 stride: 2 }'),
      layer('Concat', 'cat', 'p x > cat'),
      layer('Reshape', 're', 'cat > re', 'reshape_param { shape { dim: [0, -1] } }'),
      layer('InnerProduct', 'ip', 're > ip', 'inner_product_param { num_output: 10 }'),
      layer('Softmax', 'soft', 'ip > soft'),
      layer('Silence', 's', 'soft >'),
    ],
    tops: { custom: '?', c: '?', p: '?', cat: '?', re: '?', ip: '?', soft: '?' },
    failures: ['net/unknown-layer-type custom'],
  },
  {
    shows: 'a bottom of known shape, or an explicit size, is enough',
    net: [
      x,
      custom,
      layer('Eltwise', 'sum', 'y x > sum'),
      layer('InnerProduct', 'ip', 'sum > ip', 'inner_product_param { num_output: 10 }'),
    ],
    tops: { sum: '2x4x8x8', ip: '2x10' },
    failures: ['net/unknown-layer-type custom'],
  },
]);

const images = layer('Data', 'data', '> data label', 'data_param { source: "lmdb" batch_size: 8 }');

specifyNets('unknown axes', [
  {
    shows: 'layers compute the axes that do not depend on them',
    net: [
      images,
      conv('c', 'data > c', 'num_output: 20 kernel_size: 5'),
      layer('Pooling', 'p', 'c > p', 'pooling_param { kernel_size: 2 stride: 2 }'),
      layer('Flatten', 'f', 'p > f'),
      layer('InnerProduct', 'ip', 'f > ip', 'inner_product_param { num_output: 10 }'),
      layer('SoftmaxWithLoss', 'loss', 'ip label > l'),
    ],
    tops: { data: '8x?x?x? 8', c: '8x20x?x?', p: '8x20x?x?', f: '8x?', ip: '8x10', loss: 'scalar' },
    blobs: { c: 'weight 20x?x5x5, bias 20', ip: 'weight 10x?, bias 10' },
  },
  {
    shows: 'global pooling makes them known',
    net: [
      images,
      layer('Silence', 's', 'label >'),
      layer('Pooling', 'p', 'data > p', 'pooling_param { global_pooling: true }'),
    ],
    tops: { p: '8x?x1x1' },
  },
  {
    shows: 'known axes are still compared',
    net: [images, input('z', '9x3'), layer('SoftmaxWithLoss', 'loss', 'data z >')],
    failures: ['loss/first-dim loss'],
  },
]);

test('an unknown shape has one reason, its first unknown layer', () => {
  const net = readNet({ net: [x, custom, conv('a', 'y > a'), layer('ReLU', 'r', 'a > r')] });
  const shape = net.layers.find(({ name }) => name === 'r')?.outputs[0]?.shape ?? [];
  assert.deepEqual(reasons(shape), ['The shapes that the layer type `MyLayer` produces are not known.']);
});

test('a layer without a phase has the phase of the net', () => {
  const net = readNet({
    net: [x, layer('ReLU', 'own', 'x > a', 'phase: TEST'), layer('ReLU', 'inherited', 'a > b')],
  });
  assert.deepEqual(
    net.layers.map(({ name, context }) => [name, context.phase]),
    [
      ['x', 'TRAIN'],
      ['own', 'TEST'],
      ['inherited', 'TRAIN'],
    ],
  );
});

specifyNets('unshaped blobs', [
  {
    shows: 'have no axes',
    net: [layer('Input', 'i', '> i'), conv('c', 'i > c')],
    failures: ['conv/axis-range c'],
  },
]);

describe('Input without a shape', () => {
  specifyNets('unshaped blobs', [
    {
      shows: 'a layer that copies the shape produces a scalar',
      net: [layer('Input', 'i', '> i'), layer('ReLU', 'r', 'i > r')],
      tops: { i: 'empty', r: 'scalar' },
    },
    {
      shows: 'the copy for two consumers fails',
      net: [layer('Input', 'i', '> i'), layer('ReLU', 'r', 'i > r'), layer('ReLU', 's', 'i > s')],
      failures: ['split/count i_i_0_split'],
    },
  ]);
});
