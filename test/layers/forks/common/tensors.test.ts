import { specify } from '../../../support/layerTable.ts';

const synopsys = { dialect: 'synopsys' } as const;

specify('Eltwise', [
  {
    shows: 'the second bottom may have some of the axes',
    bottoms: ['2x3x4x5', '3x4'],
    text: 'eltwise_param { axis: 1 }',
    tops: ['2x3x4x5'],
    ...synopsys,
  },
  { shows: 'one bottom is enough', bottoms: ['2x3'], tops: ['2x3'], ...synopsys },
  { shows: 'its axes must fit', bottoms: ['2x3', '2x3x4'], refused: 'fork/eltwise-axes', ...synopsys },
  { shows: 'its lengths must fit', bottoms: ['2x3', '3'], refused: 'fork/eltwise-shape', ...synopsys },
  {
    shows: 'divides two bottoms',
    bottoms: ['2x3', '2x3', '2x3'],
    text: 'eltwise_param { operation: DIV }',
    refused: 'fork/eltwise-division',
    ...synopsys,
  },
]);

for (const type of ['Add', 'Sub', 'Div', 'Maximum', 'Minimum', 'Pow', 'FloorDiv', 'FloorMod', 'Mul']) {
  specify(type, [
    { shows: 'repeats axes of length 1', bottoms: ['2x1x4', '1x3x4'], tops: ['2x3x4'], ...synopsys },
    { shows: 'repeats missing first axes', bottoms: ['2x3x4', '4'], tops: ['2x3x4'], ...synopsys },
    { shows: 'a scalar is repeated', bottoms: ['scalar', '2x3'], tops: ['2x3'], ...synopsys },
    { shows: 'other lengths differ', bottoms: ['2x3', '2x4'], refused: 'fork/broadcast-shape', ...synopsys },
    { shows: 'rejects in place', bottoms: ['2x3'], topNames: ['in0'], refused: 'fork/in-place', ...synopsys },
  ]);
}

specify('Mul', [
  {
    shows: 'has a factor without a second bottom',
    bottoms: ['2x3x4'],
    text: 'mul_param { mul_shape: 3 mul_shape: 1 }',
    tops: ['2x3x4'],
    blobs: ['factor 3x1'],
    ...synopsys,
  },
]);

specify('BroadcastTo', [
  {
    shows: 'repeats axes of length 1 and adds axes',
    bottoms: ['1x4'],
    text: 'broadcast_to_param { shape: 2 shape: 3 shape: 4 }',
    tops: ['2x3x4'],
    ...synopsys,
  },
  {
    shows: 'cannot shrink an axis',
    bottoms: ['4'],
    text: 'broadcast_to_param { shape: 2 }',
    refused: 'fork/broadcast-to',
    ...synopsys,
  },
]);

specify('MatMul', [
  {
    shows: 'multiplies matrices',
    bottoms: ['2x3x4', '2x4x5'],
    tops: ['2x3x5'],
    macs: 2 * 3 * 4 * 5,
    ...synopsys,
  },
  {
    shows: 'transposes matrices',
    bottoms: ['2x4x3', '2x5x4'],
    text: 'matmul_param { transpose_a: true transpose_b: true }',
    tops: ['2x3x5'],
    ...synopsys,
  },
  { shows: 'one matrix for all', bottoms: ['2x3x4', '4x5'], tops: ['2x3x5'], ...synopsys },
  { shows: 'inner lengths are equal', bottoms: ['3x4', '5x4'], refused: 'fork/matrix-product', ...synopsys },
]);

specify('Gemm', [
  {
    shows: 'multiplies two matrices and adds the third',
    bottoms: ['4x3', '4x5', '5'],
    text: 'gemm_param { transA: 1 }',
    tops: ['3x5'],
    macs: 60,
    ...synopsys,
  },
  {
    shows: 'inner lengths are equal',
    bottoms: ['3x4', '5x4', '5'],
    refused: 'fork/matrix-product',
    ...synopsys,
  },
]);

specify('Squeeze', [
  { shows: 'removes all axes of length 1', bottoms: ['1x3x1x1'], tops: ['3'], ...synopsys },
  {
    shows: 'removes the stated axes',
    bottoms: ['1x3x1x1'],
    text: 'squeeze_param { axis: 2 axis: -1 }',
    tops: ['1x3'],
    ...synopsys,
  },
  {
    shows: 'keeps longer axes',
    bottoms: ['1x3'],
    text: 'squeeze_param { axis: 1 }',
    refused: 'fork/squeeze-axis',
    ...synopsys,
  },
]);

specify('ExpandDimsND', [
  {
    shows: 'inserts axes',
    bottoms: ['2x3'],
    text: 'expand_dims_nd_param { axis: 0 axis: -1 }',
    tops: ['1x2x3x1'],
    ...synopsys,
  },
  {
    shows: 'inserts within the axes',
    bottoms: ['2x3'],
    text: 'expand_dims_nd_param { axis: 3 }',
    refused: 'blob/axis-range',
    ...synopsys,
  },
]);

for (const [type, param] of [
  ['Pad', 'pad_param'],
  ['MirrorPad', 'mirror_pad_param'],
] as const) {
  specify(type, [
    {
      shows: 'pads before and after each axis',
      bottoms: ['2x3'],
      text: `${param} { paddings: 0 paddings: 1 paddings: 2 paddings: 3 }`,
      tops: ['3x8'],
      ...synopsys,
    },
    {
      shows: 'needs two values for each axis',
      bottoms: ['2x3'],
      text: `${param} { paddings: 1 paddings: 1 }`,
      refused: 'fork/paddings-count',
      ...synopsys,
    },
  ]);
}

