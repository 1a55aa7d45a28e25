import { specify } from '../../support/layerTable.ts';

for (const [type, text, dialect] of [
  ['BatchNorm', '', 'bvlc'],
  ['LRN', '', 'bvlc'],
  ['MVN', '', 'bvlc'],
  ['Normalize', '', 'ssd'],
] as const) {
  specify(type, [
    { shows: 'no bottom is too few', dialect, text, refused: 'net/exact-bottoms' },
    {
      shows: 'two bottoms are too many',
      dialect,
      bottoms: ['1x2x3x4', '1x2x3x4'],
      refused: 'net/exact-bottoms',
    },
    {
      shows: 'no top is too few',
      dialect,
      bottoms: ['1x2x3x4'],
      topNames: [],
      refused: 'net/exact-tops',
    },
    {
      shows: 'two tops are too many',
      dialect,
      bottoms: ['1x2x3x4'],
      topNames: ['a', 'b'],
      refused: 'net/exact-tops',
    },
  ]);
}

for (const type of ['Scale', 'Bias']) {
  specify(type, [
    { shows: 'no bottom is too few', refused: 'net/min-bottoms' },
    { shows: 'three bottoms are too many', bottoms: ['2x3', '3', '3'], refused: 'net/max-bottoms' },
    { shows: 'no top is too few', bottoms: ['2x3'], topNames: [], refused: 'net/exact-tops' },
    { shows: 'two tops are too many', bottoms: ['2x3'], topNames: ['a', 'b'], refused: 'net/exact-tops' },
  ]);
}

const statistics = (channels: number) => [`mean ${channels}`, `variance ${channels}`, 'scale factor 1'];

specify('BatchNorm', [
  {
    shows: 'keeps statistics of every channel',
    bottoms: ['2x3x8x8'],
    tops: ['2x3x8x8'],
    blobs: statistics(3),
    macs: 0,
  },
  { shows: '2 axes will do', bottoms: ['2x5'], tops: ['2x5'], blobs: statistics(5) },
  { shows: '5 axes will do', bottoms: ['1x3x2x2x2'], tops: ['1x3x2x2x2'], blobs: statistics(3) },
  { shows: 'works in place', bottoms: ['2x3'], topNames: ['in0'], tops: ['2x3'], blobs: statistics(3) },
  {
    shows: 'is the same in the test phase',
    phase: 'TEST',
    bottoms: ['2x3'],
    tops: ['2x3'],
    blobs: statistics(3),
  },
  { shows: '1 axis has no channels', bottoms: ['5'], refused: 'bn/one-axis' },
  { shows: 'an empty batch crashes it', bottoms: ['0x3x4'], refused: 'blob/no-data' },
  { shows: 'no channels leave nothing to fill', bottoms: ['3x0'], refused: 'blob/no-data' },
  { shows: 'an empty map has no work space', bottoms: ['2x3x0'], refused: 'blob/no-data' },
  {
    shows: 'given statistics are taken as they are',
    bottoms: ['2x2'],
    text: `blobs { shape { dim: 2 } data: [1, 2] } blobs { shape { dim: 2 } data: [1, 2] }
      blobs { shape { dim: 1 } data: 1 }`,
    tops: ['2x2'],
    blobs: statistics(2),
  },
  {
    shows: 'one `param` must have a rate of 0',
    bottoms: ['2x3'],
    text: 'param { lr_mult: 0 }',
    tops: ['2x3'],
    blobs: statistics(3),
  },
  {
    shows: 'an empty `param` has a rate of 1',
    bottoms: ['2x3'],
    text: 'param {}',
    refused: 'bn/param-lr',
  },
  {
    shows: 'the second of two `param`s must have a rate of 0 as well',
    bottoms: ['2x3'],
    text: 'param { lr_mult: 0 } param { lr_mult: 1 }',
    refused: 'bn/param-lr',
  },
  {
    shows: 'exactly three `param`s lose their rates when the file is read',
    bottoms: ['2x3'],
    text: 'param { lr_mult: 1 } param { lr_mult: 1 } param { lr_mult: 2 }',
    tops: ['2x3'],
    blobs: statistics(3),
  },
  {
    shows: 'the SSD fork drops exactly three `param`s',
    dialect: 'ssd',
    bottoms: ['2x3'],
    text: 'param { lr_mult: 1 } param { lr_mult: 1 } param { lr_mult: 2 }',
    tops: ['2x3'],
    blobs: statistics(3),
  },
  {
    shows: 'of four `param`s the first three must have a rate of 0',
    bottoms: ['2x3'],
    text: 'param { lr_mult: 0 } param { lr_mult: 0 } param {} param {}',
    refused: 'bn/param-lr',
  },
  {
    shows: 'four `param`s are one too many',
    bottoms: ['2x3'],
    text: 'param { lr_mult: 0 } param { lr_mult: 0 } param { lr_mult: 0 } param {}',
    refused: 'net/too-many-params',
  },
]);

