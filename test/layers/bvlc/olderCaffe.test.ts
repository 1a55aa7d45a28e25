import { specify } from '../../support/layerTable.ts';

/** Layers of BVLC as older forks have them. SegNet is from June 2015, Faster R-CNN from August 2015 and February 2016. */

const image = '2x3x8x8';

specify('Concat', [
  { shows: 'requires two bottoms', dialect: 'segnet', bottoms: [image], refused: 'net/min-bottoms' },
  { shows: 'two bottoms', dialect: 'segnet', bottoms: [image, image], tops: ['2x6x8x8'] },
  { shows: 'one bottom in a newer branch', dialect: 'fast-rcnn', bottoms: [image], tops: [image] },
  { shows: 'one bottom in a mix', dialect: 'bvlc+segnet', bottoms: [image], tops: [image] },
]);

specify('Slice', [
  { shows: 'requires two tops', dialect: 'segnet', bottoms: [image], refused: 'net/min-tops' },
  { shows: 'one top', dialect: 'r-fcn', bottoms: [image], tops: [image] },
]);

specify('ArgMax', [
  { shows: 'has four axes', dialect: 'yjxiong', bottoms: ['4x2x2'], tops: ['4x1x1x1'] },
  {
    shows: 'has two numbers for each maximum',
    dialect: 'fast-rcnn',
    bottoms: ['4x9'],
    text: 'argmax_param { out_max_val: true top_k: 3 }',
    tops: ['4x2x3x1'],
  },
  { shows: "SegNet's keeps the number of axes", dialect: 'segnet', bottoms: ['4x2x2'], tops: ['4x1x1'] },
  {
    shows: "SegNet's reduces an axis",
    dialect: 'segnet',
    bottoms: ['4x9x2'],
    text: 'argmax_param { axis: 1 top_k: 3 }',
    tops: ['4x3x2'],
  },
]);

for (const dialect of ['segnet', 'fast-rcnn']) {
  specify('Reshape', [
    {
      shows: `can work in place in ${dialect}, where the number of values is not compared`,
      dialect,
      bottoms: ['1x4x6x10'],
      topNames: ['in0'],
      text: 'reshape_param { shape { dim: 3 } axis: 1 }',
      tops: ['1x3'],
    },
    {
      shows: `compares the number of values in ${dialect} otherwise`,
      dialect,
      bottoms: ['1x4x6x10'],
      text: 'reshape_param { shape { dim: 3 } axis: 1 }',
      refused: 'reshape/count',
    },
  ]);
  specify('Flatten', [
    {
      shows: `can work in place in ${dialect}`,
      dialect,
      bottoms: [image],
      topNames: ['in0'],
      tops: ['2x192'],
    },
  ]);
}

for (const [type, refused] of [
  ['Reshape', 'reshape/in-place'],
  ['Flatten', 'flatten/in-place'],
] as const) {
  specify(type, [
    {
      shows: 'cannot work in place in PSPNet',
      dialect: 'pspnet',
      bottoms: [image],
      topNames: ['in0'],
      refused,
    },
  ]);
}

for (const type of ['Convolution', 'Deconvolution', 'Im2col']) {
  const filters = (text: string) => `convolution_param { num_output: 4 ${text} }`;
  specify(type, [
    {
      shows: 'requires images',
      dialect: 'segnet',
      bottoms: ['2x3x4x8x8'],
      text: filters('kernel_size: 3'),
      refused: 'conv/four-axes',
    },
    {
      shows: 'has one value for both sides, or two',
      dialect: 'segnet',
      bottoms: [image],
      text: filters('kernel_size: 3 kernel_h: 3 kernel_w: 3'),
      refused: 'conv/kernel-pair',
    },
    {
      shows: 'requires a kernel',
      dialect: 'segnet',
      bottoms: [image],
      text: filters('kernel_h: 3'),
      refused: 'conv/kernel-pair',
    },
    {
      shows: 'the padding of a side requires that of the other',
      dialect: 'segnet',
      bottoms: [image],
      text: filters('kernel_size: 3 pad_h: 1'),
      refused: 'conv/pad-pair',
    },
    {
      shows: 'the padding is one value or two',
      dialect: 'segnet',
      bottoms: [image],
      text: filters('kernel_size: 3 pad: 1 pad_h: 1 pad_w: 1'),
      refused: 'conv/pad-pair',
    },
    {
      shows: 'the stride of a side requires that of the other',
      dialect: 'segnet',
      bottoms: [image],
      text: filters('kernel_size: 3 stride_w: 2'),
      refused: 'conv/stride-pair',
    },
  ]);
}

