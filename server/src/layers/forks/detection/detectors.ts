import { type Dim, differ, divide, mapDim, multiply, Unknown } from '../../../shape/dim.ts';
import { formatDim } from '../../../shape/shape.ts';
import type { LayerContext } from '../../context.ts';
import { anyNumber, atLeast, between, exactly, type LayerDefinition } from '../../definition.ts';
import { detectionOutput, multiBoxLoss } from './ssd.ts';

/** Detection layers of forks, except those that are the same as in SSD. */

/** A number of detections; different for each layer. */
export function someDetections(): Unknown {
  return new Unknown('detections', 'The number of detections depends on the image.');
}

/** luoyetx/mini-caffe, detection_output_layer.cpp: without the two axes of 1. */
const detectionRows: LayerDefinition = {
  ...detectionOutput,
  forks: ['mini-caffe'],
  reshape(layer) {
    detectionOutput.reshape(layer);
    return [[someDetections(), 7]];
  },
};

/** sfzhang15/RefineDet, detection_output_layer.cpp; also in jolibrain/caffe. Further bottoms are not read. */
const refinedDetectionOutput: LayerDefinition = {
  ...detectionOutput,
  forks: ['refinedet', 'deepdetect'],
  doc: `${detectionOutput.doc} A fourth bottom has the scores of the anchor refinement, which removes unlikely objects; a fifth has its corrections of the priors.`,
  bottoms: atLeast(3),
  // jolibrain/caffe, detection_output_layer.hpp
  tops: ({ params }) => ({ exact: params.bool('output_logits') ? 2 : 1 }),
  reshape(layer) {
    const boxes = detectionOutput.reshape(layer);
    return layer.topCount === 2 ? [...boxes, detectionLogits()] : boxes;
  },
};

/** Reshaped with the detections only. */
function detectionLogits(): Unknown {
  return new Unknown('detections', 'The number of detections depends on the image.');
}

/** sfzhang15/RefineDet, multibox_loss_layer.cpp. */
const refinedMultiBoxLoss: LayerDefinition = {
  ...multiBoxLoss,
  forks: ['refinedet', 'deepdetect'],
  doc: `${multiBoxLoss.doc} A fifth bottom has the scores of the anchor refinement, a sixth its corrections of the priors.`,
  bottoms: atLeast(4),
};

/** BestSonny/SSTD, detection_oriented_output_layer.cpp: the fourth bottom has five numbers per prior. */
const detectionOrientedOutput: LayerDefinition = {
  ...detectionOutput,
  type: 'DetectionOrientedOutput',
  category: 'detection',
  doc: 'Converts locations, scores, priors and oriented locations to rotated boxes and removes overlapping ones. One row of 12 numbers per box.',
  bottoms: between(4, 5),
  reshape(layer) {
    detectionOutput.reshape(layer);
    return [[1, 1, someDetections(), 12]];
  },
};

/** BestSonny/SSTD, multibox_oriented_loss_layer.cpp: the sixth bottom has five numbers per prior. */
const multiBoxOrientedLoss: LayerDefinition = {
  ...multiBoxLoss,
  type: 'MultiBoxOrientedLoss',
  category: 'loss',
  doc: `${multiBoxLoss.doc} Two more bottoms are the rotated ground-truth boxes and the oriented locations.`,
  bottoms: exactly(6),
  reshape(layer) {
    const tops = multiBoxLoss.reshape(layer);
    checkOriented(layer, 5);
    return tops;
  },
};

function checkOriented(layer: LayerContext, index: number): void {
  const priors = mapDim(layer.legacy(2)[2], (height) => divide(height, 4));
  const classes = layer.params.bool('share_location') ? 1 : layer.params.int('num_classes');
  const wanted: Dim = multiply(priors, classes * 5);
  if (!differ(layer.legacy(index)[1], wanted)) return;
  layer.refuse(
    'ssd/multibox-loc',
    layer.bottomAt(index),
    `${formatDim(priors)} priors require ${formatDim(wanted)} oriented location values, but ${layer.describe(index)} has ${formatDim(layer.legacy(index)[1])}.`,
  );
}

/** happynear/caffe-windows, predict_box_layer.cpp. */
const predictBox: LayerDefinition = {
  type: 'PredictBox',
  category: 'detection',
  paramField: 'predict_box_param',
  doc: 'Converts maps of face scores and box corrections to a box and a score at each position; a second top lists the selected boxes.',
  bottoms: anyNumber,
  tops: anyNumber,
  reshape(layer) {
    const [num, , height, width] = layer.legacy(0);
    return [
      [num, 5, height, width],
      [num, someDetections(), 5],
    ].slice(0, layer.topCount);
  },
};

export const detectorLayers: readonly LayerDefinition[] = [
  detectionOrientedOutput,
  detectionRows,
  multiBoxOrientedLoss,
  predictBox,
  refinedDetectionOutput,
  refinedMultiBoxLoss,
];
