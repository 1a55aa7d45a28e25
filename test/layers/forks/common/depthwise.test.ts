import { specify } from '../../../support/layerTable.ts';

specify('DepthwiseConvolution', [
  {
    shows: 'is a Convolution with as many groups as channels',
    dialect: 'mobilenet-yolo',
    bottoms: ['1x32x112x112'],
    text: 'convolution_param { num_output: 32 group: 32 kernel_size: 3 pad: 1 stride: 2 bias_term: false }',
    // (112 + 2 − 3)/2 + 1
    tops: ['1x32x56x56'],
    blobs: ['weight 32x1x3x3'],
    macs: 32 * 56 * 56 * 9,
  },
  {
    shows: 'its groups must divide the channels',
    dialect: 'depthwise',
    bottoms: ['1x32x8x8'],
    text: 'convolution_param { num_output: 30 group: 30 kernel_size: 3 }',
    refused: 'conv/group-channels',
  },
  {
    shows: 'has no cuDNN engine, so `engine` has no effect',
    dialect: 'depthwise',
    bottoms: ['1x4x8x8'],
    text: 'convolution_param { num_output: 4 group: 4 kernel_size: 3 bias_term: false engine: CUDNN }',
    tops: ['1x4x6x6'],
    blobs: ['weight 4x1x3x3'],
  },
]);

specify('ConvolutionDepthwise', [
  {
    shows: 'has as many outputs as channels, whatever `num_output` and `group`',
    dialect: 'mini-caffe',
    bottoms: ['2x6x9x9'],
    text: 'convolution_param { num_output: 5 group: 2 kernel_size: 3 stride: 2 }',
    // (9 − 3)/2 + 1
    tops: ['2x6x4x4'],
    blobs: ['weight 6x1x3x3', 'bias 6'],
    macs: 2 * 6 * 4 * 4 * 9,
  },
  {
    shows: 'height and width have separate kernel, padding, stride and dilation',
    dialect: 'seqface',
    bottoms: ['1x4x10x10'],
    text: 'convolution_param { kernel_h: 3 kernel_w: 5 pad: 1 pad: 2 stride_h: 1 stride_w: 3 dilation: 2 dilation: 1 bias_term: false }',
    // (10 + 2 − (2·2 + 1))/1 + 1 and (10 + 4 − 5)/3 + 1
    tops: ['1x4x8x4'],
    blobs: ['weight 4x1x3x5'],
  },
  {
    shows: 'a bottom with 2 axes is 1×1',
    dialect: 'layers-hub',
    bottoms: ['3x4'],
    text: 'convolution_param { kernel_size: 3 pad: 1 stride: 1 bias_term: false }',
    tops: ['3x4x1x1'],
    blobs: ['weight 4x1x3x3'],
  },
  {
    shows: 'requires a kernel',
    dialect: 'mini-caffe',
    bottoms: ['1x4x8x8'],
    text: 'convolution_param { kernel_h: 3 }',
    refused: 'fork/depthwise-kernel',
  },
  {
    shows: 'the kernel must fit',
    dialect: 'mini-caffe',
    bottoms: ['1x4x8x1'],
    text: 'convolution_param { kernel_size: 4 }',
    refused: 'conv/output-negative',
  },
  {
    shows: 'fills its weights',
    dialect: 'mini-caffe',
    bottoms: ['1x4x8x8'],
    text: 'convolution_param { kernel_size: 3 weight_filler { type: "odd" } }',
    refused: 'filler/unknown',
  },
  {
    shows: 'fills its bias',
    dialect: 'mini-caffe',
    bottoms: ['1x4x8x8'],
    text: 'convolution_param { kernel_size: 3 bias_filler { type: "odd" } }',
    refused: 'filler/unknown',
  },
  {
    shows: 'has one bottom',
    dialect: 'mini-caffe',
    bottoms: ['1x4x8x8', '1x4x8x8'],
    text: 'convolution_param { kernel_size: 3 }',
    refused: 'net/exact-bottoms',
  },
]);

specify('ConvolutionDepthwise', [
  {
    shows: 'the nets of ShuffleNet have it',
    dialect: 'shufflenet',
    bottoms: ['1x8x9x9'],
    text: 'convolution_param { num_output: 8 kernel_size: 3 bias_term: false }',
    tops: ['1x8x7x7'],
    blobs: ['weight 8x1x3x3'],
  },
]);
