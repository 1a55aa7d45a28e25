import { specify } from '../../../support/layerTable.ts';

const synopsys = { dialect: 'synopsys' } as const;

specify('SqueezeConvolution', [
  {
    shows: 'has masks, and two numbers',
    bottoms: ['2x3x8x8'],
    text: 'squeeze_convolution_param { num_output: 4 kernel_size: 3 pad_l: 1 }',
    tops: ['2x4x6x7'],
    blobs: [
      'weight 4x3x3x3',
      'bias 4',
      'mask of weights 4x3x3x3',
      'mask of biases 4',
      'mean and deviation 1x1x1x2',
    ],
    macs: 2 * 4 * 6 * 7 * 27,
    ...synopsys,
  },
  {
    shows: 'has no mask of a missing bias',
    bottoms: ['2x3x8x8'],
    text: 'squeeze_convolution_param { num_output: 4 kernel_size: 3 bias_term: false }',
    tops: ['2x4x6x6'],
    blobs: ['weight 4x3x3x3', 'mask of weights 4x3x3x3', 'mean and deviation 1x1x1x2'],
    ...synopsys,
  },
  {
    shows: 'has no masks with scales of the channels',
    bottoms: ['2x3x8x8'],
    text: 'squeeze_convolution_param { num_output: 4 kernel_size: 3 bias_term: false per_channel_scale_weight: true }',
    tops: ['2x4x6x6'],
    blobs: ['weight 4x3x3x3', 'weight scale factor 4', 'weight zero point 4'],
    ...synopsys,
  },
  {
    shows: 'fills its masks',
    bottoms: ['2x3x8x8'],
    text: 'squeeze_convolution_param { num_output: 4 kernel_size: 3 bias_mask_filler { type: "odd" } }',
    refused: 'filler/unknown',
    ...synopsys,
  },
  {
    shows: 'has the checks of a convolution',
    bottoms: ['2x3x8x8'],
    text: 'squeeze_convolution_param { kernel_size: 3 }',
    refused: 'conv/num-output',
    ...synopsys,
  },
]);

specify('SqueezeDeconvolution', [
  {
    shows: 'is a deconvolution with masks',
    bottoms: ['2x3x8x8'],
    text: 'squeeze_convolution_param { num_output: 4 kernel_size: 4 stride: 2 pad: 1 pad_type: 0 }',
    refused: 'fork/pad-exclusive',
    ...synopsys,
  },
  {
    shows: 'ignores the type of the padding',
    bottoms: ['2x3x8x8'],
    text: 'squeeze_convolution_param { num_output: 4 kernel_size: 4 stride: 2 pad_type: 1 }',
    tops: ['2x4x18x18'],
    blobs: [
      'weight 3x4x4x4',
      'bias 4',
      'mask of weights 3x4x4x4',
      'mask of biases 4',
      'mean and deviation 1x1x1x2',
    ],
    ...synopsys,
  },
]);

specify('SqueezeInnerProduct', [
  {
    shows: 'has masks, and two numbers',
    bottoms: ['2x3x8'],
    text: 'squeeze_inner_product_param { num_output: 4 transpose: true }',
    tops: ['2x4'],
    blobs: [
      'weight 4x24',
      'bias 4',
      'mask of weights 4x24',
      'mask of biases 4',
      'mean and deviation 1x1x1x2',
    ],
    macs: 2 * 4 * 24,
    ...synopsys,
  },
  {
    shows: 'flattens its top from the axis of InnerProduct',
    bottoms: ['2x3x8'],
    text: 'squeeze_inner_product_param { num_output: 4 axis: 2 }',
    refused: 'ip/input-changed',
    ...synopsys,
  },
  {
    shows: 'has an axis to flatten from',
    bottoms: ['2x3x8'],
    text: 'squeeze_inner_product_param { num_output: 4 axis: 3 }',
    refused: 'ip/axis-range',
    ...synopsys,
  },
  {
    shows: 'fills its bias',
    bottoms: ['2x3x8'],
    text: 'squeeze_inner_product_param { num_output: 4 bias_filler { type: "odd" } }',
    refused: 'filler/unknown',
    ...synopsys,
  },
]);

specify('Convolution', [
  {
    shows: 'stores scales and zero points of its channels',
    bottoms: ['2x3x8x8'],
    text: 'convolution_param { num_output: 4 kernel_size: 3 per_channel_scale_weight: true per_channel_scale_output: true }',
    tops: ['2x4x6x6'],
    blobs: [
      'weight 4x3x3x3',
      'bias 4',
      'weight scale factor 4',
      'weight zero point 4',
      'output scale factor 4',
      'output zero point 4',
    ],
    ...synopsys,
  },
]);

const ristretto = { dialect: 'yolov2' } as const;

specify('ConvolutionRistretto', [
  {
    shows: 'is a convolution, never of cuDNN',
    bottoms: ['2x3x8x8'],
    text: 'convolution_param { num_output: 4 kernel_size: 3 engine: CUDNN } quantization_param { bw_params: 8 }',
    tops: ['2x4x6x6'],
    blobs: ['weight 4x3x3x3', 'bias 4'],
    macs: 2 * 4 * 6 * 6 * 27,
    ...ristretto,
  },
  {
    shows: 'has the checks of a convolution',
    bottoms: ['2x3x8x8'],
    text: 'convolution_param { num_output: 4 }',
    refused: 'conv/kernel-count',
    ...ristretto,
  },
]);

specify('DeconvolutionRistretto', [
  {
    shows: 'is a deconvolution',
    bottoms: ['2x3x8x8'],
    text: 'convolution_param { num_output: 4 kernel_size: 4 stride: 2 pad: 1 }',
    tops: ['2x4x16x16'],
    blobs: ['weight 3x4x4x4', 'bias 4'],
    ...ristretto,
  },
]);

