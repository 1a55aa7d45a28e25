import { specify } from '../../support/layerTable.ts';

// The checks of base_conv_layer.cpp for both, in its order.
for (const type of ['Convolution', 'Deconvolution']) {
  const image = ['1x4x8x8'];
  const volume = ['1x4x8x8x8'];
  const text = (fields: string) => `convolution_param { num_output: 4 ${fields} }`;
  const given = (...blobs: readonly string[]) => blobs.map((blob) => `blobs { ${blob} }`).join(' ');
  const weight = 'shape { dim: 1 dim: 1 dim: 1 dim: 1 } data: 1';
  specify(type, [
    { shows: 'no bottom is too few', text: text('kernel_size: 3'), refused: 'net/min-bottoms' },
    {
      shows: 'no top is too few',
      bottoms: image,
      text: text('kernel_size: 3'),
      topNames: [],
      refused: 'net/min-tops',
    },
    {
      shows: 'the numbers of tops and bottoms are equal',
      bottoms: ['1x4x8x8', '1x4x8x8'],
      text: text('kernel_size: 3'),
      refused: 'net/equal-tops',
    },
    {
      shows: 'the axis must exist',
      bottoms: image,
      text: text('axis: 4 kernel_size: 3'),
      refused: 'conv/axis-range',
    },
    {
      shows: 'a negative axis must exist',
      bottoms: image,
      text: text('axis: -5 kernel_size: 3'),
      refused: 'conv/axis-range',
    },
    {
      shows: 'a scalar bottom has no channels',
      bottoms: ['scalar'],
      text: text('kernel_size: 3'),
      refused: 'conv/axis-range',
    },
    {
      shows: 'a bottom without a shape has no channels',
      bottoms: ['unshaped'],
      text: text('kernel_size: 3'),
      refused: 'conv/axis-range',
    },
    { shows: 'the window is required', bottoms: image, text: text(''), refused: 'conv/kernel-count' },
    {
      shows: 'the window has one size or one per axis',
      bottoms: volume,
      text: text('kernel_size: 3 kernel_size: 3'),
      refused: 'conv/kernel-count',
    },
    {
      shows: 'height and width of the window require 2 spatial axes',
      bottoms: volume,
      text: text('kernel_h: 3 kernel_w: 3'),
      refused: 'conv/kernel-hw-2d',
    },
    {
      shows: 'height and width of the window exclude its size',
      bottoms: image,
      text: text('kernel_size: 3 kernel_h: 3'),
      refused: 'conv/kernel-exclusive',
    },
    {
      shows: 'the number of axes is checked before the size besides height and width',
      bottoms: volume,
      text: text('kernel_size: 3 kernel_h: 3'),
      refused: 'conv/kernel-hw-2d',
    },
    {
      shows: 'the window cannot be empty',
      bottoms: image,
      text: text('kernel_size: 0'),
      refused: 'conv/kernel-positive',
    },
    {
      shows: 'with only a window height, the width is 0',
      bottoms: image,
      text: text('kernel_h: 3'),
      refused: 'conv/kernel-positive',
    },
    {
      shows: 'a window of 2³¹ or more is negative',
      bottoms: image,
      text: text('kernel_size: 2147483648'),
      refused: 'conv/kernel-positive',
    },
    {
      shows: 'the stride has one value or one per axis',
      bottoms: volume,
      text: text('kernel_size: 3 stride: [1, 1]'),
      refused: 'conv/stride-count',
    },
    {
      shows: 'height and width of the stride require 2 spatial axes',
      bottoms: volume,
      text: text('kernel_size: 3 stride_h: 1 stride_w: 1'),
      refused: 'conv/stride-hw-2d',
    },
    {
      shows: 'vertical and horizontal stride exclude the stride',
      bottoms: image,
      text: text('kernel_size: 3 stride: 1 stride_w: 1'),
      refused: 'conv/stride-exclusive',
    },
    {
      shows: 'the stride cannot be 0',
      bottoms: image,
      text: text('kernel_size: 3 stride: 0'),
      refused: 'conv/stride-positive',
    },
    {
      shows: 'a stride of 2³¹ or more is negative',
      bottoms: image,
      text: text('kernel_size: 3 stride: [1, 4294967295]'),
      refused: 'conv/stride-positive',
    },
    {
      shows: 'padding has one value or one per axis',
      bottoms: volume,
      text: text('kernel_size: 3 pad: [1, 1]'),
      refused: 'conv/pad-count',
    },
    {
      shows: 'height and width of the padding require 2 spatial axes',
      bottoms: volume,
      text: text('kernel_size: 3 pad_h: 1 pad_w: 1'),
      refused: 'conv/pad-hw-2d',
    },
    {
      shows: 'a vertical padding of 0 also excludes the padding',
      bottoms: image,
      text: text('kernel_size: 3 pad: 1 pad_h: 0'),
      refused: 'conv/pad-exclusive',
    },
    {
      shows: 'dilation has one value or one per axis',
      bottoms: image,
      text: text('kernel_size: 3 dilation: [1, 1, 1]'),
      refused: 'conv/dilation-count',
    },
    {
      shows: 'without spatial axes a second value is too many',
      bottoms: ['1x4'],
      text: text('kernel_size: [1, 1]'),
      refused: 'conv/kernel-count',
    },
    {
      shows: 'the window is checked before the stride',
      bottoms: image,
      text: text('kernel_size: 0 stride: 0'),
      refused: 'conv/kernel-positive',
    },
    {
      shows: 'the stride is checked before the padding',
      bottoms: image,
      text: text('kernel_size: 1 stride: 0 pad: [1, 1, 1]'),
      refused: 'conv/stride-positive',
    },
    {
      shows: 'the padding is checked before the dilation',
      bottoms: image,
      text: text('kernel_size: 1 pad: [1, 1, 1] dilation: [1, 1, 1]'),
      refused: 'conv/pad-count',
    },
    {
      shows: 'the window is checked before the outputs',
      bottoms: image,
      text: 'convolution_param { num_output: 0 }',
      refused: 'conv/kernel-count',
    },
    {
      shows: 'num_output is required',
      bottoms: image,
      text: 'convolution_param { kernel_size: 3 }',
      refused: 'conv/num-output',
    },
    {
      shows: '2³¹ outputs or more are negative',
      bottoms: image,
      text: 'convolution_param { kernel_size: 3 num_output: 2147483648 }',
      refused: 'conv/num-output',
    },
    {
      shows: 'a group of 0 divides by zero',
      bottoms: image,
      text: text('kernel_size: 3 group: 0'),
      refused: 'conv/group-zero',
    },
    {
      shows: 'groups divide the channels',
      bottoms: ['1x6x8x8'],
      text: text('kernel_size: 3 group: 4'),
      refused: 'conv/group-channels',
    },
    {
      shows: 'groups divide the outputs',
      bottoms: ['1x6x8x8'],
      text: text('kernel_size: 3 group: 3'),
      refused: 'conv/group-output',
    },
    {
      shows: '2³² − 1 groups are −1 and make the weight negative',
      bottoms: image,
      text: text('kernel_size: 3 group: 4294967295'),
      refused: 'blob/negative-dim',
    },
    {
      shows: 'without channels there is nothing to fill',
      bottoms: ['1x0x8x8'],
      text: text('kernel_size: 3'),
      refused: 'filler/empty-blob',
    },
    {
      shows: 'the filler of the weight is checked',
      bottoms: image,
      text: text('kernel_size: 3 weight_filler { type: "Xavier" }'),
      refused: 'filler/unknown',
    },
    {
      shows: 'the filler of the bias is checked',
      bottoms: image,
      text: text('kernel_size: 3 bias_filler { type: "Xavier" }'),
      refused: 'filler/unknown',
    },
    {
      shows: 'one channel, one output and a window of 1 result in blobs of 1',
      bottoms: ['1x1x8x8'],
      text: `convolution_param { num_output: 1 kernel_size: 1 } ${given(weight, 'shape { dim: 1 } data: 1')}`,
      tops: ['1x1x8x8'],
      blobs: ['weight 1x1x1x1', 'bias 1'],
    },
    {
      shows: 'stored blobs are not filled',
      bottoms: ['1x1x8x8'],
      text: `convolution_param { num_output: 1 kernel_size: 1 bias_term: false weight_filler { type: "?" } } ${given(weight)}`,
      tops: ['1x1x8x8'],
      blobs: ['weight 1x1x1x1'],
    },
    {
      shows: 'a stored weight requires a stored bias',
      bottoms: ['1x1x8x8'],
      text: `convolution_param { num_output: 1 kernel_size: 1 } ${given(weight)}`,
      refused: 'conv/blobs-count',
    },
    {
      shows: 'a stored bias is too many without bias_term',
      bottoms: ['1x1x8x8'],
      text: `convolution_param { num_output: 1 kernel_size: 1 bias_term: false } ${given(weight, weight)}`,
      refused: 'conv/blobs-count',
    },
    {
      shows: 'a stored weight must have the shape of the weight',
      bottoms: ['1x1x8x8'],
      text: `convolution_param { num_output: 1 kernel_size: 1 } ${given('shape { dim: 1 dim: 1 } data: 1', 'shape { dim: 1 } data: 1')}`,
      refused: 'conv/blobs-weight-shape',
    },
    {
      shows: 'a stored bias must have the shape of the bias',
      bottoms: ['1x1x8x8'],
      text: `convolution_param { num_output: 1 kernel_size: 1 } ${given(weight, weight)}`,
      refused: 'conv/blobs-bias-shape',
    },
    {
      shows: 'all bottoms must have the same shape',
      bottoms: ['1x4x8x8', '1x4x8x9'],
      text: text('kernel_size: 3'),
      topNames: ['a', 'b'],
      refused: 'conv/bottom-shapes',
    },
    {
      shows: 'all bottoms must have the same number of axes',
      bottoms: ['1x4x8x8', '1x4x8x8x1'],
      text: text('kernel_size: 3'),
      topNames: ['a', 'b'],
      refused: 'conv/bottom-shapes',
    },
    {
      shows: 'bottoms are compared before the output is computed',
      bottoms: ['1x4x1x1', '1x4x8x9'],
      text: text('kernel_size: 3 pad: 9'),
      topNames: ['a', 'b'],
      refused: 'conv/bottom-shapes',
    },
    {
      shows: 'a third `param` is one too many',
      bottoms: image,
      text: `${text('kernel_size: 3')} param {} param {} param {}`,
      refused: 'net/too-many-params',
    },
    {
      shows: 'a second `param` is one too many without bias',
      bottoms: image,
      text: `${text('kernel_size: 3 bias_term: false')} param {} param {}`,
      refused: 'net/too-many-params',
    },
  ]);
}

for (const type of ['Convolution', 'Im2col']) {
  specify(type, [
    {
      shows: 'with only a vertical stride, the horizontal one is 0 and Caffe divides by it',
      bottoms: ['1x1x8x8'],
      text: 'convolution_param { num_output: 1 kernel_size: 3 stride_h: 2 }',
      refused: 'conv/stride-hw-zero',
    },
    {
      shows: 'a vertical stride of 0 is not checked before the division',
      bottoms: ['1x1x8x8'],
      text: 'convolution_param { num_output: 1 kernel_size: 3 stride_h: 0 stride_w: 1 }',
      refused: 'conv/stride-hw-zero',
    },
  ]);
}
