import { specify } from '../../../support/layerTable.ts';

const c3d = { dialect: 'c3d' } as const;

specify('Convolution3D', [
  {
    shows: 'slides over length, height and width',
    bottoms: ['2x3x16x112x112'],
    text: 'convolution3d_param { num_output: 64 kernel_size: 3 kernel_depth: 3 pad: 1 temporal_pad: 1 }',
    tops: ['2x64x16x112x112'],
    blobs: ['weight 64x3x3x3x3', 'bias 1x1x1x1x64'],
    macs: 2 * 64 * 16 * 112 * 112 * 3 * 27,
    ...c3d,
  },
  {
    shows: 'the parameters of images apply in version 1.0',
    bottoms: ['1x3x8x8x8'],
    text: 'convolution_param { num_output: 4 kernel_size: 3 kernel_depth: 1 stride: 2 bias_term: false }',
    tops: ['1x4x8x3x3'],
    blobs: ['weight 4x3x1x3x3'],
    ...c3d,
  },
  {
    shows: 'requires windows',
    bottoms: ['1x3x8x8x8'],
    text: 'convolution3d_param { num_output: 4 kernel_size: 3 }',
    refused: 'fork/volume-window',
    ...c3d,
  },
  {
    shows: 'requires outputs',
    bottoms: ['1x3x8x8x8'],
    text: 'convolution3d_param { kernel_size: 3 kernel_depth: 3 }',
    refused: 'conv/num-output',
    ...c3d,
  },
]);

specify('Deconvolution3D', [
  {
    shows: 'spreads volumes',
    bottoms: ['1x4x2x3x3'],
    text: 'convolution3d_param { num_output: 2 kernel_size: 4 kernel_depth: 4 stride: 2 temporal_stride: 2 pad: 1 temporal_pad: 1 }',
    tops: ['1x2x4x6x6'],
    blobs: ['weight 4x2x4x4x4', 'bias 1x1x1x1x2'],
    ...c3d,
  },
]);

specify('Pooling3D', [
  {
    shows: 'rounds up and never drops a window',
    bottoms: ['1x4x5x7x7'],
    text: 'pooling3d_param { pool: MAX kernel_size: 2 kernel_depth: 2 stride: 2 temporal_stride: 2 }',
    tops: ['1x4x3x4x4'],
    ...c3d,
  },
  {
    shows: 'only averages are padded',
    bottoms: ['1x4x5x7x7'],
    text: 'pooling3d_param { kernel_size: 2 kernel_depth: 2 pad: 1 }',
    refused: 'pool/pad-method',
    ...c3d,
  },
  {
    shows: 'rounds as stated, with padding of each side, in Synopsys ARC',
    bottoms: ['1x4x5x7x7'],
    text: 'pooling3d_param { kernel_size: 2 stride: 2 pad_h1: 1 ceil_mode: false }',
    tops: ['1x4x2x4x3'],
    dialect: 'synopsys',
  },
  {
    shows: 'requires volumes in Synopsys ARC',
    bottoms: ['1x4x5x7'],
    text: 'pooling3d_param { kernel_size: 2 }',
    refused: 'fork/volume-axes',
    dialect: 'synopsys',
  },
]);

specify('VideoData', [
  {
    shows: 'reads clips',
    text: 'video_data_param { source: "l" batch_size: 4 new_length: 16 new_height: 128 new_width: 171 } transform_param { crop_size: 112 }',
    tops: ['4x3x16x112x112', '4'],
    ...c3d,
  },
  {
    shows: 'has the parameters of images in version 1.0',
    text: 'image_data_param { source: "l" batch_size: 4 new_length: 16 new_height: 128 new_width: 171 }',
    tops: ['4x3x16x128x171', '4x1x1x1x1'],
    ...c3d,
  },
]);

specify('VideoSegmentationData', [
  {
    shows: 'has a label for each position',
    text: 'image_data_param { source: "l" batch_size: 1 new_length: 8 new_height: 10 new_width: 12 }',
    tops: ['1x3x8x10x12', '1x1x8x10x12'],
    ...c3d,
  },
]);

specify('L2Normalize', [{ shows: 'keeps the shape', bottoms: ['2x8'], tops: ['2x8'], ...c3d }]);
specify('BlackHole', [{ shows: 'has one value', bottoms: ['2x8'], tops: ['1x1x1x1x1'], ...c3d }]);
specify('VoxelSoftmax', [{ shows: 'keeps the shape', bottoms: ['1x2x3x4x5'], tops: ['1x2x3x4x5'], ...c3d }]);

specify('Convolution', [
  {
    shows: 'fillers read weights of volumes in C3D',
    bottoms: ['2x3x8x8x8'],
    text: 'convolution_param { num_output: 4 kernel_size: 3 weight_filler { type: "msra" } }',
    tops: ['2x4x6x6x6'],
    blobs: ['weight 4x3x3x3x3', 'bias 4'],
    ...c3d,
  },
]);

specify('EuclideanLoss', [
  {
    shows: 'losses read volumes in C3D',
    bottoms: ['2x3x8x8x8', '2x3x8x8x8'],
    tops: ['scalar'],
    ...c3d,
  },
]);
