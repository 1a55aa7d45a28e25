import { specify } from '../../../support/layerTable.ts';

const octree = { dialect: 'o-cnn' } as const;
const depth = 'octree_param { curr_depth: 4 }';

specify('OctreeConv', [
  {
    shows: 'has filters for up to three positions along each axis',
    bottoms: ['1x8x64x1'],
    text: `convolution_param { num_output: 16 kernel_size: 3 } ${depth}`,
    tops: ['1x16x?x1'],
    blobs: ['weight 16x8x27x1', 'bias 16'],
    ...octree,
  },
  {
    shows: 'the depth is required',
    bottoms: ['1x8x64x1'],
    text: 'convolution_param { num_output: 16 kernel_size: 3 }',
    refused: 'fork/octree-depth',
    ...octree,
  },
  {
    shows: 'kernels are small',
    bottoms: ['1x8x64x1'],
    text: `convolution_param { num_output: 16 kernel_size: 5 } ${depth}`,
    refused: 'fork/octree-kernel',
    ...octree,
  },
]);

specify('OctreeDeconv', [
  {
    shows: 'transposes the filters',
    bottoms: ['1x8x64x1'],
    text: `convolution_param { num_output: 16 kernel_size: 2 stride: 2 bias_term: false } ${depth}`,
    tops: ['1x16x?x1'],
    blobs: ['weight 8x16x8x1'],
    ...octree,
  },
]);

specify('Octree2FullVoxel', [
  {
    shows: 'has a volume of the depth',
    bottoms: ['1x8x64x1'],
    text: 'octree_param { curr_depth: 2 batch_size: 3 }',
    tops: ['3x8x4x4x4'],
    ...octree,
  },
]);

specify('OctreeDataBase', [
  {
    shows: 'reads values, labels and octrees',
    text: 'data_param { source: "d" batch_size: 32 } octree_param { signal_channel: 4 }',
    tops: ['1x4x?x1', '32', '?'],
    ...octree,
  },
]);

for (const type of ['OctreePooling', 'OctreePadding', 'OctreeDepadding', 'OctreeTile']) {
  specify(type, [
    {
      shows: 'keeps the channels',
      bottoms: ['1x8x64x1'],
      text: depth,
      tops: ['1x8x?x1'],
      ...octree,
    },
  ]);
}

specify('OctreeProperty', [
  { shows: 'has the channels of the signal', text: depth, tops: ['1x3x?x1'], ...octree },
]);
specify('Normalize', [
  { shows: 'has no weights in O-CNN', bottoms: ['1x8x64x1'], tops: ['1x8x64x1'], ...octree },
]);
