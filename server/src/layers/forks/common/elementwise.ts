import { differ } from '../../../shape/dim.ts';
import { formatShape, hasRank, type Shape, shapesDiffer } from '../../../shape/shape.ts';
import { elementwise } from '../../bvlc/activation.ts';
import type { LayerContext } from '../../context.ts';
import { anyNumber, atLeast, exactly, type LayerDefinition } from '../../definition.ts';
import { checkSameAxes, imageAxes, refuseInPlace } from '../../helpers/imageAxes.ts';
import { perValue } from '../../operations.ts';

/** Layers of forks whose top has the shape of a bottom. */

/** eric612/MobileNet-YOLO, relu6_layer.cpp. */
const relu6 = elementwise('ReLU6', 'Rectified linear unit with an upper limit: y = min(max(0, x), 6).');

/** lmb-freiburg/flownet2, neg_relu_layer.cpp. */
const negReLU = elementwise('NegReLU', 'Rectified negated input: y = max(0, −x).');

/** intel/caffe, spatial_dropout_layer.cpp. */
const spatialDropout = elementwise(
  'SpatialDropout',
  'In training, sets a random fraction of whole channels to 0 and scales up the rest; in testing, copies its input.',
  { paramField: 'dropout_param' },
);

/** hujie-frank/SENet, axpy_layer.cpp; also in other forks. */
const axpy = elementwise(
  'Axpy',
  'Squeeze-and-excitation in one step: multiplies each channel of the second bottom by its value in the first (num × channels × 1 × 1) and adds the third.',
  {
    category: 'joining',
    bottoms: exactly(3),
    reshape(layer) {
      checkFactors(layer);
      if (shapesDiffer(layer.shape(1), layer.shape(2))) {
        layer.refuse(
          'fork/axpy-shape',
          layer.bottomAt(2),
          `${layer.describe(2)} is added to ${layer.describe(1)}, so both must have the same shape.`,
        );
      }
      return [layer.like(1)];
    },
  },
);

function checkFactors(layer: LayerContext): void {
  const [factors, features] = [layer.shape(0), layer.shape(1)];
  if (!hasRank(factors) || !hasRank(features)) return;
  const wanted = [layer.dim(1, 0), layer.dim(1, 1), 1, 1].slice(0, factors.length === 4 ? 4 : 2);
  if (!wanted.some((dim, axis) => differ(dim, layer.dim(0, axis)))) return;
  layer.refuse(
    'fork/axpy-shape',
    layer.bottomAt(0),
    `${layer.describe(0)} must have one value per channel of ${layer.describe(1)}: ${formatShape(wanted)}.`,
  );
}

/** farmingyard/ShuffleNet, shuffle_channel_layer.cpp. */
const shuffleChannel = elementwise(
  'ShuffleChannel',
  'Interleaves the channels of its groups, so that each group of the next convolution receives channels of all groups.',
  {
    category: 'shape',
    paramField: 'shuffle_channel_param',
    bottoms: atLeast(1),
    tops: atLeast(1),
    setUp(layer) {
      if (!layer.params.has('group') || layer.params.int('group') > 0) return;
      layer.refuse(
        'fork/shuffle-group',
        layer.at('group'),
        `\`group\` must be 1 or more, but is ${layer.params.int('group')}.`,
      );
    },
    reshape: (layer) => [imageAxes(layer, 0)],
  },
);

/** BestSonny/SSTD, mask_pooling_layer.cpp. */
const maskPooling = elementwise(
  'MaskPooling',
  'Multiplies each channel of a feature map by a mask of the same height and width.',
  {
    category: 'pooling',
    bottoms: atLeast(2),
    tops: atLeast(1),
    reshape(layer) {
      checkSameAxes(layer, 1, 'fork/mask-shape', ['num', 'height', 'width']);
      return [imageAxes(layer, 0)];
    },
  },
);

/** eric612/MobileNet-YOLO, assisted_excitation_layer.cpp. */
const assistedExcitation = elementwise(
  'AssistedExcitation',
  'In training, increases the activations at ground-truth objects, with decreasing strength over the iterations.',
  { bottoms: exactly(3), tops: atLeast(1) },
);

/** Yuliang-Liu/Curve-Text-Detector, reverse_layer.cpp. */
const reverse = elementwise('Reverse', 'Reverses the order of the values along one axis.', {
  category: 'shape',
  paramField: 'reverse_param',
  setUp(layer) {
    refuseInPlace(layer);
    const axis = layer.params.int('axis');
    const rank = layer.dims(0).length;
    if (axis >= 0 && axis < rank) return;
    layer.refuse(
      'blob/axis-range',
      layer.at('axis'),
      `\`axis: ${axis}\` is out of range: ${layer.describe(0)} has ${rank} axes.`,
    );
  },
});

/** Yuliang-Liu/Curve-Text-Detector, reverse_time_layer.cpp. */
const reverseTime = elementwise(
  'ReverseTime',
  'Reverses each sequence (time, streams, …) up to its length; the second bottom has the lengths.',
  { category: 'shape', paramField: 'reverse_time_param', bottoms: exactly(2), setUp: refuseInPlace },
);

