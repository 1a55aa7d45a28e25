import { specify } from '../../support/layerTable.ts';

const synopsys = { dialect: 'synopsys' } as const;

specify('Convolution', [
  {
    shows: 'each side may have its own padding',
    bottoms: ['1x3x224x224'],
    text: 'convolution_param { num_output: 8 kernel_size: 3 stride: 2 pad_l: 0 pad_r: 1 pad_t: 0 pad_b: 1 }',
    // (224 + 0 + 1 − 3)/2 + 1 = 112
    tops: ['1x8x112x112'],
    blobs: ['weight 8x3x3x3', 'bias 8'],
    ...synopsys,
  },
  {
    shows: 'height and width have different sides',
    bottoms: ['1x1x8x8'],
    text: 'convolution_param { num_output: 1 kernel_size: 1 bias_term: false pad_l: 3 pad_b: 1 }',
    tops: ['1x1x9x11'],
    blobs: ['weight 1x1x1x1'],
    ...synopsys,
  },
  {
    shows: '`pad_type: 1` gives the input divided by the stride, rounded up',
    bottoms: ['1x1x7x8'],
    text: 'convolution_param { num_output: 1 kernel_size: 3 stride: 2 bias_term: false pad_type: 1 }',
    tops: ['1x1x4x4'],
    blobs: ['weight 1x1x3x3'],
    ...synopsys,
  },
  {
    shows: 'sides and `pad` are exclusive',
    bottoms: ['1x1x8x8'],
    text: 'convolution_param { num_output: 1 kernel_size: 3 pad: 1 pad_l: 1 }',
    refused: 'fork/pad-exclusive',
    ...synopsys,
  },
  {
    shows: 'sides that are 0 do not count',
    bottoms: ['1x1x8x8'],
    text: 'convolution_param { num_output: 1 kernel_size: 3 bias_term: false pad: 1 pad_l: 0 }',
    tops: ['1x1x8x8'],
    blobs: ['weight 1x1x3x3'],
    ...synopsys,
  },
  {
    shows: 'sides require images',
    bottoms: ['1x1x8x8x8'],
    text: 'convolution_param { num_output: 1 kernel_size: 3 pad_l: 1 }',
    refused: 'fork/pad-sides-2d',
    ...synopsys,
  },
  {
    shows: 'an unknown `pad_type` is rejected',
    bottoms: ['1x1x8x8'],
    text: 'convolution_param { num_output: 1 kernel_size: 3 pad_type: 2 }',
    refused: 'fork/pad-type',
    ...synopsys,
  },
]);

specify('Deconvolution', [
  {
    shows: 'each side is cut by its own padding',
    bottoms: ['1x2x4x4'],
    text: 'convolution_param { num_output: 3 kernel_size: 4 stride: 2 bias_term: false pad_t: 1 pad_r: 2 }',
    // 2·(4 − 1) + 4 − 1 and − 2
    tops: ['1x3x9x8'],
    blobs: ['weight 2x3x4x4'],
    ...synopsys,
  },
]);

specify('Pooling', [
  {
    shows: 'each side may have its own padding',
    bottoms: ['1x2x6x6'],
    text: 'pooling_param { kernel_size: 3 stride: 2 pad_r: 1 pad_b: 1 }',
    // ⌈(6 + 1 − 3)/2⌉ + 1 = 3
    tops: ['1x2x3x3'],
    ...synopsys,
  },
  {
    shows: 'drops a window that starts after the input and its padding before it',
    bottoms: ['1x2x4x4'],
    text: 'pooling_param { kernel_size: 1 stride: 2 pad_r: 2 pad_b: 2 }',
    // ⌈(4 + 2 − 1)/2⌉ + 1 = 4, of which the last would start at 6
    tops: ['1x2x3x3'],
    refused: 'pool/clip-h',
    ...synopsys,
  },
  {
    shows: 'excluding padding from means is a method',
    bottoms: ['1x2x5x5'],
    text: 'pooling_param { pool: AVE_EXC_PAD kernel_size: 3 stride: 2 pad_type: 1 }',
    tops: ['1x2x3x3'],
    ...synopsys,
  },
  {
    shows: 'sides and `pad_type` are exclusive',
    bottoms: ['1x2x5x5'],
    text: 'pooling_param { kernel_size: 3 pad_type: 1 pad_l: 1 }',
    refused: 'fork/pad-exclusive',
    ...synopsys,
  },
]);

specify('ConvolutionDepthwise', [
  {
    shows: 'has as many groups as channels in Synopsys ARC',
    bottoms: ['1x4x8x8'],
    text: 'convolution_param { num_output: 8 kernel_size: 3 pad: 1 group: 2 }',
    tops: ['1x8x8x8'],
    blobs: ['weight 8x1x3x3', 'bias 8'],
    ...synopsys,
  },
]);
