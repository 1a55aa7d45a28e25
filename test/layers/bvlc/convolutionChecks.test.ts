import { specify } from '../../support/layerTable.ts';

// What base_conv_layer.cpp checks for both, in its order.
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
      shows: 'there are as many tops as bottoms',
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
      shows: 'a bottom without axes has no channels',
      bottoms: ['scalar'],
      text: text('kernel_size: 3'),
      refused: 'conv/axis-range',
    },
    {
      shows: 'a bottom that was never shaped has no channels',
      bottoms: ['unshaped'],
      text: text('kernel_size: 3'),
      refused: 'conv/axis-range',
    },
    { shows: 'the window cannot be missing', bottoms: image, text: text(''), refused: 'conv/kernel-count' },
    {
      shows: 'the window has one size or one for each axis',
      bottoms: volume,
      text: text('kernel_size: 3 kernel_size: 3'),
      refused: 'conv/kernel-count',
    },
    {
      shows: 'height and width of the window are for 2 spatial axes',
      bottoms: volume,
      text: text('kernel_h: 3 kernel_w: 3'),
      refused: 'conv/kernel-hw-2d',
    },
    {
      shows: 'height and width of the window take the place of its size',
      bottoms: image,
      text: text('kernel_size: 3 kernel_h: 3'),
      refused: 'conv/kernel-exclusive',
    },
    {
      shows: 'the number of axes is looked at before the size beside height and width',
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
      shows: 'a height of the window leaves its width 0',
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
      shows: 'the stride has one size or one for each axis',
      bottoms: volume,
      text: text('kernel_size: 3 stride: [1, 1]'),
      refused: 'conv/stride-count',
    },
    {
      shows: 'height and width of the stride are for 2 spatial axes',
      bottoms: volume,
      text: text('kernel_size: 3 stride_h: 1 stride_w: 1'),
      refused: 'conv/stride-hw-2d',
    },
    {
      shows: 'height and width of the stride take the place of its size',
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
      shows: 'padding has one size or one for each axis',
      bottoms: volume,
      text: text('kernel_size: 3 pad: [1, 1]'),
      refused: 'conv/pad-count',
    },
    {
      shows: 'height and width of the padding are for 2 spatial axes',
      bottoms: volume,
      text: text('kernel_size: 3 pad_h: 1 pad_w: 1'),
      refused: 'conv/pad-hw-2d',
    },
    {
      shows: 'even a height of 0 takes the place of the padding',
      bottoms: image,
      text: text('kernel_size: 3 pad: 1 pad_h: 0'),
      refused: 'conv/pad-exclusive',
    },
    {
      shows: 'dilation has one size or one for each axis',
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
      shows: 'the window is looked at before the stride',
      bottoms: image,
      text: text('kernel_size: 0 stride: 0'),
      refused: 'conv/kernel-positive',
    },
    {
      shows: 'the stride is looked at before the padding',
      bottoms: image,
      text: text('kernel_size: 1 stride: 0 pad: [1, 1, 1]'),
      refused: 'conv/stride-positive',
    },
    {
      shows: 'the padding is looked at before the dilation',
      bottoms: image,
      text: text('kernel_size: 1 pad: [1, 1, 1] dilation: [1, 1, 1]'),
      refused: 'conv/pad-count',
    },
    {
      shows: 'the window is looked at before the outputs',
      bottoms: image,
      text: 'convolution_param { num_output: 0 }',
      refused: 'conv/kernel-count',
    },
    {
      shows: 'outputs cannot be missing',
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
      shows: 'no channels leave nothing to fill',
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
      shows: 'one channel, one output and a window of 1 make blobs of 1',
      bottoms: ['1x1x8x8'],
      text: `convolution_param { num_output: 1 kernel_size: 1 } ${given(weight, 'shape { dim: 1 } data: 1')}`,
      tops: ['1x1x8x8'],
      blobs: ['weight 1x1x1x1', 'bias 1'],
    },
    {
      shows: 'given blobs are not filled',
      bottoms: ['1x1x8x8'],
      text: `convolution_param { num_output: 1 kernel_size: 1 bias_term: false weight_filler { type: "?" } } ${given(weight)}`,
      tops: ['1x1x8x8'],
      blobs: ['weight 1x1x1x1'],
    },
    {
      shows: 'a given weight needs a bias beside it',
      bottoms: ['1x1x8x8'],
      text: `convolution_param { num_output: 1 kernel_size: 1 } ${given(weight)}`,
      refused: 'conv/blobs-count',
    },
    {
      shows: 'a given bias is one too many without bias_term',
      bottoms: ['1x1x8x8'],
      text: `convolution_param { num_output: 1 kernel_size: 1 bias_term: false } ${given(weight, weight)}`,
      refused: 'conv/blobs-count',
    },
    {
      shows: 'a given weight has the shape of the weight',
      bottoms: ['1x1x8x8'],
      text: `convolution_param { num_output: 1 kernel_size: 1 } ${given('shape { dim: 1 dim: 1 } data: 1', 'shape { dim: 1 } data: 1')}`,
      refused: 'conv/blobs-weight-shape',
    },
    {
      shows: 'a given bias has the shape of the bias',
      bottoms: ['1x1x8x8'],
      text: `convolution_param { num_output: 1 kernel_size: 1 } ${given(weight, weight)}`,
      refused: 'conv/blobs-bias-shape',
    },
    {
      shows: 'all bottoms have one shape',
      bottoms: ['1x4x8x8', '1x4x8x9'],
      text: text('kernel_size: 3'),
      topNames: ['a', 'b'],
      refused: 'conv/bottom-shapes',
    },
    {
      shows: 'all bottoms have one number of axes',
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
      shows: 'a height of the stride leaves its width 0, by which Caffe divides',
      bottoms: ['1x1x8x8'],
      text: 'convolution_param { num_output: 1 kernel_size: 3 stride_h: 2 }',
      refused: 'conv/stride-hw-zero',
    },
    {
      shows: 'a stride of 0 for the height is not checked before the division',
      bottoms: ['1x1x8x8'],
      text: 'convolution_param { num_output: 1 kernel_size: 3 stride_h: 0 stride_w: 1 }',
      refused: 'conv/stride-hw-zero',
    },
  ]);
}
