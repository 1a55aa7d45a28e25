import type { CheckId } from '../../checks/catalogue.ts';
import { type Dim, differ, isKnown, product } from '../../shape/dim.ts';
import { countOf, formatDim, type Shape, unshaped } from '../../shape/shape.ts';
import type { LayerContext } from '../context.ts';
import { type Arity, between, exactly, type LayerDefinition } from '../definition.ts';
import { sumOfOperations, times } from '../operations.ts';
import { softmaxOperations } from './reducing.ts';

export const scalar: Shape = [];

/** Layers derived from LossLayer: one scalar top with weight 1, which Caffe adds if it is not declared. */
export function loss(
  type: string,
  doc: string,
  more: Omit<Partial<LayerDefinition>, 'type' | 'doc'>,
): LayerDefinition {
  return {
    type,
    doc,
    loss: true,
    bottoms: exactly(2),
    tops: exactly(1),
    reshape: (layer) => {
      checkFirstAxis(layer);
      return [scalar];
    },
    ...more,
  };
}

/**
 * LossLayer::Reshape: prediction and label must have the same first axis. jolibrain/caffe, loss_layer.cpp, does not
 * compare them.
 */
export function checkFirstAxis(layer: LayerContext): void {
  if (isUsual(layer, 0) && isUsual(layer, 1) && !differ(layer.dim(0, 0), layer.dim(1, 0))) return;
  if (layer.dialect.forks.includes('deepdetect') || !differ(firstAxis(layer, 0), firstAxis(layer, 1))) return;
  layer.refuse(
    'loss/first-dim',
    layer.bottomAt(1),
    `${layer.describe(0)} and ${layer.describe(1)} must have the same first axis.`,
    ['deepdetect'],
  );
}

/** Whether every Caffe reads the number of items as the first axis. */
function isUsual(layer: LayerContext, index: number): boolean {
  const { length } = layer.dims(index);
  return length > 0 && length <= 4;
}

/** At first, losses read the number of items as the first of at most 4 axes. It is 1 without axes. */
function firstAxis(layer: LayerContext, index: number): Dim {
  if (isUsual(layer, index) || layer.acceptsSince('2016-08-06')) return layer.dim(index, 0);
  return layer.legacy(index)[0];
}

/** In place, the scalar top overwrites the shape of the bottom before it is read again. */
export function refuseInPlace(layer: LayerContext, check: CheckId): void {
  if (layer.isInPlace())
    layer.refuse(
      check,
      layer.topAt(0),
      `${layer.type} outputs a scalar and does not support in-place computation; give the top a different name.`,
    );
}

/** One label per prediction: the predictions have all axes except the class axis. */
export function checkLabelCount(layer: LayerContext, axis: number, check: CheckId): void {
  const dims = layer.dims(0);
  const predictions = product(dims.filter((_, index) => index !== axis));
  const labels = countOf(layer.shape(1));
  if (!isKnown(labels) || !isKnown(predictions) || labels === predictions) return;
  layer.refuse(
    check,
    layer.bottomAt(1),
    `${layer.describe(0)} has ${predictions} predictions, so it requires ${predictions} labels, but ${layer.describe(1)} has ${labels}.`,
  );
}

/** One top, then a second with the accuracy of each class. For a while, a misspelled name left their number open. */
function accuracyTops(layer: LayerContext): Arity {
  if (layer.topCount === 2 && !layer.acceptsSince('2015-08-23')) return { exact: 1 };
  return layer.topCount > 2 && !layer.rejectsSince('2016-11-01') ? { min: 1 } : { min: 1, max: 2 };
}

