import { differ } from '../../../shape/dim.ts';
import {
  checkFirstAxis,
  checkLabelCount,
  contrastiveLoss,
  loss,
  scalar,
  softmaxAxis,
} from '../../bvlc/loss.ts';
import type { LayerContext } from '../../context.ts';
import { atLeast, between, exactly, type LayerDefinition } from '../../definition.ts';

/** Losses of forks that pull features of the same class together and push others apart. */

/** For xialuxi/arcface-caffe only the parameters are known, so it may be either of the two below. */
const tripletLoss = loss(
  'TripletLoss',
  'Triplet loss: an anchor should be closer to an item of its class (second bottom) than to one of another class (third).',
  { bottoms: between(3, 4), setUp: checkTriplet },
);

/** happynear/caffe-windows, triplet_loss_layer.cpp. */
const tripletLossOfThree: LayerDefinition = { ...tripletLoss, forks: ['caffe-windows'], bottoms: exactly(3) };

/** huangyangyu/SeqFace, triplet_loss_layer.cpp. */
const tripletLossWeighted: LayerDefinition = {
  ...tripletLoss,
  forks: ['seqface'],
  doc: `${tripletLoss.doc} A fourth bottom has weights of the triplets.`,
  bottoms: exactly(4),
};

/** MyCaffe/MyCaffe, TripletLossLayer.cs and ContrastiveLossLayer.cs: labels, and optionally class centers. */
const tripletLossOfLabels = loss('TripletLoss', tripletLoss.doc, {
  forks: ['mycaffe'],
  bottoms: between(4, 5),
});

const contrastiveLossOfCenters = loss('ContrastiveLoss', contrastiveLoss.doc, {
  forks: ['mycaffe'],
  paramField: 'contrastive_loss_param',
  bottoms: between(3, 4),
  tops: between(1, 2),
  reshape(layer) {
    checkFirstAxis(layer);
    return [scalar, [layer.legacy(0)[0], 1, 1, 1]].slice(0, layer.topCount);
  },
});

function checkTriplet(layer: LayerContext): void {
  for (const index of [1, 2]) {
    if (!differ(layer.legacy(0)[1], layer.legacy(index)[1])) continue;
    layer.refuse(
      'contrastive/channels',
      layer.bottomAt(index),
      `${layer.describe(0)} and ${layer.describe(index)} must have the same number of channels.`,
    );
  }
}

/** happynear/caffe-windows: the second top has mean distances, within a class and between classes. */
function pairLoss(type: string, doc: string, more: Partial<LayerDefinition> = {}): LayerDefinition {
  return loss(type, `${doc} A second top has mean distances.`, {
    bottoms: atLeast(2),
    tops: between(1, 2),
    reshape: (layer) => {
      checkFirstAxis(layer);
      return [scalar, [layer.params.bool('add_intra_mae') ? 3 : 2]].slice(0, layer.topCount);
    },
    ...more,
  });
}

/** general_triplet_loss_layer.cpp. */
const generalTripletLoss = pairLoss(
  'GeneralTripletLoss',
  'Loss of all triplets of a batch, from distances and labels.',
  { paramField: 'general_triplet_loss_param', bottoms: exactly(2) },
);

/** general_constrastive_loss_layer.cpp. */
const generalContrastiveLoss = pairLoss(
  'GeneralContrastiveLoss',
  'Reduces distances to the item’s own class and increases those to others by a margin.',
  { paramField: 'general_contrastive_loss_param' },
);

/** soft_contrastive_loss_layer.cpp. */
const softContrastiveLoss = pairLoss(
  'SoftContrastiveLoss',
  'Reduces distances to the item’s own class and increases those to others, smoothly.',
  { paramField: 'soft_contrastive_loss_param' },
);

/** batch_contrastive_loss_layer.cpp. */
const batchContrastiveLoss = pairLoss(
  'BatchContrastiveLoss',
  'Contrastive loss of the distances of all pairs of items of a batch.',
  { paramField: 'batch_contrastive_loss_param' },
);

/** nca_loss_layer.cpp. */
const ncaLoss = pairLoss('NCALoss', 'Loss of neighborhood components analysis, from distances and labels.', {
  paramField: 'nca_param',
});

/** happynear/caffe-windows, correlation_loss_layer.cpp. */
const correlationLoss = loss('CorrelationLoss', 'Correlation of two vectors.', {
  bottoms: atLeast(2),
});

/** huangyangyu/SeqFace, lifted_struct_similarity_softmax_layer.cpp. */
const liftedStructLoss = loss(
  'LiftedStructSimilaritySoftmaxLoss',
  'Loss of all pairs of a batch, from features and labels, where each pair competes with all non-matching pairs.',
  { paramField: 'lifted_struct_sim_softmax_loss_param' },
);

/** huangyangyu/SeqFace, rankhard_loss_layer.cpp. */
const rankHardLoss = loss('RankHardLoss', 'Loss of the hardest pairs of a batch, from features and labels.', {
  paramField: 'rankhard_loss_param',
});

/** huangyangyu/SeqFace, LSRO_loss_layer.cpp: SoftmaxWithLoss that spreads items without a label over all classes. */
const lsroLoss = loss(
  'LSROLoss',
  'Multinomial logistic loss of the softmax of its input; items without a label count equally for all classes.',
  {
    paramField: 'softmax_param',
    tops: between(1, 2),
    reshape(layer) {
      checkFirstAxis(layer);
      checkLabelCount(layer, softmaxAxis(layer), 'softmaxloss/label-count');
      return [scalar, layer.like(0)].slice(0, layer.topCount);
    },
  },
);

export const metricLossLayers: readonly LayerDefinition[] = [
  batchContrastiveLoss,
  contrastiveLossOfCenters,
  correlationLoss,
  generalContrastiveLoss,
  generalTripletLoss,
  liftedStructLoss,
  lsroLoss,
  ncaLoss,
  rankHardLoss,
  softContrastiveLoss,
  tripletLoss,
  tripletLossOfLabels,
  tripletLossOfThree,
  tripletLossWeighted,
];
