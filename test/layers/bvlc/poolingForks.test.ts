import { specify } from '../../support/layerTable.ts';

specify('Pooling', [
  {
    shows: '`ceil_mode: false` rounds down in forks that have it',
    dialect: 'seqface',
    bottoms: ['1x2x8x8'],
    text: 'pooling_param { kernel_size: 3 stride: 2 ceil_mode: false }',
    tops: ['1x2x3x3'],
  },
  {
    shows: '`ceil_mode` rounds up, also by default',
    dialect: 'seqface',
    bottoms: ['1x2x8x8'],
    text: 'pooling_param { kernel_size: 3 stride: 2 ceil_mode: true }',
    tops: ['1x2x4x4'],
  },
  {
    shows: 'Intel drops a window of 1 after the input',
    dialect: 'intel',
    bottoms: ['64x256x56x56'],
    text: 'pooling_param { kernel_size: 1 stride: 2 }',
    // ⌈55/2⌉ + 1 = 29; the last window would start at 56
    tops: ['64x256x28x28'],
  },
  {
    shows: 'BVLC keeps a window of 1 after the input',
    bottoms: ['64x256x56x56'],
    text: 'pooling_param { kernel_size: 1 stride: 2 }',
    tops: ['64x256x29x29'],
  },
  {
    shows: 'a repeated stride is 1 by default',
    dialect: 'intel',
    bottoms: ['1x64x56x56'],
    text: 'pooling_param { pool: AVE global_pooling: true }',
    tops: ['1x64x1x1'],
  },
  {
    shows: 'volumes have a window along each axis',
    dialect: 'yjxiong',
    bottoms: ['1x512x2x7x7'],
    text: 'pooling_param { kernel_size: 2 stride: 2 pad: 0 pad: 1 pad: 1 }',
    // (2 − 2)/2 + 1; ⌈(7 + 2 − 2)/2⌉ + 1 = 5, of which the last would start at 8
    tops: ['1x512x1x4x4'],
  },
  {
    shows: 'each axis of a volume has a separate window',
    dialect: 'yjxiong',
    bottoms: ['1x64x16x112x112'],
    text: 'pooling_param { kernel_size: 1 kernel_size: 2 kernel_size: 2 stride: 1 stride: 2 stride: 2 }',
    tops: ['1x64x16x56x56'],
  },
  {
    shows: 'a whole volume can be pooled',
    dialect: 'yjxiong',
    bottoms: ['1x64x16x7x7'],
    text: 'pooling_param { global_pooling: true }',
    tops: ['1x64x1x1x1'],
  },
  {
    shows: 'Intel has separate fields for volumes',
    dialect: 'intel',
    bottoms: ['1x8x9x9x9'],
    text: 'pooling_param { kernel_size_3d: 3 stride_3d: 2 stride_3d: 1 stride_3d: 3 }',
    // (9 − 3)/2 + 1, 9 − 3 + 1 and (9 − 3)/3 + 1
    tops: ['1x8x4x7x3'],
  },
  {
    shows: "the older branches of Intel's have the usual fields for volumes",
    dialect: 'intel',
    bottoms: ['6x4x5x7x4'],
    text: 'pooling_param { kernel_size: 2 stride: 2 }',
    // ⌈(5 − 2)/2⌉ + 1, ⌈(7 − 2)/2⌉ + 1 and (4 − 2)/2 + 1
    tops: ['6x4x3x4x2'],
  },
  {
    shows: 'Intel ignores the stride of images for volumes',
    dialect: 'intel',
    bottoms: ['6x4x5x7x4'],
    text: 'pooling_param { kernel_size_3d: 2 stride: 2 }',
    // 5 − 2 + 1, 7 − 2 + 1 and 4 − 2 + 1
    tops: ['6x4x4x6x3'],
  },
  {
    shows: 'Intel ignores the fields for volumes for images',
    dialect: 'intel',
    bottoms: ['1x8x9x9'],
    text: 'pooling_param { kernel_size: 3 stride_3d: 2 }',
    tops: ['1x8x7x7'],
  },
  {
    shows: 'Intel requires a window for images',
    dialect: 'intel',
    bottoms: ['1x8x9x9'],
    text: 'pooling_param { kernel_size_3d: 3 }',
    refused: 'pool/kernel-exclusive',
  },
  {
    shows: 'Intel keeps a window of 1 after a volume',
    dialect: 'intel',
    bottoms: ['1x8x4x4x4'],
    text: 'pooling_param { kernel_size_3d: 1 stride_3d: 2 }',
    // ⌈(4 − 1)/2⌉ + 1, of which the last starts at 4
    tops: ['1x8x3x3x3'],
  },
  {
    shows: 'Intel has a window for each axis of a volume',
    dialect: 'intel',
    bottoms: ['6x4x5x7x4'],
    text: 'pooling_param { kernel_size_3d: 2 kernel_size_3d: 3 }',
    refused: 'fork/pool-count',
  },
  {
    shows: 'Intel has no height and width of volumes',
    dialect: 'intel',
    bottoms: ['6x4x5x7x4'],
    text: 'pooling_param { kernel_h: 2 kernel_w: 2 }',
    refused: 'fork/pool-sides',
  },
  {
    shows: 'Intel pools no more than volumes',
    dialect: 'intel',
    bottoms: ['1x2x3x4x5x6'],
    text: 'pooling_param { kernel_size_3d: 2 }',
    refused: 'pool/four-axes',
  },
  {
    shows: 'Intel pools a whole volume',
    dialect: 'intel',
    bottoms: ['1x2x3x4x5'],
    text: 'pooling_param { global_pooling: true }',
    tops: ['1x2x1x1x1'],
  },
  {
    shows: 'Sophgo adds a window for YOLO',
    dialect: 'sophgo',
    bottoms: ['2x3x13x13'],
    text: 'pooling_param { pool: MAX kernel_size: 2 stride: 1 yolo: true }',
    // 13 − 2 + 1 + 1
    tops: ['2x3x13x13'],
  },
  {
    shows: 'Sophgo drops the added window if it starts in the padding',
    dialect: 'sophgo',
    bottoms: ['2x3x13x13'],
    text: 'pooling_param { pool: MAX kernel_size: 3 stride: 2 pad: 1 yolo: true }',
    // (13 + 2 − 3)/2 + 1 + 1 = 8, of which the last would start at 14
    tops: ['2x3x7x7'],
  },
  {
    shows: 'Sophgo pools only images',
    dialect: 'sophgo',
    bottoms: ['1x8x9x9x9'],
    text: 'pooling_param { kernel_size: 3 kernel_size_3d: 3 }',
    refused: 'pool/four-axes',
  },
  {
    shows: "the last axis of a volume's window must fit",
    dialect: 'yjxiong',
    bottoms: ['1x8x9x9x2'],
    text: 'pooling_param { kernel_size: 5 }',
    refused: 'pool/output-negative',
  },
  {
    shows: 'other forks reject volumes',
    dialect: 'fast-rcnn',
    bottoms: ['1x8x9x9x9'],
    text: 'pooling_param { kernel_size: 3 }',
    refused: 'pool/four-axes',
  },
]);