export const accuracy: LayerDefinition = {
  type: 'Accuracy',
  category: 'loss',
  paramField: 'accuracy_param',
  doc: 'Fraction of predictions whose label is among the `top_k` highest scores; a second top has it per class.',
  bottoms: exactly(2),
  tops: accuracyTops,
  reshape(layer) {
    const [scores, labels] = [layer.count(0), layer.count(1)];
    if (labels === 0)
      layer.refuse(
        'accuracy/label-empty',
        layer.bottomAt(1),
        `${layer.describe(1)} has no labels: Caffe divides by their number and crashes.`,
      );
    const topK = layer.params.int('top_k');
    if (isKnown(scores) && isKnown(labels) && topK > Math.trunc(scores / labels)) {
      layer.refuse(
        'accuracy/top-k',
        layer.params.has('top_k') ? layer.at('top_k') : layer.bottomAt(1),
        `\`top_k: ${topK}\` exceeds the ${Math.trunc(scores / labels)} scores of ${layer.describe(0)} for each of the ${labels} labels of ${layer.describe(1)}.`,
      );
    }
    const axis = layer.canonicalAxis(0, layer.params.int('axis'), layer.at('axis'), 'accuracy/axis-range');
    checkLabelCount(layer, axis, 'accuracy/label-count');
    const classes = layer.dims(0)[axis] ?? 1;
    return layer.topNames.map((_, index) => [scalar, [classes]][index] ?? unshaped);
  },
};

export const softmaxWithLoss = loss(
  'SoftmaxWithLoss',
  'Multinomial logistic loss of the softmax of its input: the usual loss for classification.',
  {
    paramField: 'softmax_param',
    tops: between(1, 2),
    hasEngine: true,
    setUp(layer) {
      checkInnerSoftmax(layer, softmaxAxis(layer), layer.lossWeights[0] ?? 1);
      if (layer.topCount === 2) {
        layer.refuse(
          'softmaxloss/two-tops',
          layer.topAt(1),
          'SoftmaxWithLoss cannot be built with two tops, whatever `loss_weight` is set; use a Softmax layer for the probabilities.',
        );
      }
    },
    reshape(layer) {
      checkFirstAxis(layer);
      refuseInPlace(layer, 'softmaxloss/axis-range');
      checkLabelCount(layer, softmaxAxis(layer), 'softmaxloss/label-count');
      return layer.topNames.map((_, index) => (index === 0 ? scalar : layer.like(0)));
    },
    // The softmax, then a logarithm and an addition for each label.
    operations: (layer) =>
      sumOfOperations(
        times(softmaxOperations, layer.count(0)),
        times({ exponentials: 1, additions: 1 }, layer.count(1)),
      ),
  },
);

/** The internal softmax of a loss layer; its output has a loss weight, so it must not be empty. */
export function checkInnerSoftmax(layer: LayerContext, axis: number, weight: number): void {
  layer.needValues(layer.dim(0, axis), 0);
  if (weight !== 0) needWeighted(layer);
}

function needWeighted(layer: LayerContext): void {
  if (layer.count(0) !== 0) return;
  layer.refuse(
    'net/loss-weight-empty-top',
    layer.bottomAt(0),
    `${layer.describe(0)} is empty, so its loss cannot be weighted.`,
  );
}

/** The class axis of a loss with an internal softmax. */
export function softmaxAxis(layer: LayerContext): number {
  return layer.canonicalAxis(0, layer.params.int('axis'), layer.at('axis'), 'softmaxloss/axis-range');
}

export const euclideanLoss = loss(
  'EuclideanLoss',
  'Half the sum of squared differences of its bottoms, averaged over the batch: a regression loss.',
  {
    reshape(layer) {
      checkFirstAxis(layer);
      refuseInPlace(layer, 'blob/count-end');
      const [a, b] = [layer.count(0, 1), layer.count(1, 1)];
      if (differ(a, b)) {
        layer.refuse(
          'euclidean/dim',
          layer.bottomAt(1),
          `Both bottoms must have the same number of values per item: ${layer.describe(0)} has ${formatDim(a)}, ${layer.describe(1)} has ${formatDim(b)}.`,
        );
      }
      return [scalar];
    },
    operations: (layer) => times({ additions: 2, multiplications: 1 }, layer.count(0)),
  },
);

export const hingeLoss = loss('HingeLoss', 'One-vs-all hinge loss with L1 or L2 norm.', {
  paramField: 'hinge_loss_param',
});

export const multinomialLogisticLoss = loss(
  'MultinomialLogisticLoss',
  'Multinomial logistic loss of probabilities; SoftmaxWithLoss is more stable.',
  {
    reshape(layer) {
      checkFirstAxis(layer);
      checkLabelAxes(layer, 1, ['mll/label-channels', 'mll/label-height', 'mll/label-width']);
      return [scalar];
    },
  },
);

