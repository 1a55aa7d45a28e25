import assert from 'node:assert/strict';
import { test } from 'node:test';
import { layer, readNet, specifyNets } from '../../support/netTable.ts';

const v0 = (type: string, name: string, graph: string, text = '') => {
  const [bottoms = [], tops = []] = graph.split('>').map((names) => names.split(' ').filter(Boolean));
  const blobs = [...bottoms.map((name) => `bottom: "${name}"`), ...tops.map((name) => `top: "${name}"`)];
  return `layers { ${blobs.join(' ')} layer { name: "${name}" type: "${type}" ${text} } }`;
};

const v1 = (type: string, name: string, text: string) => `layers { type: ${type} name: "${name}" ${text} }`;

const dims = 'input: "x" input_dim: [1, 4, 8, 8]';

const v0Pairs = `
  accuracy Accuracy, bnll BNLL, concat Concat, conv Convolution, data Data, dropout Dropout,
  euclidean_loss EuclideanLoss, flatten Flatten, hdf5_data HDF5Data, hdf5_output HDF5Output, im2col Im2col,
  images ImageData, infogain_loss InfogainLoss, innerproduct InnerProduct, lrn LRN,
  multinomial_logistic_loss MultinomialLogisticLoss, pool Pooling, relu ReLU, sigmoid Sigmoid, softmax Softmax,
  softmax_loss SoftmaxWithLoss, split Split, tanh TanH, window_data WindowData`
  .trim()
  .split(/,\s+/)
  .map((pair) => pair.split(' '));

test('V0 types: all 24', () => {
  assert.equal(v0Pairs.length, 24);
  const net = readNet({ net: v0Pairs.map(([old = '']) => v0(old, old, '')) });
  assert.deepEqual(
    net.layers.map(({ name, type }) => [name, type]),
    v0Pairs,
  );
});

/** Every V0 field: a type that has it, its text, and its V1 message and field. */
const v0Fields: readonly (readonly [
  type: string,
  text: string,
  message: string,
  field: string,
  value: string,
])[] = [
  ['conv', 'num_output: 9', 'convolution_param', 'num_output', '9'],
  ['innerproduct', 'num_output: 9', 'inner_product_param', 'num_output', '9'],
  ['conv', 'biasterm: false', 'convolution_param', 'bias_term', 'false'],
  ['innerproduct', 'biasterm: false', 'inner_product_param', 'bias_term', 'false'],
  ['conv', 'weight_filler { type: "xavier" }', 'convolution_param', 'weight_filler.type', 'xavier'],
  ['innerproduct', 'bias_filler { type: "xavier" }', 'inner_product_param', 'bias_filler.type', 'xavier'],
  ['conv', 'pad: 2', 'convolution_param', 'pad', '2'],
  ['pool', 'pad: 2', 'pooling_param', 'pad', '2'],
  ['conv', 'kernelsize: 3', 'convolution_param', 'kernel_size', '3'],
  ['pool', 'kernelsize: 3', 'pooling_param', 'kernel_size', '3'],
  ['conv', 'group: 2', 'convolution_param', 'group', '2'],
  ['conv', 'stride: 2', 'convolution_param', 'stride', '2'],
  ['pool', 'stride: 2', 'pooling_param', 'stride', '2'],
  ['pool', 'pool: AVE', 'pooling_param', 'pool', 'AVE'],
  ['dropout', 'dropout_ratio: 0.25', 'dropout_param', 'dropout_ratio', '0.25'],
  ['lrn', 'local_size: 3', 'lrn_param', 'local_size', '3'],
  ['lrn', 'alpha: 2', 'lrn_param', 'alpha', '2'],
  ['lrn', 'beta: 2', 'lrn_param', 'beta', '2'],
  ['lrn', 'k: 2', 'lrn_param', 'k', '2'],
  ['data', 'source: "s"', 'data_param', 'source', 's'],
  ['hdf5_data', 'source: "s"', 'hdf5_data_param', 'source', 's'],
  ['images', 'source: "s"', 'image_data_param', 'source', 's'],
  ['window_data', 'source: "s"', 'window_data_param', 'source', 's'],
  ['infogain_loss', 'source: "s"', 'infogain_loss_param', 'source', 's'],
  ['data', 'batchsize: 4', 'data_param', 'batch_size', '4'],
  ['hdf5_data', 'batchsize: 4', 'hdf5_data_param', 'batch_size', '4'],
  ['images', 'batchsize: 4', 'image_data_param', 'batch_size', '4'],
  ['window_data', 'batchsize: 4', 'window_data_param', 'batch_size', '4'],
  ['data', 'rand_skip: 7', 'data_param', 'rand_skip', '7'],
  ['images', 'rand_skip: 7', 'image_data_param', 'rand_skip', '7'],
  ['images', 'shuffle_images: true', 'image_data_param', 'shuffle', 'true'],
  ['images', 'new_height: 5', 'image_data_param', 'new_height', '5'],
  ['images', 'new_width: 5', 'image_data_param', 'new_width', '5'],
  ['concat', 'concat_dim: 0', 'concat_param', 'concat_dim', '0'],
  ['window_data', 'det_fg_threshold: 0.25', 'window_data_param', 'fg_threshold', '0.25'],
  ['window_data', 'det_bg_threshold: 0.75', 'window_data_param', 'bg_threshold', '0.75'],
  ['window_data', 'det_fg_fraction: 0.5', 'window_data_param', 'fg_fraction', '0.5'],
  ['window_data', 'det_context_pad: 16', 'window_data_param', 'context_pad', '16'],
  ['window_data', 'det_crop_mode: "square"', 'window_data_param', 'crop_mode', 'square'],
  ['hdf5_output', 'hdf5_output_param { file_name: "f" }', 'hdf5_output_param', 'file_name', 'f'],
  ['data', 'scale: 0.5', 'transform_param', 'scale', '0.5'],
  ['data', 'meanfile: "m"', 'transform_param', 'mean_file', 'm'],
  ['images', 'cropsize: 27', 'transform_param', 'crop_size', '27'],
  ['window_data', 'mirror: true', 'transform_param', 'mirror', 'true'],
  ['relu', 'scale: 0.5', 'transform_param', 'scale', '0.5'],
];