// Scale and Bias cover the same axes of the bottom with a blob of their own, under names of their own.
for (const kind of ['scale', 'bias'] as const) {
  const type = kind === 'scale' ? 'Scale' : 'Bias';
  const text = (fields: string) => `${kind}_param { ${fields} }`;
  specify(type, [
    { shows: 'a value for each channel', bottoms: ['2x3x8x8'], tops: ['2x3x8x8'], blobs: [`${kind} 3`] },
    { shows: 'works in place', bottoms: ['2x3'], topNames: ['in0'], tops: ['2x3'], blobs: [`${kind} 3`] },
    {
      shows: 'a value for each of the given axes',
      bottoms: ['2x3x4x5'],
      text: text('axis: 0 num_axes: 2'),
      tops: ['2x3x4x5'],
      blobs: [`${kind} 2x3`],
    },
    {
      shows: '−1 axes are all from the axis on',
      bottoms: ['2x3x4x5'],
      text: text('axis: 1 num_axes: -1'),
      tops: ['2x3x4x5'],
      blobs: [`${kind} 3x4x5`],
    },
    {
      shows: 'a negative axis counts from the end',
      bottoms: ['2x3x4x5'],
      text: text('axis: -2 num_axes: 2'),
      tops: ['2x3x4x5'],
      blobs: [`${kind} 4x5`],
    },
    {
      shows: '0 axes make a scalar',
      bottoms: ['2x3'],
      text: text('num_axes: 0'),
      tops: ['2x3'],
      blobs: [`${kind} scalar`],
    },
    { shows: 'the axis must exist', bottoms: ['2x3'], text: text('axis: 2'), refused: 'blob/axis-range' },
    { shows: 'a bottom of 1 axis has no channels', bottoms: ['3'], refused: 'blob/axis-range' },
    {
      shows: 'fewer than −1 axes are refused',
      bottoms: ['2x3'],
      text: text('num_axes: -2'),
      refused: `${kind}/num-axes`,
    },
    {
      shows: 'the axes must exist',
      bottoms: ['2x3'],
      text: text('axis: 1 num_axes: 2'),
      refused: `${kind}/extends-setup`,
    },
    {
      shows: 'the axis is looked at before their number',
      bottoms: ['2x3'],
      text: text('axis: 2 num_axes: -2'),
      refused: 'blob/axis-range',
    },
    {
      shows: 'the filler is checked',
      bottoms: ['2x3'],
      text: text('filler { type: "uniform" min: 2 }'),
      refused: 'filler/uniform-range',
    },
    { shows: 'no channels leave nothing to fill', bottoms: ['2x0'], refused: 'filler/empty-blob' },
    {
      shows: 'a given blob is taken',
      bottoms: ['2x3'],
      text: 'blobs { shape { dim: 3 } data: [1, 2, 3] }',
      tops: ['2x3'],
      blobs: [`${kind} 3`],
    },
    {
      shows: 'a given blob must match the axes of the bottom',
      bottoms: ['2x3'],
      text: 'blobs { shape { dim: 2 } data: [1, 2] }',
      refused: `${kind}/dim-mismatch`,
    },
    {
      shows: 'a given blob cannot have more axes than the bottom from the axis on',
      bottoms: ['2x3'],
      text: 'blobs { shape { dim: 3 dim: 1 } data: [1, 2, 3] }',
      refused: `${kind}/extends`,
    },
    {
      shows: 'a second bottom takes the place of the blob',
      bottoms: ['2x3x4x5', '3x4'],
      tops: ['2x3x4x5'],
    },
    {
      shows: 'a second bottom without axes fits everywhere, whatever the axis',
      bottoms: ['2x3', 'scalar'],
      text: text('axis: 7'),
      tops: ['2x3'],
    },
    {
      shows: 'a second bottom fits from the axis on',
      bottoms: ['2x3x4', '2x3'],
      text: text('axis: 0'),
      tops: ['2x3x4'],
    },
    {
      shows: 'the number of axes is ignored beside a second bottom',
      bottoms: ['2x3', '3'],
      text: text('num_axes: -5'),
      tops: ['2x3'],
    },
    {
      shows: 'a second bottom cannot have more axes than the first from the axis on',
      bottoms: ['2x3', '3x1'],
      refused: `${kind}/extends`,
    },
    {
      shows: 'a second bottom must match the axes of the first',
      bottoms: ['2x3x4', '3x5'],
      refused: `${kind}/dim-mismatch`,
    },
    {
      shows: 'the axis must exist beside a second bottom with axes',
      bottoms: ['2x3', '3'],
      text: text('axis: -3'),
      refused: 'blob/axis-range',
    },
    {
      shows: 'a second `param` is one too many',
      bottoms: ['2x3'],
      text: 'param {} param {}',
      refused: 'net/too-many-params',
    },
    {
      shows: 'no `param` is needed beside a second bottom',
      bottoms: ['2x3', '3'],
      text: 'param {}',
      refused: 'net/too-many-params',
    },
  ]);
}

