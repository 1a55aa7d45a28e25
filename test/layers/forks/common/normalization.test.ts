import { specify } from '../../../support/layerTable.ts';

specify('BN', [
  {
    shows: 'slope, bias and statistics are 1×C',
    dialect: 'yjxiong',
    bottoms: ['2x3x8x8'],
    tops: ['2x3x8x8'],
    blobs: ['slope 1x3', 'bias 1x3', 'mean 1x3', 'variance 1x3'],
  },
  {
    shows: 'they are 1×C×1×1 in PSPNet',
    dialect: 'pspnet',
    bottoms: ['2x3x8x8'],
    text: 'bn_param { slope_filler { type: "constant" value: 1 } frozen: true }',
    tops: ['2x3x8x8'],
    blobs: ['slope 1x3x1x1', 'bias 1x3x1x1', 'mean 1x3x1x1', 'variance 1x3x1x1'],
  },
  {
    shows: 'they are also 1×C×1×1 in DORN',
    dialect: 'dorn',
    bottoms: ['2x3'],
    tops: ['2x3'],
    blobs: ['slope 1x3x1x1', 'bias 1x3x1x1', 'mean 1x3x1x1', 'variance 1x3x1x1'],
  },
  {
    shows: "SegNet's has only a scale and a shift",
    dialect: 'segnet',
    bottoms: ['2x3x8x8'],
    text: 'bn_param { bn_mode: INFERENCE }',
    tops: ['2x3x8x8'],
    blobs: ['scale 1x3x1x1', 'shift 1x3x1x1'],
  },
  {
    shows: "SegNet's outputs the statistics of the batch as further tops",
    dialect: 'segnet',
    bottoms: ['2x3x8x8'],
    tops: ['2x3x8x8', '1x3x1x1', '1x3x1x1'],
    blobs: ['scale 1x3x1x1', 'shift 1x3x1x1'],
  },
  {
    shows: "SegNet's expands fewer axes to 4",
    dialect: 'segnet',
    bottoms: ['2x3'],
    tops: ['2x3x1x1'],
    blobs: ['scale 1x3x1x1', 'shift 1x3x1x1'],
  },
  {
    shows: 'that of Ask, Attend and Answer has a scale and a shift, and one top',
    dialect: 'answer',
    bottoms: ['2x3x8x8'],
    tops: ['2x3x8x8'],
    blobs: ['scale 1x3x1x1', 'shift 1x3x1x1'],
  },
  {
    shows: 'other forks reject a second top',
    dialect: 'answer',
    bottoms: ['2x3x8x8'],
    topNames: ['a', 'b'],
    refused: 'net/exact-tops',
  },
  {
    shows: 'the shapes of stored blobs are not checked',
    dialect: 'yjxiong',
    bottoms: ['2x3x8x8'],
    text: 'blobs { shape { dim: 1 dim: 3 } data: [1, 1, 1] }',
    tops: ['2x3x8x8'],
    blobs: ['slope 1x3'],
  },
  {
    shows: 'fills the bias',
    dialect: 'yjxiong',
    bottoms: ['2x3x8x8'],
    text: 'bn_param { bias_filler { type: "odd" } }',
    refused: 'filler/unknown',
  },
  {
    shows: 'rejects more than 4 axes',
    dialect: 'yjxiong',
    bottoms: ['2x3x8x8x8'],
    refused: 'blob/legacy-axes',
  },
]);

specify('SyncBN', [
  {
    shows: 'has the blobs of BN',
    dialect: 'yjxiong',
    bottoms: ['2x3x8x8'],
    tops: ['2x3x8x8'],
    blobs: ['slope 1x3', 'bias 1x3', 'mean 1x3', 'variance 1x3'],
  },
]);

const statistics = ['mean 3', 'variance 3', 'scale factor 1'];
const withFactors = [...statistics, 'scale 3', 'bias 3'];

