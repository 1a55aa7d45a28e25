import { specify } from '../../../support/layerTable.ts';

specify('MVN', [
  { shows: "Intel's keeps the axes", dialect: 'intel', bottoms: ['2x3x4x5x6'], tops: ['2x3x4x5x6'] },
  {
    shows: "BVLC's branch intel keeps the axes",
    dialect: 'opencl',
    bottoms: ['2x3x4x5x6'],
    tops: ['2x3x4x5x6'],
  },
  { shows: "BVLC's supports at most 4 axes", bottoms: ['2x3x4x5x6'], refused: 'mvn/legacy' },
]);

specify('PReLU', [
  {
    shows: "Intel's supports volumes",
    dialect: 'intel',
    bottoms: ['2x16x8x8x4'],
    tops: ['2x16x8x8x4'],
    blobs: ['slope 16'],
  },
  {
    shows: "Intel's fills the slope of volumes",
    dialect: 'intel',
    bottoms: ['2x16x8x8x4'],
    text: 'prelu_param { filler { type: "odd" } }',
    refused: 'filler/unknown',
  },
  {
    shows: "Intel's shares a slope",
    dialect: 'intel',
    bottoms: ['2x16x8x8x4'],
    text: 'prelu_param { channel_shared: true }',
    tops: ['2x16x8x8x4'],
    blobs: ['slope scalar'],
  },
  { shows: "Intel's equals BVLC's for images", dialect: 'intel', bottoms: ['2'], refused: 'prelu/axes' },
]);

specify('Reshape', [
  {
    shows: "Intel's converts channels to tiles",
    dialect: 'intel',
    bottoms: ['1x64x20x30'],
    text: 'reshape_param { pixelshuffler: 4 }',
    tops: ['1x4x80x120'],
  },
  {
    shows: "Intel's equals BVLC's otherwise",
    dialect: 'intel',
    bottoms: ['1x64x20x30'],
    text: 'reshape_param { shape { dim: 0 dim: -1 } }',
    tops: ['1x38400'],
  },
]);

specify('Deconvolution', [
  {
    shows: 'that of caffe-windows restores rounded-off pixels',
    dialect: 'caffe-windows',
    bottoms: ['1x3x5x5'],
    text: 'convolution_param { num_output: 2 kernel_size: 3 stride: 2 bias_term: false shape_offset: 1 shape_offset: 0 }',
    // 2·4 + 3 and one more
    tops: ['1x2x12x11'],
    blobs: ['weight 3x2x3x3'],
  },
]);

specify('MemoryData', [
  {
    shows: 'that of caffe-windows crops',
    dialect: 'caffe-windows',
    text: 'memory_data_param { batch_size: 2 channels: 3 height: 20 width: 30 } transform_param { crop_size: 10 }',
    tops: ['2x3x10x10', '2'],
  },
  {
    shows: "that of caffe-windows equals BVLC's without a crop",
    dialect: 'caffe-windows',
    text: 'memory_data_param { batch_size: 2 channels: 3 height: 20 width: 30 }',
    tops: ['2x3x20x30', '2'],
  },
  {
    shows: "BVLC's does not crop",
    text: 'memory_data_param { batch_size: 2 channels: 3 height: 20 width: 30 } transform_param { crop_size: 10 }',
    tops: ['2x3x20x30', '2'],
  },
]);

specify('Eltwise', [
  {
    shows: 'coefficients may be a bottom',
    dialect: 'answer',
    bottoms: ['4x5', '4x5', '2x4'],
    text: 'eltwise_param { coeff_blob: true }',
    tops: ['4x5'],
  },
  {
    shows: 'without coefficients all bottoms must have the same shape',
    dialect: 'answer',
    bottoms: ['4x5', '4x5', '2x4'],
    refused: 'eltwise/shape',
  },
]);

specify('Convolution', [
  {
    shows: 'yjxiong has separate fields for the dilation',
    dialect: 'yjxiong',
    bottoms: ['1x3x20x20'],
    text: 'convolution_param { num_output: 2 kernel_size: 3 bias_term: false dilation_h: 2 dilation_w: 3 }',
    // 20 − 5 + 1 and 20 − 7 + 1
    tops: ['1x2x16x14'],
    blobs: ['weight 2x3x3x3'],
  },
]);

specify('LibDNNConvolution', [
  {
    shows: 'has the shapes of Convolution',
    dialect: 'opencl',
    bottoms: ['1x3x8x8'],
    text: 'convolution_param { num_output: 4 kernel_size: 3 }',
    tops: ['1x4x6x6'],
    blobs: ['weight 4x3x3x3', 'bias 4'],
  },
]);

