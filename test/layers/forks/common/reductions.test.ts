import { specify } from '../../../support/layerTable.ts';

const synopsys = { dialect: 'synopsys' } as const;

specify('ReduceSum', [
  { shows: 'reduces everything', bottoms: ['2x3'], tops: ['scalar'], ...synopsys },
  {
    shows: 'removes the reduced axes',
    bottoms: ['2x3x4'],
    text: 'reduce_sum_param { axis: 0 axis: -1 }',
    tops: ['3'],
    ...synopsys,
  },
  {
    shows: 'keeps them with length 1',
    bottoms: ['2x3x4'],
    text: 'reduce_sum_param { axis: 1 keepdims: true }',
    tops: ['2x1x4'],
    ...synopsys,
  },
  {
    shows: 'no more axes than the bottom has',
    bottoms: ['2'],
    text: 'reduce_sum_param { axis: 0 axis: 0 }',
    refused: 'fork/reduce-axes',
    ...synopsys,
  },
]);

specify('ReduceL2', [
  {
    shows: 'keeps the axes by default',
    bottoms: ['2x3'],
    text: 'reduce_l2_param { axes: 1 }',
    tops: ['2x1'],
    ...synopsys,
  },
]);

specify('LpNormalization', [{ shows: 'keeps the shape', bottoms: ['2x3'], tops: ['2x3'], ...synopsys }]);

for (const type of ['HardSwish', 'Mish', 'Sin', 'Floor', 'Softplus', 'XLU', 'HardSigmoid', 'LogSoftmax']) {
  specify(type, [
    {
      shows: 'has the shape of its bottom in Synopsys ARC',
      bottoms: ['2x3x4'],
      tops: ['2x3x4'],
      ...synopsys,
    },
  ]);
}

specify('LayerNorm', [
  {
    shows: 'has factors and shifts for each value of an item',
    bottoms: ['2x3x4'],
    text: 'layer_norm_param { elementwise_affine: true }',
    tops: ['2x3x4'],
    blobs: ['scale 3x4', 'shift 3x4'],
    ...synopsys,
  },
]);

specify('ICNetSubgraph', [
  { shows: 'keeps images', bottoms: ['1x8x33x65'], tops: ['1x8x33x65'], ...synopsys },
]);

specify('ResizeBilinear', [
  {
    shows: 'resizes to a size; channels are the last axis by default',
    bottoms: ['1x4x4x3'],
    text: 'resize_bilinear_param { output_height: 8 output_width: 9 }',
    tops: ['1x8x9x3'],
    ...synopsys,
  },
  {
    shows: 'resizes by a factor',
    bottoms: ['1x3x5x4'],
    text: 'resize_bilinear_param { scale_height: 1.5 scale_width: 2 data_format: "NCHW" }',
    tops: ['1x3x7x8'],
    ...synopsys,
  },
]);

specify('ResizeNearestNeighbor', [
  {
    shows: 'a factor that is out of range is rejected',
    bottoms: ['1x3x5x4'],
    text: 'resize_nearest_neighbor_param { scale_height: inf scale_width: 2 data_format: "NCHW" }',
    refused: 'blob/negative-dim',
    ...synopsys,
  },
  {
    shows: 'resizes by a factor',
    bottoms: ['1x3x5x4'],
    text: 'resize_nearest_neighbor_param { scale_height: 2 scale_width: 2 data_format: "NCHW" }',
    tops: ['1x3x10x8'],
    ...synopsys,
  },
]);

specify('UpsampleDarknet', [
  {
    shows: 'repeats values along the last two axes',
    bottoms: ['1x3x5x4'],
    text: 'upsample_darknet_param { stride: 2 }',
    tops: ['1x3x10x8'],
    ...synopsys,
  },
]);
