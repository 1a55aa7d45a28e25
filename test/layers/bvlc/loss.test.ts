import { specify } from '../../support/layerTable.ts';

const ssd = { dialect: 'ssd' } as const;

specify('Accuracy', [
  { shows: 'one number', bottoms: ['64x10', '64'], tops: ['scalar'] },
  { shows: 'a second top has a value for each class', bottoms: ['64x10', '64'], tops: ['scalar', '10'] },
  { shows: 'a label for every position', bottoms: ['2x5x3x3', '2x1x3x3'], tops: ['scalar'] },
  {
    shows: 'classes along another axis',
    bottoms: ['2x3x5', '2x3'],
    text: 'accuracy_param { axis: -1 top_k: 5 }',
    tops: ['scalar', '5'],
  },
  { shows: 'labels of any shape', bottoms: ['64x10', '1x64'], tops: ['scalar'] },
  { shows: 'no labels', bottoms: ['4x10', '0'], refused: 'accuracy/label-empty' },
  {
    shows: 'not more than the classes',
    bottoms: ['4x10', '4'],
    text: 'accuracy_param { top_k: 11 }',
    refused: 'accuracy/top-k',
  },
  {
    shows: 'more labels than scores look like too large a top_k',
    bottoms: ['4x10', '41'],
    refused: 'accuracy/top-k',
  },
  {
    shows: 'axis must be an axis',
    bottoms: ['4x10', '4'],
    text: 'accuracy_param { axis: 2 }',
    refused: 'accuracy/axis-range',
  },
  { shows: 'a label for each prediction', bottoms: ['4x10', '3'], refused: 'accuracy/label-count' },
  { shows: 'takes predictions and labels', bottoms: ['4x10'], refused: 'net/exact-bottoms' },
  {
    shows: 'makes at most two tops',
    bottoms: ['4x10', '4'],
    topNames: ['a', 'b', 'c'],
    refused: 'net/max-tops',
  },
  {
    shows: 'its weight is that of any top',
    bottoms: ['4x10', '4'],
    text: 'loss_weight: [1, 1]',
    refused: 'net/loss-weight-count',
  },
]);

specify('SoftmaxWithLoss', [
  { shows: 'one number', bottoms: ['64x10', '64'], tops: ['scalar'] },
  {
    shows: 'Caffe makes the top that is not named',
    bottoms: ['64x10', '64'],
    topNames: [],
    tops: ['scalar'],
  },
  { shows: 'labels with axes of 1', bottoms: ['64x10', '64x1x1x1'], tops: ['scalar'] },
  { shows: 'a label for every position', bottoms: ['2x5x3x3', '2x3x3'], tops: ['scalar'] },
  {
    shows: 'classes along another axis',
    bottoms: ['2x3x5', '2x3'],
    text: 'softmax_param { axis: 2 }',
    tops: ['scalar'],
  },
  {
    shows: 'its axis must be an axis',
    bottoms: ['4x10', '4'],
    text: 'softmax_param { axis: 2 }',
    refused: 'softmaxloss/axis-range',
  },
  { shows: 'a scalar has no classes', bottoms: ['scalar', '1'], refused: 'softmaxloss/axis-range' },
  {
    shows: 'the top cannot replace the predictions',
    bottoms: ['4x10', '4'],
    topNames: ['in0'],
    refused: 'softmaxloss/axis-range',
  },
  { shows: 'as many items', bottoms: ['4x10', '3'], refused: 'loss/first-dim' },
  { shows: 'labels in a row are one item', bottoms: ['4x10', '1x4'], refused: 'loss/first-dim' },
  { shows: 'a scalar is no list of labels', bottoms: ['1x10', 'scalar'], refused: 'blob/axis-range' },
  {
    shows: 'a label for each prediction',
    bottoms: ['2x5x3x3', '2'],
    refused: 'softmaxloss/label-count',
  },
  {
    shows: 'the default weight needs predictions',
    bottoms: ['0x10', '0'],
    refused: 'net/loss-weight-empty-top',
  },
  {
    shows: 'without a weight there need not be any',
    bottoms: ['0x10', '0'],
    text: 'loss_weight: 0',
    tops: ['scalar'],
  },
  {
    shows: 'two tops cannot be built without weights',
    bottoms: ['4x10', '4'],
    topNames: ['loss', 'prob'],
    refused: 'softmaxloss/two-tops',
  },
  {
    shows: 'nor with one for each',
    bottoms: ['4x10', '4'],
    topNames: ['loss', 'prob'],
    text: 'loss_weight: [1, 0]',
    refused: 'softmaxloss/two-tops',
  },
]);

