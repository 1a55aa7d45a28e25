import { specify } from '../../support/layerTable.ts';

specify('Im2col', [
  {
    shows: 'copies each window to the channels',
    bottoms: ['2x3x8x9'],
    text: 'convolution_param { kernel_size: 3 }',
    tops: ['2x27x6x7'],
    macs: 0,
  },
  {
    shows: 'padding, stride and dilation as for a convolution',
    bottoms: ['1x2x9x8'],
    text: 'convolution_param { kernel_size: [3, 2] stride: [1, 2] pad: [1, 0] dilation: [1, 2] }',
    tops: ['1x12x9x3'],
  },
  {
    shows: 'outputs, groups and bias are ignored',
    bottoms: ['1x3x8x8'],
    text: 'convolution_param { kernel_size: 3 num_output: 5 group: 2 bias_term: true }',
    tops: ['1x27x6x6'],
  },
  {
    shows: '3 spatial axes',
    bottoms: ['1x2x4x4x4'],
    text: 'convolution_param { kernel_size: 2 }',
    tops: ['1x16x3x3x3'],
  },
  {
    shows: 'a negative axis counts from the end',
    bottoms: ['5x2x3x8'],
    text: 'convolution_param { axis: -2 kernel_size: 3 }',
    tops: ['5x2x9x6'],
  },
  {
    shows: 'an input too small by less than the stride results in 1',
    bottoms: ['1x1x1x1'],
    text: 'convolution_param { kernel_size: 2 stride: 2 }',
    tops: ['1x4x1x1'],
  },
  {
    shows: 'an input too small by the stride silently results in 0',
    bottoms: ['1x1x1x1'],
    text: 'convolution_param { kernel_size: 2 }',
    tops: ['1x4x0x0'],
  },
  {
    shows: 'the axis must exist',
    bottoms: ['1x3x8x8'],
    text: 'convolution_param { axis: 4 kernel_size: 3 }',
    refused: 'conv/axis-range',
  },
  {
    shows: 'requires an axis after the channels',
    bottoms: ['2x3'],
    text: 'convolution_param { kernel_size: 3 }',
    refused: 'im2col/spatial-axes',
  },
  {
    shows: 'the window is required',
    bottoms: ['1x3x8x8'],
    refused: 'conv/kernel-count',
  },
  {
    shows: 'the window cannot be empty',
    bottoms: ['1x3x8x8'],
    text: 'convolution_param { kernel_size: 0 }',
    refused: 'conv/kernel-positive',
  },
  {
    shows: 'height and width of the window require 2 spatial axes',
    bottoms: ['1x3x8'],
    text: 'convolution_param { kernel_h: 3 kernel_w: 3 }',
    refused: 'conv/kernel-hw-2d',
  },
  {
    shows: 'the top cannot exceed INT_MAX values',
    bottoms: ['1x1000x300x300'],
    text: 'convolution_param { kernel_size: 5 }',
    refused: 'blob/int-max',
  },
  { shows: 'no bottom is too few', refused: 'net/exact-bottoms' },
  {
    shows: 'two bottoms are too many',
    bottoms: ['1x3x8x8', '1x3x8x8'],
    text: 'convolution_param { kernel_size: 3 }',
    refused: 'net/exact-bottoms',
  },
  {
    shows: 'no top is too few',
    bottoms: ['1x3x8x8'],
    text: 'convolution_param { kernel_size: 3 }',
    topNames: [],
    refused: 'net/exact-tops',
  },
  {
    shows: 'two tops are too many',
    bottoms: ['1x3x8x8'],
    text: 'convolution_param { kernel_size: 3 }',
    topNames: ['a', 'b'],
    refused: 'net/exact-tops',
  },
  {
    shows: 'a `param` is one too many',
    bottoms: ['1x3x8x8'],
    text: 'convolution_param { kernel_size: 3 } param {}',
    refused: 'net/too-many-params',
  },
]);

specify('Im2col', [
  {
    shows: 'an input too small by twice the stride results in a negative size',
    bottoms: ['1x1x1x1'],
    text: 'convolution_param { kernel_size: 3 }',
    refused: 'conv/output-negative',
  },
  {
    shows: 'the axis is checked before the window',
    bottoms: ['2x3'],
    text: 'convolution_param { kernel_h: 3 kernel_w: 3 }',
    refused: 'im2col/spatial-axes',
  },
]);
