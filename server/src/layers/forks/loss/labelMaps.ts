import { differ, divide, isKnown } from '../../../shape/dim.ts';
import { type Shape, unshaped } from '../../../shape/shape.ts';
import { checkFirstAxis, checkLabelAxes, loss, scalar, softmaxWithLoss } from '../../bvlc/loss.ts';
import type { LayerContext } from '../../context.ts';
import { atLeast, between, exactly, type LayerDefinition } from '../../definition.ts';
import { checkSameAxes, imageAxes } from '../../helpers/imageAxes.ts';

/** Layers of yjxiong/caffe that transform labels, and its losses and accuracies of labels and maps. */

/** Branch linjie, lsr_loss_layer.cpp: the smoothing is a part of the gradient. */
const lsrLoss: LayerDefinition = {
  ...softmaxWithLoss,
  type: 'LSRLoss',
  doc: 'Multinomial logistic loss of the softmax of its input, with smoothed labels in the gradient.',
};

/**
 * Branch jd, map_regression_layer.cpp: maps with the same number of values. In the older branches conv_map and
 * mpi_parallel, mapregression_loss_layer.cpp: a map with one channel, and a box with the image size.
 */
const mapRegressionLoss = loss(
  'MapRegressionLoss',
  'Loss of predicted maps against the maps in the second bottom, or against boxes of 6 numbers: squared differences, cross-entropy, hinge loss or information gain.',
  {
    paramField: 'map_regression_param',
    reshape(layer) {
      checkFirstAxis(layer);
      if (differ(layer.count(0, 1), layer.count(1, 1)) && !isMapWithBox(layer))
        layer.refuse(
          'fork/map-values',
          layer.bottomAt(1),
          `${layer.describe(0)} and ${layer.describe(1)} must have the same number of values per item.`,
        );
      return [scalar];
    },
  },
);

function isMapWithBox(layer: LayerContext): boolean {
  const [[, channels, height, width], [, ...box]] = [imageAxes(layer, 0), imageAxes(layer, 1)];
  const isMap = !differ(channels, 1) && ![height, width].some((side) => isKnown(side) && side <= 1);
  return isMap && ![6, 1, 1].some((length, axis) => differ(box[axis] ?? 1, length));
}

/** Branch jd, map_accuracy_layer.cpp: compares no shapes. */
const mapAccuracy: LayerDefinition = {
  type: 'MapAccuracy',
  category: 'loss',
  paramField: 'accuracy_param',
  doc: 'Fraction of values on the same side of `thresh` in both maps.',
  bottoms: exactly(2),
  tops: exactly(1),
  reshape: () => [scalar],
};

const loneValue: Shape = [1, 1, 1, 1];

/** Branches conv_map and mpi_parallel, multi_label_loss_layer.cpp: only LossLayer shapes its tops. */
const multiLabelLoss = loss('MultiLabelLoss', 'Cross-entropy of independent probabilities, from scores.', {
  tops: between(1, 2),
  reshape(layer) {
    checkSameAxes(layer, 1, 'loss/first-dim', ['num']);
    return [loneValue, unshaped].slice(0, layer.topCount);
  },
});

/** Branches conv_map and mpi_parallel, multi_label_accuracy_layer.cpp: does not shape its top. */
const multiLabelAccuracy: LayerDefinition = {
  type: 'MultiLabelAccuracy',
  category: 'loss',
  forks: ['yjxiong'],
  doc: 'Accuracy of each of several binary labels.',
  bottoms: exactly(2),
  tops: exactly(1),
  reshape(layer) {
    checkSameAxes(layer, 1, 'fork/accuracy-labels', ['num']);
    return [unshaped];
  },
};

/** Branches conv_map and mpi_parallel, label_transform_layer.cpp. */
const labelTransform: LayerDefinition = {
  type: 'LabelTransform',
  category: 'shape',
  paramField: 'label_transform_param',
  doc: 'Replaces each label by another one from `label_transform_file`.',
  bottoms: atLeast(1),
  tops: atLeast(1),
  reshape(layer) {
    const labels = [imageAxes(layer, 0)[0], 1, 1, 1];
    return layer.topNames.map((_, index) => (index === 0 ? labels : unshaped));
  },
};

/** Branches conv_map and mpi_parallel, transform_accuracy_layer.cpp. */
const transformAccuracy: LayerDefinition = {
  type: 'TransformAccuracy',
  category: 'loss',
  paramField: 'accuracy_param',
  doc: 'Fraction of predictions whose label is among the `top_k` highest scores, after `label_transform_file` replaced the labels.',
  bottoms: exactly(2),
  tops: exactly(1),
  setUp(layer) {
    if (layer.message.message('label_transform_param').has('label_transform_file')) return;
    layer.refuse(
      'fork/label-file',
      layer.message.list('label_transform_param')[0],
      'TransformAccuracy requires a `label_transform_file`.',
    );
  },
  reshape(layer) {
    checkSameAxes(layer, 1, 'fork/accuracy-labels', ['num']);
    checkTopK(layer);
    checkLabelAxes(layer, 1, ['mll/label-channels', 'mll/label-height', 'mll/label-width']);
    return [loneValue];
  },
};

function checkTopK(layer: LayerContext): void {
  const [scores, items] = [layer.count(0), imageAxes(layer, 0)[0]];
  const topK = layer.params.int('top_k');
  if (!isKnown(scores) || !isKnown(items) || items === 0 || topK <= divide(scores, items)) return;
  layer.refuse(
    'accuracy/top-k',
    layer.at('top_k'),
    `\`top_k: ${topK}\` exceeds the ${divide(scores, items)} scores of each item of ${layer.describe(0)}.`,
  );
}

export const labelMapLayers: readonly LayerDefinition[] = [
  labelTransform,
  lsrLoss,
  mapAccuracy,
  mapRegressionLoss,
  multiLabelAccuracy,
  multiLabelLoss,
  transformAccuracy,
];