specify('EuclideanLoss', [
  { shows: 'one number', bottoms: ['4x3', '4x3'], tops: ['scalar'] },
  { shows: 'as many values for each item suffice', bottoms: ['4x2x3', '4x6x1x1'], tops: ['scalar'] },
  { shows: 'items of one value', bottoms: ['4', '4x1'], tops: ['scalar'] },
  { shows: 'Caffe makes the top that is not named', bottoms: ['4x3', '4x3'], topNames: [], tops: ['scalar'] },
  { shows: 'as many items', bottoms: ['4x3', '3x3'], refused: 'loss/first-dim' },
  { shows: 'as many values for each item', bottoms: ['4x3', '4x2'], refused: 'euclidean/dim' },
  { shows: 'scalars have no items', bottoms: ['scalar', 'scalar'], refused: 'blob/axis-range' },
  {
    shows: 'the top cannot replace the predictions',
    bottoms: ['4x3', '4x3'],
    topNames: ['in0'],
    refused: 'blob/count-end',
  },
  { shows: 'one top', bottoms: ['4x3', '4x3'], topNames: ['a', 'b'], refused: 'net/exact-tops' },
]);

specify('HingeLoss', [
  { shows: 'one number', bottoms: ['4x10', '4'], tops: ['scalar'] },
  { shows: 'the number of labels is not looked at', bottoms: ['4x10', '4x7'], tops: ['scalar'] },
  { shows: 'as many items', bottoms: ['4x10', '1x4'], refused: 'loss/first-dim' },
]);

specify('MultinomialLogisticLoss', [
  { shows: 'one number', bottoms: ['4x10', '4'], tops: ['scalar'] },
  { shows: 'labels with axes of 1', bottoms: ['4x10', '4x1x1x1'], tops: ['scalar'] },
  { shows: 'as many items', bottoms: ['4x10', '5'], refused: 'loss/first-dim' },
  { shows: 'one channel of labels', bottoms: ['4x10', '4x2'], refused: 'mll/label-channels' },
  { shows: 'of height 1', bottoms: ['4x10', '4x1x2'], refused: 'mll/label-height' },
  { shows: 'and width 1', bottoms: ['4x10', '4x1x1x2'], refused: 'mll/label-width' },
  {
    shows: 'labels of at most four axes',
    bottoms: ['4x10', '4x1x1x1x1'],
    refused: 'blob/legacy-axes',
  },
]);

specify('SigmoidCrossEntropyLoss', [
  { shows: 'one number', bottoms: ['4x3', '4x3'], tops: ['scalar'] },
  { shows: 'as many targets as scores, whatever their shape', bottoms: ['4x6', '4x2x3'], tops: ['scalar'] },
  { shows: 'no scores', bottoms: ['0x3', '0x3'], tops: ['scalar'] },
  {
    shows: 'a written weight needs scores',
    bottoms: ['0x3', '0x3'],
    text: 'loss_weight: 1',
    refused: 'net/loss-weight-empty-top',
  },
  { shows: 'as many items', bottoms: ['4x3', '3x4'], refused: 'loss/first-dim' },
  { shows: 'as many targets as scores', bottoms: ['4x3', '4x2'], refused: 'sce/count' },
  {
    shows: 'the top cannot replace the scores',
    bottoms: ['4x3', '4x3'],
    topNames: ['in0'],
    refused: 'sce/count',
  },
  {
    shows: 'one weight',
    bottoms: ['4x3', '4x3'],
    text: 'loss_weight: [1, 1]',
    refused: 'net/loss-weight-count',
  },
]);

