import { specify } from '../../../support/layerTable.ts';

for (const type of ['Im2dist', 'Im2parity']) {
  specify(type, [
    {
      shows: 'one channel per neighbor',
      dialect: 'segaware',
      bottoms: ['2x64x65x65'],
      text: 'convolution_param { kernel_size: 3 pad: 2 dilation: 2 }',
      // (65 + 4 − 5)/1 + 1
      tops: ['2x9x65x65'],
    },
    {
      shows: 'height and width have separate windows',
      dialect: 'segaware',
      bottoms: ['2x64x65x64'],
      text: 'convolution_param { kernel_h: 3 kernel_w: 5 stride: 2 }',
      // (65 − 3)/2 + 1 and ⌊(64 − 5)/2⌋ + 1
      tops: ['2x15x32x30'],
    },
    {
      shows: 'the window must fit',
      dialect: 'segaware',
      bottoms: ['2x64x65x2'],
      text: 'convolution_param { kernel_size: 5 }',
      refused: 'conv/output-negative',
    },
    {
      shows: 'requires a window',
      dialect: 'segaware',
      bottoms: ['2x64x65x65'],
      refused: 'conv/kernel-count',
    },
  ]);
}

specify('DistLoss', [
  {
    shows: 'is a loss of distances and parities',
    dialect: 'segaware',
    bottoms: ['2x9x65x65', '2x9x65x65'],
    text: 'dist_loss_param { alpha: 0.5 beta: 2 }',
    tops: ['scalar'],
  },
  {
    shows: 'alpha must be less than beta',
    dialect: 'segaware',
    bottoms: ['2x9x65x65', '2x9x65x65'],
    text: 'dist_loss_param { alpha: 2 beta: 2 }',
    refused: 'fork/distloss-margins',
  },
  {
    shows: 'the margins must be positive',
    dialect: 'segaware',
    bottoms: ['2x9x65x65', '2x9x65x65'],
    text: 'dist_loss_param { alpha: 0 beta: 2 }',
    refused: 'fork/distloss-margins',
  },
  {
    shows: 'requires the same number of items',
    dialect: 'segaware',
    bottoms: ['2x9x65x65', '3x9x65x65'],
    text: 'dist_loss_param { alpha: 1 beta: 2 }',
    refused: 'loss/first-dim',
  },
]);

specify('ChannelReduce', [
  {
    shows: 'results in one channel by default',
    dialect: 'segaware',
    bottoms: ['2x9x5x4'],
    tops: ['2x1x5x4'],
  },
  {
    shows: 'results in the given number of channels',
    dialect: 'segaware',
    bottoms: ['2x9x5x4'],
    text: 'channel_reduce_param { num_channels: 3 operation: SUM }',
    tops: ['2x3x5x4'],
  },
]);

specify('NormConv', [
  {
    shows: 'has the blobs of a convolution and a scale',
    dialect: 'segaware',
    bottoms: ['1x8x33x33', '1x64x33x33'],
    text: 'convolution_param { num_output: 4 kernel_size: 3 pad: 1 group: 2 }',
    tops: ['1x4x33x33'],
    blobs: ['weight 4x4x3x3', 'bias 4', 'scale 1'],
    // 4·33·33 values of 4·9 weights each
    macs: 4 * 33 * 33 * 36,
  },
  {
    shows: 'bias and scale are optional',
    dialect: 'segaware',
    bottoms: ['1x8x33x33', '1x64x33x33'],
    text: 'convolution_param { num_output: 4 kernel_size: 3 bias_term: false } norm_conv_param { scale_term: false }',
    tops: ['1x4x31x31'],
    blobs: ['weight 4x8x3x3'],
  },
  {
    shows: 'supports the columns of Im2col',
    dialect: 'segaware',
    bottoms: ['1x72x31x31', '1x9x31x31'],
    text: 'convolution_param { num_output: 4 kernel_size: 3 bottom_is_im2col: true }',
    // 72 channels are 8 of 9 neighbors each
    tops: ['1x4x31x31'],
    blobs: ['weight 4x8x3x3', 'bias 4', 'scale 1'],
  },
  {
    shows: 'fills its scale',
    dialect: 'segaware',
    bottoms: ['1x8x33x33', '1x64x33x33'],
    text: 'convolution_param { num_output: 4 kernel_size: 3 } norm_conv_param { scale_filler { type: "odd" } }',
    refused: 'filler/unknown',
  },
  {
    shows: 'requires num_output',
    dialect: 'segaware',
    bottoms: ['1x8x33x33', '1x64x33x33'],
    text: 'convolution_param { kernel_size: 3 }',
    refused: 'conv/num-output',
  },
]);

