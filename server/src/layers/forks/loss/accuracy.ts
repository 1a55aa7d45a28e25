import { differ, isKnown, mapDim, product } from '../../../shape/dim.ts';
import { unshaped } from '../../../shape/shape.ts';
import { accuracy, scalar } from '../../bvlc/loss.ts';
import type { LayerContext } from '../../context.ts';
import { atLeast, between, exactly, type LayerDefinition } from '../../definition.ts';
import { checkSameAxes, imageAxes } from '../../helpers/imageAxes.ts';

/** Accuracy layers that forks add or change. */

/** happynear/caffe-windows, accuracy_layer.hpp. */
const accuracyWeighted: LayerDefinition = {
  ...accuracy,
  forks: ['caffe-windows'],
  doc: `${accuracy.doc} A third bottom has weights of the predictions.`,
  bottoms: between(2, 3),
};

/**
 * alexgkendall/caffe-segnet, accuracy_layer.cpp: if there are two tops, the second has a value per channel, and four
 * axes. Their number is not checked.
 */
const accuracyOfChannels: LayerDefinition = {
  ...accuracy,
  forks: ['segnet'],
  tops: atLeast(1),
  reshape(layer) {
    const [top = scalar, ...others] = accuracy.reshape(layer);
    return others.length === 1 ? [top, [layer.dim(0, 1), 1, 1, 1]] : [top, ...others.map(() => unshaped)];
  },
};

/** Yuliang-Liu/Curve-Text-Detector, sequence_accuracy_layer.cpp: the same checks of its blobs as in Accuracy. */
const sequenceAccuracy: LayerDefinition = {
  ...accuracy,
  type: 'SequenceAccuracy',
  category: 'loss',
  doc: 'Fraction of label sequences that are predicted completely; a second top has it per class.',
};

/** Yuliang-Liu/Curve-Text-Detector, sequence_accuracy_softmaxbased_layer.cpp. */
const sequenceAccuracyOfSoftmax: LayerDefinition = {
  ...sequenceAccuracy,
  type: 'SequenceAccuracySoftmaxbased',
  category: 'loss',
  doc: 'Fraction of label sequences that are predicted completely, from scores; a second top has it per class.',
};

/** huangyangyu/SeqFace, labelsequence_accuracy_layer.cpp. */
const labelSequenceAccuracy: LayerDefinition = {
  type: 'LabelsequenceAccuracy',
  category: 'loss',
  paramField: 'labelsequence_accuracy_param',
  doc: 'Fraction of label sequences that are predicted completely, ignoring blanks and repetitions.',
  bottoms: exactly(2),
  tops: exactly(1),
  reshape: () => [scalar],
};

/** happynear/caffe-windows, fcn_accuracy_layer.cpp. */
const fcnAccuracy: LayerDefinition = {
  type: 'FCNAccuracy',
  category: 'loss',
  paramField: 'accuracy_param',
  doc: 'Fraction of positions whose prediction equals the label map in the second bottom; a third bottom has weights.',
  bottoms: between(2, 3),
  tops: exactly(1),
  reshape(layer) {
    for (let index = 1; index < layer.bottoms.length; index++) {
      if (!differ(layer.count(0), layer.count(index))) continue;
      layer.refuse(
        'fork/same-count',
        layer.bottomAt(index),
        `${layer.describe(0)} and ${layer.describe(index)} must have the same number of values.`,
      );
    }
    return [scalar];
  },
};

/** HyeonwooNoh/caffe, binary_accuracy.cpp. */
const binAccuracy: LayerDefinition = {
  type: 'BinAccuracy',
  category: 'loss',
  paramField: 'binary_accuracy_param',
  doc: 'Accuracy, precision, recall or F-measure of binary predictions.',
  bottoms: exactly(2),
  tops: exactly(1),
  reshape(layer) {
    checkSameAxes(layer, 1, 'fork/accuracy-labels', ['num', 'channels', 'height', 'width']);
    return [[1, 1, 1, 1]];
  },
};

