import { differ } from '../../../shape/dim.ts';
import { accuracy, scalar } from '../../bvlc/loss.ts';
import { between, exactly, type LayerDefinition } from '../../definition.ts';

/** Accuracies that forks add or change. */

/** happynear/caffe-windows, accuracy_layer.hpp. */
const accuracyWeighted: LayerDefinition = {
  ...accuracy,
  forks: ['caffe-windows'],
  doc: `${accuracy.doc} A third bottom weighs the predictions.`,
  bottoms: between(2, 3),
};

/** alexgkendall/caffe-segnet, accuracy_layer.cpp: the second top has a value for each channel, and four axes. */
const accuracyOfChannels: LayerDefinition = {
  ...accuracy,
  forks: ['segnet'],
  reshape: (layer) =>
    [...accuracy.reshape(layer).slice(0, 1), [layer.dim(0, 1), 1, 1, 1]].slice(0, layer.topCount),
};

/** Yuliang-Liu/Curve-Text-Detector, sequence_accuracy_layer.cpp: checks its blobs as Accuracy does. */
const sequenceAccuracy: LayerDefinition = {
  ...accuracy,
  type: 'SequenceAccuracy',
  doc: 'Share of whole sequences of labels that are predicted; a second top has it for each class.',
};

/** Yuliang-Liu/Curve-Text-Detector, sequence_accuracy_softmaxbased_layer.cpp. */
const sequenceAccuracyOfSoftmax: LayerDefinition = {
  ...sequenceAccuracy,
  type: 'SequenceAccuracySoftmaxbased',
  doc: 'Share of whole sequences of labels that are predicted, from scores; a second top has it for each class.',
};

/** huangyangyu/SeqFace, labelsequence_accuracy_layer.cpp. */
const labelSequenceAccuracy: LayerDefinition = {
  type: 'LabelsequenceAccuracy',
  paramField: 'labelsequence_accuracy_param',
  doc: 'Share of whole sequences of labels that are predicted, blanks and repetitions left out.',
  bottoms: exactly(2),
  tops: exactly(1),
  reshape: () => [scalar],
};

/** happynear/caffe-windows, fcn_accuracy_layer.cpp. */
const fcnAccuracy: LayerDefinition = {
  type: 'FCNAccuracy',
  paramField: 'accuracy_param',
  doc: 'Share of positions whose prediction is that of the map in the second bottom; a third one weighs them.',
  bottoms: between(2, 3),
  tops: exactly(1),
  reshape(layer) {
    for (let index = 1; index < layer.bottoms.length; index++) {
      if (!differ(layer.count(0), layer.count(index))) continue;
      layer.refuse(
        'fork/same-count',
        layer.bottomAt(index),
        `${layer.describe(0)} and ${layer.describe(index)} must have as many values.`,
      );
    }
    return [scalar];
  },
};

export const forkAccuracyLayers: readonly LayerDefinition[] = [
  accuracyOfChannels,
  accuracyWeighted,
  fcnAccuracy,
  labelSequenceAccuracy,
  sequenceAccuracy,
  sequenceAccuracyOfSoftmax,
];
