import { specify } from '../../support/layerTable.ts';

specify('Concat', [
  { shows: 'concatenates channels by default', bottoms: ['2x3x4x4', '2x5x4x4'], tops: ['2x8x4x4'] },
  {
    shows: 'a negative axis counts from the end',
    bottoms: ['2x3', '2x4', '2x5'],
    text: 'concat_param { axis: -1 }',
    tops: ['2x12'],
  },
  {
    shows: 'concatenates along the batch',
    bottoms: ['2x3', '4x3'],
    text: 'concat_param { axis: 0 }',
    tops: ['6x3'],
  },
  {
    shows: 'the old concat_dim is supported',
    bottoms: ['2x3', '4x3'],
    text: 'concat_param { concat_dim: 0 }',
    tops: ['6x3'],
  },
  { shows: 'a single bottom is copied', bottoms: ['2x3'], tops: ['2x3'] },
  { shows: 'an empty bottom has no effect', bottoms: ['2x0x4', '2x3x4'], tops: ['2x3x4'] },
  { shows: 'a single empty bottom has no memory to share', bottoms: ['2x0'], refused: 'blob/no-data' },
  {
    shows: 'axis and concat_dim are exclusive even with equal values',
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
    shows: 'concat_dim must be in range',
    bottoms: ['2x3'],
    text: 'concat_param { concat_dim: 2 }',
    refused: 'concat/dim-range',
  },
  {
    shows: 'axis must be in range',
    bottoms: ['2x3'],
    text: 'concat_param { axis: -3 }',
    refused: 'blob/axis-range',
  },
  { shows: 'scalars have no axis 1', bottoms: ['scalar', 'scalar'], refused: 'blob/axis-range' },
  {
    shows: 'all bottoms must have the same number of axes',
    bottoms: ['2x3', '2x3x1x1'],
    refused: 'concat/axes',
  },
  {
    shows: 'all other axes must match',
    bottoms: ['2x3x4x4', '2x3x4x5'],
    refused: 'concat/shape',
  },
  {
    shows: 'the top may not exceed 2³¹ − 1 values',
    bottoms: ['65536x16384', '65536x16384'],
    refused: 'blob/int-max',
  },
  { shows: 'requires at least one bottom', refused: 'net/min-bottoms' },
  { shows: 'has one top', bottoms: ['2x3'], topNames: ['a', 'b'], refused: 'net/exact-tops' },
]);

specify('Slice', [
  {
    shows: 'splits channels into equal parts by default',
    bottoms: ['2x6x4'],
    tops: ['2x2x4', '2x2x4', '2x2x4'],
  },
  {
    shows: 'splits at the slice points',
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
    shows: 'the old slice_dim is supported',
    bottoms: ['4x3'],
    text: 'slice_param { slice_dim: 0 }',
    tops: ['2x3', '2x3'],
  },
  {
    shows: 'with a slice point at the end, the last top is empty',
    bottoms: ['2x6'],
    text: 'slice_param { slice_point: 6 }',
    tops: ['2x6', '2x0'],
  },
  { shows: 'an axis of 0 results in any number of empty tops', bottoms: ['2x0'], tops: ['2x0', '2x0'] },
  { shows: 'one top is the bottom', bottoms: ['2x3'], tops: ['2x3'] },
  {
    shows: 'a single top of an empty bottom has no memory to share',
    bottoms: ['2x0'],
    refused: 'blob/no-data',
  },
  {
    shows: 'axis and slice_dim are exclusive even with equal values',
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
    shows: 'slice_dim must be in range',
    bottoms: ['2x4'],
    text: 'slice_param { slice_dim: 2 }',
    refused: 'slice/dim-range',
  },
  {
    shows: 'axis must be in range',
    bottoms: ['2x4'],
    text: 'slice_param { axis: 2 }',
    refused: 'blob/axis-range',
  },
  {
    shows: 'requires one slice point fewer than tops',
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
    shows: 'slice points must be greater than 0',
    bottoms: ['2x6'],
    text: 'slice_param { slice_point: 0 }',
    topNames: ['a', 'b'],
    refused: 'slice/point-order',
  },
  {
    shows: 'slice points must increase',
    bottoms: ['2x6'],
    text: 'slice_param { slice_point: [3, 3] }',
    topNames: ['a', 'b', 'c'],
    refused: 'slice/point-order',
  },
  {
    shows: 'slice points must be within the axis',
    bottoms: ['2x6'],
    text: 'slice_param { slice_point: 7 }',
    topNames: ['a', 'b'],
    refused: 'slice/point-beyond',
  },
  {
    shows: 'without slice points the parts must be equal',
    bottoms: ['2x5'],
    topNames: ['a', 'b'],
    refused: 'slice/even',
  },
  {
    shows: 'without slice points, there cannot be more tops than positions',
    bottoms: ['2x2'],
    topNames: ['a', 'b', 'c'],
    refused: 'slice/even',
  },
  {
    shows: 'several tops exclude in-place computation',
    bottoms: ['2x4'],
    topNames: ['in0', 'b'],
    refused: 'slice/count',
  },
  { shows: 'has one bottom', bottoms: ['2x4', '2x4'], refused: 'net/exact-bottoms' },
  { shows: 'requires at least one top', bottoms: ['2x4'], topNames: [], refused: 'net/min-tops' },
]);