/** HyeonwooNoh/caffe, eltwise_accuracy_layer.cpp, red_accuracy_layer.cpp. */
function accuracyOfPositions(type: string, paramField: string, doc: string): LayerDefinition {
  return {
    type,
    category: 'loss',
    paramField,
    doc,
    bottoms: exactly(2),
    tops: exactly(1),
    reshape(layer) {
      checkSameAxes(layer, 1, 'fork/accuracy-labels', ['num']);
      checkTopK(layer);
      if (differ(imageAxes(layer, 1)[1], 1))
        layer.refuse(
          'fork/accuracy-label-channel',
          layer.bottomAt(1),
          `The labels must have one channel, but ${layer.describeShape(1)}.`,
        );
      checkSameAxes(layer, 1, 'fork/accuracy-labels', ['height', 'width']);
      return [[1, 1, 1, 1]];
    },
  };
}

function checkTopK(layer: LayerContext): void {
  const [topK, scores] = [layer.params.int('top_k'), product(imageAxes(layer, 0).slice(1))];
  if (!isKnown(scores) || topK <= scores) return;
  layer.refuse(
    'accuracy/top-k',
    layer.params.has('top_k') ? layer.at('top_k') : layer.bottomAt(0),
    `\`top_k: ${topK}\` exceeds the ${scores} scores of each item of ${layer.describe(0)}.`,
  );
}

/** Xilinx/Vitis-AI, recall_layer.cpp: the same checks of its blobs as in Accuracy; the number of tops is not checked. */
const recall: LayerDefinition = {
  ...accuracy,
  type: 'Recall',
  doc: 'Mean over the classes of the fraction of their predictions that are correct; a second top has it per class.',
  tops: atLeast(1),
};

/** Xilinx/Vitis-AI, segment_pixel_iou_layer.cpp. */
const segmentPixelIou: LayerDefinition = {
  type: 'SegmentPixelIOU',
  category: 'loss',
  doc: 'Correct, wrong and missing pixels of each class of a segmentation.',
  bottoms: exactly(2),
  tops: exactly(1),
  reshape(layer) {
    const classes = layer.dim(0, 1);
    if (differ(layer.dim(0, 0), layer.dim(1, 0)) || differ(layer.dim(1, 1), 1))
      layer.refuse(
        'fork/iou-labels',
        layer.bottomAt(1),
        `The labels must have one channel and as many items as ${layer.describe(0)}, but ${layer.describeShape(1)}.`,
      );
    return [[3, classes]];
  },
};

/** Xilinx/Vitis-AI, alignment_accuracy_layer.cpp. */
const alignmentAccuracy: LayerDefinition = {
  type: 'AlignmentAccuracy',
  category: 'loss',
  paramField: 'alignment_accuracy_param',
  doc: 'Fraction of landmarks near their true positions, relative to the distance of two reference points; a second top has it per landmark.',
  bottoms: atLeast(2),
  tops: ({ params }) => (params.bool('accuracy_for_each_point') ? { exact: 2 } : { min: 1 }),
  setUp(layer) {
    for (const field of ['ref_start', 'ref_end']) {
      if (layer.params.has(field)) continue;
      layer.refuse('fork/alignment-points', layer.at(field), `AlignmentAccuracy requires \`${field}\`.`);
    }
  },
  reshape(layer) {
    checkSameAxes(layer, 1, 'fork/alignment-values', ['num']);
    const [values, truth] = [layer.count(0, 1), layer.count(1, 1)];
    if (differ(values, truth) || (isKnown(values) && values % 2 !== 0))
      layer.refuse(
        'fork/alignment-values',
        layer.bottomAt(1),
        `${layer.describe(0)} and ${layer.describe(1)} must have the same even number of values per item: x and y of each landmark.`,
      );
    const points = layer.params.bool('accuracy_for_each_point')
      ? [mapDim(values, (count) => count / 2)]
      : unshaped;
    return layer.topNames.map((_, index) => [[1], points][index] ?? unshaped);
  },
};

export const accuracyLayers: readonly LayerDefinition[] = [
  accuracyOfPositions(
    'EltwiseAccuracy',
    'eltwise_accuracy_param',
    'Fraction of positions whose label is among the `top_k` highest scores.',
  ),
  accuracyOfPositions(
    'RedAccuracy',
    'red_accuracy_param',
    'Fraction of positions whose label is among the `top_k` highest of more scores than there are classes.',
  ),
  alignmentAccuracy,
  binAccuracy,
  accuracyOfChannels,
  accuracyWeighted,
  fcnAccuracy,
  labelSequenceAccuracy,
  recall,
  segmentPixelIou,
  sequenceAccuracy,
  sequenceAccuracyOfSoftmax,
];
