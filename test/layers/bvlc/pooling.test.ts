import { specify } from '../../support/layerTable.ts';

specify('Pooling', [
  {
    shows: 'the output size is rounded up',
    bottoms: ['1x2x8x8'],
    text: 'pooling_param { kernel_size: 3 stride: 2 }',
    tops: ['1x2x4x4'],
    macs: 0,
  },
  {
    shows: 'FLOOR rounds down',
    bottoms: ['1x2x8x8'],
    text: 'pooling_param { kernel_size: 3 stride: 2 round_mode: FLOOR }',
    tops: ['1x2x3x3'],
  },
  {
    shows: 'the SSD fork rounds up',
    dialect: 'ssd',
    bottoms: ['1x2x8x8'],
    text: 'pooling_param { kernel_size: 3 stride: 2 }',
    tops: ['1x2x4x4'],
  },
  {
    shows: 'the stride is 1 by default',
    bottoms: ['4x2x8x6'],
    text: 'pooling_param { pool: AVE kernel_size: 3 }',
    tops: ['4x2x6x4'],
  },
  {
    shows: 'height and width have separate kernel, stride and padding',
    bottoms: ['1x2x9x8'],
    text: 'pooling_param { kernel_h: 3 kernel_w: 2 stride_h: 1 stride_w: 2 pad_h: 1 pad_w: 0 }',
    // (9 + 2 − 3)/1 + 1 and (8 − 2)/2 + 1
    tops: ['1x2x9x4'],
  },
  {
    shows: 'MAX may output the positions of the maxima as a second top',
    bottoms: ['1x2x8x8'],
    text: 'pooling_param { pool: MAX kernel_size: 2 stride: 2 }',
    tops: ['1x2x4x4', '1x2x4x4'],
  },
  {
    shows: 'AVE has no second top',
    bottoms: ['1x2x8x8'],
    text: 'pooling_param { pool: AVE kernel_size: 2 }',
    topNames: ['a', 'b'],
    refused: 'net/max-tops',
  },
  {
    shows: 'STOCHASTIC has no second top',
    bottoms: ['1x2x8x8'],
    text: 'pooling_param { pool: STOCHASTIC kernel_size: 2 }',
    topNames: ['a', 'b'],
    refused: 'net/max-tops',
  },
  {
    shows: 'STOCHASTIC without padding is accepted',
    bottoms: ['1x2x8x8'],
    text: 'pooling_param { pool: STOCHASTIC kernel_size: 2 stride: 2 }',
    tops: ['1x2x4x4'],
  },
  {
    shows: 'MAX has no third top',
    bottoms: ['1x2x8x8'],
    text: 'pooling_param { kernel_size: 2 }',
    topNames: ['a', 'b', 'c'],
    refused: 'net/max-tops',
  },
  {
    shows: 'no top is too few',
    bottoms: ['1x2x8x8'],
    text: 'pooling_param { kernel_size: 2 }',
    topNames: [],
    refused: 'net/min-tops',
  },
  { shows: 'no bottom is too few', refused: 'net/exact-bottoms' },
  {
    shows: 'two bottoms are too many',
    bottoms: ['1x2x8x8', '1x2x8x8'],
    text: 'pooling_param { kernel_size: 2 }',
    refused: 'net/exact-bottoms',
  },
  {
    shows: 'a `param` is one too many',
    bottoms: ['1x2x8x8'],
    text: 'pooling_param { kernel_size: 2 } param {}',
    refused: 'net/too-many-params',
  },
]);

specify('Pooling', [
  {
    shows: 'one window covers the whole map',
    bottoms: ['2x16x7x5'],
    text: 'pooling_param { pool: AVE global_pooling: true }',
    tops: ['2x16x1x1'],
  },
  {
    shows: 'stride 1 and padding 0 may be explicit',
    bottoms: ['2x16x7x7'],
    text: 'pooling_param { global_pooling: true stride: 1 pad_h: 0 pad_w: 0 }',
    tops: ['2x16x1x1'],
  },
  {
    shows: 'an explicit window is rejected',
    bottoms: ['2x16x7x7'],
    text: 'pooling_param { global_pooling: true kernel_size: 7 }',
    refused: 'pool/global-kernel',
  },
  {
    shows: 'an explicit window height is rejected',
    bottoms: ['2x16x7x7'],
    text: 'pooling_param { global_pooling: true kernel_h: 7 }',
    refused: 'pool/global-kernel',
  },
  {
    shows: 'padding is rejected',
    bottoms: ['2x16x7x7'],
    text: 'pooling_param { global_pooling: true pad: 1 }',
    refused: 'pool/global-pad-stride',
  },
  {
    shows: 'padding of one axis is rejected',
    bottoms: ['2x16x7x7'],
    text: 'pooling_param { global_pooling: true pad_h: 0 pad_w: 1 }',
    refused: 'pool/global-pad-stride',
  },
  {
    shows: 'a stride other than 1 is rejected',
    bottoms: ['2x16x7x7'],
    text: 'pooling_param { global_pooling: true stride: 2 }',
    refused: 'pool/global-pad-stride',
  },
  {
    shows: 'an empty height has no window',
    bottoms: ['1x2x0x4'],
    text: 'pooling_param { global_pooling: true }',
    refused: 'pool/kernel-positive-h',
  },
  {
    shows: 'an empty width has no window',
    bottoms: ['1x2x4x0'],
    text: 'pooling_param { global_pooling: true }',
    refused: 'pool/kernel-positive-w',
  },
  {
    shows: 'a bottom with 5 axes has no height and width',
    bottoms: ['1x2x3x4x5'],
    text: 'pooling_param { global_pooling: true }',
    refused: 'blob/legacy-axes',
  },
  {
    shows: 'a bottom with 3 axes has width 1 until the number of axes is checked',
    bottoms: ['2x3x4'],
    text: 'pooling_param { global_pooling: true }',
    refused: 'pool/four-axes',
  },
]);