for (const [type, text, message, path, value] of v0Fields) {
  test(`V0 fields: ${type} { ${text} } is ${message}.${path}`, () => {
    const net = readNet({ net: [v0(type, 'l', '', text)] });
    const fields = path.split('.');
    const field = fields.pop() ?? '';
    const parts = [message, ...fields];
    const found = parts.reduce((outer, name) => outer?.messages(name)[0], net.layers[0]?.message);
    assert.equal(String(found?.list(field)[0]?.value), value);
  });
}

specifyNets('V0 nets', [
  {
    shows: 'V0 layers become current layers',
    net: [
      dims,
      v0('conv', 'c', 'x > y', 'num_output: 6 kernelsize: 3 stride: 2 pad: 1 group: 2'),
      v0('pool', 'p', 'y > z', 'kernelsize: 2 stride: 2 pool: MAX'),
      v0('innerproduct', 'ip', 'z > w', 'num_output: 10 biasterm: false'),
    ],
    layers: ['input', 'c', 'p', 'ip'],
    tops: { c: '1x6x4x4', p: '1x6x2x2', ip: '1x10' },
    blobs: { c: 'weight 6x2x3x3, bias 6', ip: 'weight 10x24' },
  },
  {
    shows: 'blobs_lr becomes params',
    net: [dims, v0('conv', 'c', 'x > y', 'num_output: 6 kernelsize: 3 blobs_lr: [1, 2, 3]')],
    failures: ['net/too-many-params c'],
  },
  {
    shows: 'fields of other types are dropped',
    net: [dims, v0('relu', 'r', 'x > y', 'num_output: 6 kernelsize: 3 blobs_lr: []')],
    tops: { r: '1x4x8x8' },
  },
  {
    shows: 'a padding layer is merged into the convolution after it',
    net: [
      dims,
      v0('padding', 'pad', 'x > p', 'pad: 2'),
      v0('conv', 'c', 'p > y', 'num_output: 6 kernelsize: 5'),
    ],
    layers: ['input', 'c'],
    bottoms: { c: 'x' },
    tops: { c: '1x6x8x8' },
  },
  {
    shows: 'a padding layer is merged into the pooling after it',
    net: [dims, v0('padding', 'pad', 'x > p', 'pad: 1'), v0('pool', 'c', 'p > y', 'kernelsize: 3 stride: 1')],
    tops: { c: '1x4x8x8' },
  },
  {
    shows: 'a padding layer before other layers fails',
    net: [dims, v0('padding', 'pad', 'x > p', 'pad: 1'), v0('relu', 'r', 'p > y')],
    failures: ['upgrade/v0-padding-consumer r'],
  },
  {
    shows: 'padding for one of two bottoms',
    net: [
      dims,
      v0('padding', 'pad', 'x > p', 'pad: 1'),
      'layers { bottom: "p" bottom: "x" top: "y" layer { name: "c" type: "conv" num_output: 2 kernelsize: 3 } }',
    ],
    failures: ['upgrade/v0-padding-consumer-bottoms c'],
  },
  {
    shows: 'padding of two blobs',
    net: [
      dims,
      'layers { bottom: "x" bottom: "x" top: "p" layer { name: "pad" type: "padding" pad: 1 } }',
      v0('conv', 'c', 'p > y', 'num_output: 2 kernelsize: 3'),
    ],
    failures: ['upgrade/v0-padding-bottoms pad', 'net/equal-tops c'],
  },
  {
    shows: 'padding into two blobs',
    net: [
      dims,
      'layers { bottom: "x" top: "p" top: "q" layer { name: "pad" type: "padding" pad: 1 } }',
      v0('conv', 'c', 'p > y', 'num_output: 2 kernelsize: 3'),
    ],
    failures: ['upgrade/v0-padding-tops pad'],
  },
  {
    shows: 'a bottom that no layer produces',
    net: [dims, v0('relu', 'r', 'nowhere > y')],
    failures: ['upgrade/v0-unknown-blob r', 'net/unknown-bottom r'],
  },
  {
    shows: 'a current type',
    net: [dims, v0('ReLU', 'r', 'x > y')],
    failures: ['upgrade/v0-unknown-type r', 'net/unknown-layer-type r'],
  },
  {
    shows: 'input_shape is dropped, and the input with it',
    net: ['input: "x" input_shape { dim: [1, 4] }', v0('relu', 'r', 'x > y')],
    failures: ['net/unknown-bottom r'],
  },
  {
    shows: 'current layers are dropped',
    net: [dims, layer('ReLU', 'lost', 'nowhere > y'), v0('relu', 'r', 'x > y')],
    layers: ['input', 'r'],
  },
  {
    shows: 'a V1 layer keeps only its bottoms and tops',
    net: [dims, v0('relu', 'r', 'x > y'), v1('RELU', 'v1', 'bottom: "y" top: "z"')],
    // Its name is dropped too.
    failures: ['net/unknown-layer-type '],
  },
  {
    shows: 'rules of a V0 layer are dropped',
    net: [dims, 'layers { bottom: "x" top: "y" include { phase: TEST } layer { name: "r" type: "relu" } }'],
    layers: ['input', 'r'],
  },
]);

