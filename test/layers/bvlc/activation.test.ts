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
    { shows: 'any number of axes will do', bottoms: ['2x3x4x5x6'], tops: ['2x3x4x5x6'] },
    { shows: 'a scalar will do', bottoms: ['scalar'], tops: ['scalar'] },
    { shows: 'an empty bottom will do', bottoms: ['0x3'], tops: ['0x3'] },
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
    { shows: 'a blob that was never shaped gives a scalar', bottoms: ['unshaped'], tops: ['scalar'] },
  ]);
}

for (const type of [...everywhere, 'Clip', 'Swish'].filter((name) => name !== 'AbsVal')) {
  specify(type, [{ shows: 'works in place', bottoms: ['2x3'], topNames: ['in0'], tops: ['2x3'] }]);
}

specify('AbsVal', [
  {
    shows: 'does not work in place',
    bottoms: ['2x3'],
    topNames: ['in0'],
    refused: 'absval/in-place',
  },
]);

for (const type of everywhere) {
  specify(type, [{ shows: 'the SSD fork has it too', dialect: 'ssd', bottoms: ['2x3'], tops: ['2x3'] }]);
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
    shows: 'the limits may be the wrong way round',
    bottoms: ['2x3'],
    text: 'clip_param { min: 1 max: -1 }',
    tops: ['2x3'],
  },
]);

specify('Dropout', [
  {
    shows: 'a ratio of 0 passes',
    bottoms: ['2x3'],
    text: 'dropout_param { dropout_ratio: 0 }',
    tops: ['2x3'],
  },
  {
    shows: 'a ratio of 1 passes',
    bottoms: ['2x3'],
    text: 'dropout_param { dropout_ratio: 1 }',
    tops: ['2x3'],
  },
  { shows: 'keeps its shape in the test phase', phase: 'TEST', bottoms: ['2x3'], tops: ['2x3'] },
]);

for (const kind of ['exp', 'log'] as const) {
  const type = kind === 'exp' ? 'Exp' : 'Log';
  const base = (value: string) => ({ bottoms: ['2x3'], text: `${kind}_param { base: ${value} }` });
  specify(type, [
    { shows: 'base −1 stands for e', ...base('-1'), tops: ['2x3'] },
    { shows: 'a base below 1 will do', ...base('0.5'), tops: ['2x3'] },
    { shows: 'base 2 will do', ...base('2'), tops: ['2x3'] },
    { shows: 'base 0 is refused', ...base('0'), refused: `${kind}/base-positive` },
    { shows: 'base −2 is refused', ...base('-2'), refused: `${kind}/base-positive` },
    { shows: 'a base that is not a number is refused', ...base('nan'), refused: `${kind}/base-positive` },
    {
      shows: 'a base that is 0 as a 32-bit float is refused',
      ...base('1e-50'),
      refused: `${kind}/base-positive`,
    },
    { shows: 'an infinite base is refused', ...base('inf'), refused: `${kind}/base-log-inf` },
    {
      shows: 'a base that is infinite as a 32-bit float is refused',
      ...base('1e39'),
      refused: `${kind}/base-log-inf`,
    },
  ]);
}

specify('Exp', [{ shows: 'base 1 will do', bottoms: ['2x3'], text: 'exp_param { base: 1 }', tops: ['2x3'] }]);

specify('Log', [
  {
    shows: 'there is no logarithm to the base 1',
    bottoms: ['2x3'],
    text: 'log_param { base: 1 }',
    refused: 'log/base-one',
  },
  {
    shows: 'a base that is 1 as a 32-bit float is refused',
    bottoms: ['2x3'],
    text: 'log_param { base: 1.00000001 }',
    refused: 'log/base-one',
  },
]);

specify('PReLU', [
  {
    shows: 'a slope for each channel',
    bottoms: ['2x3x8x8'],
    tops: ['2x3x8x8'],
    blobs: ['slope 3'],
    macs: 0,
  },
  {
    shows: 'one slope for all channels has no axes',
    bottoms: ['2x3x8x8'],
    text: 'prelu_param { channel_shared: true }',
    tops: ['2x3x8x8'],
    blobs: ['slope scalar'],
  },
  { shows: '2 axes will do', bottoms: ['2x3'], tops: ['2x3'], blobs: ['slope 3'] },
  { shows: 'works in place', bottoms: ['2x3'], topNames: ['in0'], tops: ['2x3'], blobs: ['slope 3'] },
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
  { shows: 'no channels leave nothing to fill', bottoms: ['2x0'], refused: 'filler/empty-blob' },
  {
    shows: 'its work space of channels × height × width cannot be empty',
    bottoms: ['2x3x0x4'],
    refused: 'blob/no-data',
  },
  {
    shows: 'a filler that needs a fan does not fit the scalar',
    bottoms: ['2x3'],
    text: 'prelu_param { channel_shared: true filler { type: "xavier" } }',
    refused: 'filler/scalar-blob',
  },
  {
    shows: 'a given slope is taken',
    bottoms: ['2x3'],
    text: 'blobs { shape { dim: 3 } data: [1, 2, 3] }',
    tops: ['2x3'],
    blobs: ['slope 3'],
  },
  {
    shows: 'a given slope must have as many values as channels, in any shape',
    bottoms: ['2x3'],
    text: 'blobs { num: 1 channels: 3 height: 1 width: 1 data: [1, 2, 3] }',
    tops: ['2x3'],
    blobs: ['slope 1x3x1x1'],
  },
  {
    shows: 'a given slope of the wrong count is refused',
    bottoms: ['2x3'],
    text: 'blobs { shape { dim: 2 } data: [1, 2] }',
    refused: 'prelu/slope-count',
  },
  {
    shows: 'a given shared slope has one value',
    bottoms: ['2x3'],
    text: 'prelu_param { channel_shared: true } blobs { shape { dim: 3 } data: [1, 2, 3] }',
    refused: 'prelu/slope-count',
  },
  {
    shows: 'a given blob must hold as many values as its shape says',
    bottoms: ['2x3'],
    text: 'blobs { shape { dim: 3 } data: [1, 2] }',
    refused: 'blob/proto-count',
  },
  {
    shows: 'a given blob cannot be empty',
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