specify('Pooling', [
  {
    shows: 'padding clips a last window that would start in it',
    bottoms: ['1x2x5x5'],
    text: 'pooling_param { kernel_size: 2 stride: 2 pad: 1 }',
    // ⌈(5 + 2 − 2)/2⌉ + 1 = 4, and the 4th window would start at 6 ≥ 5 + 1
    tops: ['1x2x3x3'],
  },
  {
    shows: 'the last window is kept if it starts after the input but before the end of the padding',
    bottoms: ['1x2x6x6'],
    text: 'pooling_param { kernel_size: 3 stride: 3 pad: 1 }',
    // ⌈(6 + 2 − 3)/3⌉ + 1 = 3, and the 3rd starts at 6 < 6 + 1
    tops: ['1x2x3x3'],
  },
  {
    shows: 'FLOOR is also clipped, for a width that no 32-bit float represents',
    bottoms: ['1x1x1x16777219'],
    text: 'pooling_param { kernel_size: 2 pad: 1 round_mode: FLOOR }',
    // 16777219 rounds to 16777220, so 16777221 windows, of which the last starts after the padding.
    tops: ['1x1x2x16777220'],
  },
  {
    shows: 'FLOOR is not clipped otherwise',
    bottoms: ['1x1x3x3'],
    text: 'pooling_param { kernel_size: 3 stride: 4 pad: 2 round_mode: FLOOR }',
    // ⌊(3 + 4 − 3)/4⌋ + 1 = 2, and the 2nd starts at 4 < 3 + 2
    tops: ['1x1x2x2'],
  },
  {
    shows: 'without padding the last window may start after the input',
    bottoms: ['1x1x5x5'],
    text: 'pooling_param { kernel_size: 1 stride: 3 }',
    // ⌈(5 − 1)/3⌉ + 1 = 3 starts at 6 ≥ 5
    tops: ['1x1x3x3'],
  },
  {
    shows: 'padding of the height only also clips the width',
    bottoms: ['1x1x5x5'],
    text: 'pooling_param { kernel_h: 2 kernel_w: 1 stride: 3 pad_h: 1 pad_w: 0 }',
    // Both axes have 3 windows, and the last starts at 6: not below 5 + 1, nor below 5.
    tops: ['1x1x2x2'],
  },
  {
    shows: 'a window larger than the input by less than the stride results in 1',
    bottoms: ['1x1x3x3'],
    text: 'pooling_param { kernel_size: 4 stride: 2 }',
    tops: ['1x1x1x1'],
  },
  {
    shows: 'with FLOOR that window results in 0',
    bottoms: ['1x1x3x3'],
    text: 'pooling_param { kernel_size: 4 stride: 2 round_mode: FLOOR }',
    tops: ['1x1x0x0'],
  },
  {
    shows: 'a window larger by the stride silently results in 0',
    bottoms: ['1x1x3x3'],
    text: 'pooling_param { kernel_size: 5 stride: 2 }',
    tops: ['1x1x0x0'],
  },
  {
    shows: 'a window larger by twice the stride is rejected',
    bottoms: ['1x1x3x3'],
    text: 'pooling_param { kernel_size: 7 stride: 2 }',
    refused: 'pool/output-negative',
  },
  {
    shows: 'a small width alone is rejected',
    bottoms: ['1x1x8x3'],
    text: 'pooling_param { kernel_size: 5 }',
    refused: 'pool/output-negative',
  },
  {
    shows: 'a stride of 0 results in a negative size',
    bottoms: ['1x1x3x3'],
    text: 'pooling_param { kernel_size: 2 stride: 0 }',
    refused: 'pool/stride-zero',
  },
  {
    shows: 'a stride of 0 is rejected even for a single window',
    bottoms: ['1x1x3x3'],
    text: 'pooling_param { kernel_size: 3 stride_h: 1 stride_w: 0 }',
    refused: 'pool/stride-zero',
  },
  {
    shows: 'padding of 2³² − 1 is −1',
    bottoms: ['1x1x8x8'],
    text: 'pooling_param { kernel_size: 3 pad: 4294967295 }',
    // 8 − 2 − 3 + 1
    tops: ['1x1x4x4'],
  },
  {
    shows: 'an empty batch is accepted',
    bottoms: ['0x3x8x8'],
    text: 'pooling_param { kernel_size: 2 stride: 2 }',
    tops: ['0x3x4x4'],
  },
  {
    shows: 'an empty width results in 0 for a window of 1',
    bottoms: ['1x1x4x0'],
    text: 'pooling_param { kernel_size: 1 }',
    tops: ['1x1x4x0'],
  },
  {
    shows: 'the top cannot exceed INT_MAX values',
    bottoms: ['1x1x46340x46340'],
    text: 'pooling_param { kernel_size: 2 pad: 1 }',
    // 46341² = 2147488281
    refused: 'blob/int-max',
  },
  {
    shows: 'for a huge height, the error of 32-bit floats exceeds what clipping corrects',
    bottoms: ['1x1x1073741924x1'],
    text: 'pooling_param { kernel_size: 2 pad: 1 }',
    // The float of 2³⁰ + 100 is 2³⁰ + 128.
    refused: 'pool/clip-h',
  },
  {
    shows: 'for a huge width, the error of 32-bit floats exceeds what clipping corrects',
    bottoms: ['1x1x1x1073741924'],
    text: 'pooling_param { kernel_size: 2 pad: 1 }',
    refused: 'pool/clip-w',
  },
]);
