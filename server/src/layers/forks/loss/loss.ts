import { differ } from '../../../shape/dim.ts';
import { formatDim, type Shape, shapesDiffer } from '../../../shape/shape.ts';
import {
  checkFirstAxis,
  checkLabelAxes,
  checkLabelCount,
  checkSameImage,
  contrastiveLoss,
  euclideanLoss,
  loss,
  scalar,
  sigmoidCrossEntropyLoss,
  softmaxAxis,
  softmaxWithLoss,
} from '../../bvlc/loss.ts';
import type { LayerContext } from '../../context.ts';
import { between, exactly, type LayerDefinition } from '../../definition.ts';

/** Losses that forks add, and those of BVLC that forks have changed. */

/** Pairs of weight bottoms have the shape of the predictions. */
function scalarOfLikes(layer: LayerContext): Shape[] {
  checkFirstAxis(layer);
  for (let index = 1; index < layer.bottoms.length; index++) checkSameImage(layer, index);
  return [scalar];
}

/**
 * rbgirshick/caffe-fast-rcnn, smooth_L1_loss_layer.cpp: its branch for Faster R-CNN has two weights or none, the one
 * for Fast R-CNN one.
 */
const smoothL1Loss = loss(
  'SmoothL1Loss',
  'Huber-like loss: quadratic near 0, otherwise linear. A third bottom has weights of the differences, a fourth of the losses.',
  { paramField: 'smooth_l1_loss_param', bottoms: between(2, 4), reshape: scalarOfLikes },
);

/**
 * happynear/caffe-windows, aharley/segaware, yjxiong/caffe, smooth_L1_loss_layer.cpp, and MyCaffe: one weight at most.
 */
const smoothL1LossWeighted: LayerDefinition = {
  ...smoothL1Loss,
  forks: ['caffe-windows', 'segaware', 'yjxiong', 'mycaffe'],
  doc: 'Huber-like loss: quadratic near 0, otherwise linear. A third bottom has weights of the differences.',
  bottoms: between(2, 3),
};

/**
 * daijifeng001/caffe-rfcn, smooth_L1_loss_layer.cpp. Its set-up skips LossLayer's, so that no top has a default weight,
 * whatever their number.
 */
const smoothL1LossPerRegion: LayerDefinition = {
  type: 'SmoothL1Loss',
  category: 'loss',
  forks: ['r-fcn'],
  doc: 'Huber-like loss: quadratic near 0, otherwise linear. A third bottom has weights of the differences; a second top has the loss per region.',
  bottoms: between(2, 3),
  tops: between(1, 2),
  automaticTops: 1,
  reshape(layer) {
    scalarOfLikes(layer);
    const [num, , height, width] = layer.legacy(0);
    return [scalar, [num, 1, height, width]].slice(0, layer.topCount);
  },
};

/** zhaoweicai/cascade-rcnn, smooth_L1_loss_layer.cpp: the same with two weights or none. */
const smoothL1LossOfCascade: LayerDefinition = {
  ...smoothL1LossPerRegion,
  forks: ['cascade-rcnn'],
  doc: `${smoothL1Loss.doc} A second top has the loss per region.`,
  bottoms: between(2, 4),
};

/** intel/caffe, smooth_L1_loss_ohem_layer.cpp: R-FCN's layer with a different name. */
const smoothL1LossOhem: LayerDefinition = withoutForks({
  ...smoothL1LossPerRegion,
  type: 'SmoothL1LossOHEM',
});

function withoutForks({ forks: _, ...definition }: LayerDefinition): LayerDefinition {
  return definition;
}

/** intel/caffe, softmax_loss_ohem_layer.cpp. */
const softmaxWithLossOhem = loss(
  'SoftmaxWithLossOHEM',
  'Multinomial logistic loss of the softmax of its input. A second top has the probabilities, a third the loss per prediction.',
  {
    paramField: 'softmax_param',
    tops: between(1, 3),
    reshape(layer) {
      checkFirstAxis(layer);
      checkLabelCount(layer, softmaxAxis(layer), 'softmaxloss/label-count');
      return [scalar, layer.like(0), layer.like(1)].slice(0, layer.topCount);
    },
  },
);

/** daijifeng001/caffe-rfcn, softmax_loss_layer.cpp: BVLC's layer without its bug with two tops. */
const softmaxWithLossPerRegion: LayerDefinition = {
  ...softmaxWithLossOhem,
  type: 'SoftmaxWithLoss',
  forks: ['r-fcn', 'curve-text'],
  hasEngine: true,
};

