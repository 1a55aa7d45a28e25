import { specify } from '../../../support/layerTable.ts';

const face = { dialect: 'caffe-face' } as const;
const sphere = { dialect: 'sphereface' } as const;
const seqface = { dialect: 'seqface' } as const;
const windows = { dialect: 'caffe-windows' } as const;
const arcface = { dialect: 'arcface' } as const;

specify('CenterLoss', [
  {
    shows: 'a centre of the features for each class',
    bottoms: ['256x512', '256'],
    text: 'center_loss_param { num_output: 10572 center_filler { type: "xavier" } }',
    tops: ['scalar'],
    blobs: ['centres 10572x512'],
    ...face,
  },
  {
    shows: 'features with several axes are flattened',
    bottoms: ['8x4x3x2', '8x1x1x1'],
    text: 'center_loss_param { num_output: 5 }',
    tops: ['scalar'],
    blobs: ['centres 5x24'],
    ...windows,
  },
  {
    shows: 'from an axis on',
    bottoms: ['8x4x3x2', '8'],
    text: 'center_loss_param { num_output: 5 axis: 2 }',
    tops: ['scalar'],
    blobs: ['centres 5x6'],
    ...seqface,
  },
  {
    shows: 'one label for each item',
    bottoms: ['8x4', '8x2'],
    text: 'center_loss_param { num_output: 5 }',
    refused: 'mll/label-channels',
    ...face,
  },
  {
    shows: 'as many labels as items',
    bottoms: ['8x4', '7'],
    text: 'center_loss_param { num_output: 5 }',
    refused: 'loss/first-dim',
    ...face,
  },
  {
    shows: 'centres that are given',
    bottoms: ['2x2', '2'],
    text: 'center_loss_param { num_output: 1 } blobs { shape { dim: 1 dim: 2 } data: [1, 2] }',
    tops: ['scalar'],
    blobs: ['centres 1x2'],
    ...face,
  },
]);

specify('DSALoss', [
  {
    shows: 'centres of 100 faces and 20 sequences',
    bottoms: ['8x512', '8'],
    text: 'dsa_loss_param { faceid_num: 100 seqid_num: 20 }',
    tops: ['scalar'],
    blobs: ['centres 120x512'],
    ...seqface,
  },
]);

specify('MarginInnerProduct', [
  {
    shows: 'a score for each class: 4 items · 512 features · 10 classes',
    bottoms: ['4x512', '4'],
    text: 'margin_inner_product_param { num_output: 10 weight_filler { type: "xavier" } }',
    tops: ['4x10', '1'],
    blobs: ['weight 10x512'],
    macs: 20480,
    ...sphere,
  },
  {
    shows: 'one top',
    bottoms: ['4x8x2x3', '4x1x1x1'],
    text: 'margin_inner_product_param { num_output: 10 }',
    tops: ['4x10'],
    blobs: ['weight 10x48'],
    ...seqface,
  },
  {
    shows: 'axes in front of the features stay',
    bottoms: ['4x8x3', '4'],
    text: 'margin_inner_product_param { num_output: 10 axis: -1 }',
    tops: ['4x8x10'],
    blobs: ['weight 10x3'],
    macs: 960,
    ...windows,
  },
  {
    shows: 'a label for each item',
    bottoms: ['4x512', '3'],
    text: 'margin_inner_product_param { num_output: 10 }',
    refused: 'fork/label-count',
    ...sphere,
  },
  {
    shows: 'labels are needed',
    bottoms: ['4x512'],
    text: 'margin_inner_product_param { num_output: 10 }',
    refused: 'net/exact-bottoms',
    ...sphere,
  },
  {
    shows: 'its axis must be an axis',
    bottoms: ['4x512', '4'],
    text: 'margin_inner_product_param { num_output: 10 axis: 2 }',
    refused: 'ip/axis-range',
    ...sphere,
  },
]);

specify('SmoothMarginInnerProduct', [
  {
    shows: 'a score for each class',
    bottoms: ['4x512', '4'],
    text: 'smooth_margin_inner_product_param { num_output: 10 }',
    tops: ['4x10'],
    blobs: ['weight 10x512'],
    macs: 20480,
    ...seqface,
  },
]);

specify('AdditiveMarginInnerProduct', [
  {
    shows: 'a score for each class',
    bottoms: ['4x512', '4'],
    text: 'additive_margin_inner_product_param { num_output: 10 }',
    tops: ['4x10'],
    blobs: ['weight 10x512'],
    macs: 20480,
    ...arcface,
  },
]);

specify('LargeMarginInnerProduct', [
  {
    shows: 'a score for each class',
    bottoms: ['4x512', '4'],
    text: 'largemargin_inner_product_param { num_output: 10 }',
    tops: ['4x10', '1'],
    blobs: ['weight 10x512'],
    ...windows,
  },
  {
    shows: 'weights in a bottom',
    bottoms: ['4x512', '4', '7x512'],
    text: 'largemargin_inner_product_param { num_output: 10 }',
    tops: ['4x7', '1'],
    macs: 14336,
    ...windows,
  },
  {
    shows: 'a label for each item',
    bottoms: ['4x512', '3'],
    text: 'largemargin_inner_product_param { num_output: 10 }',
    refused: 'fork/label-count',
    ...windows,
  },
]);

specify('InnerDistance', [
  {
    shows: 'a distance from each centre',
    bottoms: ['4x8x2'],
    text: 'inner_distance_param { num_output: 10 }',
    tops: ['4x10'],
    blobs: ['weight 10x16'],
    macs: 640,
    ...windows,
  },
  {
    shows: 'centres in columns',
    bottoms: ['4x16'],
    text: 'inner_distance_param { num_output: 10 transpose: true }',
    tops: ['4x10'],
    blobs: ['weight 16x10'],
    ...windows,
  },
  {
    shows: 'centres in a bottom',
    bottoms: ['4x16', '7x16'],
    text: 'inner_distance_param { num_output: 10 }',
    tops: ['4x7'],
    ...windows,
  },
  {
    shows: 'labels in the second bottom, to move the centres by',
    bottoms: ['4x16', '7'],
    text: 'inner_distance_param { update_center_only: true }',
    tops: ['4x7'],
    blobs: ['weight 7x16'],
    ...windows,
  },
]);

specify('CosinAddm', [
  {
    shows: 'scores',
    bottoms: ['4x10', '4'],
    text: 'cosin_add_m_param { m: 0.5 }',
    tops: ['4x10'],
    ...arcface,
  },
]);

for (const type of ['AdaCosAddmScale', 'CombinedMargin']) {
  specify(type, [{ shows: 'scores', bottoms: ['4x10', '4'], tops: ['4x10'], ...arcface }]);
}

specify('LabelSpecificAdd', [
  { shows: 'scores, and the summand', bottoms: ['4x10', '4'], tops: ['4x10', '1'], ...windows },
]);

specify('GlobalLSEMargin', [
  {
    shows: 'scores, and numbers about scale and margin',
    bottoms: ['4x10', '4'],
    tops: ['4x10', '5'],
    blobs: ['scale 1', 'margin 1'],
    ...windows,
  },
]);

specify('ChannelScale', [
  { shows: 'a factor for each position', bottoms: ['4x10', '4x1'], tops: ['4x10'], ...windows },
  {
    shows: 'a factor for all, which is kept',
    bottoms: ['4x10', '4x1'],
    text: 'channel_scale_param { global_scale: true }',
    tops: ['4x10', '1'],
    blobs: ['scale 1'],
    ...windows,
  },
  { shows: 'factors are needed', bottoms: ['4x10'], refused: 'net/exact-bottoms', ...windows },
]);