const synopsys = { dialect: 'synopsys' } as const;
specify('SpatialBatchingPooling', [
  {
    shows: 'rounds up',
    bottoms: ['1x3x8x8'],
    text: 'spatial_batching_pooling_param { kernel_size: 3 stride: 2 }',
    tops: ['1x3x4x4', '1x3x4x4'],
    ...synopsys,
  },
  {
    shows: 'has one top for means',
    bottoms: ['1x3x8x8'],
    text: 'spatial_batching_pooling_param { kernel_size: 3 stride: 2 pool: AVE }',
    topNames: ['a', 'b'],
    refused: 'net/max-tops',
    ...synopsys,
  },
  {
    shows: 'pads each side',
    bottoms: ['1x3x8x8'],
    text: 'spatial_batching_pooling_param { kernel_size: 3 stride: 2 ceil_mode: false pad_t: 1 pad_r: 1 }',
    tops: ['1x3x4x4'],
    ...synopsys,
  },
  {
    shows: 'leaves out positions between images',
    bottoms: ['1x3x20x20'],
    text: 'spatial_batching_pooling_param { kernel_size: 2 stride: 2 ceil_mode: false pad_b: 1 spatial_batching_h: 2 spatial_batching_w: 3 skip_h: 4 skip_w: 2 }',
    tops: ['1x3x8x8'],
    ...synopsys,
  },
  {
    shows: 'does not rescale',
    bottoms: ['1x3x8x8'],
    text: 'spatial_batching_pooling_param { kernel_size: 3 input_scale: 0.5 }',
    refused: 'fork/pool-rescaling',
    ...synopsys,
  },
  {
    shows: 'does not move the zero point',
    bottoms: ['1x3x8x8'],
    text: 'spatial_batching_pooling_param { kernel_size: 3 output_zero_point: 1 }',
    refused: 'fork/pool-rescaling',
    ...synopsys,
  },
  {
    shows: 'requires a window',
    bottoms: ['1x3x8x8'],
    refused: 'pool/kernel-exclusive',
    ...synopsys,
  },
]);
