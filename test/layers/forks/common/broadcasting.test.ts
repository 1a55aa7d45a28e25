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

specify('Attention', [
  {
    shows: 'has a weight for each part',
    bottoms: ['2x10', '2x7', '2x7x10', '10'],
    text: 'attention_param { batch_size: 3 alignments_size: 7 }',
    tops: ['3x7'],
    ...synopsys,
  },
]);

specify('LuongAttention', [
  {
    shows: 'has a fixed size',
    bottoms: ['2x10', '2x7', '2x7x10'],
    tops: ['2x500'],
    ...synopsys,
  },
]);

specify('MatMul', [
  {
    shows: "Sophgo's has stated sizes",
    dialect: 'sophgo',
    bottoms: ['4x5', '5x6'],
    text: 'matmul_param { dim_1: 4 dim_2: 5 dim_3: 6 }',
    tops: ['4x6'],
    macs: 120,
  },
  {
    shows: "Sophgo's has two bottoms",
    dialect: 'sophgo',
    bottoms: ['1x8', '1x8', '1x8'],
    refused: 'net/exact-bottoms',
  },
]);
