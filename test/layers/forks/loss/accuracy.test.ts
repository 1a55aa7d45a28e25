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
