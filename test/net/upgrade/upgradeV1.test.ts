import assert from 'node:assert/strict';
import { test } from 'node:test';
import { input, readNet, specifyNets } from '../../support/netTable.ts';

const v1 = (type: string, name: string, text: string) => `layers { type: ${type} name: "${name}" ${text} }`;

const v1Types = `
  ABSVAL AbsVal, ACCURACY Accuracy, ARGMAX ArgMax, BNLL BNLL, CONCAT Concat, CONTRASTIVE_LOSS ContrastiveLoss,
  CONVOLUTION Convolution, DATA Data, DECONVOLUTION Deconvolution, DROPOUT Dropout, DUMMY_DATA DummyData,
  EUCLIDEAN_LOSS EuclideanLoss, ELTWISE Eltwise, EXP Exp, FLATTEN Flatten, HDF5_DATA HDF5Data,
  HDF5_OUTPUT HDF5Output, HINGE_LOSS HingeLoss, IM2COL Im2col, IMAGE_DATA ImageData, INFOGAIN_LOSS InfogainLoss,
  INNER_PRODUCT InnerProduct, LRN LRN, MEMORY_DATA MemoryData, MULTINOMIAL_LOGISTIC_LOSS MultinomialLogisticLoss,
  MVN MVN, POOLING Pooling, POWER Power, RELU ReLU, SIGMOID Sigmoid,
  SIGMOID_CROSS_ENTROPY_LOSS SigmoidCrossEntropyLoss, SILENCE Silence, SOFTMAX Softmax,
  SOFTMAX_LOSS SoftmaxWithLoss, SPLIT Split, SLICE Slice, TANH TanH, WINDOW_DATA WindowData, THRESHOLD Threshold`;

const typePairs = v1Types
  .trim()
  .split(/,\s+/)
  .map((pair) => pair.split(' '));

test('V1 types: all 39 with a current name', () => {
  assert.equal(typePairs.length, 39);
  const net = readNet({ net: typePairs.map(([old = '']) => v1(old, old, '')) });
  assert.deepEqual(
    net.layers.map(({ name, type }) => [name, type]),
    typePairs,
  );
});

specifyNets('V1 nets', [
  {
    shows: 'NONE and a missing type are unknown types',
    net: [v1('NONE', 'a', ''), 'layers { name: "b" }'],
    failures: ['net/unknown-layer-type a', 'net/unknown-layer-type b'],
  },
  {
    shows: 'parameters, bottoms, tops and rules are kept',
    net: [
      'input: "x" input_dim: [1, 2, 8, 8]',
      v1('CONVOLUTION', 'c', 'bottom: "x" top: "y" convolution_param { num_output: 4 kernel_size: 3 }'),
      v1('RELU', 'r', 'bottom: "y" top: "y" include { phase: TEST }'),
    ],
    layers: ['input', 'c'],
    tops: { c: '1x4x6x6' },
    blobs: { c: 'weight 4x2x3x3, bias 4' },
  },
  {
    shows: 'the parallel lists become one param for each index',
    net: [
      'input: "x" input_dim: [2, 4, 1, 1]',
      ...['a', 'b'].map((name) =>
        v1(
          'INNER_PRODUCT',
          name,
          `bottom: "x" top: "${name}" param: "w" param: "b" inner_product_param { num_output: 3 }`,
        ),
      ),
    ],
    sharedWith: { a: '- -', b: 'a a' },
  },
  {
    shows: 'the longest list decides the number of params',
    net: [
      'input: "x" input_dim: [2, 4, 1, 1]',
      v1(
        'INNER_PRODUCT',
        'a',
        'bottom: "x" top: "a" blobs_lr: [1, 2] weight_decay: [1, 0, 0] inner_product_param { num_output: 3 }',
      ),
    ],
    failures: ['net/too-many-params a'],
  },
  {
    shows: 'rates of shared blobs come from blobs_lr',
    net: [
      'input: "x" input_dim: [2, 4, 1, 1]',
      ...[1, 2].map((rate) =>
        v1(
          'INNER_PRODUCT',
          `a${rate}`,
          `bottom: "x" top: "a${rate}" param: "w" blobs_lr: ${rate} inner_product_param { num_output: 3 }`,
        ),
      ),
    ],
    failures: ['net/param-lr-mismatch a2'],
  },
  {
    shows: 'blob_share_mode becomes share_mode',
    net: [
      'input: ["x", "z"] input_dim: [2, 4, 1, 1, 2, 3, 1, 1]',
      v1('INNER_PRODUCT', 'a', 'bottom: "x" top: "a" param: "w" inner_product_param { num_output: 3 }'),
      v1(
        'INNER_PRODUCT',
        'b',
        'bottom: "z" top: "b" param: "w" blob_share_mode: PERMISSIVE inner_product_param { num_output: 4 }',
      ),
    ],
    sharedWith: { b: 'a -' },
  },
  {
    shows: 'the crop of data_param moves to transform_param',
    net: [v1('DATA', 'd', 'top: "d" data_param { source: "s" batch_size: 4 crop_size: 27 mirror: true }')],
    tops: { d: '4x?x27x27' },
  },
  {
    shows: 'a moved crop_size replaces one in transform_param',
    net: [
      v1(
        'DATA',
        'd',
        'top: "d" data_param { source: "s" batch_size: 4 crop_size: 27 } transform_param { crop_size: 9 }',
      ),
    ],
    tops: { d: '4x?x27x27' },
  },
  {
    shows: 'the crop of image_data_param and window_data_param moves too',
    net: [
      v1('IMAGE_DATA', 'i', 'top: ["i", "a"] image_data_param { source: "s" batch_size: 4 crop_size: 27 }'),
      v1('WINDOW_DATA', 'w', 'top: ["w", "b"] window_data_param { source: "s" batch_size: 4 crop_size: 27 }'),
    ],
    tops: { i: '4x3x27x27 4', w: '4x?x27x27 4' },
  },
  {
    shows: 'a mean file moves next to a mean value',
    net: [
      v1(
        'DATA',
        'd',
        'top: "d" data_param { source: "s" batch_size: 4 mean_file: "m" } transform_param { mean_value: 1 }',
      ),
    ],
    failures: ['transform/mean-both d'],
  },
  {
    shows: 'layers of both syntaxes do not mix',
    net: [input('x', '2x3'), v1('RELU', 'r', 'bottom: "x" top: "y"')],
    failures: ['upgrade/mixed-layer-layers'],
  },
]);

