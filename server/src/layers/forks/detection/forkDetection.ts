import { type Dim, differ, divide, mapDim, multiply, Unknown } from '../../../shape/dim.ts';
import { formatDim } from '../../../shape/shape.ts';
import type { LayerContext } from '../../context.ts';
import { anyNumber, atLeast, between, exactly, type LayerDefinition } from '../../definition.ts';
import { detectionOutput, multiBoxLoss } from './detection.ts';

/** Layers of detectors in forks, beside those that they have from SSD unchanged. */

/** A number of detections; every layer makes another. */
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

/** sfzhang15/RefineDet, detection_output_layer.cpp; Xilinx/Vitis-AI has its parameters. Further bottoms are not read. */
const refinedDetectionOutput: LayerDefinition = {
  ...detectionOutput,
  forks: ['refinedet', 'vitis'],
  doc: `${detectionOutput.doc} A fourth bottom has the scores of the anchor refinement, which drops what is hardly an object; a fifth has its corrections of the priors.`,
  bottoms: atLeast(3),
};

/** sfzhang15/RefineDet, multibox_loss_layer.cpp. */
const refinedMultiBoxLoss: LayerDefinition = {
  ...multiBoxLoss,
  forks: ['refinedet', 'vitis'],
  doc: `${multiBoxLoss.doc} A fifth has the scores of the anchor refinement, a sixth its corrections of the priors.`,
  bottoms: atLeast(4),
};

/** BestSonny/SSTD, detection_oriented_output_layer.cpp: the fourth bottom has five numbers for each prior. */
const detectionOrientedOutput: LayerDefinition = {
  ...detectionOutput,
  type: 'DetectionOrientedOutput',
  doc: 'Turns locations, scores, priors and oriented locations into turned boxes and drops overlapping ones: a row of 12 numbers for each.',
  bottoms: between(4, 5),
  reshape(layer) {
    detectionOutput.reshape(layer);
    return [[1, 1, someDetections(), 12]];
  },
};

/** BestSonny/SSTD, multibox_oriented_loss_layer.cpp: the sixth bottom has five numbers for each prior. */
const multiBoxOrientedLoss: LayerDefinition = {
  ...multiBoxLoss,
  type: 'MultiBoxOrientedLoss',
  doc: `${multiBoxLoss.doc} Two more are the turned boxes of the ground truth and oriented locations.`,
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
    `${formatDim(priors)} priors need ${formatDim(wanted)} oriented location values, but ${layer.describe(index)} has ${formatDim(layer.legacy(index)[1])}.`,
  );
}

/** happynear/caffe-windows, predict_box_layer.cpp. */
const predictBox: LayerDefinition = {
  type: 'PredictBox',
  paramField: 'predict_box_param',
  doc: 'Turns a map of face scores, and one of box corrections, into a box and a score at every position; a second top lists the boxes that are kept.',
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

export const forkDetectionLayers: readonly LayerDefinition[] = [
  detectionOrientedOutput,
  detectionRows,
  multiBoxOrientedLoss,
  predictBox,
  refinedDetectionOutput,
  refinedMultiBoxLoss,
];
