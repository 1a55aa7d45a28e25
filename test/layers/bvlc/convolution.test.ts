import { specify } from '../../support/layerTable.ts';

specify('Convolution', [
  {
    shows: 'a window slides over height and width',
    bottoms: ['64x1x28x28'],
    text: 'convolution_param { num_output: 20 kernel_size: 5 }',
    tops: ['64x20x24x24'],
    blobs: ['weight 20x1x5x5', 'bias 20'],
    macs: 18432000, // 64·20·24·24 · 1·5·5
  },
  {
    shows: 'stride and padding, rounded down',
    bottoms: ['2x3x227x227'],
    text: 'convolution_param { num_output: 96 kernel_size: 11 stride: 4 pad: 1 bias_term: false }',
    // (227 + 2 − 11)/4 = 54.5
    tops: ['2x96x55x55'],
    blobs: ['weight 96x3x11x11'],
    macs: 210830400, // 2·96·55·55 · 3·11·11
  },
  {
    shows: 'groups divide the channels',
    bottoms: ['1x6x8x8'],
    text: 'convolution_param { num_output: 4 kernel_size: 3 pad: 1 group: 2 }',
    tops: ['1x4x8x8'],
    blobs: ['weight 4x3x3x3', 'bias 4'],
    macs: 6912, // 4·8·8 · 3·3·3
  },
  {
    shows: 'one group per channel',
    bottoms: ['1x6x8x8'],
    text: 'convolution_param { num_output: 6 kernel_size: 3 group: 6 }',
    tops: ['1x6x6x6'],
    blobs: ['weight 6x1x3x3', 'bias 6'],
  },
  {
    shows: 'dilation enlarges the window',
    bottoms: ['1x1x16x16'],
    text: 'convolution_param { num_output: 2 kernel_size: 3 dilation: 3 }',
    // 16 − (3·(3 − 1) + 1) + 1
    tops: ['1x2x10x10'],
    blobs: ['weight 2x1x3x3', 'bias 2'],
  },
  {
    shows: 'with dilation 0 the window covers 1',
    bottoms: ['1x1x8x8'],
    text: 'convolution_param { num_output: 2 kernel_size: 3 dilation: 0 }',
    tops: ['1x2x8x8'],
    blobs: ['weight 2x1x3x3', 'bias 2'],
  },
  {
    shows: 'height and width have separate values',
    bottoms: ['1x2x9x8'],
    text: 'convolution_param { num_output: 3 kernel_h: 3 kernel_w: 2 stride_h: 1 stride_w: 2 pad_h: 1 pad_w: 0 }',
    // (9 + 2 − 3)/1 + 1 and (8 − 2)/2 + 1
    tops: ['1x3x9x4'],
    blobs: ['weight 3x2x3x2', 'bias 3'],
  },
  {
    shows: 'one value per axis',
    bottoms: ['1x2x9x8'],
    text: 'convolution_param { num_output: 3 kernel_size: [3, 2] stride: [1, 2] pad: [1, 0] dilation: [1, 2] }',
    // (8 − 3)/2 + 1 = 3 with the extent 2·(2 − 1) + 1 = 3
    tops: ['1x3x9x3'],
    blobs: ['weight 3x2x3x2', 'bias 3'],
  },
  {
    shows: 'with padding of the height only, the width has none',
    bottoms: ['1x1x8x8'],
    text: 'convolution_param { num_output: 1 kernel_size: 3 pad_h: 1 }',
    tops: ['1x1x8x6'],
    blobs: ['weight 1x1x3x3', 'bias 1'],
  },
  {
    shows: 'padding may exceed the window',
    bottoms: ['1x1x2x2'],
    text: 'convolution_param { num_output: 1 kernel_size: 1 pad: 3 }',
    tops: ['1x1x8x8'],
    blobs: ['weight 1x1x1x1', 'bias 1'],
  },
  {
    shows: 'padding of 2³² − 1 is −1',
    bottoms: ['1x1x8x8'],
    text: 'convolution_param { num_output: 1 kernel_size: 3 pad: 4294967295 }',
    tops: ['1x1x4x4'],
    blobs: ['weight 1x1x3x3', 'bias 1'],
  },
  {
    shows: '3 spatial axes',
    bottoms: ['2x1x4x8x9'],
    text: 'convolution_param { num_output: 2 kernel_size: 3 }',
    tops: ['2x2x2x6x7'],
    blobs: ['weight 2x1x3x3x3', 'bias 2'],
    macs: 9072, // 2·2·2·6·7 · 27
  },
  {
    shows: '1 spatial axis',
    bottoms: ['2x3x8'],
    text: 'convolution_param { num_output: 4 kernel_size: 3 }',
    tops: ['2x4x6'],
    blobs: ['weight 4x3x3', 'bias 4'],
  },
  {
    shows: 'without spatial axes no window is required',
    bottoms: ['2x3'],
    text: 'convolution_param { num_output: 4 }',
    tops: ['2x4'],
    blobs: ['weight 4x3', 'bias 4'],
    macs: 24,
  },
  {
    shows: 'a single window without spatial axes is ignored',
    bottoms: ['2x3'],
    text: 'convolution_param { num_output: 4 kernel_size: 0 stride: 0 pad: 1 dilation: 1 }',
    tops: ['2x4'],
    blobs: ['weight 4x3', 'bias 4'],
  },
  {
    shows: 'with axis 0 all later axes are spatial',
    bottoms: ['3x8x9'],
    text: 'convolution_param { axis: 0 num_output: 2 kernel_size: 3 }',
    tops: ['2x6x7'],
    blobs: ['weight 2x3x3x3', 'bias 2'],
    macs: 2268, // 2·6·7 · 27
  },
  {
    shows: 'a negative axis counts from the end',
    bottoms: ['5x2x3x8'],
    text: 'convolution_param { axis: -2 num_output: 4 kernel_size: 3 }',
    tops: ['5x2x4x6'],
    blobs: ['weight 4x3x3', 'bias 4'],
    macs: 2160, // 5·2·4·6 · 9
  },
  {
    shows: 'each bottom results in a top with the same weights',
    bottoms: ['1x2x8x8', '1x2x8x8'],
    text: 'convolution_param { num_output: 3 kernel_size: 3 }',
    tops: ['1x3x6x6', '1x3x6x6'],
    blobs: ['weight 3x2x3x3', 'bias 3'],
    macs: 3888, // 2 · 3·6·6 · 18
  },
  {
    shows: 'the batch may be empty',
    bottoms: ['0x3x8x8'],
    text: 'convolution_param { num_output: 2 kernel_size: 3 }',
    tops: ['0x2x6x6'],
    blobs: ['weight 2x3x3x3', 'bias 2'],
    macs: 0,
  },
]);