specify('Convolution', [
  {
    shows: 'one kernel length takes precedence over half a pair',
    dialect: 'segnet',
    bottoms: [image],
    text: 'convolution_param { num_output: 4 kernel_size: 3 kernel_h: 5 pad_h: 1 pad_w: 0 bias_term: false }',
    tops: ['2x4x8x6'],
    blobs: ['weight 4x3x3x3'],
  },
  {
    shows: 'the shapes of stored blobs are not compared',
    dialect: 'segnet',
    bottoms: [image],
    text: 'convolution_param { num_output: 4 kernel_size: 3 } blobs { shape { dim: 1 } data: 0 }',
    tops: ['2x4x6x6'],
    blobs: ['weight 1'],
  },
  {
    shows: 'volumes in PSPNet, but not filled by fans',
    dialect: 'pspnet',
    bottoms: ['2x3x4x8x8'],
    text: 'convolution_param { num_output: 4 kernel_size: 3 weight_filler { type: "xavier" } }',
    refused: 'filler/legacy-axes-ssd',
  },
]);

specify('Deconvolution', [
  {
    shows: 'SegNet has no bilinear filler',
    dialect: 'segnet',
    bottoms: [image],
    text: 'convolution_param { num_output: 3 kernel_size: 4 weight_filler { type: "bilinear" } }',
    refused: 'filler/unknown',
  },
]);

specify('SPP', [
  {
    shows: 'requires two levels',
    dialect: 'yjxiong',
    bottoms: [image],
    text: 'spp_param { pyramid_height: 1 }',
    refused: 'spp/one-level',
  },
  {
    shows: 'one level',
    dialect: 'pspnet',
    bottoms: [image],
    text: 'spp_param { pyramid_height: 1 }',
    tops: ['2x3x1x1'],
  },
]);

specify('Dropout', [
  { shows: 'has at most 4 axes', dialect: 'pspnet', bottoms: ['1x2x3x4x5'], refused: 'blob/legacy-axes' },
  { shows: 'volumes', dialect: 'r-fcn', bottoms: ['1x2x3x4x5'], tops: ['1x2x3x4x5'] },
]);

for (const type of ['SigmoidCrossEntropyLoss', 'HingeLoss']) {
  specify(type, [
    {
      shows: 'a single item without axes',
      dialect: 'r-fcn',
      bottoms: ['scalar', 'scalar'],
      tops: ['scalar'],
    },
    {
      shows: 'has at most 4 axes',
      dialect: 'r-fcn',
      bottoms: ['1x2x3x4x5', '1x2x3x4x5'],
      refused: 'blob/legacy-axes',
    },
    { shows: 'requires an axis today', bottoms: ['scalar', 'scalar'], refused: 'blob/axis-range' },
  ]);
}

specify('InfogainLoss', [
  {
    shows: 'one label per item, and a matrix with four axes',
    dialect: 'r-fcn',
    bottoms: ['4x5', '4', '1x1x5x5'],
    tops: ['scalar'],
  },
  {
    shows: 'has one top',
    dialect: 'r-fcn',
    bottoms: ['4x5', '4', '1x1x5x5'],
    topNames: ['a', 'b'],
    refused: 'net/exact-tops',
  },
  {
    shows: 'the matrix has four axes',
    dialect: 'r-fcn',
    bottoms: ['4x5', '4', '5x5'],
    refused: 'ssd/infogain-matrix',
  },
]);

specify('Accuracy', [
  {
    shows: 'has one top at first',
    dialect: 'yjxiong',
    bottoms: ['4x5', '4'],
    topNames: ['a', 'b'],
    refused: 'net/exact-tops',
  },
  {
    shows: 'any further tops without a shape for a while',
    dialect: 'r-fcn',
    bottoms: ['4x5', '4'],
    tops: ['scalar', '5', 'unshaped'],
  },
  { shows: 'two tops in SegNet', dialect: 'segnet', bottoms: ['4x5', '4'], tops: ['scalar', '5x1x1x1'] },
  {
    shows: 'three tops in SegNet',
    dialect: 'segnet',
    bottoms: ['4x5', '4'],
    tops: ['scalar', 'unshaped', 'unshaped'],
  },
]);

specify('Slice', [
  {
    shows: 'a blob may be empty only in its last axis',
    dialect: 'segnet',
    bottoms: [image],
    topNames: ['a', 'b'],
    text: 'slice_param { slice_point: 3 }',
    refused: 'blob/zero-axis',
  },
]);
