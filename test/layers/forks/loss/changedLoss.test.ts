import { specify } from '../../../support/layerTable.ts';

const deepdetect = { dialect: 'deepdetect' } as const;

specify('SoftmaxWithLoss', [
  {
    shows: 'DeepDetect does not compare the first axes',
    bottoms: ['4x3', '2x2'],
    tops: ['scalar'],
    ...deepdetect,
  },
  {
    shows: 'DeepDetect compares the number of labels',
    bottoms: ['4x3', '2x3'],
    refused: 'softmaxloss/label-count',
    ...deepdetect,
  },
  { shows: 'BVLC compares the first axes', bottoms: ['4x3', '2x2'], refused: 'loss/first-dim' },
]);

specify('EuclideanLoss', [
  {
    shows: 'DeepDetect compares the numbers of values per item',
    bottoms: ['4x3', '2x3'],
    tops: ['scalar'],
    ...deepdetect,
  },
]);

specify('InfogainLoss', [
  {
    shows: 'DeepDetect has the older layer: one label of each item',
    bottoms: ['2x3x4x4', '2x1x4x4', '1x1x3x3'],
    refused: 'ssd/infogain-label',
    ...deepdetect,
  },
  {
    shows: 'DeepDetect compares the matrix with all values of an item',
    bottoms: ['2x3x4x4', '2', '1x1x3x3'],
    refused: 'ssd/infogain-matrix',
    ...deepdetect,
  },
  {
    shows: 'DeepDetect has a matrix of two axes at the end',
    bottoms: ['2x3', '2', '1x1x3x3'],
    tops: ['scalar'],
    ...deepdetect,
  },
  {
    shows: 'DeepDetect has one top',
    bottoms: ['2x3', '2', '1x1x3x3'],
    topNames: ['a', 'b'],
    refused: 'net/exact-tops',
    ...deepdetect,
  },
]);

specify('SigmoidCrossEntropyLoss', [
  {
    shows: "Intel's accepts a third bottom",
    dialect: 'intel',
    bottoms: ['4x3', '4x3', '4'],
    tops: ['scalar'],
  },
  {
    shows: "BVLC's accepts no third bottom",
    bottoms: ['4x3', '4x3', '4'],
    refused: 'net/exact-bottoms',
  },
]);

specify('SmoothL1Loss', [
  {
    shows: 'that of FaceBoxes takes two bottoms, as LossLayer does',
    dialect: 'faceboxes',
    bottoms: ['2x4', '2x4', '2x4'],
    refused: 'net/exact-bottoms',
  },
  {
    shows: 'that of segaware has no weights of the losses',
    dialect: 'segaware',
    bottoms: ['2x4', '2x4', '2x4', '2x4'],
    refused: 'net/max-bottoms',
  },
]);
