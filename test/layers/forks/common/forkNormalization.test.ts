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
    shows: 'and so in DORN',
    dialect: 'dorn',
    bottoms: ['2x3'],
    tops: ['2x3'],
    blobs: ['slope 1x3x1x1', 'bias 1x3x1x1', 'mean 1x3x1x1', 'variance 1x3x1x1'],
  },
  {
    shows: "SegNet's has a scale and a shift alone",
    dialect: 'segnet',
    bottoms: ['2x3x8x8'],
    text: 'bn_param { bn_mode: INFERENCE }',
    tops: ['2x3x8x8'],
    blobs: ['scale 1x3x1x1', 'shift 1x3x1x1'],
  },
  {
    shows: "SegNet's gives the statistics of the batch as further tops",
    dialect: 'segnet',
    bottoms: ['2x3x8x8'],
    tops: ['2x3x8x8', '1x3x1x1', '1x3x1x1'],
    blobs: ['scale 1x3x1x1', 'shift 1x3x1x1'],
  },
  {
    shows: "SegNet's makes 4 axes of fewer",
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
    shows: 'a second top is too many elsewhere',
    dialect: 'answer',
    bottoms: ['2x3x8x8'],
    topNames: ['a', 'b'],
    refused: 'net/exact-tops',
  },
  {
    shows: 'given blobs are taken as they are',
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
    shows: 'needs at most 4 axes',
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
    shows: "NVIDIA's has a scale and a bias if asked",
    dialect: 'nvidia',
    bottoms: ['2x3x8x8'],
    text: 'batch_norm_param { scale_bias: true } param { lr_mult: 0 } param { lr_mult: 0 } param { lr_mult: 0 } param { lr_mult: 1 } param { lr_mult: 1 }',
    tops: ['2x3x8x8'],
    blobs: withFactors,
  },
  {
    shows: "a filler asks for NVIDIA's scale and bias too",
    dialect: 'nvidia',
    bottoms: ['2x3x8x8'],
    text: 'batch_norm_param { bias_filler { type: "constant" value: 0 } }',
    tops: ['2x3x8x8'],
    blobs: withFactors,
  },
  {
    shows: "NVIDIA's has statistics alone otherwise",
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
    shows: "the engine of Intel's layers may be named outside",
    dialect: 'intel',
    bottoms: ['2x3x8x8'],
    text: 'engine: "MKLDNN" batch_norm_param { engine: DEFAULT bias_term: false }',
    tops: ['2x3x8x8'],
    blobs: [...statistics, 'scale 3'],
  },
  {
    shows: "Intel's own engines can do without",
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
    shows: "Intel's has statistics alone in Caffe's engine",
    dialect: 'intel',
    bottoms: ['2x3x8x8'],
    text: 'batch_norm_param { engine: CAFFE }',
    tops: ['2x3x8x8'],
    blobs: statistics,
  },
  {
    shows: 'PSPNet does not look at the rates',
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