specifyNets('V1 types that forks add', [
  {
    shows: 'become the type with the same letters',
    dialect: 'caffe-windows',
    net: [
      'input: "x" input_dim: [2, 3, 8, 8]',
      v1('BN', 'bn', 'bottom: "x" top: "y"'),
      v1('BATCH_NORM', 'norm', 'bottom: "y" top: "z"'),
    ],
    types: { bn: 'BN', norm: 'BatchNorm' },
    tops: { bn: '2x3x8x8', norm: '2x3x8x8' },
  },
  {
    shows: 'become a type in mixed case',
    dialect: 'mobilenet-yolo',
    net: ['input: "x" input_dim: [2, 3, 8, 8]', v1('RELU6', 'r', 'bottom: "x" top: "y"')],
    types: { r: 'ReLU6' },
    tops: { r: '2x3x8x8' },
  },
  {
    shows: 'become a type that BVLC only has in the current syntax',
    dialect: 'hed',
    net: [
      'input: "x" input_dim: [1, 2, 5, 6]',
      v1(
        'CONVOLUTION',
        'k',
        'bottom: "x" top: "k" convolution_param { num_output: 2 kernel_size: 1 pad: 1 }',
      ),
      v1('CROP', 'c', 'bottom: "k" bottom: "x" top: "y"'),
    ],
    types: { c: 'Crop' },
    tops: { c: '1x2x5x6' },
  },
  {
    shows: 'become a type of the fork rather than a BVLC type with the same letters',
    dialect: 'caffe-lstm',
    net: [
      'input: "x" input_dim: [20, 3, 1, 1]',
      v1('LSTM', 'l', 'bottom: "x" top: "y" lstm_param { num_output: 15 batch_size: 5 }'),
    ],
    types: { l: 'Lstm' },
    tops: { l: '20x15' },
  },
  {
    shows: 'are kept if no current type matches',
    dialect: 'yjxiong',
    net: ['input: "x" input_dim: [2, 3, 8, 8]', v1('TILED_CONVOLUTION', 'l', 'bottom: "x" top: "y"')],
    types: { l: 'TILED_CONVOLUTION' },
  },
  {
    shows: 'do not affect other types',
    dialect: 'hed',
    net: ['input: "x" input_dim: [2, 3, 8, 8]', v1('RELU', 'r', 'bottom: "x" top: "y"')],
    types: { r: 'ReLU' },
  },
]);
