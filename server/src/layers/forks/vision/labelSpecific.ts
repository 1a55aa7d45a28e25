import { type Shape, unshaped } from '../../../shape/shape.ts';
import { loss, scalar } from '../../bvlc/loss.ts';
import type { LayerContext } from '../../context.ts';
import { type Arity, atLeast, between, exactly, type LayerDefinition } from '../../definition.ts';

/** Layers of happynear/caffe-windows, branch experiment, that change the scores of the correct class. */

/** Scores and labels in, scores out. If there are exactly two tops, the second has a few numbers. */
function labelSpecific(
  type: string,
  paramField: string,
  doc: string,
  numbers: (layer: LayerContext) => number,
  more: Partial<LayerDefinition> = {},
): LayerDefinition {
  return {
    type,
    paramField,
    doc,
    bottoms: atLeast(2),
    tops: atLeast(1),
    reshape: (layer) => withNumbers(layer, layer.like(0), numbers(layer)),
    ...more,
  };
}

function withNumbers(layer: LayerContext, first: Shape, count: number): Shape[] {
  const second = layer.topCount === 2 ? [count] : unshaped;
  return layer.topNames.map((_, index) => [first, second][index] ?? unshaped);
}

/** label_specific_affine.cpp. */
const labelSpecificAffine = labelSpecific(
  'LabelSpecificAffine',
  'label_specific_affine_param',
  'Scales the score of the correct class, raises it to a power and adds a number, all of which change with the iterations; a second top has them.',
  (layer) => (layer.params.bool('auto_tune') ? 5 : 3),
  {
    tops: ({ params }): Arity => ({ min: params.bool('auto_tune') ? 2 : 1 }),
    setUp(layer) {
      if (!layer.takesGivenBlobs('scale, bias and power')) layer.addBlob('scale, bias and power', [3]);
    },
    reshape(layer) {
      if (!layer.params.bool('auto_tune')) return withNumbers(layer, layer.like(0), 3);
      return layer.topNames.map((_, index) => [layer.like(0), [5]][index] ?? unshaped);
    },
  },
);

/** label_specific_hard_margin.cpp. */
const labelSpecificHardMargin = labelSpecific(
  'LabelSpecificHardMargin',
  'label_specific_hard_margin_param',
  'Changes the score of the correct class by a margin for each item; a second top has the mean margin.',
  () => 1,
);

/** label_specific_margin.cpp. */
const labelSpecificMargin = labelSpecific(
  'LabelSpecificMargin',
  'label_specific_margin_param',
  'Adds a margin to the angle of the correct class, which changes with the iterations or, with `auto_tune`, with the scores; a second top has numbers about it.',
  (layer) => (layer.params.bool('auto_tune') && layer.bottoms.length < 3 ? 3 : 1),
  {
    setUp(layer) {
      if (!layer.takesGivenBlobs('margin')) layer.addBlob('margin', [layer.params.bool('auto_tune') ? 3 : 1]);
      checkFixed(layer);
    },
  },
);

/** label_specific_rescale.cpp. */
const labelSpecificRescale = labelSpecific(
  'LabelSpecificRescale',
  'label_specific_rescale_param',
  'Multiplies the score of the correct class and the others by two weights; a second top has the first weight.',
  () => 1,
  {
    bottoms: exactly(2),
    setUp(layer) {
      if (!layer.params.bool('power_on_positive') || !layer.isInPlace()) return;
      layer.refuse(
        'fork/rescale-in-place',
        layer.topAt(0),
        '`power_on_positive` does not support in-place computation; give the top a different name.',
      );
    },
  },
);

/** label_specific_statistics.cpp. */
const labelSpecificStatistics: LayerDefinition = {
  type: 'LabelSpecificStatistics',
  paramField: 'label_specific_statistics_param',
  doc: 'Four statistics of the scores of correct and other classes; a second top has three of their angles.',
  bottoms: exactly(2),
  tops: atLeast(1),
  reshape: (layer) => withNumbers(layer, [4], 3),
};

/** radial_removal_margin_layer.cpp: a third bottom has the norms of the features. */
const radialRemovalMargin: LayerDefinition = {
  type: 'RadialRemovalMargin',
  paramField: 'radial_removal_margin_param',
  doc: 'Adds a margin to the correct class that removes the radial part of the gradient; a second top has four numbers about it.',
  bottoms: atLeast(2),
  tops: atLeast(1),
  reshape: (layer) => layer.topNames.map((_, index) => [layer.like(0), [4]][index] ?? unshaped),
};

/** feature_decay_loss_layer.cpp. */
const featureDecayLoss = loss(
  'FeatureDecayLoss',
  'Mean norm of features, which its gradient keeps between `incay_threshold` and `decay_threshold`.',
  {
    hasBlobs: true,
    paramField: 'feature_decay_loss_param',
    bottoms: exactly(1),
    tops: between(1, 2),
    setUp(layer) {
      if (!layer.takesGivenBlobs('mean norm')) layer.addBlob('mean norm', [1]);
      checkFixed(layer);
    },
    reshape: (layer) => [scalar, [1]].slice(0, layer.topCount),
  },
);

/** The blob is not learned: an explicit `param` must have `lr_mult: 0`. */
function checkFixed(layer: LayerContext): void {
  const [spec] = layer.message.messages('param');
  if (!spec || spec.float('lr_mult') === 0) return;
  layer.refuse(
    'fork/fixed-rate',
    spec.list('lr_mult')[0] ?? layer.message.list('param')[0],
    `The blob of ${layer.type} is not learned: set \`lr_mult: 0\` or remove \`param\`.`,
  );
}

export const labelSpecificLayers: readonly LayerDefinition[] = [
  featureDecayLoss,
  labelSpecificAffine,
  labelSpecificHardMargin,
  labelSpecificMargin,
  labelSpecificRescale,
  labelSpecificStatistics,
  radialRemovalMargin,
];