specify('Scale', [
  {
    shows: 'adds a bias of the shape of the scale',
    bottoms: ['2x3x4x5'],
    text: 'scale_param { num_axes: 2 bias_term: true }',
    tops: ['2x3x4x5'],
    blobs: ['scale 3x4', 'bias 3x4'],
  },
  {
    shows: 'a shared scale has a shared bias',
    bottoms: ['2x3'],
    text: 'scale_param { num_axes: 0 bias_term: true }',
    tops: ['2x3'],
    blobs: ['scale scalar', 'bias scalar'],
  },
  {
    shows: 'the bias goes to the end with −1 axes',
    bottoms: ['2x3x4'],
    text: 'scale_param { num_axes: -1 bias_term: true }',
    tops: ['2x3x4'],
    blobs: ['scale 3x4', 'bias 3x4'],
  },
  {
    shows: 'beside a second bottom there is a bias of its shape',
    bottoms: ['2x3x4', '3x4'],
    text: 'scale_param { bias_term: true }',
    tops: ['2x3x4'],
    blobs: ['bias 3x4'],
  },
  {
    shows: 'the bias may be given beside the scale',
    bottoms: ['2x3'],
    text: `scale_param { bias_term: true }
      blobs { shape { dim: 3 } data: [1, 2, 3] } blobs { shape { dim: 3 } data: [1, 2, 3] }`,
    tops: ['2x3'],
    blobs: ['scale 3', 'bias 3'],
  },
  {
    shows: 'a bias joins a given scale',
    bottoms: ['2x3'],
    text: 'scale_param { bias_term: true } blobs { shape { dim: 3 } data: [1, 2, 3] }',
    tops: ['2x3'],
    blobs: ['scale 3', 'bias 3'],
  },
  {
    shows: 'the filler of the bias is checked',
    bottoms: ['2x3'],
    text: 'scale_param { bias_term: true bias_filler { type: "?" } }',
    refused: 'filler/unknown',
  },
  {
    shows: 'the bias is checked before the shapes of the bottoms',
    bottoms: ['2x3', '3x4x5'],
    text: 'scale_param { bias_term: true }',
    refused: 'bias/extends-setup',
  },
  {
    shows: 'the bias needs the axis beside a scalar second bottom',
    bottoms: ['2x3', 'scalar'],
    text: 'scale_param { axis: 2 bias_term: true }',
    refused: 'blob/axis-range',
  },
  {
    shows: 'the scale is checked after the bias was set up',
    bottoms: ['2x3x4', '3x5'],
    text: 'scale_param { bias_term: true }',
    refused: 'scale/dim-mismatch',
  },
  {
    shows: 'a third `param` is one too many',
    bottoms: ['2x3'],
    text: 'scale_param { bias_term: true } param {} param {} param {}',
    refused: 'net/too-many-params',
  },
]);

specify('LRN', [
  { shows: 'keeps the shape', bottoms: ['2x96x27x27'], tops: ['2x96x27x27'], macs: 0 },
  {
    shows: 'works within a channel too',
    bottoms: ['1x2x8x8'],
    text: 'lrn_param { norm_region: WITHIN_CHANNEL local_size: 3 }',
    tops: ['1x2x8x8'],
  },
  {
    shows: 'the region may be larger than the map',
    bottoms: ['1x2x1x1'],
    text: 'lrn_param { norm_region: WITHIN_CHANNEL local_size: 9 }',
    tops: ['1x2x1x1'],
  },
  {
    shows: 'a region of 1 is odd',
    bottoms: ['1x2x8x8'],
    text: 'lrn_param { local_size: 1 }',
    tops: ['1x2x8x8'],
  },
  {
    shows: 'the region must be odd',
    bottoms: ['1x2x8x8'],
    text: 'lrn_param { local_size: 4 }',
    refused: 'lrn/odd-size',
  },
  {
    shows: 'the region cannot be 0',
    bottoms: ['1x2x8x8'],
    text: 'lrn_param { local_size: 0 }',
    refused: 'lrn/odd-size',
  },
  { shows: '3 axes are too few', bottoms: ['2x8x8'], refused: 'lrn/four-axes' },
  { shows: '5 axes are too many', bottoms: ['1x2x8x8x8'], refused: 'lrn/four-axes' },
  {
    shows: '3 axes are too few within a channel',
    bottoms: ['2x8x8'],
    text: 'lrn_param { norm_region: WITHIN_CHANNEL }',
    refused: 'lrn/four-axes',
  },
  {
    shows: 'the region is looked at before the number of axes',
    bottoms: ['2x8x8'],
    text: 'lrn_param { local_size: 4 }',
    refused: 'lrn/odd-size',
  },
  {
    shows: 'a `param` is one too many',
    bottoms: ['1x2x8x8'],
    text: 'param {}',
    refused: 'net/too-many-params',
  },
]);

