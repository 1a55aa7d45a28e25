import { specify } from '../../../support/layerTable.ts';

const windows = { dialect: 'caffe-windows' } as const;
const ddpn = { dialect: 'ddpn' } as const;

for (const type of ['Arccos', 'Cosine', 'Noise', 'Truncation', 'SoftTruncation', 'Flip', 'Insanity']) {
  specify(type, [
    { shows: 'keeps the shape', bottoms: ['2x3x5x7'], tops: ['2x3x5x7'], ...windows },
    { shows: 'has one bottom', bottoms: ['2x3', '2x3'], refused: 'net/exact-bottoms', ...windows },
  ]);
}

specify('Insanity', [
  { shows: 'requires channels', bottoms: ['8'], refused: 'prelu/axes', ...windows },
  {
    shows: 'has no parameter blobs',
    bottoms: ['8x4'],
    text: 'param { lr_mult: 0 }',
    refused: 'net/too-many-params',
    dialect: 'seqface',
  },
]);

specify('SignedSqrt', [
  { shows: 'keeps the shape', bottoms: ['2x3x5'], tops: ['2x3x5'], ...ddpn },
  {
    shows: 'does not support in-place computation',
    bottoms: ['2x3x5'],
    topNames: ['in0'],
    refused: 'fork/in-place',
    ...ddpn,
  },
]);

specify('NormL2', [
  { shows: 'the top always has four axes', bottoms: ['8x512'], tops: ['8x512x1x1'], dialect: 'seqface' },
]);

specify('L2Normalize', [
  { shows: 'the top always has four axes', bottoms: ['8x512'], tops: ['8x512x1x1'], ...ddpn },
  {
    shows: 'does not support in-place computation',
    bottoms: ['8x512'],
    topNames: ['in0'],
    refused: 'fork/in-place',
    ...ddpn,
  },
]);

specify('Normalize', [
  {
    shows: 'has no learned scale, unlike in SSD',
    bottoms: ['2x8x3x3'],
    tops: ['2x8x3x3'],
    dialect: 'yjxiong',
  },
  {
    shows: 'has a learned scale in SSD',
    bottoms: ['2x8x3x3'],
    text: 'norm_param { channel_shared: false }',
    tops: ['2x8x3x3'],
    blobs: ['scale 8'],
    dialect: 'ssd',
  },
  {
    shows: 'has one top',
    bottoms: ['2x8'],
    topNames: ['a', 'b'],
    refused: 'net/exact-tops',
    dialect: 'yjxiong',
  },
  {
    shows: 'the second top has the norm at each position',
    bottoms: ['2x8x3x4'],
    tops: ['2x8x3x4', '2x1x3x4'],
    ...windows,
  },
  { shows: 'the top always has four axes', bottoms: ['2x8'], tops: ['2x8x1x1'], dialect: 'arcface' },
]);

specify('MovingNormalize', [
  {
    shows: 'the second top has the mean norm',
    bottoms: ['2x8'],
    tops: ['2x8', '1'],
    blobs: ['mean norm 1'],
    ...windows,
  },
]);

specify('Pairwise', [
  { shows: 'combines all pairs of items', bottoms: ['4x8', '6x8'], tops: ['4x6x8'], ...windows },
  {
    shows: 'requires the same number of channels',
    bottoms: ['4x8', '6x7'],
    refused: 'contrastive/channels',
    ...windows,
  },
]);

specify('Gram', [
  { shows: 'combines all pairs of channels', bottoms: ['2x8x5x6'], tops: ['2x8x8x1'], ...windows },
]);

specify('Gram', [
  {
    shows: 'sums over all axes from the third on',
    bottoms: ['2x8x5x6'],
    tops: ['2x8x8'],
    dialect: 'mycaffe',
  },
  {
    shows: 'sums from a given axis on',
    bottoms: ['2x8x5x6'],
    text: 'gram_param { axis: 3 }',
    tops: ['2x8x5x5'],
    dialect: 'mycaffe',
  },
]);

specify('Slope', [{ shows: 'appends two channels', bottoms: ['2x8x5x6'], tops: ['2x10x5x6'], ...windows }]);

specify('SoftAttention', [
  {
    shows: 'results in one mean over all positions',
    bottoms: ['2x8x5x6', '2x1x5x6', '2x1'],
    tops: ['2x8x1x1'],
    ...ddpn,
  },
]);

specify('Hotspot', [
  {
    shows: 'one map per point',
    bottoms: ['2x10'],
    text: 'hotspot_param { output_height: 30 output_width: 40 data_height: 120 data_width: 160 }',
    tops: ['2x5x30x40'],
    ...windows,
  },
  {
    shows: 'has the size of the second bottom',
    bottoms: ['2x10', '2x3x8x9'],
    text: 'hotspot_param { data_height: 120 data_width: 160 }',
    tops: ['2x5x8x9'],
    ...windows,
  },
]);

specify('SubRegion', [
  {
    shows: 'regions as items',
    bottoms: ['2x3x100x100', '2x10', '2x10'],
    text: 'sub_region_param { region_height: 15 region_width: 17 as_dim: 0 }',
    tops: ['10x3x15x17', '2x10', '2x10'],
    ...windows,
  },
  {
    shows: 'regions as channels',
    bottoms: ['2x3x100x100', '2x10', '2x10'],
    text: 'sub_region_param { region_height: 15 region_width: 17 as_dim: 1 }',
    tops: ['2x15x15x17'],
    ...windows,
  },
]);

specify('Local', [
  {
    shows: 'filters for ⌊(6 + 2 − 3) / 2⌋ + 1 = 3 by ⌊(8 + 2 − 3) / 2⌋ + 1 = 4 positions',
    bottoms: ['2x3x6x8'],
    text: 'local_param { num_output: 5 kernel_size: 3 stride: 2 pad: 1 }',
    tops: ['2x5x3x4'],
    blobs: ['weight 5x1x27x12', 'bias 1x1x5x12'],
    macs: 3240,
    ...windows,
  },
  {
    shows: 'the bias is optional',
    bottoms: ['1x1x4x4'],
    text: 'local_param { num_output: 2 kernel_size: 4 bias_term: false }',
    tops: ['1x2x1x1'],
    blobs: ['weight 2x1x16x1'],
    ...windows,
  },
  {
    shows: 'requires a kernel',
    bottoms: ['1x1x4x4'],
    text: 'local_param { num_output: 2 }',
    refused: 'conv/kernel-positive',
    ...windows,
  },
  {
    shows: 'requires num_output',
    bottoms: ['1x1x4x4'],
    text: 'local_param { kernel_size: 2 }',
    refused: 'conv/num-output',
    ...windows,
  },
]);

specify('Transformer', [
  { shows: 'keeps the shape', bottoms: ['2x3x20x30', '2x6'], tops: ['2x3x20x30'], ...windows },
]);
