import { specify } from '../../../support/layerTable.ts';

const windows = { dialect: 'caffe-windows' } as const;
const curve = { dialect: 'curve-text' } as const;

specify('Accuracy', [
  {
    shows: 'accepts weights of the predictions',
    bottoms: ['64x10', '64', '64'],
    tops: ['scalar'],
    ...windows,
  },
  {
    shows: 'one value per channel, with four axes',
    bottoms: ['2x11x4x4', '2x1x4x4'],
    tops: ['scalar', '11x1x1x1'],
    dialect: 'segnet',
  },
  { shows: 'has one top', bottoms: ['2x11x4x4', '2x1x4x4'], tops: ['scalar'], dialect: 'segnet' },
]);

for (const type of ['SequenceAccuracy', 'SequenceAccuracySoftmaxbased']) {
  specify(type, [
    {
      shows: 'one label per step',
      bottoms: ['25x4x37', '25x4'],
      text: 'accuracy_param { axis: 2 }',
      tops: ['scalar', '37'],
      ...curve,
    },
    {
      shows: 'one label per item is rejected',
      bottoms: ['25x4x37', '25'],
      refused: 'accuracy/label-count',
      ...curve,
    },
  ]);
}

specify('LabelsequenceAccuracy', [
  { shows: 'the top is a scalar', bottoms: ['25x4', '25x4'], tops: ['scalar'], dialect: 'seqface' },
  { shows: 'labels are required', bottoms: ['25x4'], refused: 'net/exact-bottoms', dialect: 'seqface' },
]);

specify('FCNAccuracy', [
  { shows: 'a map and weights', bottoms: ['2x1x8x8', '2x1x8x8', '2x64'], tops: ['scalar'], ...windows },
  {
    shows: 'requires the same number of values',
    bottoms: ['2x2x8x8', '2x1x8x8'],
    refused: 'fork/same-count',
    ...windows,
  },
]);

const vitis = { dialect: 'vitis' } as const;

specify('Recall', [
  { shows: 'a value per class', bottoms: ['8x10', '8'], tops: ['scalar', '10'], ...vitis },
  {
    shows: 'does not check the number of tops',
    bottoms: ['8x10', '8'],
    tops: ['scalar', '10', 'unshaped'],
    ...vitis,
  },
  { shows: 'one label per prediction', bottoms: ['8x10', '7'], refused: 'accuracy/label-count', ...vitis },
]);

specify('SegmentPixelIOU', [
  { shows: 'three counts per class', bottoms: ['2x19x8x8', '2x1x8x8'], tops: ['3x19'], ...vitis },
  { shows: 'one channel of labels', bottoms: ['2x19x8x8', '2x2x8x8'], refused: 'fork/iou-labels', ...vitis },
  { shows: 'as many items', bottoms: ['2x19x8x8', '3x1x8x8'], refused: 'fork/iou-labels', ...vitis },
]);

const points = 'ref_start: 1 ref_end: 2';

specify('AlignmentAccuracy', [
  {
    shows: 'one value',
    bottoms: ['8x10', '8x10'],
    text: `alignment_accuracy_param { ${points} }`,
    tops: ['1'],
    ...vitis,
  },
  {
    shows: 'a value per landmark',
    bottoms: ['8x10', '8x10x1x1'],
    text: `alignment_accuracy_param { ${points} accuracy_for_each_point: true }`,
    tops: ['1', '5'],
    ...vitis,
  },
  {
    shows: 'requires reference points',
    bottoms: ['8x10', '8x10'],
    refused: 'fork/alignment-points',
    ...vitis,
  },
  {
    shows: 'two numbers per landmark',
    bottoms: ['8x11', '8x11'],
    text: `alignment_accuracy_param { ${points} }`,
    refused: 'fork/alignment-values',
    ...vitis,
  },
  {
    shows: 'as many items',
    bottoms: ['8x10', '7x10'],
    text: `alignment_accuracy_param { ${points} }`,
    refused: 'fork/alignment-values',
    ...vitis,
  },
]);
