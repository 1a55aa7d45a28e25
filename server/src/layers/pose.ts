import type { LayerContext } from './context.ts';
import { exactly, type LayerDefinition } from './definition.ts';
import { euclideanLoss, loss } from './loss.ts';

/** Layers of CMU-Perceptual-Computing-Lab/caffe_rtpose: poses of several people. */

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

export const poseLayers: readonly LayerDefinition[] = [euclideanmaskLoss, maximum, nms];
