import { specify } from '../../../support/layerTable.ts';

const fastRcnn = { dialect: 'fast-rcnn' } as const;
const rfcn = { dialect: 'r-fcn' } as const;
const intel = { dialect: 'intel' } as const;
const windows = { dialect: 'caffe-windows' } as const;

specify('SmoothL1Loss', [
  { shows: 'predictions and targets', bottoms: ['4x8', '4x8'], tops: ['scalar'], ...fastRcnn },
  {
    shows: 'accepts weights of both kinds',
    bottoms: ['4x8', '4x8', '4x8', '4x8'],
    tops: ['scalar'],
    ...fastRcnn,
  },
  {
    shows: 'accepts one kind of weights, as in Fast R-CNN',
    bottoms: ['4x8', '4x8', '4x8'],
    tops: ['scalar'],
    ...fastRcnn,
  },
  {
    shows: 'Intel also has it',
    bottoms: ['1x36x9x9', '1x36x9x9', '1x36x9x9', '1x36x9x9'],
    tops: ['scalar'],
    ...intel,
  },
  {
    shows: 'rejects five bottoms',
    bottoms: ['4', '4', '4', '4', '4'],
    refused: 'net/max-bottoms',
    ...fastRcnn,
  },
  {
    shows: 'requires targets with the same items',
    bottoms: ['4x8', '3x8'],
    refused: 'loss/first-dim',
    ...fastRcnn,
  },
  {
    shows: 'requires targets of the same shape',
    bottoms: ['4x8', '4x6'],
    refused: 'ssd/smoothl1-channels',
    ...fastRcnn,
  },
  {
    shows: 'requires weights of the same shape',
    bottoms: ['4x8x3x2', '4x8x3x2', '4x8x3x2', '4x8x3x1'],
    refused: 'ssd/smoothl1-width',
    ...fastRcnn,
  },
  { shows: 'accepts one weight', bottoms: ['4x8', '4x8', '4x8'], tops: ['scalar'], dialect: 'segaware' },
  {
    shows: 'other forks reject two weights',
    bottoms: ['4x8', '4x8', '4x8', '4x8'],
    refused: 'net/max-bottoms',
    dialect: 'segaware',
  },
  {
    shows: 'NVCaffe rejects weights',
    bottoms: ['4x8', '4x8', '4x8'],
    refused: 'net/exact-bottoms',
    dialect: 'nvidia',
  },
  {
    shows: 'a second top has the loss per region, without loss weights',
    bottoms: ['300x8', '300x8', '300x8'],
    tops: ['scalar', '300x1x1x1'],
    ...rfcn,
  },
  { shows: 'Caffe adds a missing top', bottoms: ['300x8', '300x8'], topNames: [], tops: ['scalar'], ...rfcn },
]);

specify('SmoothL1LossOHEM', [
  {
    shows: 'a second top has the loss per position',
    bottoms: ['1x8x3x2', '1x8x3x2', '1x8x3x2'],
    tops: ['scalar', '1x1x3x2'],
    ...intel,
  },
  {
    shows: 'requires weights of the same shape',
    bottoms: ['4x8', '4x8', '4x1'],
    refused: 'ssd/smoothl1-channels',
    ...intel,
  },
]);

specify('SoftmaxWithLossOHEM', [
  {
    shows: 'probabilities, and the loss per prediction',
    bottoms: ['300x21', '300'],
    text: 'loss_weight: [1, 0, 0]',
    tops: ['scalar', '300x21', '300'],
    ...intel,
  },
  {
    shows: 'three tops require three loss weights',
    bottoms: ['300x21', '300'],
    topNames: ['a', 'b', 'c'],
    refused: 'net/loss-weight-count',
    ...intel,
  },
  {
    shows: 'requires one label per prediction',
    bottoms: ['2x21x3x3', '2x3'],
    refused: 'softmaxloss/label-count',
    ...intel,
  },
]);

specify('SoftmaxWithLoss', [
  {
    shows: 'R-FCN supports several tops',
    bottoms: ['300x21', '300'],
    text: 'loss_weight: [1, 0, 0]',
    tops: ['scalar', '300x21', '300'],
    ...rfcn,
  },
  { shows: 'accepts weights of the predictions', bottoms: ['64x10', '64', '64'], tops: ['scalar'], ...intel },
  {
    shows: 'other forks reject weights',
    bottoms: ['64x10', '64', '64'],
    refused: 'net/exact-bottoms',
    ...fastRcnn,
  },
]);

specify('EuclideanLoss', [
  { shows: 'accepts weights of the items', bottoms: ['4x3', '4x3', '4'], tops: ['scalar'], ...windows },
]);

specify('ContrastiveLoss', [
  {
    shows: 'accepts both labels of a pair',
    bottoms: ['4x64', '4x64', '4', '4'],
    tops: ['scalar'],
    ...windows,
  },
  {
    shows: 'rejects a similarity label',
    bottoms: ['4x64', '4x64', '4'],
    refused: 'net/exact-bottoms',
    ...windows,
  },
]);

