import { Unknown } from '../../../shape/dim.ts';
import { shapesDiffer } from '../../../shape/shape.ts';
import { elementwise } from '../../bvlc/activation.ts';
import { innerProduct } from '../../bvlc/innerProduct.ts';
import { loss, softmaxWithLoss } from '../../bvlc/loss.ts';
import { exactly, type LayerDefinition } from '../../definition.ts';
import { dataLayer, opensSource, topsOf } from '../../helpers/dataLayer.ts';
import { multiBoxLoss } from '../detection/ssd.ts';

/** Layers of jolibrain/caffe (DeepDetect). */

/** continuation_indicator_layer.cpp. */
const continuationIndicator: LayerDefinition = {
  type: 'ContinuationIndicator',
  category: 'recurrent',
  paramField: 'continuation_indicator_param',
  doc: 'Markers for recurrent layers, 0 at the first step of a sequence and 1 after it: `time_step` × batch.',
  bottoms: exactly(1),
  tops: exactly(1),
  setUp(layer) {
    if (layer.params.int('time_step') > 0) return;
    layer.refuse(
      'fork/time-steps',
      layer.at('time_step'),
      'ContinuationIndicator requires a positive `time_step`.',
    );
  },
  reshape: (layer) => [[layer.params.int('time_step'), layer.dim(0, layer.params.int('axis'))]],
};

/** sparse_inner_product_layer.cpp. */
const sparseInnerProduct: LayerDefinition = {
  ...innerProduct,
  type: 'SparseInnerProduct',
  doc: 'Fully connected layer whose input stores only values other than 0.',
};

const entries = new Unknown('entries', 'The number of values of an item depends on the data source.');

/** sparse_data_layer.cpp. */
const sparseData = dataLayer('SparseData', 'Reads sparse items and labels from a database.', {
  forks: ['deepdetect'],
  paramField: 'data_param',
  opens: opensSource('data_param'),
  reshape(layer) {
    const batch = layer.params.int('batch_size');
    return topsOf(layer, [batch, entries], [batch]);
  },
});

/** memory_sparse_data_layer.cpp. */
const memorySparseData = dataLayer('MemorySparseData', 'Sparse items and labels that a program provides.', {
  paramField: 'memory_data_param',
  tops: exactly(2),
  reshape(layer) {
    const [batch = 0, ...item] = ['batch_size', 'channels', 'height', 'width'].map((field) =>
      layer.params.int(field),
    );
    return topsOf(layer, [batch, ...item], [batch]);
  },
});

/** multi_label_accuracy_layer.cpp, multi_label_sigmoid_loss_layer.cpp: a label for each value. */
const multiLabelAccuracy: LayerDefinition = {
  type: 'MultiLabelAccuracy',
  category: 'loss',
  doc: 'Accuracies of yes-or-no predictions: of all, of positive and negative labels, and their means.',
  bottoms: exactly(2),
  tops: exactly(1),
  reshape(layer) {
    if (shapesDiffer(layer.shape(0), layer.shape(1)))
      layer.refuse(
        'fork/same-count',
        layer.bottomAt(1),
        `${layer.describe(0)} and ${layer.describe(1)} must have the same number of values.`,
      );
    return [[1, 5, 1, 1]];
  },
};

export const deepDetectLayers: readonly LayerDefinition[] = [
  elementwise('BroadcastMul', 'Multiplies its first bottom by the second, repeated over missing positions.', {
    category: 'joining',
    bottoms: exactly(2),
  }),
  continuationIndicator,
  loss('CrossEntropyLoss', 'Cross-entropy of probabilities.', {}),
  loss('DiceCoefLoss', 'One minus the Dice coefficient of a segmentation.', {
    paramField: 'dice_coef_loss_param',
  }),
  memorySparseData,
  { ...multiBoxLoss, type: 'MultiBoxFocalLoss', doc: `${multiBoxLoss.doc} Scores have a focal loss.` },
  multiLabelAccuracy,
  loss('MultiLabelSigmoidLoss', 'Cross-entropy of yes-or-no predictions.', {}),
  elementwise('SeLu', 'Scaled exponential linear unit.', { paramField: 'selu_param' }),
  elementwise('SeLuDropout', 'Dropout for networks of SeLu layers.', { paramField: 'selu_dropout_param' }),
  {
    ...softmaxWithLoss,
    type: 'SoftmaxWithInfogainLoss',
    doc: 'Softmax loss weighted by an infogain matrix.',
  },
  sparseData,
  sparseInnerProduct,
];
