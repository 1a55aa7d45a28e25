import { specify } from '../../../support/layerTable.ts';

for (const [type, dialect] of [
  ['ReLU6', 'mobilenet-yolo'],
  ['NegReLU', 'flownet2'],
  ['SpatialDropout', 'intel'],
  ['PowerFile', 'segmentation'],
  ['Scalar', 'mycaffe'],
  ['GELU', 'mycaffe'],
  ['Gelu', 'mycaffe'],
  ['GlobResNorm', 'mycaffe'],
  ['GradientScale', 'mycaffe'],
  ['LabelMapping', 'mycaffe'],
  ['LayerNorm', 'mycaffe'],
  ['LeCun', 'mycaffe'],
  ['MATH', 'mycaffe'],
  ['Mish', 'mycaffe'],
  ['Serf', 'mycaffe'],
  ['SiLU', 'mycaffe'],
  ['SoftPlus', 'mycaffe'],
  ['ZScore', 'mycaffe'],
] as const) {
  specify(type, [
    { shows: 'has the shape of its bottom', dialect, bottoms: ['2x3x4x5'], tops: ['2x3x4x5'] },
    { shows: 'supports in-place computation', dialect, bottoms: ['2x3'], topNames: ['in0'], tops: ['2x3'] },
    { shows: 'has one bottom', dialect, bottoms: ['2x3', '2x3'], refused: 'net/exact-bottoms' },
    { shows: 'has one top', dialect, bottoms: ['2x3'], topNames: ['a', 'b'], refused: 'net/exact-tops' },
  ]);
}

specify('Axpy', [
  {
    shows: 'scales the second bottom and adds the third',
    dialect: 'senet',
    bottoms: ['2x8x1x1', '2x8x7x7', '2x8x7x7'],
    tops: ['2x8x7x7'],
  },
  {
    shows: 'the factors may have 2 axes',
    dialect: 'intel',
    bottoms: ['2x8', '2x8x7x7', '2x8x7x7'],
    tops: ['2x8x7x7'],
  },
  {
    shows: 'requires one factor per channel',
    dialect: 'senet',
    bottoms: ['2x4x1x1', '2x8x7x7', '2x8x7x7'],
    refused: 'fork/axpy-shape',
  },
  {
    shows: 'requires one factor for a whole channel',
    dialect: 'senet',
    bottoms: ['2x8x7x7', '2x8x7x7', '2x8x7x7'],
    refused: 'fork/axpy-shape',
  },
  {
    shows: 'the added bottom must have the shape of the scaled one',
    dialect: 'senet',
    bottoms: ['2x8x1x1', '2x8x7x7', '2x8x6x6'],
    refused: 'fork/axpy-shape',
  },
]);

specify('ShuffleChannel', [
  {
    shows: 'keeps the shape',
    dialect: 'mini-caffe',
    bottoms: ['1x24x28x28'],
    text: 'shuffle_channel_param { group: 3 }',
    tops: ['1x24x28x28'],
  },
  {
    shows: 'has one group by default',
    dialect: 'shufflenet',
    bottoms: ['1x24x4x4'],
    tops: ['1x24x4x4'],
  },
  { shows: 'expands fewer axes to 4', dialect: 'mini-caffe', bottoms: ['2x24'], tops: ['2x24x1x1'] },
  {
    shows: 'group must be at least 1',
    dialect: 'mini-caffe',
    bottoms: ['1x24x28x28'],
    text: 'shuffle_channel_param { group: 0 }',
    refused: 'fork/shuffle-group',
  },
]);

specify('MaskPooling', [
  {
    shows: 'has the shape of the feature map',
    dialect: 'sstd',
    bottoms: ['2x8x7x5', '2x1x7x5'],
    tops: ['2x8x7x5'],
  },
  {
    shows: 'the mask must have the size of the feature map',
    dialect: 'sstd',
    bottoms: ['2x8x7x5', '2x1x7x7'],
    refused: 'fork/mask-shape',
  },
]);

specify('AssistedExcitation', [
  {
    shows: 'has the shape of its first bottom',
    dialect: 'mobilenet-yolo',
    bottoms: ['2x8x7x5', '2x5', '2x1x7x5'],
    tops: ['2x8x7x5'],
  },
]);

