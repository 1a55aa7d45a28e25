import { specify } from '../../../support/layerTable.ts';

const opencl = { dialect: 'opencl' } as const;

specify('Affinity', [
  { shows: 'two affinities per pixel', bottoms: ['4x3x8x9'], tops: ['1x2x8x9'], ...opencl },
  {
    shows: 'a top for each bottom',
    bottoms: ['1x3x8x9', '1x3x5'],
    topNames: ['a'],
    refused: 'net/min-tops',
    ...opencl,
  },
  {
    shows: 'several bottoms',
    bottoms: ['1x3x8x9', '1x3x5'],
    tops: ['1x2x8x9', '1x2x5x1', 'unshaped'],
    ...opencl,
  },
]);

specify('ConnectedComponent', [
  { shows: 'the shape of the bottom', bottoms: ['2x1x8x9'], tops: ['2x1x8x9'], ...opencl },
]);

specify('MalisLoss', [
  {
    shows: 'a loss, and affinities',
    bottoms: ['1x3x4x8x8', '1x3x4x8x8', '1x1x4x8x8'],
    text: 'loss_weight: [1, 0]',
    tops: ['1', '1x3x4x8x8'],
    ...opencl,
  },
  {
    shows: 'as many items',
    bottoms: ['1x3x8x8', '2x3x8x8', '1x1x8x8'],
    refused: 'loss/first-dim',
    ...opencl,
  },
]);

specify('MergeCrop', [
  {
    shows: 'all channels at the smaller size',
    bottoms: ['2x8x10x10', '2x4x20x20'],
    tops: ['2x12x10x10'],
    ...opencl,
  },
  {
    shows: 'sums',
    bottoms: ['2x8x10x10', '2x8x20x20'],
    text: 'mergecrop_param { operation: ADD }',
    tops: ['2x8x10x10'],
    ...opencl,
  },
  { shows: 'as many items', bottoms: ['2x8x10x10', '3x8x20x20'], refused: 'fork/merge-shape', ...opencl },
  {
    shows: 'as many channels for a sum',
    bottoms: ['2x8x10x10', '2x4x20x20'],
    text: 'mergecrop_param { operation: ADD }',
    refused: 'fork/merge-shape',
    ...opencl,
  },
]);
