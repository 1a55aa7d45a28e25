import { multiply, Unknown } from '../../../shape/dim.ts';
import { checkFirstAxis, checkSameImage, euclideanLoss, loss, scalar } from '../../bvlc/loss.ts';
import type { LayerContext } from '../../context.ts';
import { atLeast, exactly, type LayerDefinition } from '../../definition.ts';

/** Layers that find points of bodies and faces in heat maps: those of CMU-Perceptual-Computing-Lab/caffe_rtpose first. */

const one = exactly(1);

/** nms_layer.cpp: the first row holds the number of peaks. */
const nms: LayerDefinition = {
  type: 'Nms',
  paramField: 'nms_param',
  doc: 'Finds the peaks of the heat map of each part of the body: at most `max_peaks` rows of x, y and score, and a row in front that counts them.',
  bottoms: one,
  tops: one,
  reshape(layer) {
    needImages(layer);
    const { params } = layer;
    return [[layer.dim(0, 0), params.int('num_parts'), params.int('max_peaks') + 1, 3]];
  },
};

/** maximum_layer.cpp. */
const maximum: LayerDefinition = {
  type: 'Maximum',
  doc: 'The place and the value of the maximum of every channel: x, y and score.',
  bottoms: one,
  tops: one,
  reshape(layer) {
    needImages(layer);
    return [[layer.dim(0, 0), layer.dim(0, 1), 1, 3]];
  },
};

function needImages(layer: LayerContext): void {
  layer.canonicalAxis(0, 3);
}

/** euclideanmask_loss_layer.cpp. */
const euclideanmaskLoss = loss(
  'EuclideanmaskLoss',
  'Half the mean over the batch of the squared differences of its first two bottoms, where the third is not 0.',
  { bottoms: exactly(3), reshape: euclideanLoss.reshape },
);

/** facexteam/caffe-layers-hub-zyf, coord2heatmap_layer.cpp. */
const coord2heatmap: LayerDefinition = {
  type: 'Coord2Heatmap',
  paramField: 'coord2heatmap_param',
  doc: 'Makes of the coordinates of points a heat map for each.',
  bottoms: one,
  tops: one,
  setUp(layer) {
    for (const field of ['height', 'width', 'num_points']) {
      if (layer.params.int(field) > 0) continue;
      layer.refuse(
        'fork/coord2heatmap-size',
        layer.at(field),
        `\`${field}\` is missing or 0; it must be 1 or more.`,
      );
    }
  },
  reshape: (layer) => [
    [layer.dim(0, 0), layer.params.int('num_points'), layer.params.int('height'), layer.params.int('width')],
  ],
};

/** facexteam/caffe-layers-hub-zyf, heatmap2coord_layer.cpp: only one item at a time makes rows of numbers. */
const heatmap2coord: LayerDefinition = {
  type: 'Heatmap2Coord',
  doc: 'The place of the maximum of every heat map: x and y.',
  bottoms: one,
  tops: one,
  reshape(layer) {
    const [num, points] = [layer.dim(0, 0), layer.dim(0, 1)];
    return [num === 1 ? [multiply(points, 2)] : axesOfItems];
  },
};

const axesOfItems = new Unknown('items', 'Of several items, Heatmap2Coord makes as many axes.');

/** facexteam/caffe-layers-hub-zyf, heatmap_loss_layer.cpp. */
const heatmapLoss = loss(
  'HeatmapLoss',
  'How far heat maps are from what they should be; a third bottom weighs the points.',
  {
    paramField: 'heatmap_loss_param',
    bottoms: atLeast(2),
    reshape(layer) {
      checkFirstAxis(layer);
      checkSameImage(layer, 1);
      return [scalar];
    },
  },
);

export const poseLayers: readonly LayerDefinition[] = [
  coord2heatmap,
  euclideanmaskLoss,
  heatmap2coord,
  heatmapLoss,
  maximum,
  nms,
];
