import type { SchemaDocs } from '../facts.ts';

const engine = {
  _: 'Which implementation computes the layer. Shapes do not depend on it.',
  DEFAULT: 'cuDNN where Caffe was built with it and it can do the layer, else Caffe’s own.',
  CAFFE: 'Caffe’s own implementation.',
  CUDNN: 'NVIDIA’s library; builds without it refuse the layer.',
};

const poolMethod = {
  _: 'What is taken of each window.',
  MAX: 'The maximum.',
  AVE: 'The mean. Padding counts as zeros inside the padded image.',
  STOCHASTIC:
    'In training a random value, large ones more often; in testing their weighted mean. Takes no padding.',
};

export const engineDoc = 'Which implementation computes the layer.';

export const visionDocs: SchemaDocs = {
  ConvolutionParameter: {
    _: 'Sliding windows over the axes after `axis`. A side measures floor((in + 2·pad - (dilation·(kernel - 1) + 1)) / stride) + 1 after a Convolution.',
    num_output: 'Number of filters, the channels of the top. Required, and a multiple of `group`.',
    bias_term: 'Adds a learnable number to every output channel.',
    pad: 'Zeros added on each side of every spatial axis; give it once or once per axis, or use `pad_h` and `pad_w`.',
    kernel_size:
      'Kernel side of every spatial axis; give it once or once per axis, or use `kernel_h` and `kernel_w`.',
    stride:
      'Step of the window along every spatial axis; give it once or once per axis, or use `stride_h` and `stride_w`. Absent: 1.',
    dilation:
      'Distance between the taps of the kernel; give it once or once per axis. Absent: 1, a dense kernel.',
    pad_h:
      'Zeros added above and below. Where either of the two is given, the other reads 0 and `pad` must be absent.',
    pad_w:
      'Zeros added left and right. Where either of the two is given, the other reads 0 and `pad` must be absent.',
    kernel_h:
      'Height of the kernel; needs `kernel_w`, excludes `kernel_size`, and is for two spatial axes only.',
    kernel_w:
      'Width of the kernel; needs `kernel_h`, excludes `kernel_size`, and is for two spatial axes only.',
    stride_h:
      'Step downwards; needs `stride_w`, excludes `stride`. A missing partner reads 0, which crashes Caffe.',
    stride_w:
      'Step to the right; needs `stride_h`, excludes `stride`. A missing partner reads 0, which crashes Caffe.',
    group:
      'Splits input and output channels into this many parts that do not see each other. Must divide both counts.',
    weight_filler: 'Initial weights. Absent, they are all 0.',
    bias_filler: 'Initial biases. Absent, they are all 0.',
    engine: `${engineDoc} cuDNN does not dilate.`,
    axis: 'The channel axis; every axis after it is spatial, every axis before it is batch. Negative counts from the end.',
    force_nd_im2col:
      'Uses the general algorithm even for two spatial axes; the result is the same, only slower.',
  },
  'ConvolutionParameter.Engine': engine,
  PoolingParameter: {
    _: 'Reduces each window of every channel. A side measures ceil((in + 2·pad - kernel) / stride) + 1: up, where a convolution rounds down.',
    pool: 'What is taken of each window.',
    pad: 'Padding on each side; must be smaller than the kernel, and is for MAX and AVE only.',
    pad_h: 'Padding above and below; give it with `pad_w` and without `pad`.',
    pad_w: 'Padding left and right; give it with `pad_h` and without `pad`.',
    kernel_size: 'Side of the square window. Give either this or both `kernel_h` and `kernel_w`.',
    kernel_h: 'Height of the window; give it with `kernel_w` and without `kernel_size`.',
    kernel_w: 'Width of the window; give it with `kernel_h` and without `kernel_size`.',
    stride: 'Step of the window. Must not be 0.',
    stride_h: 'Step downwards; give it with `stride_w` and without `stride`.',
    stride_w: 'Step to the right; give it with `stride_h` and without `stride`.',
    engine: engineDoc,
    global_pooling:
      'Takes the whole image as one window, which makes it 1×1. No kernel may be given, no pad, and a stride of 1 at most.',
    round_mode: 'Whether a partial last window counts. SSD does not know this field and always rounds up.',
  },
  'PoolingParameter.PoolMethod': poolMethod,
  'PoolingParameter.Engine': engine,
  'PoolingParameter.RoundMode': {
    _: 'How the output size of a pooling is rounded.',
    CEIL: 'Up: a partial window at the edge gives an output too.',
    FLOOR: 'Down, as convolutions and most other frameworks do.',
  },
  SPPParameter: {
    _: 'Spatial pyramid pooling: pools into 1×1, 2×2, 4×4, … bins, so that the length of the output does not depend on the image size.',
    pyramid_height: 'Number of levels. With several, the top has C·(4^levels - 1)/3 values per image.',
    pool: 'What is taken of each bin.',
    engine: 'Has no effect.',
  },
  'SPPParameter.PoolMethod': poolMethod,
  'SPPParameter.Engine': engine,
  LRNParameter: {
    _: 'Local response normalization: divides each value by (k + alpha/n · sum of squares around it)^beta.',
    local_size: 'Number of channels, or side of the square, over which the squares are summed; must be odd.',
    alpha: 'Weight of the sum of squares.',
    beta: 'Exponent of the divisor.',
    norm_region: 'Whether neighbours are channels or pixels.',
    k: 'Constant in the divisor. WITHIN_CHANNEL always uses 1.',
    engine: `${engineDoc} cuDNN takes a \`local_size\` of up to 16.`,
  },
  'LRNParameter.NormRegion': {
    _: 'What the neighbours of a value are.',
    ACROSS_CHANNELS: 'The same pixel in neighbouring channels.',
    WITHIN_CHANNEL: 'Neighbouring pixels in the same channel.',
  },
  'LRNParameter.Engine': engine,
  CropParameter: {
    _: 'Cuts the first bottom to the size of the second, along `axis` and all axes after it.',
    axis: 'First axis to cut; 2 cuts height and width.',
    offset: 'Where the cut begins: one for all cut axes or one per axis. Absent: 0.',
  },
  'ReLUParameter.Engine': engine,
  'SigmoidParameter.Engine': engine,
  'SoftmaxParameter.Engine': engine,
  'TanHParameter.Engine': engine,
};
