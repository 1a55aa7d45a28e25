import { specify } from '../../support/layerTable.ts';

specify('ArgMax', [
  { shows: 'the largest value per item, with at least three axes', bottoms: ['5x10'], tops: ['5x1x1'] },
  { shows: 'other axes become 1', bottoms: ['5x10x2x2x2'], tops: ['5x1x1x1x1'] },
  {
    shows: 'the largest with their values',
    bottoms: ['5x10'],
    text: 'argmax_param { out_max_val: true top_k: 3 }',
    tops: ['5x2x3'],
  },
  { shows: 'an item with one value', bottoms: ['5'], tops: ['5x1x1'] },
  {
    shows: 'searches along an axis',
    bottoms: ['5x10x2'],
    text: 'argmax_param { axis: 1 top_k: 3 }',
    tops: ['5x3x2'],
  },
  {
    shows: 'along an axis, out_max_val replaces the indices',
    bottoms: ['5x10x2'],
    text: 'argmax_param { axis: -2 out_max_val: true }',
    tops: ['5x1x2'],
  },
  {
    shows: 'top_k must be at least 1',
    bottoms: ['5x10'],
    text: 'argmax_param { top_k: 0 }',
    refused: 'argmax/top-k-min',
  },
  {
    shows: 'axis must be in range',
    bottoms: ['5x10'],
    text: 'argmax_param { axis: 2 }',
    refused: 'argmax/axis-range',
  },
  {
    shows: 'top_k may not exceed the axis',
    bottoms: ['5x10x2'],
    text: 'argmax_param { axis: 2 top_k: 3 }',
    refused: 'argmax/top-k-axis',
  },
  {
    shows: 'top_k may not exceed the item',
    bottoms: ['5x10x2'],
    text: 'argmax_param { top_k: 21 }',
    refused: 'argmax/top-k-flat',
  },
]);

specify('Reduction', [
  { shows: 'reduces all axes to a scalar', bottoms: ['2x3x4'], tops: ['scalar'] },
  {
    shows: 'reduces all axes from axis on',
    bottoms: ['2x3x4'],
    text: 'reduction_param { axis: 1 }',
    tops: ['2'],
  },
  {
    shows: 'reduces the last axis',
    bottoms: ['2x3x4'],
    text: 'reduction_param { axis: -1 operation: MEAN }',
    tops: ['2x3'],
  },
  {
    shows: 'ASUM of no values is accepted',
    bottoms: ['2x0'],
    text: 'reduction_param { axis: 1 operation: ASUM }',
    tops: ['2'],
  },
  {
    shows: 'SUM of no values has an empty buffer of ones',
    bottoms: ['2x0'],
    text: 'reduction_param { axis: 1 }',
    refused: 'blob/no-data',
  },
  {
    shows: 'axis must be in range',
    bottoms: ['2x3'],
    text: 'reduction_param { axis: 2 }',
    refused: 'reduction/axis-range',
  },
  { shows: 'a scalar has no axis 0', bottoms: ['scalar'], refused: 'reduction/axis-range' },
]);

specify('Softmax', [
  { shows: 'keeps the shape', bottoms: ['2x10x4x4'], tops: ['2x10x4x4'] },
  { shows: 'supports in-place computation', bottoms: ['2x10'], topNames: ['in0'], tops: ['2x10'] },
  {
    shows: 'normalizes along the only axis',
    bottoms: ['10'],
    text: 'softmax_param { axis: -1 }',
    tops: ['10'],
  },
  { shows: 'an empty batch is accepted', bottoms: ['0x10'], tops: ['0x10'] },
  { shows: 'zero classes are rejected', bottoms: ['2x0'], refused: 'blob/no-data' },
  { shows: 'a bottom with one axis has no axis 1', bottoms: ['10'], refused: 'softmax/axis-range' },
]);

specify('ArgMax', [{ shows: 'a scalar has no items', bottoms: ['scalar'], refused: 'blob/count-end' }]);
