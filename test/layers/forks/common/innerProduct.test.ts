import { specify } from '../../../support/layerTable.ts';

const windows = { dialect: 'caffe-windows' } as const;
const mycaffe = { dialect: 'mycaffe' } as const;

specify('InnerProduct', [
  {
    shows: 'same as in BVLC, normalized or not',
    bottoms: ['4x16'],
    text: 'inner_product_param { num_output: 10 normalize: true }',
    tops: ['4x10'],
    blobs: ['weight 10x16', 'bias 10'],
    macs: 640,
    ...windows,
  },
  {
    shows: 'a bottom may have the weights',
    bottoms: ['4x16', '7x16'],
    text: 'inner_product_param { num_output: 10 }',
    tops: ['4x7'],
    blobs: ['bias 7'],
    macs: 448,
    ...windows,
  },
  {
    shows: 'the bias is optional',
    bottoms: ['4x16', '7x16'],
    text: 'inner_product_param { bias_term: false }',
    tops: ['4x7'],
    ...windows,
  },
  { shows: 'a bottom may have the bias', bottoms: ['4x16', '7x16', '7'], tops: ['4x7'], ...windows },
]);

specify('InnerProduct', [
  {
    shows: 'one noise level per weight',
    bottoms: ['4x16'],
    text: 'inner_product_param { num_output: 10 enable_noise: true }',
    tops: ['4x10'],
    blobs: ['weight 10x16', 'bias 10', 'weight noise 10x16', 'bias noise 10'],
    macs: 640,
    ...mycaffe,
  },
  {
    shows: 'supports more axes',
    bottoms: ['4x16'],
    text: 'inner_product_param { num_output: 10 bias_term: false min_top_axes: 4 }',
    tops: ['4x10x1x1'],
    blobs: ['weight 10x16'],
    ...mycaffe,
  },
  {
    shows: 'a bottom without features has one feature',
    bottoms: ['4'],
    text: 'inner_product_param { num_output: 10 bias_term: false }',
    tops: ['4x10'],
    blobs: ['weight 10x1'],
    ...mycaffe,
  },
  {
    shows: 'the data determines the number of outputs',
    bottoms: ['4x16', '1'],
    text: 'inner_product_param { bias_term: false }',
    tops: ['?'],
    ...mycaffe,
  },
  {
    shows: 'features in columns, from a negative axis',
    bottoms: ['4x3x16'],
    text: 'inner_product_param { num_output: 10 bias_term: false transpose: true axis: -1 }',
    tops: ['4x3x10'],
    blobs: ['weight 16x10'],
    ...mycaffe,
  },
  {
    shows: 'an axis far out of range',
    bottoms: ['4x16'],
    text: 'inner_product_param { num_output: 10 axis: 2147483647 }',
    refused: 'ip/axis-range',
    ...mycaffe,
  },
]);