specify('L1Loss', [
  { shows: 'accepts a difference', bottoms: ['4x2x8x8'], tops: ['scalar'], dialect: 'flownet2' },
  {
    shows: 'accepts two blobs',
    bottoms: ['4x2x8x8', '4x2x8x8'],
    tops: ['scalar'],
    dialect: 'flownet2',
  },
  {
    shows: 'requires the same shape',
    bottoms: ['4x2x8x8', '4x2x8x4'],
    refused: 'eltwise/shape',
    dialect: 'segaware',
  },
  {
    shows: 'requires the same number of values per item',
    bottoms: ['4x2x8', '4x16'],
    tops: ['scalar'],
    dialect: 'nvidia',
  },
  { shows: 'rejects fewer values', bottoms: ['4x2x8', '4x15'], refused: 'euclidean/dim', dialect: 'nvidia' },
  { shows: 'requires two blobs', bottoms: ['4x2x8'], refused: 'net/exact-bottoms', dialect: 'nvidia' },
  {
    shows: 'requires images of the same size',
    bottoms: ['4x2x8', '4x16'],
    refused: 'ssd/smoothl1-channels',
    dialect: 'vpgnet',
  },
]);

specify('FocalLoss', [
  { shows: 'requires one label per prediction', bottoms: ['64x10', '64'], tops: ['scalar'], ...windows },
  {
    shows: 'rejects fewer labels',
    bottoms: ['2x10x3x3', '2'],
    refused: 'softmaxloss/label-count',
    ...windows,
  },
  {
    shows: 'classes along a different axis',
    bottoms: ['2x3x10', '2x3'],
    text: 'softmax_param { axis: 2 }',
    tops: ['scalar'],
    ...windows,
  },
  { shows: 'one label per score', bottoms: ['64x10', '64x10'], tops: ['scalar'], dialect: 'seqface' },
  {
    shows: 'one label per item is rejected',
    bottoms: ['64x10', '64'],
    refused: 'sce/count',
    dialect: 'seqface',
  },
]);

specify('WingLoss', [
  { shows: 'accepts weights', bottoms: ['8x136', '8x136', '8x136'], tops: ['scalar'], dialect: 'layers-hub' },
  {
    shows: 'requires targets of the same shape',
    bottoms: ['8x136', '8x10'],
    refused: 'ssd/smoothl1-channels',
    dialect: 'layers-hub',
  },
  {
    shows: 'arcface: the shapes are not checked',
    bottoms: ['8x136', '8x10'],
    tops: ['scalar'],
    dialect: 'arcface',
  },
]);

specify('SoftmaxKLDLoss', [
  {
    shows: 'accepts a distribution and a mask',
    bottoms: ['8x100', '8x100x1', '8'],
    tops: ['scalar'],
    dialect: 'ddpn',
  },
  {
    shows: 'requires the same number of values',
    bottoms: ['8x100', '8x99'],
    refused: 'fork/same-count',
    dialect: 'ddpn',
  },
]);

specify('ConfidencePenaltyLoss', [
  { shows: 'one label per item', bottoms: ['8x10', '8'], tops: ['scalar'], ...windows },
  {
    shows: 'rejects two labels per item',
    bottoms: ['8x10', '8x2'],
    refused: 'mll/label-channels',
    ...windows,
  },
]);

specify('SmoothL1Loss', [
  {
    shows: 'Cascade R-CNN: weights of both kinds and the loss per region',
    bottoms: ['8x4', '8x4', '8x4', '8x4'],
    tops: ['scalar', '8x1x1x1'],
    dialect: 'cascade-rcnn',
  },
  {
    shows: 'RefineDet: no weights, as in SSD',
    bottoms: ['8x4', '8x4', '8x4', '8x4'],
    refused: 'net/exact-bottoms',
    dialect: 'refinedet',
  },
]);

specify('SoftmaxWithLoss', [
  {
    shows: 'SegNet requires a weight for each class',
    dialect: 'segnet',
    bottoms: ['2x3x4x4', '2x1x4x4'],
    text: 'loss_param { weight_by_label_freqs: true class_weighting: 1 }',
    refused: 'fork/class-weights',
  },
  {
    shows: 'SegNet requires weights only if they are used',
    dialect: 'segnet',
    bottoms: ['2x3x4x4', '2x1x4x4'],
    text: 'loss_param { class_weighting: 1 }',
    tops: ['scalar'],
  },
  {
    shows: 'SegNet weights the classes',
    dialect: 'segnet',
    bottoms: ['2x3x4x4', '2x1x4x4'],
    text: 'loss_param { weight_by_label_freqs: true class_weighting: [1, 2, 3] }',
    tops: ['scalar'],
  },
]);