/** alexgkendall/caffe-segnet, softmax_loss_layer.cpp. */
const softmaxWithLossOfFrequencies: LayerDefinition = {
  ...softmaxWithLoss,
  forks: ['segnet', 'synopsys', 'enet'],
  doc: `${softmaxWithLoss.doc} With \`weight_by_label_freqs\`, \`class_weighting\` has a weight for each class.`,
  setUp(layer) {
    softmaxWithLoss.setUp?.(layer);
    const params = layer.message.message('loss_param');
    if (!params.bool('weight_by_label_freqs')) return;
    const [weights, classes] = [params.list('class_weighting'), layer.legacy(0)[1]];
    if (!differ(weights.length, classes)) return;
    layer.refuse(
      'fork/class-weights',
      weights.at(-1) ?? params.list('weight_by_label_freqs')[0],
      `\`class_weighting\` must be set once for each of the ${formatDim(classes)} channels of ${layer.describe(0)}, but is set ${weights.length === 1 ? 'once' : `${weights.length} times`}.`,
    );
  },
};

/** intel/caffe and happynear/caffe-windows, softmax_loss_layer.hpp. */
const softmaxWithLossWeighted: LayerDefinition = {
  ...softmaxWithLoss,
  forks: ['intel', 'caffe-windows', 'opencl'],
  doc: `${softmaxWithLoss.doc} A third bottom has weights of the predictions.`,
  bottoms: between(2, 3),
};

/** intel/caffe, also in BVLC's branch intel, sigmoid_cross_entropy_loss_layer.hpp: the third bottom is not read. */
const sigmoidCrossEntropyLossOfIntel: LayerDefinition = {
  ...sigmoidCrossEntropyLoss,
  forks: ['intel', 'opencl'],
  bottoms: between(2, 3),
};

/** happynear/caffe-windows and the OpenCL branch of BVLC/caffe, euclidean_loss_layer.hpp. */
const euclideanLossWeighted: LayerDefinition = {
  ...euclideanLoss,
  forks: ['caffe-windows', 'opencl'],
  doc: `${euclideanLoss.doc} A third bottom has weights of the items.`,
  bottoms: between(2, 3),
};

/** happynear/caffe-windows, contrastive_loss_layer.hpp. */
const contrastiveLossOfLabels: LayerDefinition = {
  ...contrastiveLoss,
  forks: ['caffe-windows'],
  bottoms: exactly(4),
};

/**
 * lmb-freiburg/flownet2 and aharley/segaware, l1loss_layer.cpp: an internal Eltwise layer computes the difference; a
 * single bottom is the difference itself.
 */
const l1Loss = loss(
  'L1Loss',
  'Mean absolute difference of two blobs, mean absolute value of one, or its length at each position.',
  {
    paramField: 'l1_loss_param',
    bottoms: between(1, 2),
    reshape(layer) {
      if (layer.bottoms.length === 2 && shapesDiffer(layer.shape(0), layer.shape(1))) {
        layer.refuse(
          'eltwise/shape',
          layer.bottomAt(1),
          `Both bottoms must have the same shape: ${layer.describe(1)} differs from ${layer.describe(0)}.`,
        );
      }
      return [scalar];
    },
  },
);

/** NVIDIA/caffe, l1_loss_layer.cpp: the same number of values per item, as for EuclideanLoss. */
const l1LossOfItems = loss('L1Loss', 'Sum of the absolute differences of two blobs, over the batch.', {
  forks: ['nvidia'],
  reshape: euclideanLoss.reshape,
});

/** SeokjuLee/VPGNet, l1_loss_layer.cpp. */
const l1LossOfImages = loss('L1Loss', l1LossOfItems.doc, { forks: ['vpgnet'], reshape: scalarOfLikes });

/** happynear/caffe-windows, focal_loss_layer.cpp: SoftmaxWithLoss except for the weights. */
const focalLoss = loss(
  'FocalLoss',
  'Multinomial logistic loss of the softmax of its input, with lower weights for correct predictions.',
  {
    paramField: 'focal_loss_param',
    tops: between(1, 2),
    reshape(layer) {
      checkFirstAxis(layer);
      const axis = layer.canonicalAxis(0, layer.message.message('softmax_param').int('axis'));
      checkLabelCount(layer, axis, 'softmaxloss/label-count');
      return [scalar, layer.like(0)].slice(0, layer.topCount);
    },
  },
);

/** huangyangyu/SeqFace, focal_loss_layer.cpp: SigmoidCrossEntropyLoss except for the weights. */
const focalLossOfSigmoid = loss(
  'FocalLoss',
  'Cross-entropy of independent probabilities, from scores, with lower weights for correct predictions.',
  {
    forks: ['seqface'],
    paramField: 'focal_loss_param',
    reshape: sigmoidCrossEntropyLoss.reshape,
  },
);

