import { specify } from '../../support/layerTable.ts';

specify('Convolution', [
  {
    shows: 'a window over height and width',
    bottoms: ['64x1x28x28'],
    text: 'convolution_param { num_output: 20 kernel_size: 5 }',
    tops: ['64x20x24x24'],
    blobs: ['weight 20x1x5x5', 'bias 20'],
    macs: 18432000, // 64·20·24·24 · 1·5·5
  },
  {
    shows: 'stride and padding, rounded down',
    bottoms: ['2x3x227x227'],
    text: 'convolution_param { num_output: 96 kernel_size: 11 stride: 4 pad: 1 bias_term: false }',
    // (227 + 2 − 11)/4 = 54.5
    tops: ['2x96x55x55'],
    blobs: ['weight 96x3x11x11'],
    macs: 210830400, // 2·96·55·55 · 3·11·11
  },
  {
    shows: 'groups share out the channels',
    bottoms: ['1x6x8x8'],
    text: 'convolution_param { num_output: 4 kernel_size: 3 pad: 1 group: 2 }',
    tops: ['1x4x8x8'],
    blobs: ['weight 4x3x3x3', 'bias 4'],
    macs: 6912, // 4·8·8 · 3·3·3
  },
  {
    shows: 'a group for each channel',
    bottoms: ['1x6x8x8'],
    text: 'convolution_param { num_output: 6 kernel_size: 3 group: 6 }',
    tops: ['1x6x6x6'],
    blobs: ['weight 6x1x3x3', 'bias 6'],
  },
  {
    shows: 'dilation spreads the window',
    bottoms: ['1x1x16x16'],
    text: 'convolution_param { num_output: 2 kernel_size: 3 dilation: 3 }',
    // 16 − (3·(3 − 1) + 1) + 1
    tops: ['1x2x10x10'],
    blobs: ['weight 2x1x3x3', 'bias 2'],
  },
  {
    shows: 'dilation 0 makes the window cover 1',
    bottoms: ['1x1x8x8'],
    text: 'convolution_param { num_output: 2 kernel_size: 3 dilation: 0 }',
    tops: ['1x2x8x8'],
    blobs: ['weight 2x1x3x3', 'bias 2'],
  },
  {
    shows: 'height and width have their own values',
    bottoms: ['1x2x9x8'],
    text: 'convolution_param { num_output: 3 kernel_h: 3 kernel_w: 2 stride_h: 1 stride_w: 2 pad_h: 1 pad_w: 0 }',
    // (9 + 2 − 3)/1 + 1 and (8 − 2)/2 + 1
    tops: ['1x3x9x4'],
    blobs: ['weight 3x2x3x2', 'bias 3'],
  },
  {
    shows: 'a value for each axis',
    bottoms: ['1x2x9x8'],
    text: 'convolution_param { num_output: 3 kernel_size: [3, 2] stride: [1, 2] pad: [1, 0] dilation: [1, 2] }',
    // (8 − 3)/2 + 1 = 3 with the extent 2·(2 − 1) + 1 = 3
    tops: ['1x3x9x3'],
    blobs: ['weight 3x2x3x2', 'bias 3'],
  },
  {
    shows: 'padding of the height alone leaves the width without',
    bottoms: ['1x1x8x8'],
    text: 'convolution_param { num_output: 1 kernel_size: 3 pad_h: 1 }',
    tops: ['1x1x8x6'],
    blobs: ['weight 1x1x3x3', 'bias 1'],
  },
  {
    shows: 'padding may be larger than the window',
    bottoms: ['1x1x2x2'],
    text: 'convolution_param { num_output: 1 kernel_size: 1 pad: 3 }',
    tops: ['1x1x8x8'],
    blobs: ['weight 1x1x1x1', 'bias 1'],
  },
  {
    shows: 'padding of 2³² − 1 is −1',
    bottoms: ['1x1x8x8'],
    text: 'convolution_param { num_output: 1 kernel_size: 3 pad: 4294967295 }',
    tops: ['1x1x4x4'],
    blobs: ['weight 1x1x3x3', 'bias 1'],
  },
  {
    shows: '3 spatial axes',
    bottoms: ['2x1x4x8x9'],
    text: 'convolution_param { num_output: 2 kernel_size: 3 }',
    tops: ['2x2x2x6x7'],
    blobs: ['weight 2x1x3x3x3', 'bias 2'],
    macs: 9072, // 2·2·2·6·7 · 27
  },
  {
    shows: '1 spatial axis',
    bottoms: ['2x3x8'],
    text: 'convolution_param { num_output: 4 kernel_size: 3 }',
    tops: ['2x4x6'],
    blobs: ['weight 4x3x3', 'bias 4'],
  },
  {
    shows: 'no spatial axis needs no window',
    bottoms: ['2x3'],
    text: 'convolution_param { num_output: 4 }',
    tops: ['2x4'],
    blobs: ['weight 4x3', 'bias 4'],
    macs: 24,
  },
  {
    shows: 'a single window without spatial axes is ignored',
    bottoms: ['2x3'],
    text: 'convolution_param { num_output: 4 kernel_size: 0 stride: 0 pad: 1 dilation: 1 }',
    tops: ['2x4'],
    blobs: ['weight 4x3', 'bias 4'],
  },
  {
    shows: 'axis 0 makes everything behind it spatial',
    bottoms: ['3x8x9'],
    text: 'convolution_param { axis: 0 num_output: 2 kernel_size: 3 }',
    tops: ['2x6x7'],
    blobs: ['weight 2x3x3x3', 'bias 2'],
    macs: 2268, // 2·6·7 · 27
  },
  {
    shows: 'a negative axis counts from the end',
    bottoms: ['5x2x3x8'],
    text: 'convolution_param { axis: -2 num_output: 4 kernel_size: 3 }',
    tops: ['5x2x4x6'],
    blobs: ['weight 4x3x3', 'bias 4'],
    macs: 2160, // 5·2·4·6 · 9
  },
  {
    shows: 'every bottom makes a top with the same weights',
    bottoms: ['1x2x8x8', '1x2x8x8'],
    text: 'convolution_param { num_output: 3 kernel_size: 3 }',
    tops: ['1x3x6x6', '1x3x6x6'],
    blobs: ['weight 3x2x3x3', 'bias 3'],
    macs: 3888, // 2 · 3·6·6 · 18
  },
  {
    shows: 'the batch may be empty',
    bottoms: ['0x3x8x8'],
    text: 'convolution_param { num_output: 2 kernel_size: 3 }',
    tops: ['0x2x6x6'],
    blobs: ['weight 2x3x3x3', 'bias 2'],
    macs: 0,
  },
]);

