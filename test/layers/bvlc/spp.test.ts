import { specify } from '../../support/layerTable.ts';

specify('SPP', [
  {
    shows: 'one level results in four axes',
    bottoms: ['2x3x8x8'],
    text: 'spp_param { pyramid_height: 1 }',
    tops: ['2x3x1x1'],
  },
  {
    shows: 'several levels result in one vector',
    bottoms: ['2x3x8x8'],
    text: 'spp_param { pyramid_height: 3 }',
    // 3 channels of 1 + 4 + 16 bins
    tops: ['2x63'],
  },
  {
    shows: 'the vector length does not depend on the image size',
    bottoms: ['2x3x4x12'],
    text: 'spp_param { pyramid_height: 3 }',
    tops: ['2x63'],
  },
  {
    shows: 'sizes not divisible by the bins are padded',
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
    shows: 'stochastic pooling rejects padding',
    bottoms: ['1x2x7x7'],
    text: 'spp_param { pyramid_height: 2 pool: STOCHASTIC }',
    refused: 'spp/stochastic-pad',
  },
  {
    shows: 'some sizes require more padding than a bin has',
    bottoms: ['1x2x5x5'],
    // 4 bins of 2 are 3 too many: padding (3 + 1) / 2 = 2
    text: 'spp_param { pyramid_height: 3 }',
    refused: 'spp/pad-kernel',
  },
  {
    shows: 'an empty height is rejected',
    bottoms: ['1x2x0x0'],
    text: 'spp_param { pyramid_height: 1 }',
    refused: 'spp/empty-h',
  },
  {
    shows: 'an empty width is rejected',
    bottoms: ['1x2x4x0'],
    text: 'spp_param { pyramid_height: 1 }',
    refused: 'spp/empty-w',
  },
  { shows: 'requires at least one level', bottoms: ['1x2x4x4'], refused: 'spp/pyramid-zero' },
  {
    shows: 'requires four axes',
    bottoms: ['2x3x8'],
    text: 'spp_param { pyramid_height: 1 }',
    refused: 'spp/four-axes',
  },
  {
    shows: 'rejects more than four axes',
    bottoms: ['1x2x4x4x4'],
    text: 'spp_param { pyramid_height: 1 }',
    refused: 'blob/legacy-axes',
  },
  {
    shows: 'several levels exclude in-place computation',
    bottoms: ['1x2x8x8'],
    text: 'spp_param { pyramid_height: 2 }',
    topNames: ['in0'],
    refused: 'spp/four-axes',
  },
]);

specify('SPP', [
  {
    shows: 'the first level checks for four axes before the second is created',
    bottoms: ['2x3x8'],
    text: 'spp_param { pyramid_height: 2 }',
    refused: 'spp/four-axes',
  },
]);