specify('InfogainLoss', [
  { shows: 'a matrix as the third bottom', bottoms: ['4x5', '4', '5x5'], tops: ['scalar'] },
  { shows: 'a matrix of any shape', bottoms: ['4x5', '4', '25'], tops: ['scalar'] },
  {
    shows: 'a matrix in a file',
    bottoms: ['4x5', '4'],
    text: 'infogain_loss_param { source: "H.binaryproto" }',
    tops: ['scalar'],
  },
  {
    shows: 'classes along another axis',
    bottoms: ['2x3x5', '2x3', '5x5'],
    text: 'infogain_loss_param { axis: -1 }',
    tops: ['scalar'],
  },
  {
    shows: 'the second top has the probabilities and a weight of its own',
    bottoms: ['4x5', '4', '5x5'],
    text: 'loss_weight: [1, 0]',
    tops: ['scalar', '4x5'],
  },
  {
    shows: 'two tops need two weights',
    bottoms: ['4x5', '4', '5x5'],
    topNames: ['loss', 'prob'],
    refused: 'net/loss-weight-count',
  },
  {
    shows: 'its axis must be an axis',
    bottoms: ['4x5', '4', '5x5'],
    text: 'infogain_loss_param { axis: 2 }',
    refused: 'blob/axis-range',
  },
  {
    shows: 'the old normalize is not taken',
    bottoms: ['4x5', '4', '5x5'],
    text: 'loss_param { normalize: true }',
    refused: 'infogain/normalize',
  },
  { shows: 'the matrix must come from somewhere', bottoms: ['4x5', '4'], refused: 'infogain/source' },
  { shows: 'as many items', bottoms: ['4x5', '3', '5x5'], refused: 'loss/first-dim' },
  { shows: 'a label for each prediction', bottoms: ['4x5', '4x2', '5x5'], refused: 'infogain/label-count' },
  {
    shows: 'a row and a column for each class',
    bottoms: ['4x5', '4', '5x6'],
    refused: 'infogain/matrix-count',
  },
  { shows: 'at most three bottoms', bottoms: ['4x5', '4', '5x5', '1'], refused: 'net/max-bottoms' },
]);

specify('InfogainLoss', [
  {
    shows: 'SSD: every value of an item is a class',
    bottoms: ['4x5x2x2', '4', '1x1x20x20'],
    tops: ['scalar'],
    ...ssd,
  },
  {
    shows: 'SSD: one label for each item',
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
  { shows: 'one number', bottoms: ['4x8', '4x8', '4'], tops: ['scalar'] },
  { shows: 'axes of 1', bottoms: ['4x8x1x1', '4x8', '4x1x1x1'], tops: ['scalar'] },
  { shows: 'the number of labels is not looked at', bottoms: ['4x8', '4x8', '3'], tops: ['scalar'] },
  { shows: 'features as long', bottoms: ['4x8', '4x7', '4'], refused: 'contrastive/channels' },
  { shows: 'the first without height', bottoms: ['4x8x2', '4x8', '4'], refused: 'contrastive/a-height' },
  { shows: 'or width', bottoms: ['4x8x1x2', '4x8', '4'], refused: 'contrastive/a-width' },
  { shows: 'the second without height', bottoms: ['4x8', '4x8x2', '4'], refused: 'contrastive/b-height' },
  { shows: 'or width either', bottoms: ['4x8', '4x8x1x2', '4'], refused: 'contrastive/b-width' },
  { shows: 'one label for each pair', bottoms: ['4x8', '4x8', '4x2'], refused: 'contrastive/sim-channels' },
  { shows: 'labels of height 1', bottoms: ['4x8', '4x8', '4x1x2'], refused: 'contrastive/sim-height' },
  { shows: 'labels of width 1', bottoms: ['4x8', '4x8', '4x1x1x2'], refused: 'contrastive/sim-width' },
  { shows: 'as many items', bottoms: ['4x8', '3x8', '4'], refused: 'loss/first-dim' },
  { shows: 'at most four axes', bottoms: ['4x8x1x1x1', '4x8', '4'], refused: 'blob/legacy-axes' },
  { shows: 'takes pairs and labels', bottoms: ['4x8', '4x8'], refused: 'net/exact-bottoms' },
]);

specify('SmoothL1Loss', [
  { shows: 'one number', bottoms: ['4x8', '4x8x1x1'], tops: ['scalar'], ...ssd },
  { shows: 'as many items', bottoms: ['4x8', '3x8'], refused: 'loss/first-dim', ...ssd },
  { shows: 'as many channels', bottoms: ['4x8', '4x7'], refused: 'ssd/smoothl1-channels', ...ssd },
  { shows: 'the same height', bottoms: ['4x8x2', '4x8'], refused: 'ssd/smoothl1-height', ...ssd },
  { shows: 'the same width', bottoms: ['4x8x1x2', '4x8'], refused: 'ssd/smoothl1-width', ...ssd },
  {
    shows: 'the third bottom that it was meant to take is refused',
    bottoms: ['4x8', '4x8', '4x8'],
    refused: 'net/exact-bottoms',
    ...ssd,
  },
  { shows: 'exists in the SSD fork only', bottoms: ['4x8', '4x8'], refused: 'net/unknown-layer-type' },
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
