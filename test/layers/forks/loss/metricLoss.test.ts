import { specify } from '../../../support/layerTable.ts';

const windows = { dialect: 'caffe-windows' } as const;
const seqface = { dialect: 'seqface' } as const;

specify('TripletLoss', [
  { shows: 'requires three bottoms', bottoms: ['8x64', '8x64', '8x64'], tops: ['scalar'], ...windows },
  {
    shows: 'rejects weights',
    bottoms: ['8x64', '8x64', '8x64', '8'],
    refused: 'net/exact-bottoms',
    ...windows,
  },
  {
    shows: 'accepts one weight per triplet',
    bottoms: ['8x64', '8x64', '8x64', '8'],
    tops: ['scalar'],
    ...seqface,
  },
  {
    shows: 'requires the same number of features',
    bottoms: ['8x64', '8x64', '8x32'],
    refused: 'contrastive/channels',
    ...windows,
  },
  {
    shows: 'a fork with unknown details',
    bottoms: ['8x64', '8x64', '8x64'],
    tops: ['scalar'],
    dialect: 'arcface',
  },
  {
    shows: 'labels, and class centers',
    bottoms: ['8x64', '8x64', '8x64', '8', '10x64'],
    tops: ['scalar'],
    dialect: 'mycaffe',
  },
]);

for (const type of [
  'BatchContrastiveLoss',
  'GeneralContrastiveLoss',
  'GeneralTripletLoss',
  'NCALoss',
  'SoftContrastiveLoss',
]) {
  specify(type, [
    { shows: 'the top is a scalar', bottoms: ['8x8', '8'], tops: ['scalar'], ...windows },
    {
      shows: 'a second top has two mean distances',
      bottoms: ['8x8', '8'],
      text: 'loss_weight: [1, 0]',
      tops: ['scalar', '2'],
      ...windows,
    },
    {
      shows: 'requires the same number of labels',
      bottoms: ['8x8', '7'],
      refused: 'loss/first-dim',
      ...windows,
    },
  ]);
}

specify('GeneralContrastiveLoss', [
  {
    shows: 'three means including that of the differences',
    bottoms: ['8x8', '8'],
    text: 'loss_weight: [1, 0] general_contrastive_loss_param { add_intra_mae: true }',
    tops: ['scalar', '3'],
    ...windows,
  },
]);

specify('CorrelationLoss', [
  { shows: 'requires two vectors', bottoms: ['8', '8'], tops: ['scalar'], ...windows },
]);

specify('LiftedStructSimilaritySoftmaxLoss', [
  { shows: 'features and labels', bottoms: ['8x64', '8'], tops: ['scalar'], ...seqface },
]);

specify('RankHardLoss', [
  { shows: 'features and labels', bottoms: ['8x64', '8'], tops: ['scalar'], ...seqface },
]);

specify('LSROLoss', [
  {
    shows: 'a loss and probabilities',
    bottoms: ['8x64', '8'],
    text: 'loss_weight: [1, 0]',
    tops: ['scalar', '8x64'],
    ...seqface,
  },
  {
    shows: 'requires one label per prediction',
    bottoms: ['8x64x2', '8'],
    refused: 'softmaxloss/label-count',
    ...seqface,
  },
]);

specify('ContrastiveLoss', [
  {
    shows: 'features, similarity labels, and predicted pairs',
    bottoms: ['8x64', '8x64', '8'],
    text: 'loss_weight: [1, 0]',
    tops: ['scalar', '8x1x1x1'],
    dialect: 'mycaffe',
  },
]);
