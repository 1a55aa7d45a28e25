import { type LayerCase, specify } from '../../support/layerTable.ts';

/** A filler of the weight 5×3 of an InnerProduct. */
const matrix = (filler: string) => ({
  bottoms: ['2x3'],
  text: `inner_product_param { num_output: 5 bias_term: false weight_filler { ${filler} } }`,
});

/** A filler of a slope without axes. */
const scalar = (filler: string) => ({
  bottoms: ['2x3'],
  text: `prelu_param { channel_shared: true filler { ${filler} } }`,
});

/** A filler of a weight 2×`channels`×`kernel`. */
const filters = (filler: string, kernel: readonly number[], channels = 3) => ({
  bottoms: [[1, channels, ...kernel.map(() => 9)].join('x')],
  text: `convolution_param { num_output: 2 bias_term: false
    ${kernel.map((size) => `kernel_size: ${size}`).join(' ')} weight_filler { ${filler} } }`,
});

const fills = { tops: ['2x5'], blobs: ['weight 5x3'] };
const fillsScalar = { tops: ['2x3'], blobs: ['slope scalar'] };

/** Cases of any filler, with its type as a prefix. */
function specifyFiller(layer: string, type: string, cases: readonly LayerCase[]): void {
  specify(
    layer,
    cases.map((one) => ({ ...one, shows: `filler ${type}: ${one.shows}` })),
  );
}

const all = ['constant', 'gaussian', 'positive_unitball', 'uniform', 'xavier', 'msra'];

for (const type of all) {
  for (const dialect of ['bvlc', 'ssd'] as const) {
    specifyFiller('InnerProduct', type, [
      { shows: `fills a matrix (${dialect})`, dialect, ...matrix(`type: "${type}"`), ...fills },
    ]);
  }
  specifyFiller('Convolution', type, [
    {
      shows: 'fills filters of any number of axes',
      ...filters(`type: "${type}"`, [2, 2, 2]),
      tops: ['1x2x8x8x8'],
      blobs: ['weight 2x3x2x2x2'],
    },
    {
      shows: 'cannot fill an empty blob',
      ...filters(`type: "${type}"`, [2, 2], 0),
      refused: 'filler/empty-blob',
    },
  ]);
}

for (const type of all.filter((name) => name !== 'gaussian')) {
  specifyFiller('InnerProduct', type, [
    {
      shows: 'rejects sparse',
      ...matrix(`type: "${type}" sparse: 1`),
      refused: 'filler/sparse-unsupported',
    },
    {
      shows: 'also rejects sparse 0',
      ...matrix(`type: "${type}" sparse: 0`),
      refused: 'filler/sparse-unsupported',
    },
    { shows: 'sparse −1 disables it', ...matrix(`type: "${type}" sparse: -1`), ...fills },
    { shows: 'ignores a deviation of 0', ...matrix(`type: "${type}" std: 0`), ...fills },
  ]);
}

specify('InnerProduct', [
  { shows: 'a filler is constant by default', ...matrix('value: 2'), ...fills },
  {
    shows: 'filler types are case-sensitive',
    ...matrix('type: "Gaussian"'),
    refused: 'filler/unknown',
  },
  { shows: 'an empty filler type is unknown', ...matrix('type: ""'), refused: 'filler/unknown' },
  {
    shows: 'a property name of JavaScript objects is not a filler',
    ...matrix('type: "constructor"'),
    refused: 'filler/unknown',
  },
]);

for (const type of ['constant', 'uniform', 'gaussian']) {
  specifyFiller('PReLU', type, [{ shows: 'fills a scalar', ...scalar(`type: "${type}"`), ...fillsScalar }]);
}

for (const type of ['xavier', 'msra', 'positive_unitball']) {
  specifyFiller('PReLU', type, [
    {
      shows: 'requires the first axis, which a scalar lacks',
      ...scalar(`type: "${type}"`),
      refused: 'filler/scalar-blob',
    },
    {
      shows: 'treats a scalar as 1×1×1×1 in the SSD fork',
      dialect: 'ssd',
      ...scalar(`type: "${type}"`),
      ...fillsScalar,
    },
  ]);
  specifyFiller('Convolution', type, [
    {
      shows: 'fills 4 axes in the SSD fork',
      dialect: 'ssd',
      ...filters(`type: "${type}"`, [2, 2]),
      tops: ['1x2x8x8'],
      blobs: ['weight 2x3x2x2'],
    },
    {
      shows: 'does not fill 5 axes in the SSD fork',
      dialect: 'ssd',
      ...filters(`type: "${type}"`, [2, 2, 2]),
      refused: 'filler/legacy-axes-ssd',
    },
    {
      shows: "fills 5 axes in Intel's fork",
      dialect: 'intel',
      ...filters(`type: "${type}"`, [2, 2, 2]),
      tops: ['1x2x8x8x8'],
      blobs: ['weight 2x3x2x2x2'],
    },
  ]);
}

for (const type of ['xavier', 'msra']) {
  for (const norm of ['FAN_IN', 'FAN_OUT', 'AVERAGE']) {
    specifyFiller('InnerProduct', type, [
      { shows: `scales by ${norm}`, ...matrix(`type: "${type}" variance_norm: ${norm}`), ...fills },
    ]);
  }
}

