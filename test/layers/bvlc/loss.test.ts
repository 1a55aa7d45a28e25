import { specify } from '../../support/layerTable.ts';

const ssd = { dialect: 'ssd' } as const;

specify('Accuracy', [
  { shows: 'the top is a scalar', bottoms: ['64x10', '64'], tops: ['scalar'] },
  { shows: 'a second top has one value per class', bottoms: ['64x10', '64'], tops: ['scalar', '10'] },
  { shows: 'one label per position', bottoms: ['2x5x3x3', '2x1x3x3'], tops: ['scalar'] },
  {
    shows: 'classes along a different axis',
    bottoms: ['2x3x5', '2x3'],
    text: 'accuracy_param { axis: -1 top_k: 5 }',
    tops: ['scalar', '5'],
  },
  { shows: 'labels of any shape', bottoms: ['64x10', '1x64'], tops: ['scalar'] },
  { shows: 'labels are required', bottoms: ['4x10', '0'], refused: 'accuracy/label-empty' },
  {
    shows: 'top_k may not exceed the number of classes',
    bottoms: ['4x10', '4'],
    text: 'accuracy_param { top_k: 11 }',
    refused: 'accuracy/top-k',
  },
  {
    shows: 'more labels than scores are reported as a too large top_k',
    bottoms: ['4x10', '41'],
    refused: 'accuracy/top-k',
  },
  {
    shows: 'axis must be in range',
    bottoms: ['4x10', '4'],
    text: 'accuracy_param { axis: 2 }',
    refused: 'accuracy/axis-range',
  },
  { shows: 'requires one label per prediction', bottoms: ['4x10', '3'], refused: 'accuracy/label-count' },
  { shows: 'requires predictions and labels', bottoms: ['4x10'], refused: 'net/exact-bottoms' },
  {
    shows: 'has at most two tops',
    bottoms: ['4x10', '4'],
    topNames: ['a', 'b', 'c'],
    refused: 'net/max-tops',
  },
  {
    shows: 'the number of loss weights is checked',
    bottoms: ['4x10', '4'],
    text: 'loss_weight: [1, 1]',
    refused: 'net/loss-weight-count',
  },
]);

specify('SoftmaxWithLoss', [
  { shows: 'the top is a scalar', bottoms: ['64x10', '64'], tops: ['scalar'] },
  {
    shows: 'Caffe adds a top that is not declared',
    bottoms: ['64x10', '64'],
    topNames: [],
    tops: ['scalar'],
  },
  { shows: 'labels with axes of 1', bottoms: ['64x10', '64x1x1x1'], tops: ['scalar'] },
  { shows: 'one label per position', bottoms: ['2x5x3x3', '2x3x3'], tops: ['scalar'] },
  {
    shows: 'classes along a different axis',
    bottoms: ['2x3x5', '2x3'],
    text: 'softmax_param { axis: 2 }',
    tops: ['scalar'],
  },
  {
    shows: 'its axis must be in range',
    bottoms: ['4x10', '4'],
    text: 'softmax_param { axis: 2 }',
    refused: 'softmaxloss/axis-range',
  },
  { shows: 'a scalar has no classes', bottoms: ['scalar', '1'], refused: 'softmaxloss/axis-range' },
  {
    shows: 'the top cannot overwrite the predictions',
    bottoms: ['4x10', '4'],
    topNames: ['in0'],
    refused: 'softmaxloss/axis-range',
  },
  { shows: 'requires the same number of items', bottoms: ['4x10', '3'], refused: 'loss/first-dim' },
  { shows: 'labels of shape 1×N are one item', bottoms: ['4x10', '1x4'], refused: 'loss/first-dim' },
  { shows: 'scalar labels are rejected', bottoms: ['1x10', 'scalar'], refused: 'blob/axis-range' },
  {
    shows: 'requires one label per prediction',
    bottoms: ['2x5x3x3', '2'],
    refused: 'softmaxloss/label-count',
  },
  {
    shows: 'the default loss weight requires predictions',
    bottoms: ['0x10', '0'],
    refused: 'net/loss-weight-empty-top',
  },
  {
    shows: 'without a loss weight, empty predictions are accepted',
    bottoms: ['0x10', '0'],
    text: 'loss_weight: 0',
    tops: ['scalar'],
  },
  {
    shows: 'two tops without loss weights are rejected',
    bottoms: ['4x10', '4'],
    topNames: ['loss', 'prob'],
    refused: 'softmaxloss/two-tops',
  },
  {
    shows: 'two tops with two loss weights are rejected',
    bottoms: ['4x10', '4'],
    topNames: ['loss', 'prob'],
    text: 'loss_weight: [1, 0]',
    refused: 'softmaxloss/two-tops',
  },
]);