/** Yuliang-Liu/Curve-Text-Detector, scalar_layer.cpp: the predecessor of Scale. */
const scalar = elementwise(
  'Scalar',
  'Multiplies its first bottom by the second, broadcast over the missing axes.',
  {
    category: 'normalization',
    forks: ['curve-text'],
    paramField: 'scalar_param',
    bottoms: exactly(2),
    setUp(layer) {
      refuseInPlace(layer);
      layer.canonicalAxis(0, layer.params.int('axis'), layer.at('axis'));
    },
  },
);

/** MyCaffe/MyCaffe, ScalarLayer.cs. */
const scalarOfMyCaffe = elementwise('Scalar', 'Adds a constant to each value, or multiplies by it.', {
  category: 'normalization',
  forks: ['mycaffe'],
  paramField: 'scalar_param',
});

/** ALISCIFP/Segmentation, power_file_layer.cpp. */
const powerFile = elementwise('PowerFile', 'Adds an offset from a file to each value of an item.', {
  paramField: 'power_file_param',
});

/** foss-for-synopsys-dwc-arc-processors/synopsys-caffe, not_equal_layer.cpp. */
const notEqual = elementwise(
  'NotEqual',
  'Whether each value differs from the value in the second bottom, or from `comparand`.',
  {
    paramField: 'not_equal_param',
    bottoms: atLeast(1),
    setUp(layer) {
      if (layer.bottoms.length === 1 || !shapesDiffer(layer.dims(0), layer.dims(1))) return;
      layer.refuse(
        'fork/not-equal-shape',
        layer.bottomAt(1),
        `${layer.describe(1)} must have the shape of ${layer.describe(0)}.`,
      );
    },
    operations: perValue({ comparisons: 1 }),
  },
);

/** foss-for-synopsys-dwc-arc-processors/synopsys-caffe, reverse_sequence_layer.cpp. */
const reverseSequence = elementwise(
  'ReverseSequence',
  'Reverses each item along `seq_axis` up to its length; the second bottom has the lengths.',
  {
    category: 'shape',
    paramField: 'reverse_sequence_param',
    bottoms: exactly(2),
    setUp(layer) {
      const rank = layer.dims(0).length;
      for (const field of ['batch_axis', 'seq_axis']) {
        const axis = layer.params.int(field);
        if (axis >= 0 && axis < rank) continue;
        layer.refuse(
          'fork/sequence-axes',
          layer.at(field),
          `\`${field}: ${axis}\` is out of range: ${layer.describe(0)} has ${rank} axes.`,
        );
      }
      if (layer.params.int('batch_axis') !== layer.params.int('seq_axis')) return;
      layer.refuse(
        'fork/sequence-axes',
        layer.at('seq_axis'),
        '`seq_axis` and `batch_axis` must be different axes.',
      );
    },
  },
);

/** HyeonwooNoh/caffe, dropout_channel_layer.cpp. */
const dropoutChannel = elementwise(
  'DropoutChannel',
  'In training, sets a random fraction of whole channels to 0 and scales up the rest; in testing, copies its input.',
  {
    paramField: 'dropout_param',
    reshape(layer) {
      imageAxes(layer, 0);
      return [layer.like(0)];
    },
  },
);

const likeBottoms = (layer: LayerContext): Shape[] => layer.topNames.map((_, index) => layer.like(index));

/** lmb-freiburg/flownet2, black_augmentation_layer.cpp. */
const blackAugmentation = elementwise(
  'BlackAugmentation',
  'Randomly blackens whole images or their borders.',
  {
    paramField: 'black_augmentation_param',
    bottoms: atLeast(1),
    tops: atLeast(1),
    equalTops: true,
    reshape: likeBottoms,
  },
);

/** lmb-freiburg/flownet2, mean_layer.cpp. */
const mean = elementwise('Mean', 'Adds or subtracts a mean, from a file or one value per channel.', {
  category: 'normalization',
  paramField: 'mean_param',
  bottoms: atLeast(1),
  tops: atLeast(1),
  equalTops: true,
  reshape: (layer) => layer.topNames.map((_, index) => imageAxes(layer, index)),
});

/** yjxiong/caffe, gather_layer.cpp. */
const gather = elementwise(
  'Gather',
  'Gathers the batches of all processes of a distributed training; a single process copies its blobs.',
  {
    category: 'shape',
    forks: ['yjxiong'],
    bottoms: anyNumber,
    tops: anyNumber,
    equalTops: true,
    reshape: likeBottoms,
  },
);

/** yjxiong/caffe, scatter_layer.cpp. */
const scatter = elementwise(
  'Scatter',
  'Distributes a batch over all processes of a distributed training; a single process copies its blobs.',
  { category: 'shape', bottoms: anyNumber, tops: anyNumber, equalTops: true, reshape: likeBottoms },
);

export const elementwiseLayers: readonly LayerDefinition[] = [
  assistedExcitation,
  axpy,
  blackAugmentation,
  dropoutChannel,
  gather,
  maskPooling,
  mean,
  negReLU,
  notEqual,
  powerFile,
  relu6,
  reverse,
  reverseSequence,
  reverseTime,
  scalar,
  scalarOfMyCaffe,
  scatter,
  shuffleChannel,
  spatialDropout,
];
