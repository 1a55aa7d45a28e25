import { specify } from '../../../support/layerTable.ts';

const windows = { dialect: 'caffe-windows' } as const;
const scores = ['8x10', '8'];

specify('LabelSpecificAffine', [
  {
    shows: 'three learned numbers',
    bottoms: scores,
    tops: ['8x10', '3'],
    blobs: ['scale, bias and power 3'],
    ...windows,
  },
  {
    shows: 'five numbers of automatic parameters',
    bottoms: scores,
    text: 'label_specific_affine_param { auto_tune: true }',
    tops: ['8x10', '5', 'unshaped'],
    blobs: ['scale, bias and power 3'],
    ...windows,
  },
  {
    shows: 'automatic parameters require a second top',
    bottoms: scores,
    text: 'label_specific_affine_param { auto_tune: true }',
    refused: 'net/min-tops',
    ...windows,
  },
]);

specify('LabelSpecificHardMargin', [
  { shows: 'the mean margin', bottoms: scores, tops: ['8x10', '1'], ...windows },
  {
    shows: 'shapes a second top only if it is the last',
    bottoms: scores,
    tops: ['8x10', 'unshaped', 'unshaped'],
    ...windows,
  },
]);

specify('LabelSpecificMargin', [
  { shows: 'a margin', bottoms: scores, tops: ['8x10', '1'], blobs: ['margin 1'], ...windows },
  {
    shows: 'three numbers of an automatic margin',
    bottoms: scores,
    text: 'label_specific_margin_param { auto_tune: true }',
    tops: ['8x10', '3'],
    blobs: ['margin 3'],
    ...windows,
  },
  {
    shows: 'one number with norms of the features',
    bottoms: ['8x10', '8', '8x1'],
    text: 'label_specific_margin_param { auto_tune: true } param { lr_mult: 0 }',
    tops: ['8x10', '1'],
    blobs: ['margin 3'],
    ...windows,
  },
  {
    shows: 'the margin is not learned',
    bottoms: scores,
    text: 'param { decay_mult: 0 }',
    refused: 'fork/fixed-rate',
    ...windows,
  },
]);

specify('LabelSpecificRescale', [
  { shows: 'the weight', bottoms: scores, tops: ['8x10', '1'], ...windows },
  {
    shows: 'a power cannot be computed in place',
    bottoms: scores,
    text: 'label_specific_rescale_param { power_on_positive: true }',
    topNames: ['in0'],
    refused: 'fork/rescale-in-place',
    ...windows,
  },
]);

specify('LabelSpecificStatistics', [
  { shows: 'four and three numbers', bottoms: scores, tops: ['4', '3'], ...windows },
]);

specify('RadialRemovalMargin', [
  { shows: 'four numbers', bottoms: scores, tops: ['8x10', '4', 'unshaped'], ...windows },
]);

specify('FeatureDecayLoss', [
  { shows: 'a loss of norms', bottoms: ['8'], tops: ['scalar'], blobs: ['mean norm 1'], ...windows },
  {
    shows: 'a second top has one number',
    bottoms: ['8'],
    text: 'loss_weight: [1, 0]',
    tops: ['scalar', '1'],
    blobs: ['mean norm 1'],
    ...windows,
  },
  {
    shows: 'the mean is not learned',
    bottoms: ['8'],
    text: 'param { lr_mult: 1 }',
    refused: 'fork/fixed-rate',
    ...windows,
  },
]);
