import { differ } from '../../../shape/dim.ts';
import { unshaped } from '../../../shape/shape.ts';
import { accuracy, scalar } from '../../bvlc/loss.ts';
import { atLeast, between, exactly, type LayerDefinition } from '../../definition.ts';

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

export const accuracyLayers: readonly LayerDefinition[] = [
  accuracyOfChannels,
  accuracyWeighted,
  fcnAccuracy,
  labelSequenceAccuracy,
  sequenceAccuracy,
  sequenceAccuracyOfSoftmax,
];