/** These layers require a label of shape (N, 1, 1, 1). */
export function checkLabelAxes(
  layer: LayerContext,
  index: number,
  checks: readonly [CheckId, CheckId, CheckId],
): void {
  layer
    .legacy(index)
    .slice(1)
    .forEach((dim, axis) => {
      const check = checks[axis];
      if (check && differ(dim, 1))
        layer.refuse(
          check,
          layer.bottomAt(index),
          `All axes of ${layer.describe(index)} except the first must be 1.`,
        );
    });
}

export const sigmoidCrossEntropyLoss = loss(
  'SigmoidCrossEntropyLoss',
  'Cross-entropy of independent probabilities, from scores, with a binary label for each value.',
  {
    paramField: 'sigmoid_param',
    setUp(layer) {
      if (layer.lossWeights.length > 1) {
        layer.refuse(
          'net/loss-weight-count',
          layer.message.list('loss_weight')[1],
          '`loss_weight` must be set at most once, because the layer has one top.',
        );
      }
      if ((layer.lossWeights[0] ?? 0) !== 0) needWeighted(layer);
    },
    reshape(layer) {
      checkFirstAxis(layer);
      refuseInPlace(layer, 'sce/count');
      const [scores, targets] = [layer.count(0), layer.count(1)];
      if (differ(scores, targets)) {
        layer.refuse(
          'sce/count',
          layer.bottomAt(1),
          `${layer.describe(0)} and ${layer.describe(1)} must have the same number of values.`,
        );
      }
      return [scalar];
    },
    operations: (layer) =>
      times(
        { comparisons: 2, additions: 5, multiplications: 3, divisions: 1, exponentials: 3 },
        layer.count(0),
      ),
  },
);

/** Two blobs of features with equal numbers of channels. */
export function checkSameChannels(layer: LayerContext): void {
  if (!differ(layer.legacy(0)[1], layer.legacy(1)[1])) return;
  layer.refuse(
    'contrastive/channels',
    layer.bottomAt(1),
    `${layer.describe(0)} and ${layer.describe(1)} must have the same number of channels.`,
  );
}

export const contrastiveLoss = loss(
  'ContrastiveLoss',
  'Loss of pairs: pulls similar feature vectors together and pushes others apart by a margin.',
  {
    paramField: 'contrastive_loss_param',
    bottoms: exactly(3),
    setUp(layer) {
      const [a, b] = [layer.legacy(0), layer.legacy(1)];
      checkSameChannels(layer);
      checkOne(layer, 0, a[2], 'contrastive/a-height');
      checkOne(layer, 0, a[3], 'contrastive/a-width');
      checkOne(layer, 1, b[2], 'contrastive/b-height');
      checkOne(layer, 1, b[3], 'contrastive/b-width');
      checkLabelAxes(layer, 2, [
        'contrastive/sim-channels',
        'contrastive/sim-height',
        'contrastive/sim-width',
      ]);
    },
  },
);

function checkOne(layer: LayerContext, index: number, dim: Dim, check: CheckId): void {
  if (differ(dim, 1))
    layer.refuse(check, layer.bottomAt(index), `Height and width of ${layer.describe(index)} must be 1.`);
}

/** Forks with a different origin of the layer also support weights: `forkLoss.ts`. */
export const smoothL1Loss = loss(
  'SmoothL1Loss',
  'Huber-like loss: quadratic near 0, otherwise linear. Requires two bottoms in this dialect.',
  {
    forks: ['ssd', 'nvidia', 'mobilenet-yolo', 'sstd', 'refinedet', 'faceboxes', 'textboxes-pp'],
    reshape(layer) {
      checkFirstAxis(layer);
      refuseInPlace(layer, 'ssd/smoothl1-channels');
      checkSameImage(layer, 1);
      return [scalar];
    },
  },
);

/** Channels, height and width of a bottom must equal those of the first. */
export function checkSameImage(layer: LayerContext, index: number): void {
  const [a, b] = [layer.legacy(0), layer.legacy(index)];
  (['channels', 'height', 'width'] as const).forEach((axis, place) => {
    if (!differ(a[place + 1] ?? 1, b[place + 1] ?? 1)) return;
    layer.refuse(
      `ssd/smoothl1-${axis}`,
      layer.bottomAt(index),
      `${layer.describe(0)} and ${layer.describe(index)} must have the same shape; their ${axis} differs.`,
    );
  });
}
