import { differ } from '../../../shape/dim.ts';
import { hasRank, type Shape } from '../../../shape/shape.ts';
import { loss, scalar } from '../../bvlc/loss.ts';
import type { LayerContext } from '../../context.ts';
import { atLeast, exactly, type LayerDefinition } from '../../definition.ts';
import { imageAxes } from '../../helpers/imageAxes.ts';

/** Spatial transformers: ALISCIFP/Segmentation and Yuliang-Liu/Curve-Text-Detector. */

/** The numbers of an affine transformation; the second bottom lacks those that the text sets. */
const thetas = ['theta_1_1', 'theta_1_2', 'theta_1_3', 'theta_2_1', 'theta_2_2', 'theta_2_3'];

/** ALISCIFP/Segmentation, st_layer.cpp. */
const spatialTransformer: LayerDefinition = {
  type: 'SpatialTransformer',
  paramField: 'st_param',
  doc: 'Applies an affine transformation to each image of the first bottom and resamples it to `output_H` × `output_W`. The six numbers are in the second bottom or fixed in the parameters.',
  bottoms: exactly(2),
  tops: exactly(1),
  setUp(layer) {
    checkKinds(layer);
    checkThetas(layer);
  },
  reshape: (layer) => [transformedShape(layer)],
  reach: () => 'all',
};

/** Yuliang-Liu/Curve-Text-Detector, st_layer.cpp: the text may set the whole transformation. */
const spatialTransformerOfText: LayerDefinition = {
  ...spatialTransformer,
  forks: ['curve-text'],
  bottoms: atLeast(1),
  setUp: checkKinds,
};

function transformedShape(layer: LayerContext): Shape {
  const { params } = layer;
  const [num, channels, height, width] = imageAxes(layer, 0);
  return [
    num,
    channels,
    params.has('output_H') ? params.int('output_H') : height,
    params.has('output_W') ? params.int('output_W') : width,
  ];
}

function checkKinds(layer: LayerContext): void {
  for (const [field, kind] of [
    ['transform_type', 'affine'],
    ['sampler_type', 'bilinear'],
  ] as const) {
    if (!layer.params.has(field) || layer.params.text(field) === kind) continue;
    layer.refuse('fork/transformer-kind', layer.at(field), `The only valid \`${field}\` is "${kind}".`);
  }
}

function checkThetas(layer: LayerContext): void {
  const given = thetas.filter((theta) => layer.params.has(theta)).length;
  const wanted = thetas.length - given;
  if (!hasRank(layer.shape(1)) || !differ(layer.count(1, 1), wanted)) return;
  layer.refuse(
    'fork/transformer-theta',
    layer.bottomAt(1),
    `An affine transformation has 6 numbers, of which ${given} are fixed: ${layer.describe(1)} must have ${wanted} per image.`,
  );
}

/** ALISCIFP/Segmentation, st_loss_layer.cpp. */
const stLoss = loss('STLoss', 'Penalizes transformations that sample outside the image.', {
  paramField: 'st_loss_param',
  bottoms: exactly(1),
  reshape(layer) {
    if (differ(layer.count(0, 1), thetas.length)) {
      layer.refuse(
        'fork/transformer-theta',
        layer.bottomAt(0),
        `An affine transformation has 6 numbers, but ${layer.describeShape(0)}.`,
      );
    }
    return [scalar];
  },
});

/** ALISCIFP/Segmentation, loc_loss_layer.cpp. */
const locLoss = loss('LocLoss', 'Penalizes values beyond a threshold.', {
  paramField: 'loc_loss_param',
  bottoms: exactly(1),
  setUp(layer) {
    if (layer.params.float('threshold') > 0) return;
    layer.refuse('fork/locloss-threshold', layer.at('threshold'), '`threshold` must be greater than 0.');
  },
  reshape: () => [scalar],
});

export const spatialTransformerLayers: readonly LayerDefinition[] = [
  locLoss,
  spatialTransformer,
  spatialTransformerOfText,
  stLoss,
];
