import { specify } from '../../../support/layerTable.ts';

const sstd = { dialect: 'sstd' } as const;

specify('DetectionOutput', [
  {
    shows: 'one row of 7 numbers per box',
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
    shows: 'one row of 12 numbers per rotated box',
    bottoms: ['1x40', '1x20', '1x2x40', '1x50'],
    text: 'detection_output_param { num_classes: 2 }',
    tops: ['1x1x?x12'],
    ...sstd,
  },
  {
    shows: 'oriented locations are required',
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
    shows: 'oriented locations with 4 numbers are rejected',
    bottoms: ['1x40', '1x20', '1x2x40', '1x1x3x8', '1x1x3x13', '1x40'],
    text: 'multibox_loss_param { num_classes: 2 }',
    refused: 'ssd/multibox-loc',
    ...sstd,
  },
]);

specify('PredictBox', [
  {
    shows: 'one box per position, and the selected boxes',
    bottoms: ['1x2x30x40', '1x4x30x40'],
    tops: ['1x5x30x40', '1x?x5'],
    dialect: 'caffe-windows',
  },
]);

const refinedet = { dialect: 'refinedet' } as const;

specify('DetectionOutput', [
  {
    shows: 'RefineDet: also scores and locations of the refined anchors',
    bottoms: ['2x40', '2x210', '1x2x40', '2x20', '2x40'],
    text: 'detection_output_param { num_classes: 21 objectness_score: 0.01 }',
    tops: ['1x1x1x7'],
    ...refinedet,
  },
  {
    shows: 'RefineDet: the refined anchors are optional',
    bottoms: ['2x40', '2x210', '1x2x40'],
    text: 'detection_output_param { num_classes: 21 }',
    tops: ['1x1x1x7'],
    ...refinedet,
  },
  {
    shows: 'RefineDet: priors are required',
    bottoms: ['2x40', '2x210'],
    text: 'detection_output_param { num_classes: 21 }',
    refused: 'net/min-bottoms',
    ...refinedet,
  },
]);

specify('MultiBoxLoss', [
  {
    shows: 'RefineDet: also scores and locations of the refined anchors',
    bottoms: ['2x40', '2x210', '1x2x40', '1x1x3x8', '2x20', '2x40'],
    text: 'multibox_loss_param { num_classes: 21 objectness_score: 0.01 }',
    tops: ['scalar'],
    ...refinedet,
  },
  {
    shows: 'RefineDet: the number of priors must match',
    bottoms: ['2x44', '2x210', '1x2x40', '1x1x3x8', '2x20', '2x40'],
    text: 'multibox_loss_param { num_classes: 21 }',
    refused: 'ssd/multibox-loc',
    ...refinedet,
  },
]);
