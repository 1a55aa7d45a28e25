import type { SchemaDocs } from '../facts.ts';

const engine = {
  _: 'Implementation of the layer. Shapes do not depend on it.',
  DEFAULT: 'cuDNN if Caffe was built with it and it supports the layer, otherwise Caffe’s implementation.',
  CAFFE: 'Caffe’s implementation.',
  CUDNN: 'NVIDIA’s library; Caffe builds without it reject the layer.',
};

const poolMethod = {
  _: 'How each window is reduced.',
  MAX: 'The maximum.',
  AVE: 'The mean. Padding counts as zeros inside the padded image.',
  STOCHASTIC:
    'A random value in training, weighted by size; the weighted mean in testing. Does not support padding.',
};

export const engineDoc = 'Implementation of the layer.';

export const visionDocs: SchemaDocs = {
  ConvolutionParameter: {
    _: 'Sliding windows over the axes after `axis`. Convolution output size: floor((in + 2·pad - (dilation·(kernel - 1) + 1)) / stride) + 1.',
    num_output: 'Number of filters, the channels of the top. Required; must be a multiple of `group`.',
    bias_term: 'Adds a learnable bias to each output channel.',
    pad: 'Zeros added on each side of every spatial axis; one value or one per axis, or use `pad_h` and `pad_w`.',
    kernel_size:
      'Kernel size of every spatial axis; one value or one per axis, or use `kernel_h` and `kernel_w`.',
    stride:
      'Stride along every spatial axis; one value or one per axis, or use `stride_h` and `stride_w`. Default: 1.',
    dilation:
      'Distance between the taps of the kernel; one value or one per axis. Default: 1, a dense kernel.',
    pad_h:
      'Zeros added above and below. If one of the two is set, the other defaults to 0 and `pad` must be absent.',
    pad_w:
      'Zeros added left and right. If one of the two is set, the other defaults to 0 and `pad` must be absent.',
    kernel_h:
      'Height of the kernel; requires `kernel_w`, excludes `kernel_size`, and requires two spatial axes.',
    kernel_w:
      'Width of the kernel; requires `kernel_h`, excludes `kernel_size`, and requires two spatial axes.',
    stride_h:
      'Vertical stride; requires `stride_w`, excludes `stride`. If only one is set, the other is 0, which crashes Caffe.',
    stride_w:
      'Horizontal stride; requires `stride_h`, excludes `stride`. If only one is set, the other is 0, which crashes Caffe.',
    group:
      'Splits input and output channels into this number of independent groups. Must divide both counts.',
    weight_filler: 'Initial weights; 0 by default.',
    bias_filler: 'Initial biases; 0 by default.',
    engine: `${engineDoc} cuDNN does not support dilation.`,
    axis: 'The channel axis; axes after it are spatial, axes before it are batch axes. Negative values count from the end.',
    force_nd_im2col: 'Uses the N-D algorithm even for two spatial axes; same result, but slower.',
  },
  'ConvolutionParameter.Engine': engine,
  PoolingParameter: {
    _: 'Reduces each window of every channel. Output size: ceil((in + 2·pad - kernel) / stride) + 1. Pooling rounds up, convolution rounds down.',
    pool: 'How each window is reduced.',
    pad: 'Padding on each side; must be smaller than the kernel. MAX and AVE only.',
    pad_h: 'Padding above and below; set together with `pad_w` and without `pad`.',
    pad_w: 'Padding left and right; set together with `pad_h` and without `pad`.',
    kernel_size: 'Side of the square window. Set either this or both `kernel_h` and `kernel_w`.',
    kernel_h: 'Height of the window; set together with `kernel_w` and without `kernel_size`.',
    kernel_w: 'Width of the window; set together with `kernel_h` and without `kernel_size`.',
    stride: 'Stride of the window. Must not be 0.',
    stride_h: 'Vertical stride; set together with `stride_w` and without `stride`.',
    stride_w: 'Horizontal stride; set together with `stride_h` and without `stride`.',
    engine: engineDoc,
    global_pooling:
      'Pools the whole image into 1×1. Requires that no kernel or pad is set and that the stride is at most 1.',
    round_mode: 'Whether a partial last window counts. SSD does not have this field and always rounds up.',
  },
  'PoolingParameter.PoolMethod': poolMethod,
  'PoolingParameter.Engine': engine,
  'PoolingParameter.RoundMode': {
    _: 'How the output size of a pooling is rounded.',
    CEIL: 'Up: a partial window at the edge also produces an output.',
    FLOOR: 'Down, as in convolutions and most other frameworks.',
  },
  SPPParameter: {
    _: 'Spatial pyramid pooling: pools into 1×1, 2×2, 4×4, … bins, so that the output length does not depend on the image size.',
    pyramid_height: 'Number of levels. With more than one, the top has C·(4^levels - 1)/3 values per image.',
    pool: 'How each bin is reduced.',
    engine: 'Has no effect.',
  },
  'SPPParameter.PoolMethod': poolMethod,
  'SPPParameter.Engine': engine,
  LRNParameter: {
    _: 'Local response normalization: divides each value by (k + alpha/n · sum of squares around it)^beta.',
    local_size: 'Number of channels, or side of the square, over which squares are summed; must be odd.',
    alpha: 'Weight of the sum of squares.',
    beta: 'Exponent of the divisor.',
    norm_region: 'Whether neighbors are channels or pixels.',
    k: 'Constant in the divisor. WITHIN_CHANNEL always uses 1.',
    engine: `${engineDoc} cuDNN supports \`local_size\` up to 16.`,
  },
  'LRNParameter.NormRegion': {
    _: 'Neighbors of a value.',
    ACROSS_CHANNELS: 'The same pixel in adjacent channels.',
    WITHIN_CHANNEL: 'Adjacent pixels in the same channel.',
  },
  'LRNParameter.Engine': engine,
  CropParameter: {
    _: 'Crops the first bottom to the size of the second, along `axis` and all axes after it.',
    axis: 'First axis to crop; 2 crops height and width.',
    offset: 'Start of the crop: one value for all cropped axes or one per axis. Default: 0.',
  },
  'ReLUParameter.Engine': engine,
  'SigmoidParameter.Engine': engine,
  'SoftmaxParameter.Engine': engine,
  'TanHParameter.Engine': engine,
};