specify('Convolution', [
  {
    shows: 'an input too small by less than the stride gives 1, since the division truncates',
    bottoms: ['1x1x1x1'],
    text: 'convolution_param { num_output: 1 kernel_size: 2 stride: 2 }',
    tops: ['1x1x1x1'],
    blobs: ['weight 1x1x2x2', 'bias 1'],
  },
  {
    shows: 'an input too small by one less than the stride gives 1',
    bottoms: ['1x1x2x2'],
    text: 'convolution_param { num_output: 1 kernel_size: 6 stride: 5 }',
    tops: ['1x1x1x1'],
    blobs: ['weight 1x1x6x6', 'bias 1'],
  },
  {
    shows: 'an input too small by the stride gives 0, which passes without bias',
    bottoms: ['1x1x1x1'],
    text: 'convolution_param { num_output: 1 kernel_size: 3 stride: 2 bias_term: false }',
    tops: ['1x1x0x0'],
    blobs: ['weight 1x1x3x3'],
    macs: 0,
  },
  {
    shows: 'a bias cannot be added to an empty output',
    bottoms: ['1x1x1x1'],
    text: 'convolution_param { num_output: 1 kernel_size: 3 stride: 2 }',
    refused: 'conv/output-zero-bias',
  },
  {
    shows: 'one empty axis is enough for an empty output',
    bottoms: ['1x1x8x1'],
    text: 'convolution_param { num_output: 1 kernel_size: 3 stride: 2 }',
    refused: 'conv/output-zero-bias',
  },
  {
    shows: 'an input too small by twice the stride gives a negative size',
    bottoms: ['1x1x1x1'],
    text: 'convolution_param { num_output: 1 kernel_size: 5 stride: 2 }',
    refused: 'conv/output-negative',
  },
  {
    shows: 'a width too small alone is refused',
    bottoms: ['1x1x8x3'],
    text: 'convolution_param { num_output: 1 kernel_size: 5 }',
    refused: 'conv/output-negative',
  },
  {
    shows: 'the weight cannot exceed INT_MAX values',
    bottoms: ['1x65536x1x1'],
    text: 'convolution_param { num_output: 32768 kernel_size: 1 }',
    refused: 'blob/int-max',
  },
  {
    shows: 'the top cannot exceed INT_MAX values',
    bottoms: ['1x1x32768x32768'],
    text: 'convolution_param { num_output: 2 kernel_size: 1 }',
    refused: 'blob/int-max',
  },
  {
    shows: 'the top may have just under INT_MAX values',
    bottoms: ['1x1x32768x32767'],
    text: 'convolution_param { num_output: 2 kernel_size: 1 }',
    tops: ['1x2x32768x32767'],
    blobs: ['weight 2x1x1x1', 'bias 2'],
  },
  {
    shows: 'the columns of one image cannot exceed INT_MAX values',
    bottoms: ['1x1000x300x300'],
    text: 'convolution_param { num_output: 1 kernel_size: 5 }',
    // 1000·5·5 × 296 × 296 = 2190400000
    refused: 'conv/col-buffer-overflow',
  },
  {
    shows: 'the batch does not count for the columns',
    bottoms: ['4x300x300x300'],
    text: 'convolution_param { num_output: 1 kernel_size: 5 }',
    tops: ['4x1x296x296'],
    blobs: ['weight 1x300x5x5', 'bias 1'],
  },
]);

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

