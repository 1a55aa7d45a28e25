import { specify } from '../../support/layerTable.ts';

specify('Concat', [
  { shows: 'joins channels by default', bottoms: ['2x3x4x4', '2x5x4x4'], tops: ['2x8x4x4'] },
  {
    shows: 'a negative axis counts from the end',
    bottoms: ['2x3', '2x4', '2x5'],
    text: 'concat_param { axis: -1 }',
    tops: ['2x12'],
  },
  {
    shows: 'along the batch',
    bottoms: ['2x3', '4x3'],
    text: 'concat_param { axis: 0 }',
    tops: ['6x3'],
  },
  {
    shows: 'the old concat_dim is still honoured',
    bottoms: ['2x3', '4x3'],
    text: 'concat_param { concat_dim: 0 }',
    tops: ['6x3'],
  },
  { shows: 'one bottom is passed on', bottoms: ['2x3'], tops: ['2x3'] },
  { shows: 'an empty bottom adds nothing', bottoms: ['2x0x4', '2x3x4'], tops: ['2x3x4'] },
  { shows: 'one empty bottom has no storage to share', bottoms: ['2x0'], refused: 'blob/no-data' },
  {
    shows: 'axis and concat_dim exclude each other even if they agree',
    bottoms: ['2x3', '2x3'],
    text: 'concat_param { axis: 1 concat_dim: 1 }',
    refused: 'concat/axis-exclusive',
  },
  {
    shows: 'a concat_dim from 2^31 on is negative',
    bottoms: ['2x3'],
    text: 'concat_param { concat_dim: 2147483648 }',
    refused: 'concat/dim-negative',
  },
  {
    shows: 'concat_dim must be an axis',
    bottoms: ['2x3'],
    text: 'concat_param { concat_dim: 2 }',
    refused: 'concat/dim-range',
  },
  {
    shows: 'axis must be an axis',
    bottoms: ['2x3'],
    text: 'concat_param { axis: -3 }',
    refused: 'blob/axis-range',
  },
  { shows: 'scalars have no axis 1', bottoms: ['scalar', 'scalar'], refused: 'blob/axis-range' },
  {
    shows: 'all bottoms have as many axes',
    bottoms: ['2x3', '2x3x1x1'],
    refused: 'concat/axes',
  },
  {
    shows: 'all other axes agree',
    bottoms: ['2x3x4x4', '2x3x4x5'],
    refused: 'concat/shape',
  },
  {
    shows: 'the sum may not exceed 2^31 - 1 values',
    bottoms: ['65536x16384', '65536x16384'],
    refused: 'blob/int-max',
  },
  { shows: 'takes at least one bottom', refused: 'net/min-bottoms' },
  { shows: 'makes one top', bottoms: ['2x3'], topNames: ['a', 'b'], refused: 'net/exact-tops' },
]);