specify('TileND', [
  {
    shows: 'repeats each axis',
    bottoms: ['2x3'],
    text: 'tile_nd_param { multiples: 1 multiples: 2 }',
    tops: ['2x6'],
    ...synopsys,
  },
  {
    shows: 'needs a value for each axis',
    bottoms: ['2x3'],
    text: 'tile_nd_param { multiples: 2 }',
    refused: 'fork/tile-count',
    ...synopsys,
  },
]);

specify('SpaceToBatchND', [
  {
    shows: 'moves positions of blocks to the batch',
    bottoms: ['1x7x7x3'],
    text: 'space_to_batch_nd_param { block_shape: 2 block_shape: 2 paddings: 0 paddings: 1 paddings: 1 paddings: 0 }',
    tops: ['4x4x4x3'],
    ...synopsys,
  },
  {
    shows: 'blocks divide the axes',
    bottoms: ['1x7x7x3'],
    text: 'space_to_batch_nd_param { block_shape: 2 paddings: 0 paddings: 0 }',
    refused: 'fork/block-shape',
    ...synopsys,
  },
  {
    shows: 'blocks are not empty',
    bottoms: ['1x7x7x3'],
    text: 'space_to_batch_nd_param { block_shape: 0 paddings: 0 paddings: 0 }',
    refused: 'fork/block-shape',
    ...synopsys,
  },
]);

specify('BatchToSpaceND', [
  {
    shows: 'moves items of the batch to positions',
    bottoms: ['4x4x4x3'],
    text: 'batch_to_space_nd_param { block_shape: 2 block_shape: 2 crops: 0 crops: 1 crops: 0 crops: 0 }',
    tops: ['1x7x8x3'],
    ...synopsys,
  },
  {
    shows: 'blocks are not empty',
    bottoms: ['4x4x4x3'],
    text: 'batch_to_space_nd_param { block_shape: 0 }',
    refused: 'fork/block-shape',
    ...synopsys,
  },
]);

specify('DepthToSpace', [
  {
    shows: 'moves channels to positions',
    bottoms: ['1x8x2x3'],
    text: 'depth_to_space_param { block_size: 2 data_format: "NCHW" }',
    tops: ['1x2x4x6'],
    ...synopsys,
  },
  {
    shows: 'channels are the last axis by default',
    bottoms: ['1x2x3x8'],
    text: 'depth_to_space_param { block_size: 2 }',
    tops: ['1x4x6x2'],
    ...synopsys,
  },
  {
    shows: 'blocks divide the channels',
    bottoms: ['1x2x3x7'],
    text: 'depth_to_space_param { block_size: 2 }',
    refused: 'fork/block-size',
    ...synopsys,
  },
]);

specify('SpaceToDepth', [
  {
    shows: 'moves positions to channels',
    bottoms: ['1x2x4x6'],
    text: 'space_to_depth_param { block_size: 2 data_format: "NCHW" }',
    tops: ['1x8x2x3'],
    ...synopsys,
  },
]);

specify('Stack', [
  {
    shows: 'joins along a new axis',
    bottoms: ['2x3', '2x3'],
    text: 'stack_param { axis: -1 }',
    tops: ['2x3x2'],
    ...synopsys,
  },
  { shows: 'requires equal shapes', bottoms: ['2x3', '2x4'], refused: 'fork/same-count', ...synopsys },
  {
    shows: 'has one more axis',
    bottoms: ['2x3'],
    text: 'stack_param { axis: 3 }',
    refused: 'blob/axis-range',
    ...synopsys,
  },
]);

specify('Unstack', [{ shows: 'removes an axis', bottoms: ['2x3'], tops: ['3', '3'], ...synopsys }]);

specify('Gather', [
  {
    shows: 'replaces an axis by the axes of the indices',
    bottoms: ['5x3'],
    text: 'gather_param { indices: 0 indices: 1 shape: 1 shape: 2 }',
    tops: ['1x2x3'],
    ...synopsys,
  },
  {
    shows: 'a single index removes the axis',
    bottoms: ['5x3'],
    text: 'gather_param { indices: 0 shape: 0 }',
    tops: ['3'],
    ...synopsys,
  },
]);

specify('GatherV2', [
  { shows: 'has the axes of the indices', bottoms: ['5x3', '2x2'], tops: ['2x2x3'], ...synopsys },
]);

specify('OneHot', [
  {
    shows: 'adds an axis',
    bottoms: ['2x3'],
    text: 'one_hot_param { depth: 7 axis: -1 }',
    tops: ['2x3x7'],
    ...synopsys,
  },
  {
    shows: 'adds it within the axes',
    bottoms: ['2x3'],
    text: 'one_hot_param { depth: 7 axis: 3 }',
    refused: 'blob/axis-range',
    ...synopsys,
  },
]);

specify('Shape', [{ shows: 'has one value per axis', bottoms: ['2x3x4'], tops: ['3'], ...synopsys }]);

specify('Reverse', [
  {
    shows: 'reverses several axes',
    bottoms: ['2x3'],
    text: 'reverse_param { axis: 0 axis: -1 }',
    tops: ['2x3'],
    ...synopsys,
  },
]);

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