specifyNets('V0 types that DSN adds', [
  {
    shows: 'cccp is a 1×1 convolution, with num_output outputs for each group',
    dialect: 'dsn',
    net: [
      'input: "x" input_dim: [2, 12, 8, 8]',
      v0('cccp', 'c', 'x > y', 'num_output: 5 group: 2'),
      v0('cccp', 'd', 'y > z', 'num_output: 4 biasterm: false'),
    ],
    types: { c: 'Convolution', d: 'Convolution' },
    tops: { c: '2x10x8x8', d: '2x4x8x8' },
    blobs: { c: 'weight 10x6x1x1, bias 1x1x1x10', d: 'weight 4x10x1x1' },
  },
  {
    shows: 'a squared hinge loss is a hinge loss',
    dialect: 'dsn',
    net: [
      'input: ["x", "l"] input_dim: [2, 12, 1, 1, 2, 1, 1, 1]',
      v0('squaredhingeloss', 's', 'x l'),
      v0('hingeloss', 'h', 'x l'),
    ],
    types: { s: 'HingeLoss', h: 'HingeLoss' },
  },
  {
    shows: 'DSN has no padding layers',
    dialect: 'dsn',
    net: [
      'input: "x" input_dim: [2, 3, 8, 8]',
      v0('padding', 'p', 'x > y', 'pad: 2'),
      v0('conv', 'c', 'y > z', 'num_output: 4 kernelsize: 3'),
    ],
    failures: ['upgrade/v0-unknown-type p', 'net/unknown-layer-type p'],
  },
  {
    shows: "DSN's pooling ignores padding, its convolution does not",
    dialect: 'dsn',
    net: [
      'input: "x" input_dim: [2, 3, 8, 8]',
      v0('pool', 'p', 'x > y', 'kernelsize: 3 stride: 2 pad: 1'),
      v0('conv', 'c', 'x > z', 'num_output: 4 kernelsize: 3 pad: 1'),
    ],
    tops: { p: '2x3x4x4', c: '2x4x8x8' },
  },
  {
    shows: 'other dialects reject them',
    net: ['input: "x" input_dim: [2, 12, 8, 8]', v0('cccp', 'c', 'x > y', 'num_output: 5')],
    failures: ['upgrade/v0-unknown-type c', 'net/unknown-layer-type c'],
  },
]);

test('a squared hinge loss has the norm L2', () => {
  const net = readNet({
    dialect: 'dsn',
    net: [
      'input: ["x", "l"] input_dim: [2, 12, 1, 1, 2, 1, 1, 1]',
      v0('squaredhingeloss', 's', 'x l'),
      v0('hingeloss', 'h', 'x l'),
    ],
  });
  const norms = net.layers
    .filter(({ type }) => type === 'HingeLoss')
    .map(({ message }) => message.message('hinge_loss_param').text('norm'));
  assert.deepEqual(norms, ['L2', 'L1']);
});