specify('Slice', [
  { shows: 'equal parts of the channels by default', bottoms: ['2x6x4'], tops: ['2x2x4', '2x2x4', '2x2x4'] },
  {
    shows: 'cuts at the slice points',
    bottoms: ['2x6'],
    text: 'slice_param { slice_point: [1, 3] }',
    tops: ['2x1', '2x2', '2x3'],
  },
  {
    shows: 'a negative axis counts from the end',
    bottoms: ['2x3x4'],
    text: 'slice_param { axis: -1 }',
    tops: ['2x3x2', '2x3x2'],
  },
  {
    shows: 'the old slice_dim is still honoured',
    bottoms: ['4x3'],
    text: 'slice_param { slice_dim: 0 }',
    tops: ['2x3', '2x3'],
  },
  {
    shows: 'a point at the end leaves nothing for the last top',
    bottoms: ['2x6'],
    text: 'slice_param { slice_point: 6 }',
    tops: ['2x6', '2x0'],
  },
  { shows: 'an axis of 0 gives any number of empty tops', bottoms: ['2x0'], tops: ['2x0', '2x0'] },
  { shows: 'one top is the bottom', bottoms: ['2x3'], tops: ['2x3'] },
  { shows: 'one top of an empty bottom has no storage to share', bottoms: ['2x0'], refused: 'blob/no-data' },
  {
    shows: 'axis and slice_dim exclude each other even if they agree',
    bottoms: ['2x4'],
    text: 'slice_param { axis: 1 slice_dim: 1 }',
    refused: 'slice/axis-exclusive',
  },
  {
    shows: 'a slice_dim from 2^31 on is negative',
    bottoms: ['2x4'],
    text: 'slice_param { slice_dim: 4294967295 }',
    refused: 'slice/dim-negative',
  },
  {
    shows: 'slice_dim must be an axis',
    bottoms: ['2x4'],
    text: 'slice_param { slice_dim: 2 }',
    refused: 'slice/dim-range',
  },
  {
    shows: 'axis must be an axis',
    bottoms: ['2x4'],
    text: 'slice_param { axis: 2 }',
    refused: 'blob/axis-range',
  },
  {
    shows: 'one slice point less than tops',
    bottoms: ['2x6'],
    text: 'slice_param { slice_point: 3 }',
    topNames: ['a', 'b', 'c'],
    refused: 'slice/point-count',
  },
  {
    shows: 'with slice points, no more tops than positions',
    bottoms: ['2x2'],
    text: 'slice_param { slice_point: [1, 2] }',
    topNames: ['a', 'b', 'c'],
    refused: 'slice/too-many-tops',
  },
  {
    shows: 'slice points start above 0',
    bottoms: ['2x6'],
    text: 'slice_param { slice_point: 0 }',
    topNames: ['a', 'b'],
    refused: 'slice/point-order',
  },
  {
    shows: 'slice points increase',
    bottoms: ['2x6'],
    text: 'slice_param { slice_point: [3, 3] }',
    topNames: ['a', 'b', 'c'],
    refused: 'slice/point-order',
  },
  {
    shows: 'slice points do not lie behind the axis',
    bottoms: ['2x6'],
    text: 'slice_param { slice_point: 7 }',
    topNames: ['a', 'b'],
    refused: 'slice/point-beyond',
  },
  {
    shows: 'without slice points the parts are equal',
    bottoms: ['2x5'],
    topNames: ['a', 'b'],
    refused: 'slice/even',
  },
  {
    shows: 'without slice points, more tops than positions are not equal parts',
    bottoms: ['2x2'],
    topNames: ['a', 'b', 'c'],
    refused: 'slice/even',
  },
  {
    shows: 'several tops cannot be made in place',
    bottoms: ['2x4'],
    topNames: ['in0', 'b'],
    refused: 'slice/count',
  },
  { shows: 'takes one bottom', bottoms: ['2x4', '2x4'], refused: 'net/exact-bottoms' },
  { shows: 'makes at least one top', bottoms: ['2x4'], topNames: [], refused: 'net/min-tops' },
]);

specify('Split', [
  { shows: 'every top is a copy', bottoms: ['2x3'], tops: ['2x3', '2x3', '2x3'] },
  { shows: 'copies a scalar', bottoms: ['scalar'], tops: ['scalar', 'scalar'] },
  { shows: 'cannot work in place', bottoms: ['2x3'], topNames: ['in0'], refused: 'split/in-place' },
  { shows: 'makes at least one top', bottoms: ['2x3'], topNames: [], refused: 'net/min-tops' },
]);