specify('EuclideanLoss', [
  { shows: 'the top is a scalar', bottoms: ['4x3', '4x3'], tops: ['scalar'] },
  {
    shows: 'equal numbers of values per item are sufficient',
    bottoms: ['4x2x3', '4x6x1x1'],
    tops: ['scalar'],
  },
  { shows: 'items with one value', bottoms: ['4', '4x1'], tops: ['scalar'] },
  { shows: 'Caffe adds a top that is not declared', bottoms: ['4x3', '4x3'], topNames: [], tops: ['scalar'] },
  { shows: 'requires the same number of items', bottoms: ['4x3', '3x3'], refused: 'loss/first-dim' },
  { shows: 'requires the same number of values per item', bottoms: ['4x3', '4x2'], refused: 'euclidean/dim' },
  { shows: 'scalars have no items', bottoms: ['scalar', 'scalar'], refused: 'blob/axis-range' },
  {
    shows: 'the top cannot overwrite the predictions',
    bottoms: ['4x3', '4x3'],
    topNames: ['in0'],
    refused: 'blob/count-end',
  },
  { shows: 'has one top', bottoms: ['4x3', '4x3'], topNames: ['a', 'b'], refused: 'net/exact-tops' },
]);

specify('HingeLoss', [
  { shows: 'the top is a scalar', bottoms: ['4x10', '4'], tops: ['scalar'] },
  { shows: 'the number of labels is not checked', bottoms: ['4x10', '4x7'], tops: ['scalar'] },
  { shows: 'requires the same number of items', bottoms: ['4x10', '1x4'], refused: 'loss/first-dim' },
]);

specify('MultinomialLogisticLoss', [
  { shows: 'the top is a scalar', bottoms: ['4x10', '4'], tops: ['scalar'] },
  { shows: 'labels with axes of 1', bottoms: ['4x10', '4x1x1x1'], tops: ['scalar'] },
  { shows: 'requires the same number of items', bottoms: ['4x10', '5'], refused: 'loss/first-dim' },
  { shows: 'the labels have one channel', bottoms: ['4x10', '4x2'], refused: 'mll/label-channels' },
  { shows: 'the labels have height 1', bottoms: ['4x10', '4x1x2'], refused: 'mll/label-height' },
  { shows: 'the labels have width 1', bottoms: ['4x10', '4x1x1x2'], refused: 'mll/label-width' },
  {
    shows: 'the labels have at most four axes',
    bottoms: ['4x10', '4x1x1x1x1'],
    refused: 'blob/legacy-axes',
  },
]);

specify('SigmoidCrossEntropyLoss', [
  { shows: 'the top is a scalar', bottoms: ['4x3', '4x3'], tops: ['scalar'] },
  { shows: 'as many targets as scores, in any shape', bottoms: ['4x6', '4x2x3'], tops: ['scalar'] },
  { shows: 'empty scores are accepted', bottoms: ['0x3', '0x3'], tops: ['scalar'] },
  {
    shows: 'an explicit loss weight requires scores',
    bottoms: ['0x3', '0x3'],
    text: 'loss_weight: 1',
    refused: 'net/loss-weight-empty-top',
  },
  { shows: 'requires the same number of items', bottoms: ['4x3', '3x4'], refused: 'loss/first-dim' },
  { shows: 'requires as many targets as scores', bottoms: ['4x3', '4x2'], refused: 'sce/count' },
  {
    shows: 'the top cannot overwrite the scores',
    bottoms: ['4x3', '4x3'],
    topNames: ['in0'],
    refused: 'sce/count',
  },
  {
    shows: 'has one loss weight',
    bottoms: ['4x3', '4x3'],
    text: 'loss_weight: [1, 1]',
    refused: 'net/loss-weight-count',
  },
]);

specify('InfogainLoss', [
  { shows: 'a matrix as the third bottom', bottoms: ['4x5', '4', '5x5'], tops: ['scalar'] },
  { shows: 'a matrix in any shape', bottoms: ['4x5', '4', '25'], tops: ['scalar'] },
  {
    shows: 'a matrix in a file',
    bottoms: ['4x5', '4'],
    text: 'infogain_loss_param { source: "H.binaryproto" }',
    tops: ['scalar'],
  },
  {
    shows: 'classes along a different axis',
    bottoms: ['2x3x5', '2x3', '5x5'],
    text: 'infogain_loss_param { axis: -1 }',
    tops: ['scalar'],
  },
  {
    shows: 'the second top has the probabilities and a separate loss weight',
    bottoms: ['4x5', '4', '5x5'],
    text: 'loss_weight: [1, 0]',
    tops: ['scalar', '4x5'],
  },
  {
    shows: 'two tops require two loss weights',
    bottoms: ['4x5', '4', '5x5'],
    topNames: ['loss', 'prob'],
    refused: 'net/loss-weight-count',
  },
  {
    shows: 'its axis must be in range',
    bottoms: ['4x5', '4', '5x5'],
    text: 'infogain_loss_param { axis: 2 }',
    refused: 'blob/axis-range',
  },
  {
    shows: 'the old normalize is rejected',
    bottoms: ['4x5', '4', '5x5'],
    text: 'loss_param { normalize: true }',
    refused: 'infogain/normalize',
  },
  { shows: 'the matrix is required', bottoms: ['4x5', '4'], refused: 'infogain/source' },
  { shows: 'requires the same number of items', bottoms: ['4x5', '3', '5x5'], refused: 'loss/first-dim' },
  {
    shows: 'requires one label per prediction',
    bottoms: ['4x5', '4x2', '5x5'],
    refused: 'infogain/label-count',
  },
  {
    shows: 'the matrix has a row and a column per class',
    bottoms: ['4x5', '4', '5x6'],
    refused: 'infogain/matrix-count',
  },
  { shows: 'at most three bottoms', bottoms: ['4x5', '4', '5x5', '1'], refused: 'net/max-bottoms' },
]);

