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
    shows: 'stores statistics per channel',
    bottoms: ['2x3x8x8'],
    tops: ['2x3x8x8'],
    blobs: statistics(3),
    macs: 0,
  },
  { shows: '2 axes are accepted', bottoms: ['2x5'], tops: ['2x5'], blobs: statistics(5) },
  { shows: '5 axes are accepted', bottoms: ['1x3x2x2x2'], tops: ['1x3x2x2x2'], blobs: statistics(3) },
  {
    shows: 'supports in-place computation',
    bottoms: ['2x3'],
    topNames: ['in0'],
    tops: ['2x3'],
    blobs: statistics(3),
  },
  {
    shows: 'is the same in the test phase',
    phase: 'TEST',
    bottoms: ['2x3'],
    tops: ['2x3'],
    blobs: statistics(3),
  },
  { shows: '1 axis has no channels', bottoms: ['5'], refused: 'bn/one-axis' },
  { shows: 'an empty batch is rejected', bottoms: ['0x3x4'], refused: 'blob/no-data' },
  { shows: 'without channels there is nothing to fill', bottoms: ['3x0'], refused: 'blob/no-data' },
  { shows: 'an empty map has no buffer', bottoms: ['2x3x0'], refused: 'blob/no-data' },
  {
    shows: 'the shapes of stored statistics are not checked',
    bottoms: ['2x2'],
    text: `blobs { shape { dim: 2 } data: [1, 2] } blobs { shape { dim: 2 } data: [1, 2] }
      blobs { shape { dim: 1 } data: 1 }`,
    tops: ['2x2'],
    blobs: statistics(2),
  },
  {
    shows: 'a `param` must have lr_mult 0',
    bottoms: ['2x3'],
    text: 'param { lr_mult: 0 }',
    tops: ['2x3'],
    blobs: statistics(3),
  },
  {
    shows: 'an empty `param` has lr_mult 1',
    bottoms: ['2x3'],
    text: 'param {}',
    refused: 'bn/param-lr',
  },
  {
    shows: 'the second of two `param`s must have lr_mult 0',
    bottoms: ['2x3'],
    text: 'param { lr_mult: 0 } param { lr_mult: 1 }',
    refused: 'bn/param-lr',
  },
  {
    shows: 'exactly three `param`s are removed when the file is read',
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
    shows: 'the first three of four `param`s must have lr_mult 0',
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

specify('LRN', [
  { shows: 'keeps the shape', bottoms: ['2x96x27x27'], tops: ['2x96x27x27'], macs: 0 },
  {
    shows: 'supports WITHIN_CHANNEL',
    bottoms: ['1x2x8x8'],
    text: 'lrn_param { norm_region: WITHIN_CHANNEL local_size: 3 }',
    tops: ['1x2x8x8'],
  },
  {
    shows: 'the region may exceed the map',
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
    shows: 'the region is checked before the number of axes',
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
  { shows: 'expands 2 axes to 4', bottoms: ['2x4'], tops: ['2x4x1x1'] },
  { shows: 'expands a scalar to 4 axes', bottoms: ['scalar'], tops: ['1x1x1x1'] },
  { shows: 'the batch may be empty', bottoms: ['0x3x4x5'], tops: ['0x3x4x5'] },
  { shows: 'an empty map has no buffer', bottoms: ['2x3x0x5'], refused: 'blob/no-data' },
  { shows: 'no channels are accepted', bottoms: ['2x0x4x5'], tops: ['2x0x4x5'] },
  {
    shows: 'across channels requires channels',
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
      shows: 'one scale per channel',
      bottoms: ['2x3x4x5'],
      text: normalize('across_spatial: false channel_shared: false'),
      tops: ['2x3x4x5'],
      blobs: ['scale 3'],
    },
    { shows: '2 axes are accepted', bottoms: ['2x3'], tops: ['2x3'], blobs: ['scale scalar'] },
    { shows: '1 axis is too few', bottoms: ['3'], refused: 'ssd/normalize-axes' },
    { shows: '5 axes are too many', bottoms: ['1x2x3x4x5'], refused: 'ssd/normalize-legacy' },
    { shows: 'the batch may be empty', bottoms: ['0x3x4'], tops: ['0x3x4'], blobs: ['scale scalar'] },
    { shows: 'an empty map has no buffer', bottoms: ['2x3x0x5'], refused: 'blob/no-data' },
    {
      shows: 'the filler is checked',
      bottoms: ['2x3'],
      text: normalize('scale_filler { type: "gaussian" std: 0 }'),
      refused: 'filler/gaussian-std',
    },
    {
      shows: 'a stored scale is used',
      bottoms: ['2x3'],
      text: `${normalize('channel_shared: false')} blobs { shape { dim: 3 } data: [1, 2, 3] }`,
      tops: ['2x3'],
      blobs: ['scale 3'],
    },
    {
      shows: 'a stored shared scale has one value',
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
    shows: 'nothing is filled with stored blobs, so the filler of the bias is not checked',
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
    shows: 'a region of 2³² − 1 is −1, which is not odd in C++',
    bottoms: ['1x2x8x8'],
    text: 'lrn_param { local_size: 4294967295 }',
    refused: 'lrn/odd-size',
  },
]);