specify('Eltwise', [
  { shows: 'adds blobs of one shape', bottoms: ['2x3x4', '2x3x4', '2x3x4'], tops: ['2x3x4'] },
  { shows: 'adds scalars', bottoms: ['scalar', 'scalar'], tops: ['scalar'] },
  { shows: 'adds blobs without values', bottoms: ['2x0', '2x0'], tops: ['2x0'] },
  { shows: 'adds to its first bottom', bottoms: ['2x3', '2x3'], topNames: ['in0'], tops: ['2x3'] },
  {
    shows: 'a coefficient for each bottom',
    bottoms: ['2x3', '2x3'],
    text: 'eltwise_param { coeff: [1, -1] }',
    tops: ['2x3'],
  },
  {
    shows: 'MAX ignores coefficients',
    bottoms: ['2x3', '2x3'],
    text: 'eltwise_param { operation: MAX coeff: [1, -1] }',
    tops: ['2x3'],
  },
  {
    shows: 'not fewer coefficients than bottoms',
    bottoms: ['2x3', '2x3'],
    text: 'eltwise_param { coeff: 1 }',
    refused: 'eltwise/coeff-count',
  },
  {
    shows: 'a product takes no coefficients',
    bottoms: ['2x3', '2x3'],
    text: 'eltwise_param { operation: PROD coeff: [1, 1] }',
    refused: 'eltwise/coeff-prod',
  },
  {
    shows: 'the number of coefficients is looked at first',
    bottoms: ['2x3', '2x3'],
    text: 'eltwise_param { operation: PROD coeff: 1 }',
    refused: 'eltwise/coeff-count',
  },
  { shows: 'nothing is broadcast', bottoms: ['2x3', '2x1'], refused: 'eltwise/shape' },
  {
    shows: 'axes of 1 count',
    bottoms: ['2x3', '2x3', '2x3x1x1'],
    refused: 'eltwise/shape',
  },
  { shows: 'takes at least two bottoms', bottoms: ['2x3'], refused: 'net/min-bottoms' },
]);

specify('Silence', [
  { shows: 'reads any blobs', bottoms: ['2x3', 'scalar', 'unshaped'], tops: [] },
  { shows: 'makes no top', bottoms: ['2x3'], refused: 'net/exact-tops' },
  { shows: 'takes at least one bottom', topNames: [], refused: 'net/min-bottoms' },
]);

specify('Filter', [
  {
    shows: 'before the first pass every top is as long as its bottom',
    bottoms: ['4x3', '4x2x2', '4'],
    tops: ['4x3', '4x2x2'],
  },
  { shows: 'the selector may have axes of 1', bottoms: ['4x3', '4x1x1x1'], tops: ['4x3'] },
  {
    shows: 'a top for each bottom but the selector',
    bottoms: ['4x3', '4x2', '4'],
    topNames: ['a'],
    refused: 'filter/top-count',
  },
  {
    shows: 'the selector has one value for each item',
    bottoms: ['4x3', '4x3'],
    refused: 'filter/selector-shape',
  },
  {
    shows: 'every bottom has an item for each value of the selector',
    bottoms: ['4x3', '5x3', '4'],
    topNames: ['a', 'b'],
    refused: 'filter/batch',
  },
  { shows: 'a scalar selects nothing', bottoms: ['4x3', 'scalar'], refused: 'blob/axis-range' },
  { shows: 'the selector must have values', bottoms: ['0x3', '0'], refused: 'blob/no-data' },
  { shows: 'takes at least two bottoms', bottoms: ['4x3'], refused: 'net/min-bottoms' },
]);

specify('BatchReindex', [
  { shows: 'an item for each index', bottoms: ['5x3x2', '7'], tops: ['7x3x2'] },
  { shows: 'no index, no item', bottoms: ['5x3', '0'], tops: ['0x3'] },
  { shows: 'the indices have one axis', bottoms: ['5x3', '7x1'], refused: 'batchreindex/index-axes' },
  {
    shows: 'a scalar is not a list of indices',
    bottoms: ['5x3', 'scalar'],
    refused: 'batchreindex/index-axes',
  },
]);

specify('Filter', [
  { shows: 'no top is too few', bottoms: ['2x3', '2'], topNames: [], refused: 'net/min-tops' },
]);