specify('MVN', [
  { shows: 'keeps 4 axes', bottoms: ['2x3x4x5'], tops: ['2x3x4x5'], macs: 0 },
  { shows: 'makes 4 axes of 2', bottoms: ['2x4'], tops: ['2x4x1x1'] },
  { shows: 'makes 4 axes of a scalar', bottoms: ['scalar'], tops: ['1x1x1x1'] },
  { shows: 'the batch may be empty', bottoms: ['0x3x4x5'], tops: ['0x3x4x5'] },
  { shows: 'an empty map has no work space', bottoms: ['2x3x0x5'], refused: 'blob/no-data' },
  { shows: 'no channels will do', bottoms: ['2x0x4x5'], tops: ['2x0x4x5'] },
  {
    shows: 'across channels there must be channels',
    bottoms: ['2x0x4x5'],
    text: 'mvn_param { across_channels: true }',
    refused: 'blob/no-data',
  },
  {
    shows: 'across channels the shape is the same',
    bottoms: ['2x3x4x5'],
    text: 'mvn_param { across_channels: true }',
    tops: ['2x3x4x5'],
  },
  { shows: 'a `param` is one too many', bottoms: ['2x3'], text: 'param {}', refused: 'net/too-many-params' },
]);

const normalize = (fields: string) => `norm_param { ${fields} }`;

specify(
  'Normalize',
  [
    {
      shows: 'one scale for all channels',
      bottoms: ['2x3x4x5'],
      tops: ['2x3x4x5'],
      blobs: ['scale scalar'],
      macs: 0,
    },
    {
      shows: 'a scale for each channel',
      bottoms: ['2x3x4x5'],
      text: normalize('across_spatial: false channel_shared: false'),
      tops: ['2x3x4x5'],
      blobs: ['scale 3'],
    },
    { shows: '2 axes will do', bottoms: ['2x3'], tops: ['2x3'], blobs: ['scale scalar'] },
    { shows: '1 axis is too few', bottoms: ['3'], refused: 'ssd/normalize-axes' },
    { shows: '5 axes are too many', bottoms: ['1x2x3x4x5'], refused: 'ssd/normalize-legacy' },
    { shows: 'the batch may be empty', bottoms: ['0x3x4'], tops: ['0x3x4'], blobs: ['scale scalar'] },
    { shows: 'an empty map has no work space', bottoms: ['2x3x0x5'], refused: 'blob/no-data' },
    {
      shows: 'the filler is checked',
      bottoms: ['2x3'],
      text: normalize('scale_filler { type: "gaussian" std: 0 }'),
      refused: 'filler/gaussian-std',
    },
    {
      shows: 'a given scale is taken',
      bottoms: ['2x3'],
      text: `${normalize('channel_shared: false')} blobs { shape { dim: 3 } data: [1, 2, 3] }`,
      tops: ['2x3'],
      blobs: ['scale 3'],
    },
    {
      shows: 'a given shared scale has one value',
      bottoms: ['2x3'],
      text: 'blobs { shape { dim: 3 } data: [1, 2, 3] }',
      refused: 'ssd/normalize-scale-count',
    },
    {
      shows: 'a second `param` is one too many',
      bottoms: ['2x3'],
      text: 'param {} param {}',
      refused: 'net/too-many-params',
    },
  ].map((one) => ({ dialect: 'ssd', ...one })),
);

specify('Normalize', [
  { shows: 'only the SSD fork has it', bottoms: ['2x3'], refused: 'net/unknown-layer-type' },
]);

specify('BatchNorm', [{ shows: 'a scalar has no channels', bottoms: ['scalar'], refused: 'bn/one-axis' }]);
specify('Scale', [
  {
    shows: 'nothing is filled beside given blobs, so the filler of the bias is not looked at',
    bottoms: ['2x3'],
    text: `scale_param { bias_term: true bias_filler { type: "?" } }
      blobs { shape { dim: 3 } data: [1, 2, 3] } blobs { shape { dim: 3 } data: [1, 2, 3] }`,
    tops: ['2x3'],
    blobs: ['scale 3', 'bias 3'],
  },
]);
specify('MVN', [{ shows: '5 axes are too many', bottoms: ['1x2x3x4x5'], refused: 'mvn/legacy' }]);
specify('LRN', [
  {
    shows: 'a region of 2³² − 1 is −1, which C++ does not find odd',
    bottoms: ['1x2x8x8'],
    text: 'lrn_param { local_size: 4294967295 }',
    refused: 'lrn/odd-size',
  },
]);
