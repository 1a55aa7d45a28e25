import { specify } from '../../support/layerTable.ts';

const everywhere = [
  'AbsVal',
  'BNLL',
  'Dropout',
  'ELU',
  'Exp',
  'Log',
  'Power',
  'ReLU',
  'Sigmoid',
  'TanH',
  'Threshold',
];

for (const type of [...everywhere, 'Clip', 'Swish']) {
  specify(type, [
    { shows: 'the top has the shape of the bottom', bottoms: ['2x3x8x8'], tops: ['2x3x8x8'], macs: 0 },
    { shows: 'any number of axes is accepted', bottoms: ['2x3x4x5x6'], tops: ['2x3x4x5x6'] },
    { shows: 'a scalar is accepted', bottoms: ['scalar'], tops: ['scalar'] },
    { shows: 'an empty bottom is accepted', bottoms: ['0x3'], tops: ['0x3'] },
    { shows: 'no bottom is too few', refused: 'net/exact-bottoms' },
    { shows: 'two bottoms are too many', bottoms: ['2x3', '2x3'], refused: 'net/exact-bottoms' },
    { shows: 'no top is too few', bottoms: ['2x3'], topNames: [], refused: 'net/exact-tops' },
    { shows: 'two tops are too many', bottoms: ['2x3'], topNames: ['a', 'b'], refused: 'net/exact-tops' },
    {
      shows: 'a `param` is one too many',
      bottoms: ['2x3'],
      text: 'param { lr_mult: 1 }',
      refused: 'net/too-many-params',
    },
  ]);
}

for (const type of [...everywhere, 'Clip', 'Swish']) {
  specify(type, [
    { shows: 'a blob without a shape results in a scalar', bottoms: ['unshaped'], tops: ['scalar'] },
  ]);
}

for (const type of [...everywhere, 'Clip', 'Swish'].filter((name) => name !== 'AbsVal')) {
  specify(type, [
    { shows: 'supports in-place computation', bottoms: ['2x3'], topNames: ['in0'], tops: ['2x3'] },
  ]);
}

specify('AbsVal', [
  {
    shows: 'does not support in-place computation',
    bottoms: ['2x3'],
    topNames: ['in0'],
    refused: 'absval/in-place',
  },
]);

for (const type of everywhere) {
  specify(type, [{ shows: 'the SSD fork also has it', dialect: 'ssd', bottoms: ['2x3'], tops: ['2x3'] }]);
}

for (const type of ['Clip', 'Swish']) {
  specify(type, [
    {
      shows: 'the SSD fork does not have it',
      dialect: 'ssd',
      bottoms: ['2x3'],
      refused: 'net/unknown-layer-type',
    },
  ]);
}

specify('Clip', [
  {
    shows: 'min may exceed max',
    bottoms: ['2x3'],
    text: 'clip_param { min: 1 max: -1 }',
    tops: ['2x3'],
  },
]);

specify('Dropout', [
  {
    shows: 'a ratio of 0 is accepted',
    bottoms: ['2x3'],
    text: 'dropout_param { dropout_ratio: 0 }',
    tops: ['2x3'],
  },
  {
    shows: 'a ratio of 1 is accepted',
    bottoms: ['2x3'],
    text: 'dropout_param { dropout_ratio: 1 }',
    tops: ['2x3'],
  },
  { shows: 'the shape is the same in the test phase', phase: 'TEST', bottoms: ['2x3'], tops: ['2x3'] },
]);

for (const kind of ['exp', 'log'] as const) {
  const type = kind === 'exp' ? 'Exp' : 'Log';
  const base = (value: string) => ({ bottoms: ['2x3'], text: `${kind}_param { base: ${value} }` });
  specify(type, [
    { shows: 'base −1 means e', ...base('-1'), tops: ['2x3'] },
    { shows: 'a base below 1 is accepted', ...base('0.5'), tops: ['2x3'] },
    { shows: 'base 2 is accepted', ...base('2'), tops: ['2x3'] },
    { shows: 'base 0 is rejected', ...base('0'), refused: `${kind}/base-positive` },
    { shows: 'base −2 is rejected', ...base('-2'), refused: `${kind}/base-positive` },
    { shows: 'a base that is not a number is rejected', ...base('nan'), refused: `${kind}/base-positive` },
    {
      shows: 'a base that is 0 as a 32-bit float is rejected',
      ...base('1e-50'),
      refused: `${kind}/base-positive`,
    },
    { shows: 'an infinite base is rejected', ...base('inf'), refused: `${kind}/base-log-inf` },
    {
      shows: 'a base that is infinite as a 32-bit float is rejected',
      ...base('1e39'),
      refused: `${kind}/base-log-inf`,
    },
  ]);
}

