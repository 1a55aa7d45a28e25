import { specify } from '../../../support/layerTable.ts';

const fastRcnn = { dialect: 'fast-rcnn' } as const;
const rfcn = { dialect: 'r-fcn' } as const;
const intel = { dialect: 'intel' } as const;
const windows = { dialect: 'caffe-windows' } as const;

specify('SmoothL1Loss', [
  { shows: 'predictions and targets', bottoms: ['4x8', '4x8'], tops: ['scalar'], ...fastRcnn },
  {
    shows: 'and weights of both kinds',
    bottoms: ['4x8', '4x8', '4x8', '4x8'],
    tops: ['scalar'],
    ...fastRcnn,
  },
  { shows: 'or of one, as Fast R-CNN has it', bottoms: ['4x8', '4x8', '4x8'], tops: ['scalar'], ...fastRcnn },
  {
    shows: 'Intel has it too',
    bottoms: ['1x36x9x9', '1x36x9x9', '1x36x9x9', '1x36x9x9'],
    tops: ['scalar'],
    ...intel,
  },
  { shows: 'not five bottoms', bottoms: ['4', '4', '4', '4', '4'], refused: 'net/max-bottoms', ...fastRcnn },
  { shows: 'targets of the same items', bottoms: ['4x8', '3x8'], refused: 'loss/first-dim', ...fastRcnn },
  {
    shows: 'targets of the same shape',
    bottoms: ['4x8', '4x6'],
    refused: 'ssd/smoothl1-channels',
    ...fastRcnn,
  },
  {
    shows: 'weights of the same shape',
    bottoms: ['4x8x3x2', '4x8x3x2', '4x8x3x2', '4x8x3x1'],
    refused: 'ssd/smoothl1-width',
    ...fastRcnn,
  },
  { shows: 'one weight', bottoms: ['4x8', '4x8', '4x8'], tops: ['scalar'], dialect: 'segaware' },
  {
    shows: 'not two weights in other forks',
    bottoms: ['4x8', '4x8', '4x8', '4x8'],
    refused: 'net/max-bottoms',
    dialect: 'segaware',
  },
  {
    shows: 'no weight in NVCaffe',
    bottoms: ['4x8', '4x8', '4x8'],
    refused: 'net/exact-bottoms',
    dialect: 'nvidia',
  },
  {
    shows: 'a second top has the loss of each region, without any weight',
    bottoms: ['300x8', '300x8', '300x8'],
    tops: ['scalar', '300x1x1x1'],
    ...rfcn,
  },
  { shows: 'whose top need not be named', bottoms: ['300x8', '300x8'], tops: [], ...rfcn },
]);

specify('SmoothL1LossOHEM', [
  {
    shows: 'a second top has the loss of each position',
    bottoms: ['1x8x3x2', '1x8x3x2', '1x8x3x2'],
    tops: ['scalar', '1x1x3x2'],
    ...intel,
  },
  {
    shows: 'weights of the same shape',
    bottoms: ['4x8', '4x8', '4x1'],
    refused: 'ssd/smoothl1-channels',
    ...intel,
  },
]);

specify('SoftmaxWithLossOHEM', [
  {
    shows: 'probabilities, and the loss of each prediction',
    bottoms: ['300x21', '300'],
    text: 'loss_weight: [1, 0, 0]',
    tops: ['scalar', '300x21', '300'],
    ...intel,
  },
  {
    shows: 'three tops need three weights',
    bottoms: ['300x21', '300'],
    topNames: ['a', 'b', 'c'],
    refused: 'net/loss-weight-count',
    ...intel,
  },
  {
    shows: 'a label for each prediction',
    bottoms: ['2x21x3x3', '2x3'],
    refused: 'softmaxloss/label-count',
    ...intel,
  },
]);

specify('SoftmaxWithLoss', [
  {
    shows: 'R-FCN can build it with several tops',
    bottoms: ['300x21', '300'],
    text: 'loss_weight: [1, 0, 0]',
    tops: ['scalar', '300x21', '300'],
    ...rfcn,
  },
  { shows: 'weights of the predictions', bottoms: ['64x10', '64', '64'], tops: ['scalar'], ...intel },
  {
    shows: 'which other forks do not take',
    bottoms: ['64x10', '64', '64'],
    refused: 'net/exact-bottoms',
    ...fastRcnn,
  },
]);

