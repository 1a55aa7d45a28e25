import { unshaped } from '../../../shape/shape.ts';
import { elementwise } from '../../bvlc/activation.ts';
import { atLeast, between, type LayerDefinition } from '../../definition.ts';
import { imageAxes } from '../../helpers/imageAxes.ts';
import { perValue } from '../../operations.ts';

/** Layers without weights that compute each value from one value, of foss-for-synopsys-dwc-arc-processors/synopsys-caffe. */

const rounding = perValue({ comparisons: 1 });
const smooth = perValue({ exponentials: 1 });

/** layer_norm_layer.cpp. */
const layerNorm: LayerDefinition = elementwise(
  'LayerNorm',
  'Normalizes each item to mean 0 and variance 1, and scales and shifts each of its values.',
  {
    category: 'normalization',
    forks: ['synopsys'],
    paramField: 'layer_norm_param',
    setUp(layer) {
      if (!layer.params.bool('elementwise_affine') || layer.takesGivenBlobs('scale', 'shift')) return;
      const item = layer.dims(0).slice(1);
      layer.addBlob('scale', item);
      layer.addBlob('shift', item);
    },
  },
);

/** icnet_subgraph_layer.cpp: four poolings of fixed sizes. */
const icnetSubgraph = elementwise(
  'ICNetSubgraph',
  'The pyramid pooling of ICNet: adds the means of four grids, resized to the image, to the image.',
  { category: 'pooling', reshape: (layer) => [imageAxes(layer, 0)] },
);

/** log_softmax_layer.cpp. */
const logSoftmax = elementwise('LogSoftmax', 'Logarithm of the softmax along `axis`.', {
  paramField: 'log_softmax_param',
  operations: smooth,
  reshape(layer) {
    layer.canonicalAxis(0, layer.params.int('axis'), layer.at('axis'));
    return [layer.like(0)];
  },
});

export const activationLayers: readonly LayerDefinition[] = [
  elementwise('Atan', 'Arc tangent: y = atan(x).', { operations: smooth }),
  elementwise('Ceil', 'Rounds up.', { operations: rounding }),
  elementwise('Floor', 'Rounds down.', { operations: rounding }),
  elementwise('HardSigmoid', 'y = max(0, min(1, alpha · x + beta)).', {
    paramField: 'hard_sigmoid_param',
    operations: perValue({ comparisons: 2, additions: 1, multiplications: 1 }),
  }),
  elementwise('HardSwish', 'y = x · min(max(0, x + 3), 6) / 6.', {
    operations: perValue({ comparisons: 2, additions: 1, multiplications: 2 }),
  }),
  elementwise('HardTanH', 'Limits each value to a range.', { operations: perValue({ comparisons: 2 }) }),
  icnetSubgraph,
  layerNorm,
  logSoftmax,
  elementwise('Round', 'Rounds to the nearest integer.', { operations: rounding }),
  elementwise('ScaledTanH', 'y = alpha · tanh(beta · x).', {
    paramField: 'scaled_tanh_param',
    operations: perValue({ multiplications: 2, exponentials: 1 }),
  }),
  elementwise('SeLU', 'Scaled exponential linear unit.', {
    paramField: 'selu_param',
    operations: perValue({ comparisons: 1, additions: 1, multiplications: 2, exponentials: 1 }),
  }),
  elementwise('SeLUDropout', 'Dropout for networks of SeLU layers.', { paramField: 'selu_dropout_param' }),
  elementwise('Sin', 'Sine: y = sin(x).', { operations: smooth }),
  elementwise('Softplus', 'Smooth rectifier: y = log(1 + exp(x)).', {
    operations: perValue({ additions: 1, exponentials: 2 }),
  }),
  elementwise('Softsign', 'y = x / (1 + |x|).', { operations: perValue({ additions: 1, divisions: 1 }) }),
  elementwise('ThresholdedReLU', 'y = x if x > alpha, otherwise 0.', {
    paramField: 'thresholded_relu_param',
    operations: rounding,
  }),
  elementwise('XLU', 'Linear unit with a slope, a minimum and a maximum, which a second bottom can have.', {
    paramField: 'xlu_param',
    bottoms: between(1, 2),
    tops: atLeast(1),
    reshape: (layer) => layer.topNames.map((_, index) => (index === 0 ? layer.like(0) : unshaped)),
  }),
];