specify('InfogainLoss', [
  {
    shows: 'SSD: each value of an item is a class',
    bottoms: ['4x5x2x2', '4', '1x1x20x20'],
    tops: ['scalar'],
    ...ssd,
  },
  {
    shows: 'SSD: one label per item',
    bottoms: ['4x5', '4x2', '1x1x5x5'],
    refused: 'ssd/infogain-label',
    ...ssd,
  },
  {
    shows: 'SSD: the matrix has four axes',
    bottoms: ['4x5', '4', '5x5'],
    refused: 'ssd/infogain-matrix',
    ...ssd,
  },
  {
    shows: 'SSD: one top',
    bottoms: ['4x5', '4', '1x1x5x5'],
    topNames: ['loss', 'prob'],
    refused: 'net/exact-tops',
    ...ssd,
  },
]);

specify('ContrastiveLoss', [
  { shows: 'the top is a scalar', bottoms: ['4x8', '4x8', '4'], tops: ['scalar'] },
  { shows: 'axes of size 1 are accepted', bottoms: ['4x8x1x1', '4x8', '4x1x1x1'], tops: ['scalar'] },
  { shows: 'the number of labels is not checked', bottoms: ['4x8', '4x8', '3'], tops: ['scalar'] },
  {
    shows: 'requires features of the same length',
    bottoms: ['4x8', '4x7', '4'],
    refused: 'contrastive/channels',
  },
  { shows: 'the first bottom has height 1', bottoms: ['4x8x2', '4x8', '4'], refused: 'contrastive/a-height' },
  { shows: 'the first bottom has width 1', bottoms: ['4x8x1x2', '4x8', '4'], refused: 'contrastive/a-width' },
  {
    shows: 'the second bottom has height 1',
    bottoms: ['4x8', '4x8x2', '4'],
    refused: 'contrastive/b-height',
  },
  {
    shows: 'the second bottom has width 1',
    bottoms: ['4x8', '4x8x1x2', '4'],
    refused: 'contrastive/b-width',
  },
  { shows: 'one label per pair', bottoms: ['4x8', '4x8', '4x2'], refused: 'contrastive/sim-channels' },
  { shows: 'labels of height 1', bottoms: ['4x8', '4x8', '4x1x2'], refused: 'contrastive/sim-height' },
  { shows: 'labels of width 1', bottoms: ['4x8', '4x8', '4x1x1x2'], refused: 'contrastive/sim-width' },
  { shows: 'requires the same number of items', bottoms: ['4x8', '3x8', '4'], refused: 'loss/first-dim' },
  { shows: 'rejects more than four axes', bottoms: ['4x8x1x1x1', '4x8', '4'], refused: 'blob/legacy-axes' },
  { shows: 'requires pairs and labels', bottoms: ['4x8', '4x8'], refused: 'net/exact-bottoms' },
]);

specify('SmoothL1Loss', [
  { shows: 'the top is a scalar', bottoms: ['4x8', '4x8x1x1'], tops: ['scalar'], ...ssd },
  { shows: 'requires the same number of items', bottoms: ['4x8', '3x8'], refused: 'loss/first-dim', ...ssd },
  {
    shows: 'requires the same number of channels',
    bottoms: ['4x8', '4x7'],
    refused: 'ssd/smoothl1-channels',
    ...ssd,
  },
  { shows: 'requires the same height', bottoms: ['4x8x2', '4x8'], refused: 'ssd/smoothl1-height', ...ssd },
  { shows: 'requires the same width', bottoms: ['4x8x1x2', '4x8'], refused: 'ssd/smoothl1-width', ...ssd },
  {
    shows: 'the intended third bottom is rejected',
    bottoms: ['4x8', '4x8', '4x8'],
    refused: 'net/exact-bottoms',
    ...ssd,
  },
  { shows: 'only the SSD fork has it', bottoms: ['4x8', '4x8'], refused: 'net/unknown-layer-type' },
]);

for (const type of ['SoftmaxWithLoss', 'InfogainLoss']) {
  specify(type, [
    {
      shows: 'three tops are too many',
      bottoms: ['2x3', '2'],
      topNames: ['a', 'b', 'c'],
      refused: 'net/max-tops',
    },
  ]);
}

specify('InfogainLoss', [{ shows: 'one bottom is too few', bottoms: ['2x3'], refused: 'net/min-bottoms' }]);

specify('Accuracy', [
  { shows: 'no top is too few', bottoms: ['2x3', '2'], topNames: [], refused: 'net/min-tops' },
]);
