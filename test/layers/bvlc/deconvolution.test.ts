import { specify } from '../../support/layerTable.ts';

specify('Deconvolution', [
  {
    shows: 'doubles height and width',
    bottoms: ['2x6x7x8'],
    text: 'convolution_param { num_output: 3 kernel_size: 4 stride: 2 pad: 1 }',
    // 2·(7 − 1) + 4 − 2
    tops: ['2x3x14x16'],
    blobs: ['weight 6x3x4x4', 'bias 3'],
    macs: 32256, // 2·6·7·8 · 3·4·4
  },
  {
    shows: 'groups share out the outputs',
    bottoms: ['1x6x4x4'],
    text: 'convolution_param { num_output: 4 kernel_size: 3 group: 2 bias_term: false }',
    tops: ['1x4x6x6'],
    blobs: ['weight 6x2x3x3'],
    macs: 1728, // 6·4·4 · 2·3·3
  },
  {
    shows: 'dilation enlarges the window',
    bottoms: ['1x1x4x4'],
    text: 'convolution_param { num_output: 1 kernel_size: 3 dilation: 2 }',
    // 3 + (2·(3 − 1) + 1)
    tops: ['1x1x8x8'],
    blobs: ['weight 1x1x3x3', 'bias 1'],
  },
  {
    shows: '3 spatial axes',
    bottoms: ['1x2x3x4x5'],
    text: 'convolution_param { num_output: 1 kernel_size: 2 stride: 2 }',
    tops: ['1x1x6x8x10'],
    blobs: ['weight 2x1x2x2x2', 'bias 1'],
  },
  {
    shows: 'without spatial axes no window is required',
    bottoms: ['2x3'],
    text: 'convolution_param { num_output: 4 }',
    tops: ['2x4'],
    blobs: ['weight 3x4', 'bias 4'],
    macs: 24,
  },
  {
    shows: 'a negative axis counts from the end',
    bottoms: ['5x2x3x8'],
    text: 'convolution_param { axis: -2 num_output: 4 kernel_size: 3 }',
    tops: ['5x2x4x10'],
    blobs: ['weight 3x4x3', 'bias 4'],
  },
  {
    shows: 'each bottom results in a top with the same weights',
    bottoms: ['1x2x4x4', '1x2x4x4'],
    text: 'convolution_param { num_output: 3 kernel_size: 3 }',
    tops: ['1x3x6x6', '1x3x6x6'],
    blobs: ['weight 2x3x3x3', 'bias 3'],
    macs: 1728, // 2 · 2·4·4 · 27
  },
  {
    shows: 'a missing horizontal stride is 0, and Caffe multiplies by it',
    bottoms: ['1x1x4x4'],
    text: 'convolution_param { num_output: 1 kernel_size: 3 stride_h: 2 }',
    tops: ['1x1x9x3'],
    blobs: ['weight 1x1x3x3', 'bias 1'],
  },
  {
    shows: 'padding as large as the output results in 0, which is accepted without bias',
    bottoms: ['1x1x1x1'],
    text: 'convolution_param { num_output: 1 kernel_size: 2 pad: 1 bias_term: false }',
    tops: ['1x1x0x0'],
    blobs: ['weight 1x1x2x2'],
  },
  {
    shows: 'a bias cannot be added to an empty output',
    bottoms: ['1x1x1x1'],
    text: 'convolution_param { num_output: 1 kernel_size: 2 pad: 1 }',
    refused: 'conv/output-zero-bias',
  },
  {
    shows: 'more padding results in a negative size',
    bottoms: ['1x1x1x1'],
    text: 'convolution_param { num_output: 1 kernel_size: 1 pad: 1 }',
    refused: 'conv/output-negative',
  },
  {
    shows: 'an empty input results in a negative size if the stride exceeds the window',
    bottoms: ['1x1x0x4'],
    text: 'convolution_param { num_output: 1 kernel_size: 1 stride: 2 }',
    refused: 'conv/output-negative',
  },
  {
    shows: 'the columns of one image cannot exceed INT_MAX values',
    bottoms: ['1x1x300x300'],
    text: 'convolution_param { num_output: 1000 kernel_size: 5 }',
    // 1000·5·5 × 300 × 300 = 2250000000
    refused: 'conv/col-buffer-overflow',
  },
  {
    shows: 'the top cannot exceed INT_MAX values',
    bottoms: ['1x1x300x300'],
    text: 'convolution_param { num_output: 1000 kernel_size: 5 stride: 5 }',
    // 1000 × 1500 × 1500
    refused: 'blob/int-max',
  },
]);