specify('Deconvolution', [
  {
    shows: 'doubles height and width',
    bottoms: ['2x6x7x8'],
    text: 'convolution_param { num_output: 3 kernel_size: 4 stride: 2 pad: 1 }',
    // 2·(7 − 1) + 4 − 2
    tops: ['2x3x14x16'],
    blobs: ['weight 6x3x4x4', 'bias 3'],
    macs: 32256, // 2·6·7·8 · 3·4·4
  },
  {
    shows: 'groups share out the outputs',
    bottoms: ['1x6x4x4'],
    text: 'convolution_param { num_output: 4 kernel_size: 3 group: 2 bias_term: false }',
    tops: ['1x4x6x6'],
    blobs: ['weight 6x2x3x3'],
    macs: 1728, // 6·4·4 · 2·3·3
  },
  {
    shows: 'dilation spreads the window',
    bottoms: ['1x1x4x4'],
    text: 'convolution_param { num_output: 1 kernel_size: 3 dilation: 2 }',
    // 3 + (2·(3 − 1) + 1)
    tops: ['1x1x8x8'],
    blobs: ['weight 1x1x3x3', 'bias 1'],
  },
  {
    shows: '3 spatial axes',
    bottoms: ['1x2x3x4x5'],
    text: 'convolution_param { num_output: 1 kernel_size: 2 stride: 2 }',
    tops: ['1x1x6x8x10'],
    blobs: ['weight 2x1x2x2x2', 'bias 1'],
  },
  {
    shows: 'no spatial axis needs no window',
    bottoms: ['2x3'],
    text: 'convolution_param { num_output: 4 }',
    tops: ['2x4'],
    blobs: ['weight 3x4', 'bias 4'],
    macs: 24,
  },
  {
    shows: 'a negative axis counts from the end',
    bottoms: ['5x2x3x8'],
    text: 'convolution_param { axis: -2 num_output: 4 kernel_size: 3 }',
    tops: ['5x2x4x10'],
    blobs: ['weight 3x4x3', 'bias 4'],
  },
  {
    shows: 'every bottom makes a top with the same weights',
    bottoms: ['1x2x4x4', '1x2x4x4'],
    text: 'convolution_param { num_output: 3 kernel_size: 3 }',
    tops: ['1x3x6x6', '1x3x6x6'],
    blobs: ['weight 2x3x3x3', 'bias 3'],
    macs: 1728, // 2 · 2·4·4 · 27
  },
  {
    shows: 'a missing width of the stride is 0, by which Caffe multiplies',
    bottoms: ['1x1x4x4'],
    text: 'convolution_param { num_output: 1 kernel_size: 3 stride_h: 2 }',
    tops: ['1x1x9x3'],
    blobs: ['weight 1x1x3x3', 'bias 1'],
  },
  {
    shows: 'padding that eats the output gives 0, which passes without bias',
    bottoms: ['1x1x1x1'],
    text: 'convolution_param { num_output: 1 kernel_size: 2 pad: 1 bias_term: false }',
    tops: ['1x1x0x0'],
    blobs: ['weight 1x1x2x2'],
  },
  {
    shows: 'a bias cannot be added to an empty output',
    bottoms: ['1x1x1x1'],
    text: 'convolution_param { num_output: 1 kernel_size: 2 pad: 1 }',
    refused: 'conv/output-zero-bias',
  },
  {
    shows: 'more padding gives a negative size',
    bottoms: ['1x1x1x1'],
    text: 'convolution_param { num_output: 1 kernel_size: 1 pad: 1 }',
    refused: 'conv/output-negative',
  },
  {
    shows: 'an empty input gives a negative size if the stride exceeds the window',
    bottoms: ['1x1x0x4'],
    text: 'convolution_param { num_output: 1 kernel_size: 1 stride: 2 }',
    refused: 'conv/output-negative',
  },
  {
    shows: 'the columns of one image cannot exceed INT_MAX values',
    bottoms: ['1x1x300x300'],
    text: 'convolution_param { num_output: 1000 kernel_size: 5 }',
    // 1000·5·5 × 300 × 300 = 2250000000
    refused: 'conv/col-buffer-overflow',
  },
  {
    shows: 'the top cannot exceed INT_MAX values',
    bottoms: ['1x1x300x300'],
    text: 'convolution_param { num_output: 1000 kernel_size: 5 stride: 5 }',
    // 1000 × 1500 × 1500
    refused: 'blob/int-max',
  },
]);

specify('Im2col', [
  {
    shows: 'copies every window into the channels',
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
    shows: 'an input too small by less than the stride gives 1',
    bottoms: ['1x1x1x1'],
    text: 'convolution_param { kernel_size: 2 stride: 2 }',
    tops: ['1x4x1x1'],
  },
  {
    shows: 'an input too small by the stride gives 0, silently',
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
    shows: 'needs an axis behind the channels',
    bottoms: ['2x3'],
    text: 'convolution_param { kernel_size: 3 }',
    refused: 'im2col/spatial-axes',
  },
  {
    shows: 'the window cannot be missing',
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
    shows: 'height and width of the window are for 2 spatial axes',
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
    shows: 'an input too small by twice the stride gives a negative size',
    bottoms: ['1x1x1x1'],
    text: 'convolution_param { kernel_size: 3 }',
    refused: 'conv/output-negative',
  },
  {
    shows: 'the missing axis is found before the window',
    bottoms: ['2x3'],
    text: 'convolution_param { kernel_h: 3 kernel_w: 3 }',
    refused: 'im2col/spatial-axes',
  },
]);
