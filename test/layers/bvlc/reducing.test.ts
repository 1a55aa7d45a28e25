import { specify } from '../../support/layerTable.ts';

specify('ArgMax', [
  { shows: 'the best of an item, with three axes at least', bottoms: ['5x10'], tops: ['5x1x1'] },
  { shows: 'other axes become 1', bottoms: ['5x10x2x2x2'], tops: ['5x1x1x1x1'] },
  {
    shows: 'the best with their values',
    bottoms: ['5x10'],
    text: 'argmax_param { out_max_val: true top_k: 3 }',
    tops: ['5x2x3'],
  },
  { shows: 'an item of one value', bottoms: ['5'], tops: ['5x1x1'] },
  {
    shows: 'along an axis',
    bottoms: ['5x10x2'],
    text: 'argmax_param { axis: 1 top_k: 3 }',
    tops: ['5x3x2'],
  },
  {
    shows: 'along an axis the values take the place of the indices',
    bottoms: ['5x10x2'],
    text: 'argmax_param { axis: -2 out_max_val: true }',
    tops: ['5x1x2'],
  },
  {
    shows: 'top_k is at least 1',
    bottoms: ['5x10'],
    text: 'argmax_param { top_k: 0 }',
    refused: 'argmax/top-k-min',
  },
  {
    shows: 'axis must be an axis',
    bottoms: ['5x10'],
    text: 'argmax_param { axis: 2 }',
    refused: 'argmax/axis-range',
  },
  {
    shows: 'not more than the axis has',
    bottoms: ['5x10x2'],
    text: 'argmax_param { axis: 2 top_k: 3 }',
    refused: 'argmax/top-k-axis',
  },
  {
    shows: 'not more than an item has',
    bottoms: ['5x10x2'],
    text: 'argmax_param { top_k: 21 }',
    refused: 'argmax/top-k-flat',
  },
]);

specify('Reduction', [
  { shows: 'everything to a scalar', bottoms: ['2x3x4'], tops: ['scalar'] },
  {
    shows: 'all axes from axis on',
    bottoms: ['2x3x4'],
    text: 'reduction_param { axis: 1 }',
    tops: ['2'],
  },
  {
    shows: 'the last axis',
    bottoms: ['2x3x4'],
    text: 'reduction_param { axis: -1 operation: MEAN }',
    tops: ['2x3'],
  },
  {
    shows: 'no magnitudes sum to 0',
    bottoms: ['2x0'],
    text: 'reduction_param { axis: 1 operation: ASUM }',
    tops: ['2'],
  },
  {
    shows: 'a plain sum is a product with ones, of which there are none',
    bottoms: ['2x0'],
    text: 'reduction_param { axis: 1 }',
    refused: 'blob/no-data',
  },
  {
    shows: 'axis must be an axis',
    bottoms: ['2x3'],
    text: 'reduction_param { axis: 2 }',
    refused: 'reduction/axis-range',
  },
  { shows: 'a scalar has no axis 0', bottoms: ['scalar'], refused: 'reduction/axis-range' },
]);

specify('Softmax', [
  { shows: 'keeps the shape', bottoms: ['2x10x4x4'], tops: ['2x10x4x4'] },
  { shows: 'works in place', bottoms: ['2x10'], topNames: ['in0'], tops: ['2x10'] },
  {
    shows: 'along the only axis',
    bottoms: ['10'],
    text: 'softmax_param { axis: -1 }',
    tops: ['10'],
  },
  { shows: 'no items', bottoms: ['0x10'], tops: ['0x10'] },
  { shows: 'no classes', bottoms: ['2x0'], refused: 'blob/no-data' },
  { shows: 'one axis has no axis 1', bottoms: ['10'], refused: 'softmax/axis-range' },
]);

specify('ArgMax', [{ shows: 'a scalar has no items', bottoms: ['scalar'], refused: 'blob/count-end' }]);