specifyFiller('InnerProduct', 'uniform', [
  { shows: 'a range may be a single value', ...matrix('type: "uniform" min: 1 max: 1'), ...fills },
  {
    shows: 'min cannot exceed max',
    ...matrix('type: "uniform" min: 2 max: 1'),
    refused: 'filler/uniform-range',
  },
  {
    shows: 'min cannot exceed the default max of 1',
    ...matrix('type: "uniform" min: 1.5'),
    refused: 'filler/uniform-range',
  },
  {
    shows: 'max cannot be below the default min of 0',
    ...matrix('type: "uniform" max: -1'),
    refused: 'filler/uniform-range',
  },
  {
    shows: 'a min of NaN is rejected',
    ...matrix('type: "uniform" min: nan'),
    refused: 'filler/uniform-range',
  },
  {
    shows: 'min and max are 32-bit floats',
    ...matrix('type: "uniform" min: 1.00000001 max: 1'),
    ...fills,
  },
  {
    shows: 'the range is checked before sparse',
    ...matrix('type: "uniform" min: 2 sparse: 1'),
    refused: 'filler/uniform-range',
  },
]);

specifyFiller('InnerProduct', 'gaussian', [
  {
    shows: 'the deviation cannot be 0',
    ...matrix('type: "gaussian" std: 0'),
    refused: 'filler/gaussian-std',
  },
  {
    shows: 'the deviation cannot be negative',
    ...matrix('type: "gaussian" std: -0.01'),
    refused: 'filler/gaussian-std',
  },
  {
    shows: 'the deviation must be a number',
    ...matrix('type: "gaussian" std: nan'),
    refused: 'filler/gaussian-std',
  },
  { shows: 'sparse −1 disables it', ...matrix('type: "gaussian" sparse: -1'), ...fills },
  { shows: 'sparse may be 0', ...matrix('type: "gaussian" sparse: 0'), ...fills },
  { shows: 'sparse may be the length of the first axis', ...matrix('type: "gaussian" sparse: 5'), ...fills },
  {
    shows: 'sparse cannot exceed the length of the first axis',
    ...matrix('type: "gaussian" sparse: 6'),
    refused: 'filler/sparse-too-big',
  },
  {
    shows: 'sparse cannot be below −1',
    ...matrix('type: "gaussian" sparse: -2'),
    refused: 'filler/sparse-range',
  },
  {
    shows: 'the deviation is checked before sparse',
    ...matrix('type: "gaussian" std: 0 sparse: -2'),
    refused: 'filler/gaussian-std',
  },
]);

specifyFiller('PReLU', 'gaussian', [
  {
    shows: 'sparse requires the first axis, which a scalar lacks',
    ...scalar('type: "gaussian" sparse: 0'),
    refused: 'filler/scalar-blob',
  },
]);

specifyFiller('InnerProduct', 'bilinear', [
  { shows: 'rejects a matrix', ...matrix('type: "bilinear"'), refused: 'filler/bilinear-axes' },
]);

specifyFiller('Convolution', 'bilinear', [
  {
    shows: 'fills square filters',
    ...filters('type: "bilinear"', [4, 4]),
    tops: ['1x2x6x6'],
    blobs: ['weight 2x3x4x4'],
  },
  {
    shows: 'rejects filters with 3 spatial axes',
    ...filters('type: "bilinear"', [4, 4, 4]),
    refused: 'filler/bilinear-axes',
  },
  {
    shows: 'rejects non-square filters',
    ...filters('type: "bilinear"', [4, 3]),
    refused: 'filler/bilinear-square',
  },
  {
    shows: 'cannot fill an empty blob',
    ...filters('type: "bilinear"', [4, 4], 0),
    refused: 'filler/empty-blob',
  },
  {
    shows: 'the square is checked before the values',
    ...filters('type: "bilinear"', [4, 3], 0),
    refused: 'filler/bilinear-square',
  },
  {
    shows: 'rejects sparse',
    ...filters('type: "bilinear" sparse: 1', [4, 4]),
    refused: 'filler/sparse-unsupported',
  },
]);

specifyFiller('Convolution', 'xavier', [
  {
    shows: 'the SSD fork checks the values before the 5 axes',
    dialect: 'ssd',
    ...filters('type: "xavier"', [2, 2, 2], 0),
    refused: 'filler/empty-blob',
  },
]);
specifyFiller('PReLU', 'gaussian', [
  {
    shows: 'sparse also requires the first axis in the SSD fork',
    dialect: 'ssd',
    ...scalar('type: "gaussian" sparse: 0'),
    refused: 'filler/scalar-blob',
  },
]);

for (const [dialect, type] of [
  ['segaware', 'xy'],
  ['segmentation', 'file'],
  ['nvidia', 'xavierstatic'],
  ['rtpose', 'bicubic'],
  ['gnina', 'radial'],
  ['opencl', 'gabor'],
  ['vitis', 'msrastatic'],
  ['flownet2', 'DoG'],
  ['mycaffe', 'of a fork whose fillers are not known'],
] as const) {
  specifyFiller('InnerProduct', type, [
    { shows: `is one of ${dialect}`, dialect, ...matrix(`type: "${type}"`), ...fills },
    {
      shows: 'is unknown in BVLC',
      ...matrix(`type: "${type}"`),
      refused: 'filler/unknown',
    },
  ]);
}

specifyFiller('InnerProduct', 'constantstatic', [
  {
    shows: 'is unknown in nvidia',
    dialect: 'nvidia',
    ...matrix('type: "constantstatic"'),
    refused: 'filler/unknown',
  },
]);
