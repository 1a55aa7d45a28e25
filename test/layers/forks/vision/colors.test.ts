import { specify } from '../../../support/layerTable.ts';

const fork = { dialect: 'yjxiong' } as const;

specify('ColorConv', [
  {
    shows: 'three channels become one',
    bottoms: ['2x3x8x9'],
    text: 'color_conv_param { output: Gray }',
    tops: ['2x1x8x9'],
    ...fork,
  },
  {
    shows: 'one channel becomes three',
    bottoms: ['2x1x8x9'],
    text: 'color_conv_param { input: Gray output: Lab }',
    tops: ['2x3x8x9'],
    ...fork,
  },
  { shows: 'requires images', bottoms: ['2x3x8'], refused: 'fork/color-images', ...fork },
  { shows: 'requires three channels', bottoms: ['2x4x8x8'], refused: 'fork/color-channels', ...fork },
  {
    shows: 'requires one gray channel',
    bottoms: ['2x3x8x8'],
    text: 'color_conv_param { input: Gray }',
    refused: 'fork/color-channels',
    ...fork,
  },
]);