specify('Convolution', [
  {
    shows: 'an input too small by less than the stride results in 1, because the division truncates',
    bottoms: ['1x1x1x1'],
    text: 'convolution_param { num_output: 1 kernel_size: 2 stride: 2 }',
    tops: ['1x1x1x1'],
    blobs: ['weight 1x1x2x2', 'bias 1'],
  },
  {
    shows: 'an input too small by one less than the stride results in 1',
    bottoms: ['1x1x2x2'],
    text: 'convolution_param { num_output: 1 kernel_size: 6 stride: 5 }',
    tops: ['1x1x1x1'],
    blobs: ['weight 1x1x6x6', 'bias 1'],
  },
  {
    shows: 'an input too small by the stride results in 0, which is accepted without bias',
    bottoms: ['1x1x1x1'],
    text: 'convolution_param { num_output: 1 kernel_size: 3 stride: 2 bias_term: false }',
    tops: ['1x1x0x0'],
    blobs: ['weight 1x1x3x3'],
    macs: 0,
  },
  {
    shows: 'a bias cannot be added to an empty output',
    bottoms: ['1x1x1x1'],
    text: 'convolution_param { num_output: 1 kernel_size: 3 stride: 2 }',
    refused: 'conv/output-zero-bias',
  },
  {
    shows: 'one empty axis results in an empty output',
    bottoms: ['1x1x8x1'],
    text: 'convolution_param { num_output: 1 kernel_size: 3 stride: 2 }',
    refused: 'conv/output-zero-bias',
  },
  {
    shows: 'an input too small by twice the stride results in a negative size',
    bottoms: ['1x1x1x1'],
    text: 'convolution_param { num_output: 1 kernel_size: 5 stride: 2 }',
    refused: 'conv/output-negative',
  },
  {
    shows: 'a small width alone is rejected',
    bottoms: ['1x1x8x3'],
    text: 'convolution_param { num_output: 1 kernel_size: 5 }',
    refused: 'conv/output-negative',
  },
  {
    shows: 'the weight cannot exceed INT_MAX values',
    bottoms: ['1x65536x1x1'],
    text: 'convolution_param { num_output: 32768 kernel_size: 1 }',
    refused: 'blob/int-max',
  },
  {
    shows: 'the top cannot exceed INT_MAX values',
    bottoms: ['1x1x32768x32768'],
    text: 'convolution_param { num_output: 2 kernel_size: 1 }',
    refused: 'blob/int-max',
  },
  {
    shows: 'the top may have slightly fewer than INT_MAX values',
    bottoms: ['1x1x32768x32767'],
    text: 'convolution_param { num_output: 2 kernel_size: 1 }',
    tops: ['1x2x32768x32767'],
    blobs: ['weight 2x1x1x1', 'bias 2'],
  },
  {
    shows: 'the columns of one image cannot exceed INT_MAX values',
    bottoms: ['1x1000x300x300'],
    text: 'convolution_param { num_output: 1 kernel_size: 5 }',
    // 1000·5·5 × 296 × 296 = 2190400000
    refused: 'conv/col-buffer-overflow',
  },
  {
    shows: 'the size of the columns does not depend on the batch',
    bottoms: ['4x300x300x300'],
    text: 'convolution_param { num_output: 1 kernel_size: 5 }',
    tops: ['4x1x296x296'],
    blobs: ['weight 1x300x5x5', 'bias 1'],
  },
]);
