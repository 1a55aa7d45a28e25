import type { CheckTable } from '../check.ts';

/** Checks of losses and Accuracy. */
export const lossChecks = {
  'accuracy/label-empty': ['crash', 'SIGFPE', 'There are no labels; Caffe crashes with a division by zero.'],
  'accuracy/top-k': [
    'fatal',
    'top_k must be less than or equal to the number of classes.',
    '`top_k` exceeds the number of classes. Too many labels also cause this failure.',
  ],
  'accuracy/axis-range': [
    'fatal',
    'out of range for',
    'The axis index is out of range for the bottom: there is no class axis.',
  ],
  'accuracy/label-count': [
    'fatal',
    'Number of labels must match number of predictions',
    'The number of labels must equal the number of predictions: number × height × width.',
  ],
  'loss/first-dim': [
    'fatal',
    'The data and label should have the same first dimension.',
    'Both bottoms of a loss must have the same number of items.',
  ],
  'softmaxloss/axis-range': [
    'fatal',
    'out of range for',
    'The axis index is out of range for the bottom: there is no class axis.',
  ],
  'softmaxloss/label-count': [
    'fatal',
    'Number of labels must match number of predictions',
    'The number of labels must equal the number of predictions: number × height × width.',
  ],
  'softmaxloss/two-tops': [
    'fatal',
    'loss_weight must be unspecified or specified once per top blob.',
    'SoftmaxWithLoss cannot be built with two tops, whatever `loss_weight` is set. Add a Softmax layer for the probabilities.',
  ],
  'softmaxloss/label-backward': ['runtime', 'Layer cannot backpropagate to label inputs.'],
  'euclidean/dim': [
    'fatal',
    'Inputs must have the same dimension.',
    'Both bottoms must have the same number of values per item.',
  ],
  'hinge/norm': ['runtime', 'Unknown Norm'],
  'mll/label-channels': [
    'fatal',
    'Check failed: bottom[1]->channels() == 1',
    'The labels must have one value per item.',
  ],
  'mll/label-height': [
    'fatal',
    'Check failed: bottom[1]->height() == 1',
    'The labels must have one value per item.',
  ],
  'mll/label-width': [
    'fatal',
    'Check failed: bottom[1]->width() == 1',
    'The labels must have one value per item.',
  ],
  'sce/count': [
    'fatal',
    'SIGMOID_CROSS_ENTROPY_LOSS layer inputs must have the same count.',
    'Both bottoms must have the same number of values.',
  ],
  'infogain/normalize': [
    'fatal',
    'normalize is deprecated. use "normalization"',
    'InfogainLoss uses `normalization`, not the deprecated `normalize`.',
  ],
  'infogain/source': [
    'fatal',
    'Infogain matrix source must be specified.',
    'The infogain matrix must come from a third bottom or from `source`.',
  ],
  'infogain/source-file': ['env', 'File not found:'],
  'infogain/label-count': [
    'fatal',
    'Number of labels must match number of predictions',
    'The number of labels must equal the number of predictions: number × height × width.',
  ],
  'infogain/matrix-count': [
    'fatal',
    'Check failed: infogain->count() == num_labels_*num_labels_',
    'The infogain matrix must be square, with a row and a column for each class.',
  ],
  'infogain/matrix-shape': [
    'fatal',
    'H must be',
    'The infogain matrix must be square, with a row and a column for each class.',
  ],
  'infogain/two-tops-weights': [
    'fatal',
    'loss_weight must be unspecified or specified once per top blob.',
    'With two tops, `loss_weight` must be set twice.',
  ],
  'contrastive/channels': [
    'fatal',
    'Check failed: bottom[0]->channels() == bottom[1]->channels()',
    'Both feature bottoms must have the same number of channels.',
  ],
  'contrastive/a-height': [
    'fatal',
    'Check failed: bottom[0]->height() == 1',
    'The features must have height 1.',
  ],
  'contrastive/a-width': [
    'fatal',
    'Check failed: bottom[0]->width() == 1',
    'The features must have width 1.',
  ],
  'contrastive/b-height': [
    'fatal',
    'Check failed: bottom[1]->height() == 1',
    'The features must have height 1.',
  ],
  'contrastive/b-width': [
    'fatal',
    'Check failed: bottom[1]->width() == 1',
    'The features must have width 1.',
  ],
  'contrastive/sim-channels': [
    'fatal',
    'Check failed: bottom[2]->channels() == 1',
    'The third bottom must have one value per pair: whether it is similar.',
  ],
  'contrastive/sim-height': [
    'fatal',
    'Check failed: bottom[2]->height() == 1',
    'The third bottom must have one value per pair: whether it is similar.',
  ],
  'contrastive/sim-width': [
    'fatal',
    'Check failed: bottom[2]->width() == 1',
    'The third bottom must have one value per pair: whether it is similar.',
  ],
} as const satisfies CheckTable;
