import { multiply, Unknown } from '../../../shape/dim.ts';
import { checkFirstAxis, checkSameImage, euclideanLoss, loss, scalar } from '../../bvlc/loss.ts';
import type { LayerContext } from '../../context.ts';
import { atLeast, exactly, type LayerDefinition } from '../../definition.ts';

/** Layers that find body and face points in heat maps: first those of CMU-Perceptual-Computing-Lab/caffe_rtpose. */

const one = exactly(1);

/** nms_layer.cpp: the first row has the number of peaks. */
const nms: LayerDefinition = {
  type: 'Nms',
  category: 'detection',
  paramField: 'nms_param',
  doc: 'Finds the peaks of the heat map of each body part: a row with their number, then at most `max_peaks` rows of x, y and score.',
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
  category: 'joining',
  doc: 'Position and value of the maximum of each channel: x, y and score.',
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
  'Half the sum of squared differences of its first two bottoms where the third is not 0, averaged over the batch.',
  { bottoms: exactly(3), reshape: euclideanLoss.reshape },
);

/** facexteam/caffe-layers-hub-zyf, coord2heatmap_layer.cpp. */
const coord2heatmap: LayerDefinition = {
  type: 'Coord2Heatmap',
  paramField: 'coord2heatmap_param',
  doc: 'Converts the coordinates of each point to a heat map.',
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

/** facexteam/caffe-layers-hub-zyf, heatmap2coord_layer.cpp: only a single item results in rows of numbers. */
const heatmap2coord: LayerDefinition = {
  type: 'Heatmap2Coord',
  doc: 'Position of the maximum of each heat map: x and y.',
  bottoms: one,
  tops: one,
  reshape(layer) {
    const [num, points] = [layer.dim(0, 0), layer.dim(0, 1)];
    return [num === 1 ? [multiply(points, 2)] : axesOfItems];
  },
};

const axesOfItems = new Unknown('items', 'For several items, the top of Heatmap2Coord has as many axes.');

/** facexteam/caffe-layers-hub-zyf, heatmap_loss_layer.cpp. */
const heatmapLoss = loss(
  'HeatmapLoss',
  'Differences of heat maps from their targets; a third bottom has weights of the points.',
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