specify('LibDNNPooling', [
  {
    shows: 'has the shapes of Pooling',
    dialect: 'opencl',
    bottoms: ['1x3x9x9'],
    text: 'pooling_param { kernel_size: 2 stride: 2 }',
    tops: ['1x3x5x5'],
  },
]);

specify('Concat', [
  {
    shows: "Intel's flattens bottoms of different sizes",
    dialect: 'intel',
    bottoms: ['8x12x19x19', '8x24x10x10'],
    text: 'concat_param { per_fla_fuse: true }',
    // 12·19·19 + 24·10·10
    tops: ['8x6732x1x1'],
  },
  {
    shows: "Intel's compares the images of a batch",
    dialect: 'intel',
    bottoms: ['8x12x19x19', '4x24x10x10'],
    text: 'concat_param { per_fla_fuse: true }',
    refused: 'concat/shape',
  },
  {
    shows: "Intel's equals BVLC's otherwise",
    dialect: 'intel',
    bottoms: ['8x12x19x19', '8x24x10x10'],
    refused: 'concat/shape',
  },
  {
    shows: "Intel's equals BVLC's along another axis",
    dialect: 'intel',
    bottoms: ['8x12x19x19', '8x12x10x19'],
    text: 'concat_param { axis: 2 per_fla_fuse: true }',
    tops: ['8x12x29x19'],
  },
]);

specify('Convolution', [
  {
    shows: "Intel's has no column buffer",
    dialect: 'intel',
    bottoms: ['2x32x128x128x64'],
    text: 'convolution_param { num_output: 2 kernel_size: 5 pad: 2 bias_term: false }',
    tops: ['2x2x128x128x64'],
    blobs: ['weight 2x32x5x5x5'],
  },
  {
    shows: "Intel's has one of any size with the engine CAFFE",
    dialect: 'intel',
    bottoms: ['2x32x128x128x64'],
    text: 'convolution_param { num_output: 2 kernel_size: 5 pad: 2 bias_term: false engine: CAFFE }',
    tops: ['2x2x128x128x64'],
    blobs: ['weight 2x32x5x5x5'],
  },
]);

const large = (dim: number) => `input_param { shape { dim: 4 dim: 65536 dim: ${dim} } }`;
specify('Input', [
  { shows: "BVLC's blobs have less than 2³¹ values", text: large(65536), refused: 'blob/int-max' },
  {
    shows: "Intel's blobs have less than 2⁶³",
    dialect: 'intel',
    text: large(65536),
    tops: ['4x65536x65536'],
  },
  {
    shows: "Intel's blobs have no more",
    dialect: 'intel',
    text: 'input_param { shape { dim: 65536 dim: 65536 dim: 65536 dim: 65536 } }',
    refused: 'blob/int-max',
  },
]);

specify('Flatten', [
  {
    shows: "Intel's axes have less than 2³¹ values",
    dialect: 'intel',
    bottoms: ['4x65536x65536'],
    refused: 'blob/int-max',
  },
]);

specify('Deconvolution', [
  {
    shows: 'that of caffe-windows has an offset of each axis',
    dialect: 'caffe-windows',
    bottoms: ['1x3x5x5'],
    text: 'convolution_param { num_output: 2 kernel_size: 3 stride: 2 shape_offset: 1 }',
    refused: 'fork/shape-offset',
  },
]);

specify('Eltwise', [
  {
    shows: 'FlowNet multiplies one bottom',
    dialect: 'flownet2',
    bottoms: ['1x3x64x64'],
    text: 'eltwise_param { operation: SUM coeff: 0.00392156862745 }',
    tops: ['1x3x64x64'],
  },
  { shows: "BVLC's has two bottoms", bottoms: ['1x3x64x64'], refused: 'net/min-bottoms' },
]);

for (const type of ['ReLU', 'XLU']) {
  specify(type, [
    {
      shows: 'a second bottom of Synopsys has the maximum',
      dialect: 'synopsys',
      bottoms: ['1x8x6x6', '1'],
      tops: ['1x8x6x6', 'unshaped'],
    },
    {
      shows: 'that of Synopsys has no third bottom',
      dialect: 'synopsys',
      bottoms: ['1x8x6x6', '1', '1'],
      refused: 'net/max-bottoms',
    },
  ]);
}
