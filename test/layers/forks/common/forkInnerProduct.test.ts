import { specify } from '../../../support/layerTable.ts';

const windows = { dialect: 'caffe-windows' } as const;
const mycaffe = { dialect: 'mycaffe' } as const;

specify('InnerProduct', [
  {
    shows: 'as in BVLC, normalised or not',
    bottoms: ['4x16'],
    text: 'inner_product_param { num_output: 10 normalize: true }',
    tops: ['4x10'],
    blobs: ['weight 10x16', 'bias 10'],
    macs: 640,
    ...windows,
  },
  {
    shows: 'a matrix in a bottom',
    bottoms: ['4x16', '7x16'],
    text: 'inner_product_param { num_output: 10 }',
    tops: ['4x7'],
    blobs: ['bias 7'],
    macs: 448,
    ...windows,
  },
  {
    shows: 'without a bias',
    bottoms: ['4x16', '7x16'],
    text: 'inner_product_param { bias_term: false }',
    tops: ['4x7'],
    ...windows,
  },
  { shows: 'a bias in a bottom', bottoms: ['4x16', '7x16', '7'], tops: ['4x7'], ...windows },
]);

specify('InnerProduct', [
  {
    shows: 'a strength of noise for every weight',
    bottoms: ['4x16'],
    text: 'inner_product_param { num_output: 10 enable_noise: true }',
    tops: ['4x10'],
    blobs: ['weight 10x16', 'bias 10', 'weight noise 10x16', 'bias noise 10'],
    macs: 640,
    ...mycaffe,
  },
  {
    shows: 'more axes',
    bottoms: ['4x16'],
    text: 'inner_product_param { num_output: 10 bias_term: false min_top_axes: 4 }',
    tops: ['4x10x1x1'],
    blobs: ['weight 10x16'],
    ...mycaffe,
  },
  {
    shows: 'a bottom without features has one',
    bottoms: ['4'],
    text: 'inner_product_param { num_output: 10 bias_term: false }',
    tops: ['4x10'],
    blobs: ['weight 10x1'],
    ...mycaffe,
  },
  {
    shows: 'the data set the number of outputs',
    bottoms: ['4x16', '1'],
    text: 'inner_product_param { bias_term: false }',
    tops: ['?'],
    ...mycaffe,
  },
  {
    shows: 'features by columns, from an axis counted from the end',
    bottoms: ['4x3x16'],
    text: 'inner_product_param { num_output: 10 bias_term: false transpose: true axis: -1 }',
    tops: ['4x3x10'],
    blobs: ['weight 16x10'],
    ...mycaffe,
  },
  {
    shows: 'an axis far from all',
    bottoms: ['4x16'],
    text: 'inner_product_param { num_output: 10 axis: 2147483647 }',
    refused: 'ip/axis-range',
    ...mycaffe,
  },
]);
