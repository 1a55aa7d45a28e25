import { specify } from '../../../support/layerTable.ts';

const fork = { dialect: 'yjxiong' } as const;

specify('LSRLoss', [
  { shows: 'a loss', bottoms: ['32x101', '32'], tops: ['scalar'], ...fork },
  {
    shows: 'one label per prediction',
    bottoms: ['2x21x3x3', '2x3'],
    refused: 'softmaxloss/label-count',
    ...fork,
  },
]);

specify('MapRegressionLoss', [
  { shows: 'maps with as many values', bottoms: ['2x9x7x7', '2x441'], tops: ['scalar'], ...fork },
  { shows: 'a map and a box', bottoms: ['2x1x7x7', '2x6x1x1'], tops: ['scalar'], ...fork },
  { shows: 'rejects other maps', bottoms: ['2x9x7x7', '2x9x7x8'], refused: 'fork/map-values', ...fork },
  {
    shows: 'rejects several maps and a box',
    bottoms: ['2x9x7x7', '2x6x1x1'],
    refused: 'fork/map-values',
    ...fork,
  },
  { shows: 'as many items', bottoms: ['2x9x7x7', '3x9x7x7'], refused: 'loss/first-dim', ...fork },
]);

specify('MapAccuracy', [
  { shows: 'compares no shapes', bottoms: ['2x9x7x7', '2x9x6x6'], tops: ['scalar'], ...fork },
]);

specify('MultiLabelLoss', [
  {
    shows: 'shapes only the loss',
    bottoms: ['8x40', '8x40'],
    tops: ['1x1x1x1', 'unshaped'],
    text: 'loss_weight: [1, 0]',
    ...fork,
  },
  { shows: 'as many items', bottoms: ['8x40', '7x40'], refused: 'loss/first-dim', ...fork },
]);

specify('MultiLabelAccuracy', [
  { shows: 'does not shape its top', bottoms: ['8x40', '8x40'], tops: ['unshaped'], ...fork },
  { shows: 'as many items', bottoms: ['8x40', '7x40'], refused: 'fork/accuracy-labels', ...fork },
]);

specify('LabelTransform', [
  { shows: 'one label per item', bottoms: ['8x1'], tops: ['8x1x1x1'], ...fork },
  { shows: 'further tops have no shape', bottoms: ['8'], tops: ['8x1x1x1', 'unshaped'], ...fork },
]);

/** Only old branches have this layer, so the text of a layer in current syntax cannot state its file. */
specify('TransformAccuracy', [
  { shows: 'requires a file of labels', bottoms: ['8x10', '8'], refused: 'fork/label-file', ...fork },
]);
