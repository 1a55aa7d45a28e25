import { specify } from '../../../support/layerTable.ts';

const ocr = { dialect: 'caffe-ocr' } as const;

specify('DenseBlock', [
  {
    shows: 'adds channels at each step',
    bottoms: ['1x16x8x32'],
    text: 'denseblock_param { numTransition: 2 growthRate: 4 }',
    tops: ['1x24x8x32'],
    blobs: [
      'weight 1 4x16x3x3',
      'weight 2 4x20x3x3',
      ...['scale', 'shift', 'mean', 'variance'].flatMap((role) => [
        `${role} 1 1x16x1x1`,
        `${role} 2 1x20x1x1`,
      ]),
      'count 1',
    ],
    ...ocr,
  },
]);

specify('WarpCTCLoss', [
  { shows: 'is a scalar', bottoms: ['24x2x40x1', '2x8'], tops: ['scalar'], ...ocr },
  { shows: 'has up to four bottoms', bottoms: ['1', '1', '1', '1', '1'], refused: 'net/max-bottoms', ...ocr },
]);

specify('CTCGreedyDecoder', [
  { shows: 'has a sequence per stream', bottoms: ['24x2x40'], tops: ['2x24x1x1'], ...ocr },
]);

specify('Transpose', [
  {
    shows: 'permutes axes in caffe_ocr',
    bottoms: ['2x3x4'],
    text: 'transpose_param { dim: 2 dim: 0 dim: 1 }',
    tops: ['4x2x3'],
    ...ocr,
  },
]);

specify('Lstm', [
  {
    shows: 'reads sequences in CTPN',
    dialect: 'bvlc+ctpn',
    bottoms: ['38x50x512'],
    text: 'lstm_param { num_output: 128 weight_filler { type: "xavier" } }',
    tops: ['38x50x128'],
    blobs: ['input weight 512x512', 'hidden weight 512x128', 'bias 512'],
  },
]);

specify('AutoCrop', [
  { shows: 'has the size of the second', dialect: 'rcf', bottoms: ['1x2x9x9', '1x3x7x8'], tops: ['1x2x7x8'] },
  {
    shows: 'only crops',
    dialect: 'rcf',
    bottoms: ['1x2x9x9', '1x3x7x10'],
    refused: 'fork/crop-size',
  },
]);

specify('SoftmaxWithLossMultiLabel', [
  { shows: 'has scores and labels', bottoms: ['5x8', '5x4x1x1'], tops: ['scalar'], ...ocr },
  { shows: 'has no third bottom', bottoms: ['5x8', '5x4', '5x4'], refused: 'net/exact-bottoms', ...ocr },
]);

const textboxes = { dialect: 'textboxes-pp' } as const;

specify('CTCLoss', [
  { shows: 'is a scalar', bottoms: ['5x2x8', '5x2', '5x2'], tops: ['scalar'], ...textboxes },
  { shows: 'requires labels', bottoms: ['5x2x8', '5x2'], refused: 'net/exact-bottoms', ...textboxes },
  {
    shows: 'has a marker of each step',
    bottoms: ['5x2x8', '4x2', '5x2'],
    refused: 'fork/ctc-sequence',
    ...textboxes,
  },
  {
    shows: 'has labels of each stream',
    bottoms: ['5x2x8', '5x2', '5x3'],
    refused: 'fork/ctc-sequence',
    ...textboxes,
  },
  {
    shows: 'has one value of each class',
    bottoms: ['5x2x8x2', '5x2', '5x2'],
    refused: 'fork/ctc-sequence',
    ...textboxes,
  },
]);

specify('CTCGreedyDecoder', [
  { shows: 'requires markers of sequences', bottoms: ['5x2x8'], refused: 'net/min-bottoms', ...textboxes },
  {
    shows: 'has scores of each stream',
    bottoms: ['5x2x8', '5x2'],
    tops: ['2x5x1x1', '2x1x1x1'],
    ...textboxes,
  },
  {
    shows: 'has no accuracy without labels',
    bottoms: ['5x2x8', '5x2'],
    topNames: ['a', 'b', 'c'],
    refused: 'net/max-tops',
    ...textboxes,
  },
  {
    shows: 'has the accuracy of labels',
    bottoms: ['5x2x8', '5x2', '3x2'],
    tops: ['2x5x1x1', '1x1x1x1'],
    ...textboxes,
  },
  {
    shows: 'has scores and the accuracy',
    bottoms: ['5x2x8', '5x2', '3x2'],
    tops: ['2x5x1x1', '2x1x1x1', '1x1x1x1'],
    ...textboxes,
  },
]);
