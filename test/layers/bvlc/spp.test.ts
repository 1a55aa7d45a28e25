import { specify } from '../../support/layerTable.ts';

specify('SPP', [
  {
    shows: 'one level keeps four axes',
    bottoms: ['2x3x8x8'],
    text: 'spp_param { pyramid_height: 1 }',
    tops: ['2x3x1x1'],
  },
  {
    shows: 'several levels become one vector',
    bottoms: ['2x3x8x8'],
    text: 'spp_param { pyramid_height: 3 }',
    // 3 channels of 1 + 4 + 16 bins
    tops: ['2x63'],
  },
  {
    shows: 'the vector does not depend on the size of the image',
    bottoms: ['2x3x4x12'],
    text: 'spp_param { pyramid_height: 3 }',
    tops: ['2x63'],
  },
  {
    shows: 'sizes that the bins do not divide are padded',
    bottoms: ['1x2x7x7'],
    text: 'spp_param { pyramid_height: 2 }',
    tops: ['1x10'],
  },
  {
    shows: 'stochastic pooling without padding',
    bottoms: ['1x2x8x8'],
    text: 'spp_param { pyramid_height: 2 pool: STOCHASTIC }',
    tops: ['1x10'],
  },
  {
    shows: 'stochastic pooling cannot be padded',
    bottoms: ['1x2x7x7'],
    text: 'spp_param { pyramid_height: 2 pool: STOCHASTIC }',
    refused: 'spp/stochastic-pad',
  },
  {
    shows: 'an unlucky size needs more padding than a bin has',
    bottoms: ['1x2x5x5'],
    // 4 bins of 2 are 3 too many: padding (3 + 1) / 2 = 2
    text: 'spp_param { pyramid_height: 3 }',
    refused: 'spp/pad-kernel',
  },
  {
    shows: 'no height',
    bottoms: ['1x2x0x0'],
    text: 'spp_param { pyramid_height: 1 }',
    refused: 'spp/empty-h',
  },
  {
    shows: 'no width',
    bottoms: ['1x2x4x0'],
    text: 'spp_param { pyramid_height: 1 }',
    refused: 'spp/empty-w',
  },
  { shows: 'at least one level', bottoms: ['1x2x4x4'], refused: 'spp/pyramid-zero' },
  {
    shows: 'four axes',
    bottoms: ['2x3x8'],
    text: 'spp_param { pyramid_height: 1 }',
    refused: 'spp/four-axes',
  },
  {
    shows: 'not more than four axes',
    bottoms: ['1x2x4x4x4'],
    text: 'spp_param { pyramid_height: 1 }',
    refused: 'blob/legacy-axes',
  },
  {
    shows: 'several levels cannot work in place',
    bottoms: ['1x2x8x8'],
    text: 'spp_param { pyramid_height: 2 }',
    topNames: ['in0'],
    refused: 'spp/four-axes',
  },
]);

specify('SPP', [
  {
    shows: 'the first level asks for four axes before the second is made',
    bottoms: ['2x3x8'],
    text: 'spp_param { pyramid_height: 2 }',
    refused: 'spp/four-axes',
  },
]);