specify('FcRistretto', [
  {
    shows: 'is an inner product',
    bottoms: ['2x3x8'],
    text: 'inner_product_param { num_output: 4 }',
    tops: ['2x4'],
    blobs: ['weight 4x24', 'bias 4'],
    macs: 2 * 4 * 24,
    ...ristretto,
  },
]);

specify('LRNRistretto', [
  {
    shows: 'normalizes with minifloat numbers',
    bottoms: ['2x3x8x8'],
    text: 'quantization_param { precision: MINIFLOAT }',
    tops: ['2x3x8x8'],
    ...ristretto,
  },
  {
    shows: 'does not normalize with other numbers',
    bottoms: ['2x3x8x8'],
    refused: 'fork/lrn-precision',
    ...ristretto,
  },
  {
    shows: 'has the checks of LRN',
    bottoms: ['2x3x8x8'],
    text: 'quantization_param { precision: MINIFLOAT } lrn_param { local_size: 4 }',
    refused: 'lrn/odd-size',
    ...ristretto,
  },
]);

specify('FixedNeuron', [
  {
    shows: 'keeps the shape and has the position of the point',
    dialect: 'vitis',
    bottoms: ['2x3x4x5'],
    text: 'fixed_param { bit_width: 8 }',
    tops: ['2x3x4x5'],
    blobs: ['point 1'],
  },
]);

specify('ConvolutionFixed', [
  {
    shows: 'has the shapes of Convolution',
    dialect: 'vitis',
    bottoms: ['1x3x8x8'],
    text: 'convolution_param { num_output: 4 kernel_size: 3 }',
    tops: ['1x4x6x6'],
    blobs: ['weight 4x3x3x3', 'bias 4'],
  },
]);

specify('DeconvolutionFixed', [
  {
    shows: 'has the shapes of Deconvolution',
    dialect: 'vitis',
    bottoms: ['1x3x8x8'],
    text: 'convolution_param { num_output: 4 kernel_size: 2 stride: 2 bias_term: false }',
    tops: ['1x4x16x16'],
    blobs: ['weight 3x4x2x2'],
  },
]);

specify('InnerProductFixed', [
  {
    shows: 'has the shapes of InnerProduct',
    dialect: 'vitis',
    bottoms: ['2x3x4x5'],
    text: 'inner_product_param { num_output: 7 }',
    tops: ['2x7'],
    blobs: ['weight 7x60', 'bias 7'],
  },
]);

specify('ScaleFixed', [
  {
    shows: 'has the parameters of Scale',
    dialect: 'vitis',
    bottoms: ['2x3x4x5'],
    text: 'scale_param { bias_term: true }',
    tops: ['2x3x4x5'],
    blobs: ['scale 3', 'bias 3'],
  },
]);

specify('PReLUFixed', [
  {
    shows: 'has the slopes of PReLU',
    dialect: 'vitis',
    bottoms: ['2x3x4x5'],
    tops: ['2x3x4x5'],
    blobs: ['slope 3'],
  },
  { shows: 'requires 2 axes', dialect: 'vitis', bottoms: ['2'], refused: 'prelu/axes' },
]);

specify('NormalizeFixed', [
  {
    shows: 'has the scale of Normalize',
    dialect: 'vitis',
    bottoms: ['2x3x4x5'],
    text: 'norm_param { channel_shared: false }',
    tops: ['2x3x4x5'],
    blobs: ['scale 3'],
  },
]);

specify('BatchNormFixed', [
  {
    shows: 'a learned scale and bias, by cuDNN',
    dialect: 'vitis',
    bottoms: ['2x3x4x4'],
    tops: ['2x3x4x4'],
    blobs: ['scale 1x3x1x1', 'bias 1x3x1x1', 'mean 1x3x1x1', 'variance 1x3x1x1', 'scale factor 1x1x1x1'],
  },
  { shows: 'up to 4 axes', dialect: 'vitis', bottoms: ['2x3x4x4x4'], refused: 'blob/legacy-axes' },
  {
    shows: 'checks the fillers',
    dialect: 'vitis',
    bottoms: ['2x3x4x4'],
    text: 'batch_norm_param { scale_filler { type: "uniform" min: 2 } }',
    refused: 'filler/uniform-range',
  },
]);

specify('ConvolutionBNFixed', [
  {
    shows: 'the blobs of both layers',
    dialect: 'vitis',
    bottoms: ['2x3x8x8'],
    text: 'convolution_param { num_output: 4 kernel_size: 3 bias_term: false }',
    tops: ['2x4x6x6'],
    blobs: [
      'weight 4x3x3x3',
      'scale 1x4x1x1',
      'bias 1x4x1x1',
      'mean 1x4x1x1',
      'variance 1x4x1x1',
      'scale factor 1x1x1x1',
    ],
    // 2·4·6·6 values of 3·3·3 weights
    macs: 7776,
  },
  {
    shows: 'rejects a bias',
    dialect: 'vitis',
    bottoms: ['2x3x8x8'],
    text: 'convolution_param { num_output: 4 kernel_size: 3 }',
    refused: 'fork/conv-bn-bias',
  },
]);

specify('Quantizer', [
  { shows: 'the shapes of the bottoms', dialect: 'opencl', bottoms: ['2x3', '4'], tops: ['2x3', '4'] },
  {
    shows: 'a top for each bottom',
    dialect: 'opencl',
    bottoms: ['2x3', '4'],
    topNames: ['a'],
    refused: 'net/equal-tops',
  },
]);
