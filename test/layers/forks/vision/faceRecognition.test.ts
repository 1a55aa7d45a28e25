import { specify } from '../../../support/layerTable.ts';

const face = { dialect: 'caffe-face' } as const;
const sphere = { dialect: 'sphereface' } as const;
const seqface = { dialect: 'seqface' } as const;
const windows = { dialect: 'caffe-windows' } as const;
const arcface = { dialect: 'arcface' } as const;

specify('CenterLoss', [
  {
    shows: 'one center per class',
    bottoms: ['256x512', '256'],
    text: 'center_loss_param { num_output: 10572 center_filler { type: "xavier" } }',
    tops: ['scalar'],
    blobs: ['centers 10572x512'],
    ...face,
  },
  {
    shows: 'features with several axes are flattened',
    bottoms: ['8x4x3x2', '8x1x1x1'],
    text: 'center_loss_param { num_output: 5 }',
    tops: ['scalar'],
    blobs: ['centers 5x24'],
    ...windows,
  },
  {
    shows: 'features start at an axis',
    bottoms: ['8x4x3x2', '8'],
    text: 'center_loss_param { num_output: 5 axis: 2 }',
    tops: ['scalar'],
    blobs: ['centers 5x6'],
    ...seqface,
  },
  {
    shows: 'one label per item',
    bottoms: ['8x4', '8x2'],
    text: 'center_loss_param { num_output: 5 }',
    refused: 'mll/label-channels',
    ...face,
  },
  {
    shows: 'requires as many labels as items',
    bottoms: ['8x4', '7'],
    text: 'center_loss_param { num_output: 5 }',
    refused: 'loss/first-dim',
    ...face,
  },
  {
    shows: 'stored centers are used',
    bottoms: ['2x2', '2'],
    text: 'center_loss_param { num_output: 1 } blobs { shape { dim: 1 dim: 2 } data: [1, 2] }',
    tops: ['scalar'],
    blobs: ['centers 1x2'],
    ...face,
  },
]);

specify('DSALoss', [
  {
    shows: 'centers of 100 faces and 20 sequences',
    bottoms: ['8x512', '8'],
    text: 'dsa_loss_param { faceid_num: 100 seqid_num: 20 }',
    tops: ['scalar'],
    blobs: ['centers 120x512'],
    ...seqface,
  },
]);

specify('MarginInnerProduct', [
  {
    shows: 'one score per class: 4 items · 512 features · 10 classes',
    bottoms: ['4x512', '4'],
    text: 'margin_inner_product_param { num_output: 10 weight_filler { type: "xavier" } }',
    tops: ['4x10', '1'],
    blobs: ['weight 10x512'],
    macs: 20480,
    ...sphere,
  },
  {
    shows: 'has one top',
    bottoms: ['4x8x2x3', '4x1x1x1'],
    text: 'margin_inner_product_param { num_output: 10 }',
    tops: ['4x10'],
    blobs: ['weight 10x48'],
    ...seqface,
  },
  {
    shows: 'axes before the features are kept',
    bottoms: ['4x8x3', '4'],
    text: 'margin_inner_product_param { num_output: 10 axis: -1 }',
    tops: ['4x8x10'],
    blobs: ['weight 10x3'],
    macs: 960,
    ...windows,
  },
  {
    shows: 'requires one label per item',
    bottoms: ['4x512', '3'],
    text: 'margin_inner_product_param { num_output: 10 }',
    refused: 'fork/label-count',
    ...sphere,
  },
  {
    shows: 'labels are required',
    bottoms: ['4x512'],
    text: 'margin_inner_product_param { num_output: 10 }',
    refused: 'net/exact-bottoms',
    ...sphere,
  },
  {
    shows: 'its axis must be in range',
    bottoms: ['4x512', '4'],
    text: 'margin_inner_product_param { num_output: 10 axis: 2 }',
    refused: 'ip/axis-range',
    ...sphere,
  },
]);

specify('SmoothMarginInnerProduct', [
  {
    shows: 'one score per class',
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
    shows: 'one score per class',
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
    shows: 'one score per class',
    bottoms: ['4x512', '4'],
    text: 'largemargin_inner_product_param { num_output: 10 }',
    tops: ['4x10', '1'],
    blobs: ['weight 10x512'],
    ...windows,
  },
  {
    shows: 'a bottom may have the weights',
    bottoms: ['4x512', '4', '7x512'],
    text: 'largemargin_inner_product_param { num_output: 10 }',
    tops: ['4x7', '1'],
    macs: 14336,
    ...windows,
  },
  {
    shows: 'requires one label per item',
    bottoms: ['4x512', '3'],
    text: 'largemargin_inner_product_param { num_output: 10 }',
    refused: 'fork/label-count',
    ...windows,
  },
]);

specify('InnerDistance', [
  {
    shows: 'one distance per center',
    bottoms: ['4x8x2'],
    text: 'inner_distance_param { num_output: 10 }',
    tops: ['4x10'],
    blobs: ['weight 10x16'],
    macs: 640,
    ...windows,
  },
  {
    shows: 'centers in columns',
    bottoms: ['4x16'],
    text: 'inner_distance_param { num_output: 10 transpose: true }',
    tops: ['4x10'],
    blobs: ['weight 16x10'],
    ...windows,
  },
  {
    shows: 'a bottom may have the centers',
    bottoms: ['4x16', '7x16'],
    text: 'inner_distance_param { num_output: 10 }',
    tops: ['4x7'],
    ...windows,
  },
  {
    shows: 'the second bottom may have labels that update the centers',
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
  { shows: 'scores, and the added number', bottoms: ['4x10', '4'], tops: ['4x10', '1'], ...windows },
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
  { shows: 'one factor per position', bottoms: ['4x10', '4x1'], tops: ['4x10'], ...windows },
  {
    shows: 'a stored factor for all positions',
    bottoms: ['4x10', '4x1'],
    text: 'channel_scale_param { global_scale: true }',
    tops: ['4x10', '1'],
    blobs: ['scale 1'],
    ...windows,
  },
  { shows: 'factors are required', bottoms: ['4x10'], refused: 'net/exact-bottoms', ...windows },
]);

specify('AdaCosAddmScale', [
  {
    shows: 'has parameters, which its repository states beside its caffe.proto',
    dialect: 'arcface',
    bottoms: ['8x10', '8'],
    text: 'adacos_add_m_scale_param { m: 0.5 num_classes: 10 transform_test: true }',
    tops: ['8x10'],
  },
]);
