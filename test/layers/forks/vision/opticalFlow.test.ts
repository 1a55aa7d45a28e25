import assert from 'node:assert/strict';
import { test } from 'node:test';
import { specify } from '../../../support/layerTable.ts';
import { input, layer, readNet } from '../../../support/netTable.ts';

const dialect = 'flownet2';

specify('FlowWarp', [
  { shows: 'has the shape of the image', dialect, bottoms: ['2x3x20x30', '2x2x20x30'], tops: ['2x3x20x30'] },
  {
    shows: 'a flow must have two channels',
    dialect,
    bottoms: ['2x3x20x30', '2x3x20x30'],
    refused: 'fork/warp-flow',
  },
  {
    shows: 'requires one flow vector per pixel',
    dialect,
    bottoms: ['2x3x20x30', '2x2x10x30'],
    refused: 'fork/warp-flow',
  },
]);

specify('Correlation', [
  {
    shows: 'one channel per displacement',
    dialect,
    bottoms: ['8x256x48x64', '8x256x48x64'],
    text: 'correlation_param { pad: 20 kernel_size: 1 max_displacement: 20 stride_1: 1 stride_2: 2 }',
    // (2·10 + 1)², and 48 + 40 − 40
    tops: ['8x441x48x64'],
  },
  {
    shows: 'the window also requires a border, and positions may have a stride',
    dialect,
    bottoms: ['1x8x20x21', '1x8x20x21'],
    text: 'correlation_param { pad: 3 kernel_size: 3 max_displacement: 4 stride_1: 2 stride_2: 3 }',
    // ⌊4/3⌋ = 1, so 3²; ⌈(20 + 6 − 10)/2⌉ and ⌈(21 + 6 − 10)/2⌉
    tops: ['1x9x8x9'],
  },
  {
    shows: 'requires a window',
    dialect,
    bottoms: ['1x8x20x20', '1x8x20x20'],
    text: 'correlation_param { max_displacement: 4 }',
    refused: 'fork/correlation-fields',
  },
  {
    shows: 'requires a displacement',
    dialect,
    bottoms: ['1x8x20x20', '1x8x20x20'],
    text: 'correlation_param { kernel_size: 1 }',
    refused: 'fork/correlation-fields',
  },
  {
    shows: 'the window must be odd',
    dialect,
    bottoms: ['1x8x20x20', '1x8x20x20'],
    text: 'correlation_param { kernel_size: 2 max_displacement: 4 }',
    refused: 'fork/correlation-fields',
  },
  {
    shows: 'both maps must have the same shape',
    dialect,
    bottoms: ['1x8x20x20', '1x4x20x20'],
    text: 'correlation_param { kernel_size: 1 max_displacement: 4 }',
    refused: 'fork/correlation-shape',
  },
  {
    shows: 'the displacements must fit',
    dialect,
    bottoms: ['1x8x8x20', '1x8x8x20'],
    text: 'correlation_param { kernel_size: 1 max_displacement: 4 }',
    refused: 'fork/correlation-size',
  },
]);

specify('Correlation1D', [
  {
    shows: 'displacements only along the width; the height is not padded',
    dialect,
    bottoms: ['1x8x20x30', '1x8x20x30'],
    text: 'correlation_param { pad: 10 kernel_size: 3 max_displacement: 10 stride_2: 2 }',
    // 2·5 + 1; 20 − 2 and 30 + 20 − 22
    tops: ['1x11x18x28'],
  },
  {
    shows: 'displacements to one side only',
    dialect,
    bottoms: ['1x8x20x30', '1x8x20x30'],
    text: 'correlation_param { pad: 10 kernel_size: 1 max_displacement: 10 single_direction: -1 }',
    tops: ['1x11x20x30'],
  },
]);

test('Correlation explains its channels and its size', () => {
  const net = readNet({
    dialect,
    net: [
      input('a', '1x8x20x21'),
      input('b', '1x8x20x21'),
      layer(
        'Correlation',
        'c',
        'a b > c',
        'correlation_param { kernel_size: 3 max_displacement: 4 stride_2: 2 }',
      ),
    ],
  });
  const found = net.layers.find(({ name }) => name === 'c');
  const explained = found?.definition?.explain?.(
    found.context,
    found.outputs.map(({ shape }) => shape),
  );
  assert.deepEqual(explained, [
    '2·⌊4 / 2⌋ + 1 = 5 displacements along an axis',
    '⌈(21 + 2·0 − 2·5) / 1⌉ = 11',
  ]);
});

specify('ChannelNorm', [
  { shows: 'results in one channel', dialect, bottoms: ['2x3x20x30'], tops: ['2x1x20x30'] },
]);