specify('Reverse', [
  {
    shows: 'reverses one axis',
    dialect: 'curve-text',
    bottoms: ['5x2x3'],
    text: 'reverse_param { axis: 2 }',
    tops: ['5x2x3'],
  },
  {
    shows: 'the axis must exist',
    dialect: 'curve-text',
    bottoms: ['5x2x3'],
    text: 'reverse_param { axis: 3 }',
    refused: 'blob/axis-range',
  },
  {
    shows: 'axes are not counted from the end',
    dialect: 'curve-text',
    bottoms: ['5x2x3'],
    text: 'reverse_param { axis: -1 }',
    refused: 'blob/axis-range',
  },
  {
    shows: 'does not support in-place computation',
    dialect: 'curve-text',
    bottoms: ['5x2x3'],
    topNames: ['in0'],
    refused: 'fork/in-place',
  },
]);

specify('ReverseTime', [
  {
    shows: 'has the shape of the sequences',
    dialect: 'curve-text',
    bottoms: ['5x2x3', '2'],
    tops: ['5x2x3'],
  },
  {
    shows: 'does not support in-place computation',
    dialect: 'curve-text',
    bottoms: ['5x2x3', '2'],
    topNames: ['in0'],
    refused: 'fork/in-place',
  },
]);

specify('Scalar', [
  {
    shows: 'has the shape of its first bottom',
    dialect: 'curve-text',
    bottoms: ['5x2x3', '5x2'],
    tops: ['5x2x3'],
  },
  {
    shows: 'the axis must exist',
    dialect: 'curve-text',
    bottoms: ['5x2x3', '5'],
    text: 'scalar_param { axis: 3 }',
    refused: 'blob/axis-range',
  },
]);

specify('Mean', [
  {
    shows: 'one top of the same shape per bottom',
    dialect: 'flownet2',
    bottoms: ['1x3x4x4', '2x3x5x5'],
    tops: ['1x3x4x4', '2x3x5x5'],
  },
  {
    shows: 'requires as many tops as bottoms',
    dialect: 'flownet2',
    bottoms: ['1x3x4x4'],
    topNames: ['a', 'b'],
    refused: 'net/equal-tops',
  },
]);

for (const [type, dialect] of [
  ['BlackAugmentation', 'flownet2'],
  ['Gather', 'yjxiong'],
  ['Scatter', 'yjxiong'],
] as const) {
  specify(type, [
    {
      shows: 'one top of the same shape per bottom',
      dialect,
      bottoms: ['1x3x4x4', '1x2x4x4'],
      tops: ['1x3x4x4', '1x2x4x4'],
    },
    {
      shows: 'requires as many tops as bottoms',
      dialect,
      bottoms: ['1x3x4x4'],
      topNames: ['a', 'b'],
      refused: 'net/equal-tops',
    },
  ]);
}

const synopsys = { dialect: 'synopsys' } as const;
specify('NotEqual', [
  {
    shows: 'compares with a number',
    bottoms: ['2x3'],
    text: 'not_equal_param { comparand: 1 }',
    tops: ['2x3'],
    ...synopsys,
  },
  {
    shows: 'compares with a blob of the same shape',
    bottoms: ['2x3', '2x3'],
    tops: ['2x3'],
    ...synopsys,
  },
  {
    shows: 'does not repeat axes',
    bottoms: ['2x3', '1x3'],
    refused: 'fork/not-equal-shape',
    ...synopsys,
  },
]);

specify('ReverseSequence', [
  {
    shows: 'keeps the shape',
    bottoms: ['2x3x4', '2'],
    text: 'reverse_sequence_param { seq_axis: 1 }',
    tops: ['2x3x4'],
    ...synopsys,
  },
  {
    shows: 'the sequence is an axis',
    bottoms: ['2x3x4', '2'],
    text: 'reverse_sequence_param { seq_axis: 3 }',
    refused: 'fork/sequence-axes',
    ...synopsys,
  },
  {
    shows: 'the batch is an axis',
    bottoms: ['2x3x4', '2'],
    text: 'reverse_sequence_param { seq_axis: 1 batch_axis: 3 }',
    refused: 'fork/sequence-axes',
    ...synopsys,
  },
  {
    shows: 'sequence and batch differ',
    bottoms: ['2x3x4', '2'],
    text: 'reverse_sequence_param { seq_axis: 0 }',
    refused: 'fork/sequence-axes',
    ...synopsys,
  },
]);
