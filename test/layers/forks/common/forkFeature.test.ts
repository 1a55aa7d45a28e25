import { specify } from '../../../support/layerTable.ts';

const windows = { dialect: 'caffe-windows' } as const;
const ddpn = { dialect: 'ddpn' } as const;

for (const type of ['Arccos', 'Cosine', 'Noise', 'Truncation', 'SoftTruncation', 'Flip', 'Insanity']) {
  specify(type, [
    { shows: 'the shape stays', bottoms: ['2x3x5x7'], tops: ['2x3x5x7'], ...windows },
    { shows: 'one bottom', bottoms: ['2x3', '2x3'], refused: 'net/exact-bottoms', ...windows },
  ]);
}

specify('Insanity', [
  { shows: 'needs channels', bottoms: ['8'], refused: 'prelu/axes', ...windows },
  {
    shows: 'has nothing to learn',
    bottoms: ['8x4'],
    text: 'param { lr_mult: 0 }',
    refused: 'net/too-many-params',
    dialect: 'seqface',
  },
]);

specify('SignedSqrt', [
  { shows: 'the shape stays', bottoms: ['2x3x5'], tops: ['2x3x5'], ...ddpn },
  { shows: 'not in place', bottoms: ['2x3x5'], topNames: ['in0'], refused: 'fork/in-place', ...ddpn },
]);

specify('NormL2', [
  { shows: 'always four axes', bottoms: ['8x512'], tops: ['8x512x1x1'], dialect: 'seqface' },
]);

specify('L2Normalize', [
  { shows: 'always four axes', bottoms: ['8x512'], tops: ['8x512x1x1'], ...ddpn },
  { shows: 'not in place', bottoms: ['8x512'], topNames: ['in0'], refused: 'fork/in-place', ...ddpn },
]);

specify('Normalize', [
  { shows: 'nothing to learn, unlike in SSD', bottoms: ['2x8x3x3'], tops: ['2x8x3x3'], dialect: 'yjxiong' },
  {
    shows: 'a learned scale in SSD',
    bottoms: ['2x8x3x3'],
    text: 'norm_param { channel_shared: false }',
    tops: ['2x8x3x3'],
    blobs: ['scale 8'],
    dialect: 'ssd',
  },
  { shows: 'one top', bottoms: ['2x8'], topNames: ['a', 'b'], refused: 'net/exact-tops', dialect: 'yjxiong' },
  { shows: 'the norm of every position', bottoms: ['2x8x3x4'], tops: ['2x8x3x4', '2x1x3x4'], ...windows },
  { shows: 'always four axes', bottoms: ['2x8'], tops: ['2x8x1x1'], dialect: 'arcface' },
]);

specify('MovingNormalize', [
  { shows: 'the mean norm', bottoms: ['2x8'], tops: ['2x8', '1'], blobs: ['mean norm 1'], ...windows },
]);

specify('Pairwise', [
  { shows: 'all pairs of items', bottoms: ['4x8', '6x8'], tops: ['4x6x8'], ...windows },
  { shows: 'of as many channels', bottoms: ['4x8', '6x7'], refused: 'contrastive/channels', ...windows },
]);

specify('Gram', [{ shows: 'all pairs of channels', bottoms: ['2x8x5x6'], tops: ['2x8x8x1'], ...windows }]);

specify('Gram', [
  { shows: 'over all axes from the third on', bottoms: ['2x8x5x6'], tops: ['2x8x8'], dialect: 'mycaffe' },
  {
    shows: 'or from another on',
    bottoms: ['2x8x5x6'],
    text: 'gram_param { axis: 3 }',
    tops: ['2x8x5x5'],
    dialect: 'mycaffe',
  },
]);

specify('Slope', [{ shows: 'two channels more', bottoms: ['2x8x5x6'], tops: ['2x10x5x6'], ...windows }]);

specify('SoftAttention', [
  { shows: 'one mean of all positions', bottoms: ['2x8x5x6', '2x1x5x6', '2x1'], tops: ['2x8x1x1'], ...ddpn },
]);

specify('Hotspot', [
  {
    shows: 'a map for each point',
    bottoms: ['2x10'],
    text: 'hotspot_param { output_height: 30 output_width: 40 data_height: 120 data_width: 160 }',
    tops: ['2x5x30x40'],
    ...windows,
  },
  {
    shows: 'of the size of the second bottom',
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
    shows: 'without a bias',
    bottoms: ['1x1x4x4'],
    text: 'local_param { num_output: 2 kernel_size: 4 bias_term: false }',
    tops: ['1x2x1x1'],
    blobs: ['weight 2x1x16x1'],
    ...windows,
  },
  {
    shows: 'a kernel',
    bottoms: ['1x1x4x4'],
    text: 'local_param { num_output: 2 }',
    refused: 'conv/kernel-positive',
    ...windows,
  },
  {
    shows: 'outputs',
    bottoms: ['1x1x4x4'],
    text: 'local_param { kernel_size: 2 }',
    refused: 'conv/num-output',
    ...windows,
  },
]);

specify('Transformer', [
  { shows: 'the shape stays', bottoms: ['2x3x20x30', '2x6'], tops: ['2x3x20x30'], ...windows },
]);