specify('Exp', [
  { shows: 'base 1 is accepted', bottoms: ['2x3'], text: 'exp_param { base: 1 }', tops: ['2x3'] },
]);

specify('Log', [
  {
    shows: 'base 1 is rejected',
    bottoms: ['2x3'],
    text: 'log_param { base: 1 }',
    refused: 'log/base-one',
  },
  {
    shows: 'a base that is 1 as a 32-bit float is rejected',
    bottoms: ['2x3'],
    text: 'log_param { base: 1.00000001 }',
    refused: 'log/base-one',
  },
]);

specify('PReLU', [
  {
    shows: 'one slope per channel',
    bottoms: ['2x3x8x8'],
    tops: ['2x3x8x8'],
    blobs: ['slope 3'],
    macs: 0,
  },
  {
    shows: 'a shared slope is a scalar',
    bottoms: ['2x3x8x8'],
    text: 'prelu_param { channel_shared: true }',
    tops: ['2x3x8x8'],
    blobs: ['slope scalar'],
  },
  { shows: '2 axes are accepted', bottoms: ['2x3'], tops: ['2x3'], blobs: ['slope 3'] },
  {
    shows: 'supports in-place computation',
    bottoms: ['2x3'],
    topNames: ['in0'],
    tops: ['2x3'],
    blobs: ['slope 3'],
  },
  { shows: 'the batch may be empty', bottoms: ['0x3x4'], tops: ['0x3x4'], blobs: ['slope 3'] },
  { shows: '1 axis is too few', bottoms: ['3'], refused: 'prelu/axes' },
  { shows: 'a scalar has too few axes', bottoms: ['scalar'], refused: 'prelu/axes' },
  { shows: '5 axes are too many', bottoms: ['1x3x2x2x2'], refused: 'blob/legacy-axes' },
  {
    shows: '5 axes are too many also for a shared slope',
    bottoms: ['1x3x2x2x2'],
    text: 'prelu_param { channel_shared: true }',
    refused: 'blob/legacy-axes',
  },
  { shows: 'without channels there is nothing to fill', bottoms: ['2x0'], refused: 'filler/empty-blob' },
  {
    shows: 'the buffer of channels × height × width cannot be empty',
    bottoms: ['2x3x0x4'],
    refused: 'blob/no-data',
  },
  {
    shows: 'a filler with a fan cannot fill a scalar',
    bottoms: ['2x3'],
    text: 'prelu_param { channel_shared: true filler { type: "xavier" } }',
    refused: 'filler/scalar-blob',
  },
  {
    shows: 'a stored slope is used',
    bottoms: ['2x3'],
    text: 'blobs { shape { dim: 3 } data: [1, 2, 3] }',
    tops: ['2x3'],
    blobs: ['slope 3'],
  },
  {
    shows: 'a stored slope has one value per channel, in any shape',
    bottoms: ['2x3'],
    text: 'blobs { num: 1 channels: 3 height: 1 width: 1 data: [1, 2, 3] }',
    tops: ['2x3'],
    blobs: ['slope 1x3x1x1'],
  },
  {
    shows: 'a stored slope with the wrong count is rejected',
    bottoms: ['2x3'],
    text: 'blobs { shape { dim: 2 } data: [1, 2] }',
    refused: 'prelu/slope-count',
  },
  {
    shows: 'a stored shared slope has one value',
    bottoms: ['2x3'],
    text: 'prelu_param { channel_shared: true } blobs { shape { dim: 3 } data: [1, 2, 3] }',
    refused: 'prelu/slope-count',
  },
  {
    shows: 'the values of a stored blob match its shape',
    bottoms: ['2x3'],
    text: 'blobs { shape { dim: 3 } data: [1, 2] }',
    refused: 'blob/proto-count',
  },
  {
    shows: 'a stored blob cannot be empty',
    bottoms: ['2x3'],
    text: 'blobs { shape { dim: 0 } }',
    refused: 'blob/no-data',
  },
  {
    shows: 'one `param` is enough',
    bottoms: ['2x3'],
    text: 'param { lr_mult: 1 }',
    tops: ['2x3'],
    blobs: ['slope 3'],
  },
  {
    shows: 'a second `param` is one too many',
    bottoms: ['2x3'],
    text: 'param { lr_mult: 1 } param { lr_mult: 1 }',
    refused: 'net/too-many-params',
  },
  { shows: 'no bottom is too few', refused: 'net/exact-bottoms' },
  { shows: 'two bottoms are too many', bottoms: ['2x3', '2x3'], refused: 'net/exact-bottoms' },
  { shows: 'no top is too few', bottoms: ['2x3'], topNames: [], refused: 'net/exact-tops' },
  { shows: 'two tops are too many', bottoms: ['2x3'], topNames: ['a', 'b'], refused: 'net/exact-tops' },
]);