/** facexteam/caffe-layers-hub-zyf, wing_loss_layer.cpp. */
const wingLoss = loss(
  'WingLoss',
  'Regression loss for facial landmarks: logarithmic near 0, otherwise linear. A third bottom has weights of the differences.',
  { paramField: 'wing_loss_param', bottoms: between(2, 3), reshape: scalarOfLikes },
);

/** xialuxi/arcface-caffe, wing_loss_layer.cpp: checks only the number of items. */
const wingLossOfItems = loss(
  'WingLoss',
  'Regression loss for facial landmarks: logarithmic near 0, otherwise linear.',
  { forks: ['arcface'], paramField: 'wing_loss_param' },
);

/** XiangChenchao/DDPN, softmax_kld_loss_layer.cpp. */
const softmaxKldLoss = loss(
  'SoftmaxKLDLoss',
  'Kullback-Leibler divergence of the softmax of the first bottom from the distribution in the second; a third masks predictions.',
  {
    paramField: 'softmax_param',
    bottoms: between(2, 3),
    reshape(layer) {
      checkFirstAxis(layer);
      if (differ(layer.count(0), layer.count(1))) {
        layer.refuse(
          'fork/same-count',
          layer.bottomAt(1),
          `${layer.describe(0)} and ${layer.describe(1)} must have the same number of values.`,
        );
      }
      return [scalar];
    },
  },
);

/** happynear/caffe-windows, confidence_penalty_loss_layer.cpp. */
const confidencePenaltyLoss = loss('ConfidencePenaltyLoss', 'Penalty for overconfident probabilities.', {
  paramField: 'confidence_penalty_loss_param',
  reshape(layer) {
    checkFirstAxis(layer);
    checkLabelAxes(layer, 1, ['mll/label-channels', 'mll/label-height', 'mll/label-width']);
    return [scalar];
  },
});

/** foss-for-synopsys-dwc-arc-processors/synopsys-caffe, gan_loss_layer.cpp. */
const ganLoss = loss(
  'GANLoss',
  'Loss of a discriminator of real and generated images, or of their generator.',
  {
    paramField: 'gan_loss_param',
    setUp(layer) {
      checkAxis(layer, 0, 1, 0);
      for (const index of [0, 1]) {
        if (!differ(layer.dim(index, 1), 1)) continue;
        layer.refuse(
          'fork/gan-shape',
          layer.bottomAt(index),
          `GANLoss requires one score per image, but ${layer.describeShape(index)}.`,
        );
      }
    },
    reshape: () => [scalar],
  },
);

/** foss-for-synopsys-dwc-arc-processors/synopsys-caffe, gan_loss_layer.cpp. */
const beganLoss = loss(
  'BEGANLoss',
  'Loss of a discriminator that is an autoencoder. Bottoms: real images, their reconstructions, generated images, their reconstructions.',
  {
    paramField: 'gan_loss_param',
    bottoms: exactly(4),
    setUp(layer) {
      for (const index of [0, 2]) for (const axis of [0, 1, 2, 3]) checkAxis(layer, index, index + 1, axis);
    },
    reshape: () => [scalar],
  },
);

function checkAxis(layer: LayerContext, one: number, other: number, axis: number): void {
  if (!differ(layer.dim(one, axis), layer.dim(other, axis))) return;
  layer.refuse(
    'fork/gan-shape',
    layer.bottomAt(other),
    `${layer.describe(one)} and ${layer.describe(other)} must have the same axis ${axis}.`,
  );
}

/** HyeonwooNoh/caffe, red_softmax_loss_layer.cpp. */
const redSoftmaxLoss = loss(
  'RedSoftmaxLoss',
  'Softmax loss of more scores than there are classes. A second top has the probabilities.',
  {
    paramField: 'red_softmax_loss_param',
    bottoms: between(2, 3),
    tops: between(1, 2),
    reshape(layer) {
      checkFirstAxis(layer);
      return layer.topNames.map((_, index) => (index === 0 ? [1, 1, 1, 1] : layer.like(0)));
    },
  },
);

export const lossLayers: readonly LayerDefinition[] = [
  beganLoss,
  ganLoss,
  redSoftmaxLoss,
  confidencePenaltyLoss,
  contrastiveLossOfLabels,
  euclideanLossWeighted,
  focalLoss,
  focalLossOfSigmoid,
  l1Loss,
  l1LossOfImages,
  l1LossOfItems,
  sigmoidCrossEntropyLossOfIntel,
  smoothL1Loss,
  smoothL1LossOfCascade,
  smoothL1LossOhem,
  smoothL1LossPerRegion,
  smoothL1LossWeighted,
  softmaxKldLoss,
  softmaxWithLossOfFrequencies,
  softmaxWithLossOhem,
  softmaxWithLossPerRegion,
  softmaxWithLossWeighted,
  wingLoss,
  wingLossOfItems,
];
