import { specify } from '../support/layerTable.ts';

specify('Pooling', [
  {
    shows: 'the output size is rounded up',
    bottoms: ['1x2x8x8'],
    text: 'pooling_param { kernel_size: 3 stride: 2 }',
    tops: ['1x2x4x4'],
  },
  {
    shows: 'FLOOR rounds down',
    bottoms: ['1x2x8x8'],
    text: 'pooling_param { kernel_size: 3 stride: 2 round_mode: FLOOR }',
    tops: ['1x2x3x3'],
  },
  {
    shows: 'padding must be smaller than the window',
    bottoms: ['1x2x8x8'],
    text: 'pooling_param { kernel_size: 2 pad: 2 }',
    refused: 'pool/pad-lt-kernel-h',
  },
]);
