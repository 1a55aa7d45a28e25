import { type Dim, isKnown } from '../../../shape/dim.ts';
import { floatText } from '../../../shape/floatText.ts';
import type { Dims } from '../../../shape/shape.ts';
import { batchNorm } from '../../bvlc/normalization.ts';
import type { LayerContext } from '../../context.ts';
import { exactly, type LayerDefinition } from '../../definition.ts';
import { checkFiller, runFiller } from '../../helpers/filler.ts';
import { imageAxes } from '../../helpers/imageAxes.ts';

/** Batch normalization in forks: with its own scale and bias, or as a separate layer type. */

/** happynear/caffe-windows, bn_layer.cpp; also in yjxiong/caffe, huangyangyu/SeqFace and luoyetx/mini-caffe. */
const bn: LayerDefinition = {
  type: 'BN',
  category: 'normalization',
  paramField: 'bn_param',
  doc: 'Normalizes each channel to mean 0 and variance 1, then multiplies by a learned slope and adds a learned bias. Two more blobs store the statistics.',
  bottoms: exactly(1),
  tops: exactly(1),
  setUp: (layer) => addSlopeAndStatistics(layer, [1, channelsOf(layer)]),
  reshape: (layer) => [layer.like(0)],
};

/** yjxiong/caffe, sync_bn_layer.cpp. */
const syncBn: LayerDefinition = {
  ...bn,
  type: 'SyncBN',
  category: 'normalization',
  doc: 'Batch normalization with a learned slope and bias; the statistics cover all processes of a distributed training.',
};

/** hszhao/PSPNet and hufu6371/DORN, bn_layer.cpp. */
const bnOfImages: LayerDefinition = {
  ...bn,
  forks: ['pspnet', 'dorn', 'synopsys'],
  setUp: (layer) => addSlopeAndStatistics(layer, [1, channelsOf(layer), 1, 1]),
};

function addSlopeAndStatistics(layer: LayerContext, shape: Dims): void {
  if (layer.takesGivenBlobs('slope', 'bias', 'mean', 'variance')) return;
  addFilled(layer, 'slope', shape);
  addFilled(layer, 'bias', shape);
  layer.addBlob('mean', shape);
  layer.addBlob('variance', shape);
}

/** VisionLearningGroup/Ask_Attend_and_Answer, bn_layer.cpp. */
const bnWithoutStatistics: LayerDefinition = {
  ...bn,
  forks: ['answer'],
  doc: 'Normalizes each channel to mean 0 and variance 1, then multiplies by a learned scale and adds a learned shift. It stores no statistics.',
  setUp(layer) {
    if (layer.takesGivenBlobs('scale', 'shift')) return;
    const shape = [1, channelsOf(layer), 1, 1];
    addFilled(layer, 'scale', shape);
    addFilled(layer, 'shift', shape);
  },
  reshape: (layer) => [imageAxes(layer, 0)],
};

/** alexgkendall/caffe-segnet, bn_layer.cpp: two optional tops have the statistics of the batch. */
const bnWithStatisticsTops: LayerDefinition = {
  ...bnWithoutStatistics,
  forks: ['segnet', 'enet', 'deconvnet'],
  doc: 'Normalizes each channel to mean 0 and variance 1, then multiplies by a learned scale and adds a learned shift; after training, a script merges the statistics into these two. Optional second and third tops have the mean and variance of the batch.',
  tops: ({ params }) => ({ min: 1, max: params.text('bn_mode') === 'LEARN' ? 3 : 1 }),
  reshape(layer) {
    const statistics = [1, channelsOf(layer), 1, 1];
    return layer.topNames.map((_, index) => (index === 0 ? imageAxes(layer, 0) : statistics));
  },
};

function channelsOf(layer: LayerContext): Dim {
  return imageAxes(layer, 0)[1];
}

function addFilled(layer: LayerContext, role: 'slope' | 'bias' | 'scale' | 'shift', shape: Dims): void {
  layer.addBlob(role, shape);
  checkFiller(layer, `${role}_filler`, shape, role);
}

/**
 * hszhao/PSPNet and aharley/segaware, batch_norm_layer.cpp: checks its moving average, but not the learning rates of its
 * blobs.
 */
const batchNormOfPspNet: LayerDefinition = {
  ...batchNorm,
  forks: ['pspnet', 'segaware'],
  setUp(layer) {
    checkFraction(layer);
    addStatistics(layer, () => []);
  },
};

/** foss-for-synopsys-dwc-arc-processors/synopsys-caffe, batch_norm_layer.cpp: checks its moving average. */
const batchNormOfSynopsys: LayerDefinition = {
  ...batchNorm,
  forks: ['synopsys'],
  setUp(layer) {
    checkFraction(layer);
    batchNorm.setUp?.(layer);
  },
};

function checkFraction(layer: LayerContext): void {
  const fraction = layer.params.float('moving_average_fraction');
  if (fraction >= 0 && fraction <= 1) return;
  layer.refuse(
    'fork/bn-fraction',
    layer.at('moving_average_fraction'),
    `\`moving_average_fraction\` must be from 0 to 1, but is ${floatText(fraction)}.`,
  );
}

