import { specify } from '../../../support/layerTable.ts';

for (const dialect of ['pspnet', 'segaware']) {
  specify('SegAccuracy', [
    {
      shows: `three numbers (${dialect})`,
      dialect,
      bottoms: ['2x21x33x33', '2x1x33x33'],
      tops: ['1x1x1x3'],
    },
  ]);
}

specify('SegAccuracy', [
  {
    shows: 'requires one label per pixel',
    dialect: 'pspnet',
    bottoms: ['2x21x33x33', '2x1x32x33'],
    refused: 'fork/segaccuracy-label',
  },
  {
    shows: 'requires a single label per pixel',
    dialect: 'pspnet',
    bottoms: ['2x21x33x33', '2x21x33x33'],
    refused: 'fork/segaccuracy-label',
  },
]);

specify('UniqueLabel', [
  {
    shows: 'space for the labels of each image',
    dialect: 'pspnet',
    bottoms: ['2x1x33x33'],
    text: 'unique_label_param { max_labels: 5 }',
    tops: ['2x5x1x1'],
  },
  {
    shows: 'requires space besides the forced labels',
    dialect: 'pspnet',
    bottoms: ['2x1x33x33'],
    text: 'unique_label_param { max_labels: 2 force_label: 0 force_label: 7 }',
    refused: 'fork/unique-labels',
  },
  {
    shows: 'requires one channel',
    dialect: 'pspnet',
    bottoms: ['2x3x33x33'],
    text: 'unique_label_param { max_labels: 5 }',
    refused: 'fork/unique-channels',
  },
]);

const colors = 'dense_crf_param { bi_w: 4 bi_xy_std: 67 bi_rgb_std: 3 }';

for (const [type, bottoms, text] of [
  ['BiasChannel', ['2x21x33x33', '2x5x1x1']],
  ['AdaptiveBiasChannel', ['2x21x33x33', '2x5x1x1']],
  ['DomainTransform', ['2x21x33x33', '2x1x33x33']],
  ['DomainTransformForwardOnly', ['2x21x33x33', '2x1x33x33']],
  ['DenseCRF', ['2x21x33x33', '2x1x1x2', '2x3x33x33'], colors],
  ['DenseCRF', ['2x21x33x33', '2x1x1x2']],
  ['SpatialProduct', ['2x21x33x33', '2x1x33x33']],
] as const) {
  specify(type, [
    {
      shows: `has the shape of the scores, with ${bottoms.length} bottoms`,
      dialect: 'pspnet',
      bottoms: [...bottoms],
      text: text ?? '',
      tops: ['2x21x33x33'],
    },
    { shows: 'one bottom is too few', dialect: 'pspnet', bottoms: ['2x21x33x33'], refused: arity(type) },
  ]);
}

function arity(type: string): string {
  return type.startsWith('Domain') || type === 'DenseCRF' ? 'net/min-bottoms' : 'net/exact-bottoms';
}

const labels = ['2x21x33x33', '2x5x1x1'];

for (const [type, refused, bottoms, text = ''] of [
  ['BiasChannel', 'fork/bias', labels, 'bias_channel_param { bg_bias: -1 }'],
  ['BiasChannel', 'fork/bias-labels', ['2x21x33x33', '3x5x1x1']],
  ['BiasChannel', 'fork/bias-labels', ['2x21x33x33', '2x5x33x33']],
  ['BiasChannel', 'fork/bias-labels', labels, 'bias_channel_param { label_type: PIXEL }'],
  ['AdaptiveBiasChannel', 'fork/bias', labels, 'adaptive_bias_channel_param { num_iter: 0 }'],
  ['AdaptiveBiasChannel', 'fork/bias', labels, 'adaptive_bias_channel_param { margin_others: -1 }'],
  ['AdaptiveBiasChannel', 'fork/bias', labels, 'adaptive_bias_channel_param { fg_portion: 1.5 }'],
  ['AdaptiveBiasChannel', 'fork/bias-channels', ['2x1x33x33', '2x5x1x1']],
  ['AdaptiveBiasChannel', 'fork/bias-labels', ['2x21x33x33', '2x5x1x2']],
  ['DomainTransform', 'fork/domain-param', ['2x21x9x9', '2x1x9x9'], 'domain_transform_param { num_iter: 0 }'],
  [
    'DomainTransformForwardOnly',
    'fork/domain-param',
    ['2x21x9x9', '2x1x9x9'],
    'domain_transform_param { range_sigma: -1 }',
  ],
  ['DomainTransform', 'fork/domain-gradient', ['2x21x9x9', '2x2x9x9']],
  ['DomainTransform', 'fork/domain-gradient', ['2x21x9x9', '2x1x9x8']],
  ['DenseCRF', 'fork/crf-counts', ['2x21x9x9', '2x1x1x2'], 'dense_crf_param { pos_xy_std: 3 }'],
  ['DenseCRF', 'fork/crf-counts', ['2x21x9x9', '2x1x1x2'], 'dense_crf_param { bi_w: 4 bi_xy_std: 67 }'],
  ['DenseCRF', 'fork/crf-color', ['2x21x9x9', '2x1x1x2', '2x3x9x9']],
  ['DenseCRF', 'fork/crf-color', ['2x21x9x9', '2x1x1x2', '2x1x9x9'], colors],
  ['DenseCRF', 'fork/crf-bottoms', ['2x21x9x9', '1x1x1x2']],
  ['DenseCRF', 'fork/crf-bottoms', ['2x21x9x9', '2x1x1x2', '2x3x9x8'], colors],
  ['SpatialProduct', 'fork/spatial-axes', ['2', '2x1']],
  ['SpatialProduct', 'fork/spatial-map', ['2x21x9x9', '2x2x9x9']],
  ['SpatialProduct', 'fork/spatial-map', ['2x21x9x9', '2x1x9x8']],
] as const) {
  specify(type, [
    {
      shows: `${refused} for ${bottoms.join(', ')} ${text}`,
      dialect: 'pspnet',
      bottoms: [...bottoms],
      text,
      refused,
    },
  ]);
}

specify('BiasChannel', [
  {
    shows: 'a label for each pixel',
    dialect: 'pspnet',
    bottoms: ['2x21x33x33', '2x1x33x33'],
    text: 'bias_channel_param { label_type: PIXEL }',
    tops: ['2x21x33x33'],
  },
]);

specify('BatchNorm', [
  {
    shows: 'the fraction of PSPNet is at most 1',
    dialect: 'pspnet',
    bottoms: ['2x3x8x8'],
    text: 'batch_norm_param { moving_average_fraction: 2 }',
    refused: 'fork/bn-fraction',
  },
]);