specify('BatchNorm', [
  {
    shows: "NVIDIA's has a scale and a bias with scale_bias",
    dialect: 'nvidia',
    bottoms: ['2x3x8x8'],
    text: 'batch_norm_param { scale_bias: true } param { lr_mult: 0 } param { lr_mult: 0 } param { lr_mult: 0 } param { lr_mult: 1 } param { lr_mult: 1 }',
    tops: ['2x3x8x8'],
    blobs: withFactors,
  },
  {
    shows: "a filler also enables NVIDIA's scale and bias",
    dialect: 'nvidia',
    bottoms: ['2x3x8x8'],
    text: 'batch_norm_param { bias_filler { type: "constant" value: 0 } }',
    tops: ['2x3x8x8'],
    blobs: withFactors,
  },
  {
    shows: "NVIDIA's has only statistics otherwise",
    dialect: 'nvidia',
    bottoms: ['2x3x8x8'],
    tops: ['2x3x8x8'],
    blobs: statistics,
  },
  {
    shows: "NVIDIA's fills its scale",
    dialect: 'nvidia',
    bottoms: ['2x3x8x8'],
    text: 'batch_norm_param { scale_filler { type: "odd" } }',
    refused: 'filler/unknown',
  },
  {
    shows: "Intel's own engines have a scale and a bias",
    dialect: 'intel',
    bottoms: ['2x3x8x8'],
    text: 'batch_norm_param { engine: MKL2017 }',
    tops: ['2x3x8x8'],
    blobs: withFactors,
  },
  {
    shows: "the engine of Intel's layers may be set for the net",
    dialect: 'intel',
    bottoms: ['2x3x8x8'],
    text: 'engine: "MKLDNN" batch_norm_param { engine: DEFAULT bias_term: false }',
    tops: ['2x3x8x8'],
    blobs: [...statistics, 'scale 3'],
  },
  {
    shows: "Intel's own engines may disable scale and bias",
    dialect: 'intel',
    bottoms: ['2x3x8x8'],
    text: 'batch_norm_param { engine: MKLDNN use_weight_bias: false }',
    tops: ['2x3x8x8'],
    blobs: statistics,
  },
  {
    shows: "Intel's fills its scale by `filler`",
    dialect: 'intel',
    bottoms: ['2x3x8x8'],
    text: 'batch_norm_param { engine: MKLDNN filler { type: "odd" } }',
    refused: 'filler/unknown',
  },
  {
    shows: "Intel's has only statistics in Caffe's engine",
    dialect: 'intel',
    bottoms: ['2x3x8x8'],
    text: 'batch_norm_param { engine: CAFFE }',
    tops: ['2x3x8x8'],
    blobs: statistics,
  },
  {
    shows: 'PSPNet does not check lr_mult',
    dialect: 'pspnet',
    bottoms: ['2x3x8x8'],
    text: 'param { lr_mult: 1 }',
    tops: ['2x3x8x8'],
    blobs: statistics,
  },
  {
    shows: 'one axis is one channel',
    dialect: 'pspnet',
    bottoms: ['3'],
    refused: 'bn/one-axis',
  },
]);

specify('BN', [
  {
    shows: "SegNet's requires a top",
    dialect: 'segnet',
    bottoms: ['2x3x8x8'],
    topNames: [],
    refused: 'net/min-tops',
  },
  {
    shows: "SegNet's has no statistics for inference",
    dialect: 'segnet',
    bottoms: ['2x3x8x8'],
    text: 'bn_param { bn_mode: INFERENCE }',
    topNames: ['a', 'b'],
    refused: 'net/max-tops',
  },
]);

specify('BatchNorm', [
  {
    shows: 'the scale and bias of Xilinx come first',
    dialect: 'vitis',
    bottoms: ['2x3x4x4'],
    text: 'param { lr_mult: 1 }',
    tops: ['2x3x4x4'],
    blobs: ['scale 3', 'bias 3', 'mean 3', 'variance 3', 'scale factor 1'],
  },
  {
    shows: 'one axis is one channel in the fork of Xilinx',
    dialect: 'vitis',
    bottoms: ['5'],
    tops: ['5'],
    blobs: ['scale 1', 'bias 1', 'mean 1', 'variance 1', 'scale factor 1'],
  },
]);

for (const dialect of ['segaware', 'synopsys']) {
  specify('BatchNorm', [
    {
      shows: `the moving average of ${dialect} is a fraction`,
      dialect,
      bottoms: ['1x8x6x6'],
      text: 'batch_norm_param { moving_average_fraction: 1.5 }',
      refused: 'fork/bn-fraction',
    },
  ]);
}

const parts = (text = '') => `batch_norm_param { stats_batch_size: 4 ${text} }`;
const ownStatistics = ['mean 4', 'variance 4', 'scale factor 1'];
const intel = { dialect: 'intel', bottoms: ['6x4x5x7'] } as const;
const accepted = { tops: ['6x4x5x7'], blobs: ownStatistics, ...intel };

specify('BatchNorm', [
  {
    shows: "Intel's has statistics of equal parts of the batch",
    text: parts(),
    refused: 'fork/bn-parts',
    ...intel,
  },
  { shows: "Intel's has stored statistics in a test", phase: 'TEST', text: parts(), ...accepted },
  { shows: "Intel's can use stored statistics", text: parts('use_global_stats: true'), ...accepted },
  {
    shows: "Intel's can have statistics of the batch in a test",
    phase: 'TEST',
    text: parts('use_global_stats: false'),
    refused: 'fork/bn-parts',
    ...intel,
  },
  {
    shows: "Intel's has statistics of halves",
    text: 'batch_norm_param { stats_batch_size: 3 }',
    ...accepted,
  },
]);