specify('Accum', [
  {
    shows: 'concatenates channels at the largest size',
    dialect,
    bottoms: ['2x3x20x30', '2x5x10x40'],
    tops: ['2x8x20x40'],
  },
  {
    shows: 'concatenates channels at the size of the last bottom',
    dialect,
    bottoms: ['2x3x20x30', '2x5x10x40', '2x1x7x8'],
    text: 'accum_param { have_reference: true }',
    tops: ['2x8x7x8'],
  },
  {
    shows: 'makes the size divisible',
    dialect,
    bottoms: ['2x3x20x30', '2x5x10x40'],
    text: 'accum_param { size_divisible_by: 64 }',
    tops: ['2x8x64x64'],
  },
  {
    shows: 'a size that is not larger along both axes is ignored',
    dialect,
    bottoms: ['2x3x20x30'],
    text: 'accum_param { top_height: 40 top_width: 30 }',
    tops: ['2x3x20x30'],
  },
  {
    shows: 'a reference requires a second bottom',
    dialect,
    bottoms: ['2x3x20x30'],
    text: 'accum_param { have_reference: true }',
    refused: 'fork/accum-reference',
  },
]);

specify('DataAugmentation', [
  {
    shows: 'crops, and outputs its 42 random coefficients',
    dialect,
    bottoms: ['8x3x384x512'],
    text: 'augmentation_param { crop_width: 448 crop_height: 320 }',
    tops: ['8x3x320x448', '8x42x1x1'],
    blobs: ['iterations 1x1x1x1'],
  },
  {
    shows: 'stores the mean',
    dialect,
    bottoms: ['8x3x384x512', '8x42x1x1'],
    text: 'augmentation_param { crop_width: 448 crop_height: 320 recompute_mean: 1000 }',
    tops: ['8x3x320x448'],
    blobs: ['iterations 1x1x1x1', 'mean 1x3x320x448', 'mean of channels 1x3x1x1'],
  },
  {
    shows: 'without a crop the size is unchanged',
    dialect,
    bottoms: ['8x3x384x512'],
    tops: ['8x3x384x512'],
    blobs: ['iterations 1x1x1x1'],
  },
  {
    shows: 'the crop must fit',
    dialect,
    bottoms: ['8x3x384x512'],
    text: 'augmentation_param { crop_width: 448 crop_height: 400 }',
    refused: 'transform/crop-height',
  },
]);

specify('GenerateAugmentationParameters', [
  {
    shows: '42 coefficients per image',
    dialect,
    bottoms: ['8x42x1x1', '8x3x384x512', '8x3x320x448'],
    tops: ['8x42x1x1'],
  },
]);

specify('FlowAugmentation', [
  {
    shows: 'crops the flow',
    dialect,
    bottoms: ['8x2x384x512', '8x42x1x1', '8x42x1x1'],
    text: 'augmentation_param { crop_width: 448 crop_height: 320 }',
    tops: ['8x2x320x448'],
  },
  {
    shows: 'a flow must have two channels',
    dialect,
    bottoms: ['8x3x384x512', '8x42x1x1', '8x42x1x1'],
    text: 'augmentation_param { crop_width: 448 crop_height: 320 }',
    refused: 'fork/warp-flow',
  },
  {
    shows: 'requires a crop',
    dialect,
    bottoms: ['8x2x384x512', '8x42x1x1', '8x42x1x1'],
    refused: 'fork/flow-crop',
  },
]);

specify('LpqLoss', [
  { shows: 'is a loss of a difference', dialect, bottoms: ['8x2x20x30'], tops: ['scalar'] },
  { shows: 'is a loss of two blobs', dialect, bottoms: ['8x2x20x30', '8x2x20x30'], tops: ['scalar'] },
]);

const synopsys = { dialect: 'synopsys' } as const;
specify('Corr1d', [
  {
    shows: 'has a channel for each displacement',
    bottoms: ['2x16x8x9', '2x16x8x9'],
    text: 'corr1d_param { num_of_shifts: 40 stride: 3 }',
    tops: ['2x13x8x9'],
    ...synopsys,
  },
  {
    shows: 'requires images',
    bottoms: ['16x8x9', '2x16x8x9'],
    refused: 'fork/corr1d-axes',
    ...synopsys,
  },
  {
    shows: 'requires images of the same shape',
    bottoms: ['2x16x8x9', '2x16x8x8'],
    refused: 'fork/corr1d-shape',
    ...synopsys,
  },
  {
    shows: 'requires a stride',
    bottoms: ['2x16x8x9', '2x16x8x9'],
    text: 'corr1d_param { stride: 0 }',
    refused: 'fork/corr1d-stride',
    ...synopsys,
  },
]);