/**
 * BatchNorm of other forks that do not check the learning rates of its blobs: luoyetx/mini-caffe and others,
 * batch_norm_layer.cpp.
 */
const batchNormAnyRates: LayerDefinition = {
  ...batchNorm,
  forks: ['r-fcn', 'mini-caffe', 'rtpose', 'flownet2', 'curve-text', 'segmentation'],
  setUp: (layer) => addStatistics(layer, () => []),
};

/** NVIDIA/caffe, batch_norm_layer.cpp. */
const batchNormOfNvidia: LayerDefinition = {
  ...batchNorm,
  forks: ['nvidia'],
  doc: 'Normalizes each channel to mean 0 and variance 1. With `scale_bias`, or fillers for them, it has a learned scale and bias.',
  setUp: (layer) =>
    addStatistics(layer, ({ params }) =>
      params.bool('scale_bias') || params.has('scale_filler') || params.has('bias_filler')
        ? ['scale', 'bias']
        : [],
    ),
};

/** Xilinx/Vitis-AI, batch_norm_layer.cpp: always has a learned scale and bias, which come first. */
export const batchNormOfVitis: LayerDefinition = {
  ...batchNorm,
  forks: ['vitis'],
  doc: 'Normalizes each channel to mean 0 and variance 1, then multiplies by a learned scale and adds a learned bias.',
  setUp(layer) {
    addScaledStatistics(layer, layer.dims(0).length === 1 ? 1 : layer.dim(0, 1), false);
  },
  reshape(layer) {
    layer.needValues(layer.count(0), 0);
    return [layer.like(0)];
  },
};

/** The blobs of Xilinx/Vitis-AI; by cuDNN they have four axes. */
export function addScaledStatistics(layer: LayerContext, channels: Dim, byCudnn: boolean): void {
  if (layer.takesGivenBlobs('scale', 'bias', 'mean', 'variance', 'scale factor')) return;
  const shape = (length: Dim) => (byCudnn ? [1, length, 1, 1] : [length]);
  const params = layer.message.message('batch_norm_param');
  const roles = ['scale', 'bias'] as const;
  for (const role of [...roles, 'mean', 'variance']) layer.addBlob(role, shape(channels));
  layer.addBlob('scale factor', shape(1));
  for (const role of roles) {
    const [filler] = params.list(`${role}_filler`);
    runFiller(layer, params.message(`${role}_filler`), shape(channels), role, filler);
  }
}

/** intel/caffe, batch_norm_layer.cpp and, for Intel's own engines, mkl_batch_norm_layer.cpp. */
const batchNormOfIntel: LayerDefinition = {
  ...batchNorm,
  forks: ['intel', 'opencl'],
  doc: "Normalizes each channel to mean 0 and variance 1. Intel's engines (`MKL2017`, `MKLDNN`) add a learned scale and bias.",
  setUp: (layer) =>
    addStatistics(layer, ({ params, message }) => {
      const own = params.text('engine');
      const engine = own === 'DEFAULT' ? message.text('engine') : own;
      if (!engine.startsWith('MKL') || !params.bool('use_weight_bias')) return [];
      return params.bool('bias_term') ? ['scale', 'bias'] : ['scale'];
    }),
  reshape(layer) {
    checkParts(layer);
    return batchNorm.reshape(layer);
  },
};

/** Statistics of parts of the batch, unless the stored ones are used. */
function checkParts(layer: LayerContext): void {
  const { params } = layer;
  const part = params.int('stats_batch_size');
  if (part <= 0 || params.bool('use_global_stats')) return;
  const batch = layer.dim(0, 0);
  if (!isKnown(batch) || batch % part === 0) return;
  if (layer.phase === 'TEST' && !params.has('use_global_stats')) return;
  layer.refuse(
    'fork/bn-parts',
    layer.at('stats_batch_size'),
    `\`stats_batch_size: ${part}\` must divide the batch of ${batch} of ${layer.describe(0)}.`,
  );
}

/** The statistics, followed by the learned blobs. */
function addStatistics(layer: LayerContext, more: (layer: LayerContext) => readonly string[]): void {
  if (layer.takesGivenBlobs('mean', 'variance', 'scale factor', 'scale', 'bias')) return;
  const channels = layer.dims(0).length === 1 ? 1 : layer.dim(0, 1);
  layer.addBlob('mean', [channels]);
  layer.addBlob('variance', [channels]);
  layer.addBlob('scale factor', [1]);
  for (const role of more(layer)) {
    layer.addBlob(role, [channels]);
    const filler = [`${role}_filler`, 'filler'].find((field) => layer.params.has(field));
    if (filler) checkFiller(layer, filler, [channels], role);
  }
}

export const normalizationLayers: readonly LayerDefinition[] = [
  batchNormAnyRates,
  batchNormOfIntel,
  batchNormOfNvidia,
  batchNormOfPspNet,
  batchNormOfVitis,
  batchNormOfSynopsys,
  bn,
  bnOfImages,
  bnWithStatisticsTops,
  bnWithoutStatistics,
  syncBn,
];