specify('Split', [
  { shows: 'each top is a copy', bottoms: ['2x3'], tops: ['2x3', '2x3', '2x3'] },
  { shows: 'copies a scalar', bottoms: ['scalar'], tops: ['scalar', 'scalar'] },
  {
    shows: 'does not support in-place computation',
    bottoms: ['2x3'],
    topNames: ['in0'],
    refused: 'split/in-place',
  },
  { shows: 'requires at least one top', bottoms: ['2x3'], topNames: [], refused: 'net/min-tops' },
]);

specify('Eltwise', [
  { shows: 'adds blobs of one shape', bottoms: ['2x3x4', '2x3x4', '2x3x4'], tops: ['2x3x4'] },
  { shows: 'adds scalars', bottoms: ['scalar', 'scalar'], tops: ['scalar'] },
  { shows: 'adds blobs without values', bottoms: ['2x0', '2x0'], tops: ['2x0'] },
  {
    shows: 'supports in-place computation on its first bottom',
    bottoms: ['2x3', '2x3'],
    topNames: ['in0'],
    tops: ['2x3'],
  },
  {
    shows: 'one coefficient per bottom',
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
    shows: 'fewer coefficients than bottoms are rejected',
    bottoms: ['2x3', '2x3'],
    text: 'eltwise_param { coeff: 1 }',
    refused: 'eltwise/coeff-count',
  },
  {
    shows: 'PROD rejects coefficients',
    bottoms: ['2x3', '2x3'],
    text: 'eltwise_param { operation: PROD coeff: [1, 1] }',
    refused: 'eltwise/coeff-prod',
  },
  {
    shows: 'the number of coefficients is checked first',
    bottoms: ['2x3', '2x3'],
    text: 'eltwise_param { operation: PROD coeff: 1 }',
    refused: 'eltwise/coeff-count',
  },
  { shows: 'there is no broadcasting', bottoms: ['2x3', '2x1'], refused: 'eltwise/shape' },
  {
    shows: 'axes of size 1 are significant',
    bottoms: ['2x3', '2x3', '2x3x1x1'],
    refused: 'eltwise/shape',
  },
  { shows: 'requires at least two bottoms', bottoms: ['2x3'], refused: 'net/min-bottoms' },
]);

specify('Silence', [
  { shows: 'accepts any blobs', bottoms: ['2x3', 'scalar', 'unshaped'], tops: [] },
  { shows: 'has no tops', bottoms: ['2x3'], refused: 'net/exact-tops' },
  { shows: 'requires at least one bottom', topNames: [], refused: 'net/min-bottoms' },
]);

specify('Filter', [
  {
    shows: 'before the first pass each top has the length of its bottom',
    bottoms: ['4x3', '4x2x2', '4'],
    tops: ['4x3', '4x2x2'],
  },
  { shows: 'the selector may have axes of 1', bottoms: ['4x3', '4x1x1x1'], tops: ['4x3'] },
  {
    shows: 'one top per bottom except the selector',
    bottoms: ['4x3', '4x2', '4'],
    topNames: ['a'],
    refused: 'filter/top-count',
  },
  {
    shows: 'the selector has one value per item',
    bottoms: ['4x3', '4x3'],
    refused: 'filter/selector-shape',
  },
  {
    shows: 'each bottom has one item per value of the selector',
    bottoms: ['4x3', '5x3', '4'],
    topNames: ['a', 'b'],
    refused: 'filter/batch',
  },
  { shows: 'a scalar selector is rejected', bottoms: ['4x3', 'scalar'], refused: 'blob/axis-range' },
  { shows: 'the selector must have values', bottoms: ['0x3', '0'], refused: 'blob/no-data' },
  { shows: 'requires at least two bottoms', bottoms: ['4x3'], refused: 'net/min-bottoms' },
]);

specify('BatchReindex', [
  { shows: 'one item per index', bottoms: ['5x3x2', '7'], tops: ['7x3x2'] },
  { shows: 'without indices the top is empty', bottoms: ['5x3', '0'], tops: ['0x3'] },
  { shows: 'the indices must have one axis', bottoms: ['5x3', '7x1'], refused: 'batchreindex/index-axes' },
  {
    shows: 'scalar indices are rejected',
    bottoms: ['5x3', 'scalar'],
    refused: 'batchreindex/index-axes',
  },
]);

specify('Filter', [
  { shows: 'no top is too few', bottoms: ['2x3', '2'], topNames: [], refused: 'net/min-tops' },
]);
