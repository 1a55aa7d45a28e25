import type { Dims } from '../../../shape/shape.ts';
import type { LayerContext } from '../../context.ts';
import { exactly, type LayerDefinition } from '../../definition.ts';

/**
 * Layers of PointNet++ for clouds of points (clouds × points × coordinates), of
 * foss-for-synopsys-dwc-arc-processors/synopsys-caffe.
 */

/** farthest_point_sample_layer.cpp. */
const farthestPointSample: LayerDefinition = {
  type: 'FarthestPointSample',
  category: 'shape',
  paramField: 'point_net_param',
  doc: 'Selects `n_sample_point` points of each cloud that are far from each other, and outputs their indices.',
  bottoms: exactly(1),
  tops: exactly(1),
  setUp: checkSamples,
  reshape: (layer) => [[cloud(layer, 0)[0] ?? 1, layer.params.int('n_sample_point')]],
};

/** query_ball_point_layer.cpp. */
const queryBallPoint: LayerDefinition = {
  type: 'QueryBallPoint',
  category: 'shape',
  paramField: 'point_net_param',
  doc: 'Finds up to `n_sample_point` points of a cloud (first bottom) within `radius` around each center (second bottom), and outputs their indices.',
  bottoms: exactly(2),
  tops: exactly(1),
  setUp(layer) {
    checkSamples(layer);
    if (layer.params.float('radius') > 0) return;
    layer.refuse('fork/point-radius', layer.at('radius'), '`radius` must be greater than 0.');
  },
  reshape: (layer) => [cloud(layer, 1).with(2, layer.params.int('n_sample_point'))],
};

function checkSamples(layer: LayerContext): void {
  if (layer.params.has('n_sample_point') && layer.params.int('n_sample_point') >= 0) return;
  layer.refuse(
    'fork/point-samples',
    layer.at('n_sample_point'),
    `${layer.type} requires \`n_sample_point\`, the number of points.`,
  );
}

/** The axes of a bottom that must be clouds of points. */
function cloud(layer: LayerContext, index: number): Dims {
  const dims = layer.dims(index);
  if (dims.length === 3) return dims;
  return layer.refuse(
    'fork/point-axes',
    layer.bottomAt(index),
    `${layer.type} requires 3 axes (clouds, points, values), but ${layer.describeAxes(index)}.`,
  );
}

/** group_point_layer.cpp. */
const groupPoint: LayerDefinition = {
  type: 'GroupPoint',
  category: 'shape',
  doc: 'Selects the values of the points (first bottom) at the indices in the second bottom.',
  bottoms: exactly(2),
  tops: exactly(1),
  setUp(layer) {
    const { length } = layer.dims(1);
    if (length === 2 || length === 3) return;
    layer.refuse(
      'fork/point-indices',
      layer.bottomAt(1),
      `The indices must have 2 or 3 axes, but ${layer.describeAxes(1)}.`,
    );
  },
  reshape: (layer) => [[...layer.dims(1), cloud(layer, 0)[2] ?? 1]],
};

/** three_interpolate_layer.cpp. */
const threeInterpolate: LayerDefinition = {
  type: 'ThreeInterpolate',
  category: 'shape',
  doc: 'Weighted means of the values of three points each. Bottoms: values of a cloud, indices of the points, weights.',
  bottoms: exactly(3),
  tops: exactly(1),
  reshape: (layer) => [cloud(layer, 0).with(1, layer.dim(1, 1))],
};

/** three_NN_layer.cpp. */
const threeNN: LayerDefinition = {
  type: 'ThreeNN',
  category: 'shape',
  doc: 'Finds the three points of the second cloud that are nearest to each point of the first. Tops: distances, indices.',
  bottoms: exactly(2),
  tops: exactly(2),
  reshape: (layer) => [cloud(layer, 0), cloud(layer, 0)],
};

export const pointCloudLayers: readonly LayerDefinition[] = [
  farthestPointSample,
  groupPoint,
  queryBallPoint,
  threeInterpolate,
  threeNN,
];