specify('Convolution', [
  {
    shows: 'supports the columns of Im2col',
    dialect: 'segaware',
    bottoms: ['1x72x31x31'],
    text: 'convolution_param { num_output: 4 kernel_size: 3 pad: 1 bottom_is_im2col: true }',
    tops: ['1x4x31x31'],
    blobs: ['weight 4x8x3x3', 'bias 4'],
    macs: 4 * 31 * 31 * 72,
  },
  {
    shows: "equals BVLC's otherwise",
    dialect: 'segaware',
    bottoms: ['1x8x31x31'],
    text: 'convolution_param { num_output: 4 kernel_size: 3 }',
    tops: ['1x4x29x29'],
    blobs: ['weight 4x8x3x3', 'bias 4'],
  },
]);

specify('MultiStageMeanfield', [
  {
    shows: 'has matrices between the labels',
    dialect: 'crfrnn',
    bottoms: ['1x21x500x500', '1x21x500x500', '1x3x500x500'],
    text: 'multi_stage_meanfield_param { num_iterations: 10 theta_alpha: 160 theta_beta: 3 theta_gamma: 3 }',
    tops: ['1x21x500x500'],
    blobs: ['spatial weight 1x1x21x21', 'bilateral weight 1x1x21x21', 'compatibility 1x1x21x21'],
  },
]);

specify('NormConvMeanfield', [
  {
    shows: 'has matrices between the labels',
    dialect: 'segaware',
    bottoms: ['1x21x33x33', '1x21x33x33', '1x5x33x33', '1x2x33x33'],
    text: 'norm_conv_meanfield_param { num_iterations: 5 kernel_size: 13 kernel_size: 3 }',
    tops: ['1x21x33x33'],
    blobs: ['spatial weight 1x1x21x21', 'bilateral weight 1x1x21x21', 'compatibility 1x1x21x21'],
  },
  {
    shows: 'requires several steps',
    dialect: 'segaware',
    bottoms: ['1x21x33x33', '1x21x33x33', '1x5x33x33', '1x2x33x33'],
    text: 'norm_conv_meanfield_param { num_iterations: 1 }',
    refused: 'fork/meanfield-iterations',
  },
]);

specify('NospConvMeanfield', [
  {
    shows: 'has two matrices between the labels',
    dialect: 'segaware',
    bottoms: ['1x21x33x33', '1x21x33x33', '1x5x33x33'],
    text: 'norm_conv_meanfield_param { num_iterations: 5 }',
    tops: ['1x21x33x33'],
    blobs: ['bilateral weight 1x1x21x21', 'compatibility 1x1x21x21'],
  },
]);

specify('Augmentation', [
  {
    shows: 'two images, their flow, and the mask of known flow',
    dialect: 'segaware',
    bottoms: ['2x3x20x30', '2x3x20x30', '2x2x20x30'],
    tops: ['2x3x20x30', '2x3x20x30', '2x2x20x30', '2x1x20x30'],
  },
]);

specify('PcaGetCoord', [
  {
    shows: 'landmarks of each item',
    dialect: 'segmentation',
    bottoms: ['10x68x2', '4x10', '68x2', '4x2x3'],
    tops: ['4x68x2'],
    blobs: ['coordinates 4x68x2'],
  },
  {
    shows: 'components have three axes',
    dialect: 'segmentation',
    bottoms: ['10x68', '4x10', '68x2', '4x2x3'],
    refused: 'blob/axis-range',
  },
]);
