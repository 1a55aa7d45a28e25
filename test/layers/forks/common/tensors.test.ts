import { specify } from '../../../support/layerTable.ts';

const synopsys = { dialect: 'synopsys' } as const;

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

specify('MatMul', [
  {
    shows: 'the stated sizes in the fork of Sophgo',
    dialect: 'sophgo',
    bottoms: ['2x6', '20'],
    text: 'matmul_param { dim_1: 3 dim_2: 4 dim_3: 5 }',
    tops: ['3x5'],
    macs: 60,
  },
]);
