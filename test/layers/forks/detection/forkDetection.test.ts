import { specify } from '../../../support/layerTable.ts';

const sstd = { dialect: 'sstd' } as const;

specify('DetectionOutput', [
  {
    shows: 'a row of 7 numbers for each box',
    bottoms: ['1x40', '1x210', '1x2x40'],
    text: 'detection_output_param { num_classes: 21 }',
    tops: ['?x7'],
    dialect: 'mini-caffe',
  },
  {
    shows: 'scores of 10 priors and 21 classes',
    bottoms: ['1x40', '1x200', '1x2x40'],
    text: 'detection_output_param { num_classes: 21 }',
    refused: 'ssd/detout-conf',
    dialect: 'mini-caffe',
  },
]);

specify('DetectionOrientedOutput', [
  {
    shows: 'a row of 12 numbers for each turned box',
    bottoms: ['1x40', '1x20', '1x2x40', '1x50'],
    text: 'detection_output_param { num_classes: 2 }',
    tops: ['1x1x?x12'],
    ...sstd,
  },
  {
    shows: 'oriented locations are needed',
    bottoms: ['1x40', '1x20', '1x2x40'],
    text: 'detection_output_param { num_classes: 2 }',
    refused: 'net/min-bottoms',
    ...sstd,
  },
]);

specify('MultiBoxOrientedLoss', [
  {
    shows: 'ten priors with 4 and 5 numbers',
    bottoms: ['1x40', '1x20', '1x2x40', '1x1x3x8', '1x1x3x13', '1x50'],
    text: 'multibox_loss_param { num_classes: 2 }',
    tops: ['scalar'],
    ...sstd,
  },
  {
    shows: 'not 4 of both kinds',
    bottoms: ['1x40', '1x20', '1x2x40', '1x1x3x8', '1x1x3x13', '1x40'],
    text: 'multibox_loss_param { num_classes: 2 }',
    refused: 'ssd/multibox-loc',
    ...sstd,
  },
]);

specify('PredictBox', [
  {
    shows: 'a box at every position, and those that are kept',
    bottoms: ['1x2x30x40', '1x4x30x40'],
    tops: ['1x5x30x40', '1x?x5'],
    dialect: 'caffe-windows',
  },
]);

const refinedet = { dialect: 'refinedet' } as const;

specify('DetectionOutput', [
  {
    shows: 'in RefineDet, scores and places of the refined anchors besides',
    bottoms: ['2x40', '2x210', '1x2x40', '2x20', '2x40'],
    text: 'detection_output_param { num_classes: 21 objectness_score: 0.01 }',
    tops: ['1x1x1x7'],
    ...refinedet,
  },
  {
    shows: 'or neither',
    bottoms: ['2x40', '2x210', '1x2x40'],
    text: 'detection_output_param { num_classes: 21 }',
    tops: ['1x1x1x7'],
    ...refinedet,
  },
  {
    shows: 'but priors',
    bottoms: ['2x40', '2x210'],
    text: 'detection_output_param { num_classes: 21 }',
    refused: 'net/min-bottoms',
    ...refinedet,
  },
]);

specify('MultiBoxLoss', [
  {
    shows: 'in RefineDet, scores and places of the refined anchors besides',
    bottoms: ['2x40', '2x210', '1x2x40', '1x1x3x8', '2x20', '2x40'],
    text: 'multibox_loss_param { num_classes: 21 objectness_score: 0.01 }',
    tops: ['scalar'],
    ...refinedet,
  },
  {
    shows: 'of as many priors',
    bottoms: ['2x44', '2x210', '1x2x40', '1x1x3x8', '2x20', '2x40'],
    text: 'multibox_loss_param { num_classes: 21 }',
    refused: 'ssd/multibox-loc',
    ...refinedet,
  },
]);
