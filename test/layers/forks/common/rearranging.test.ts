import { specify } from '../../../support/layerTable.ts';

specify('Transpose', [
  {
    shows: 'permutes the axes',
    dialect: 'curve-text',
    bottoms: ['2x3x4x5'],
    text: 'transpose_param { dim: 3 dim: 0 dim: 2 dim: 1 }',
    tops: ['5x2x4x3'],
  },
  {
    shows: 'requires one number per axis',
    dialect: 'curve-text',
    bottoms: ['2x3x4x5'],
    text: 'transpose_param { dim: 0 dim: 1 }',
    refused: 'fork/transpose-axes',
  },
  {
    shows: 'the axes must exist',
    dialect: 'curve-text',
    bottoms: ['2x3'],
    text: 'transpose_param { dim: 0 dim: 2 }',
    refused: 'blob/axis-range',
  },
  {
    shows: 'does not support in-place computation',
    dialect: 'curve-text',
    bottoms: ['2x3'],
    topNames: ['in0'],
    text: 'transpose_param { dim: 0 dim: 1 }',
    refused: 'fork/in-place',
  },
]);

specify('Convert', [
  {
    shows: 'converts columns to a sequence with markers',
    dialect: 'curve-text',
    bottoms: ['2x512x1x30'],
    tops: ['30x2x512', '30x2'],
  },
  { shows: 'the markers are optional', dialect: 'curve-text', bottoms: ['2x512x30'], tops: ['30x2x512'] },
]);

specify('BatchReduction', [
  {
    shows: 'removes the axis of the segments',
    dialect: 'yjxiong',
    bottoms: ['8x3x101'],
    text: 'batch_reduction_param { reduction_param { operation: MEAN axis: 1 } }',
    tops: ['8x101'],
  },
  {
    shows: 'one value per level',
    dialect: 'yjxiong',
    bottoms: ['8x5x101'],
    text: 'batch_reduction_param { level: 1 level: 2 reduction_param { axis: 1 } }',
    // 1² + 2² parts
    tops: ['8x2x101'],
  },
  {
    shows: 'with pos, reduces two axes',
    dialect: 'yjxiong',
    bottoms: ['8x3x7x101'],
    text: 'batch_reduction_param { pos: true reduction_param { axis: 1 } }',
    tops: ['8x101'],
  },
  {
    shows: 'the parts of the levels must match the axis',
    dialect: 'yjxiong',
    bottoms: ['8x6x101'],
    text: 'batch_reduction_param { level: 1 level: 2 reduction_param { axis: 1 } }',
    refused: 'fork/batch-reduction-levels',
  },
  {
    shows: 'the axis must exist',
    dialect: 'yjxiong',
    bottoms: ['8x6'],
    text: 'batch_reduction_param { reduction_param { axis: 2 } }',
    refused: 'blob/axis-range',
  },
]);

specify('WordSum', [
  {
    shows: 'a matrix over the words',
    dialect: 'answer',
    bottoms: ['4x25x1000'],
    text: 'word_sum_param { num_output: 3 }',
    tops: ['4x3x1000'],
    blobs: ['weight 3x25', 'bias 3000'],
    macs: 4 * 3 * 25 * 1000,
  },
  {
    shows: 'the bias is optional',
    dialect: 'answer',
    bottoms: ['4x25x1000'],
    text: 'word_sum_param { num_output: 3 bias_term: false }',
    tops: ['4x3x1000'],
    blobs: ['weight 3x25'],
  },
  {
    shows: 'fills its weight',
    dialect: 'answer',
    bottoms: ['4x25x1000'],
    text: 'word_sum_param { num_output: 3 weight_filler { type: "odd" } }',
    refused: 'filler/unknown',
  },
  { shows: 'requires 3 axes', dialect: 'answer', bottoms: ['4x25'], refused: 'blob/axis-range' },
]);

specify('MatrixProd', [
  {
    shows: 'multiplies the matrices of each item',
    dialect: 'answer',
    bottoms: ['4x2x3', '4x3x5'],
    tops: ['4x2x5'],
  },
  {
    shows: 'one item counts as as many items as it has rows',
    dialect: 'answer',
    bottoms: ['1x4x3', '4x3x5'],
    tops: ['1x4x5'],
  },
  {
    shows: 'the matrices must match',
    dialect: 'answer',
    bottoms: ['4x2x3', '4x4x5'],
    refused: 'fork/matrix-shape',
  },
  {
    shows: 'requires the same number of both',
    dialect: 'answer',
    bottoms: ['4x2x3', '5x3x5'],
    refused: 'fork/matrix-shape',
  },
]);

specify('MyTile', [
  {
    shows: 'repeats by the length of the second bottom',
    dialect: 'ddpn',
    bottoms: ['4x2x3', '4x5'],
    tops: ['4x10x3'],
  },
  {
    shows: 'repeats along the given axis',
    dialect: 'ddpn',
    bottoms: ['4x2x3', '4x5x6'],
    text: 'tile_param { axis: 2 }',
    tops: ['4x2x18'],
  },
  {
    shows: 'both bottoms require the axis',
    dialect: 'ddpn',
    bottoms: ['4x2x3', '4'],
    refused: 'blob/axis-range',
  },
]);