specify('EuclideanLoss', [
  { shows: 'weights of the items', bottoms: ['4x3', '4x3', '4'], tops: ['scalar'], ...windows },
]);

specify('ContrastiveLoss', [
  { shows: 'both labels of a pair', bottoms: ['4x64', '4x64', '4', '4'], tops: ['scalar'], ...windows },
  {
    shows: 'not whether they are alike',
    bottoms: ['4x64', '4x64', '4'],
    refused: 'net/exact-bottoms',
    ...windows,
  },
]);

specify('L1Loss', [
  { shows: 'a difference', bottoms: ['4x2x8x8'], tops: ['scalar'], dialect: 'flownet2' },
  {
    shows: 'the difference of two blobs',
    bottoms: ['4x2x8x8', '4x2x8x8'],
    tops: ['scalar'],
    dialect: 'flownet2',
  },
  { shows: 'of one shape', bottoms: ['4x2x8x8', '4x2x8x4'], refused: 'eltwise/shape', dialect: 'segaware' },
  { shows: 'as many values for each item', bottoms: ['4x2x8', '4x16'], tops: ['scalar'], dialect: 'nvidia' },
  { shows: 'not fewer', bottoms: ['4x2x8', '4x15'], refused: 'euclidean/dim', dialect: 'nvidia' },
  { shows: 'two blobs', bottoms: ['4x2x8'], refused: 'net/exact-bottoms', dialect: 'nvidia' },
  {
    shows: 'images of one size',
    bottoms: ['4x2x8', '4x16'],
    refused: 'ssd/smoothl1-channels',
    dialect: 'vpgnet',
  },
]);

specify('FocalLoss', [
  { shows: 'a label for each prediction', bottoms: ['64x10', '64'], tops: ['scalar'], ...windows },
  {
    shows: 'not fewer labels',
    bottoms: ['2x10x3x3', '2'],
    refused: 'softmaxloss/label-count',
    ...windows,
  },
  {
    shows: 'classes along another axis',
    bottoms: ['2x3x10', '2x3'],
    text: 'softmax_param { axis: 2 }',
    tops: ['scalar'],
    ...windows,
  },
  { shows: 'a label for each score', bottoms: ['64x10', '64x10'], tops: ['scalar'], dialect: 'seqface' },
  { shows: 'not for each item', bottoms: ['64x10', '64'], refused: 'sce/count', dialect: 'seqface' },
]);

specify('WingLoss', [
  { shows: 'weights', bottoms: ['8x136', '8x136', '8x136'], tops: ['scalar'], dialect: 'layers-hub' },
  {
    shows: 'targets of the same shape',
    bottoms: ['8x136', '8x10'],
    refused: 'ssd/smoothl1-channels',
    dialect: 'layers-hub',
  },
  { shows: 'a fork that does not look', bottoms: ['8x136', '8x10'], tops: ['scalar'], dialect: 'arcface' },
]);

specify('SoftmaxKLDLoss', [
  {
    shows: 'a distribution and a mask',
    bottoms: ['8x100', '8x100x1', '8'],
    tops: ['scalar'],
    dialect: 'ddpn',
  },
  { shows: 'as many values', bottoms: ['8x100', '8x99'], refused: 'fork/same-count', dialect: 'ddpn' },
]);

specify('ConfidencePenaltyLoss', [
  { shows: 'one label for each item', bottoms: ['8x10', '8'], tops: ['scalar'], ...windows },
  { shows: 'not two', bottoms: ['8x10', '8x2'], refused: 'mll/label-channels', ...windows },
]);

specify('SmoothL1Loss', [
  {
    shows: 'in the Cascade R-CNN fork, weights of both kinds and the loss of each region',
    bottoms: ['8x4', '8x4', '8x4', '8x4'],
    tops: ['scalar', '8x1x1x1'],
    dialect: 'cascade-rcnn',
  },
  {
    shows: 'in RefineDet, as in SSD, none',
    bottoms: ['8x4', '8x4', '8x4', '8x4'],
    refused: 'net/exact-bottoms',
    dialect: 'refinedet',
  },
]);
