import { type Dim, differ, divide, isKnown, mapDim, multiply, product, Unknown } from '../../../shape/dim.ts';
import { formatDim, unshaped } from '../../../shape/shape.ts';
import type { LayerContext } from '../../context.ts';
import { type Arity, atLeast, between, exactly, type LayerDefinition } from '../../definition.ts';
import { imageAxes } from '../../helpers/imageAxes.ts';
import {
  detectionEvaluate,
  detectionOutput,
  multiBoxLoss,
  reshapeEvaluated,
  reshapeMultiBoxLoss,
} from './ssd.ts';

/** Detection layers of Xilinx/Vitis-AI, AI-Model-Zoo/caffe-xilinx. */

/** multibox_loss_layer.cpp: with `ori_flag`, an orientation adds two numbers to each box. */
const orientedMultiBoxLoss: LayerDefinition = {
  ...multiBoxLoss,
  forks: ['vitis'],
  bottoms: atLeast(4),
  reshape: (layer) => reshapeMultiBoxLoss(layer, layer.params.bool('ori_flag') ? 6 : 4),
};

/** multibox_loss_refine_layer.cpp. */
const multiBoxLossRefine: LayerDefinition = {
  ...multiBoxLoss,
  type: 'MultiBoxLossRefine',
  doc: `${multiBoxLoss.doc} A fifth bottom has the scores of the anchor refinement, a sixth its corrections of the priors.`,
  bottoms: atLeast(4),
};

/** detection_output_layer.cpp: only the number of images is checked. With `has_segmap`, a second top copies the fourth bottom. */
const orientedDetectionOutput: LayerDefinition = {
  ...detectionOutput,
  forks: ['vitis'],
  doc: `${detectionOutput.doc} With 6 location values per prior, two more numbers have the orientation. With \`has_segmap\`, a second top copies the fourth bottom.`,
  bottoms: ({ params }): Arity => (params.bool('has_segmap') ? { exact: 4 } : { min: 3, max: 4 }),
  tops: ({ params }): Arity => ({ min: params.bool('has_segmap') ? 2 : 1 }),
  reshape(layer) {
    if (differ(imageAxes(layer, 0)[0], imageAxes(layer, 1)[0]))
      layer.refuse(
        'ssd/detout-batch',
        layer.bottomAt(1),
        `${layer.describe(0)} and ${layer.describe(1)} must have the same batch size.`,
      );
    const map = layer.params.bool('has_segmap') ? layer.like(3) : unshaped;
    return layer.topNames.map((_, index) => [[1, 1, 1, columnsOf(layer)], map][index] ?? unshaped);
  },
};

/** The numbers of a detected box: 9 with an orientation. */
function columnsOf(layer: LayerContext): Dim {
  const classes = layer.params.bool('share_location') ? 1 : layer.params.int('num_classes');
  const priors = mapDim(imageAxes(layer, 2)[2], (height) => divide(height, 4));
  const [locations, boxes] = [imageAxes(layer, 0)[1], multiply(priors, classes)];
  if (!isKnown(locations)) return locations;
  if (!isKnown(boxes)) return boxes;
  if (locations === boxes * 4) return 7;
  return locations === boxes * 6 ? 9 : noColumns;
}

const noColumns = new Unknown('columns', 'There are neither 4 nor 6 location values for each prior.');

/** detection_output_refine_layer.cpp. */
const detectionOutputRefine: LayerDefinition = {
  ...detectionOutput,
  type: 'DetectionOutputRefine',
  doc: `${detectionOutput.doc} A fourth bottom has the scores of the anchor refinement, which removes unlikely objects; a fifth has its corrections of the priors.`,
  bottoms: between(3, 5),
};

/** detection_evaluate_layer.cpp: boxes with an orientation have two more columns. */
const orientedDetectionEvaluate: LayerDefinition = {
  ...detectionEvaluate,
  forks: ['vitis'],
  reshape(layer) {
    const widths = [0, 1].map((index) => imageAxes(layer, index)[3]);
    const fits = (...wanted: readonly number[]) =>
      !wanted.some((width, index) => differ(widths[index] ?? width, width));
    if (fits(7, 8)) return reshapeEvaluated(layer, 7, 8);
    if (fits(9, 10)) return reshapeEvaluated(layer, 9, 10);
    return layer.refuse(
      'fork/box-columns',
      layer.bottomAt(1),
      `Detections and ground truth must have 7 and 8 columns, or 9 and 10, not ${widths.map(formatDim).join(' and ')}.`,
    );
  },
};

/** detection_evaluate_refine_layer.cpp. */
const detectionEvaluateRefine: LayerDefinition = { ...detectionEvaluate, type: 'DetectionEvaluateRefine' };

/** densebox_map_evaluation_layer.cpp: at first one row. */
const denseboxMapEvaluation: LayerDefinition = {
  type: 'DenseboxMapEvaluation',
  category: 'loss',
  paramField: 'densebox_map_evaluation_param',
  doc: 'Compares maps of box corners and of scores with ground truth for a precision-recall evaluation.',
  bottoms: exactly(3),
  tops: atLeast(1),
  reshape(layer) {
    [4, 2, 1].forEach((wanted, index) => {
      if (differ(imageAxes(layer, index)[1], wanted))
        layer.refuse(
          'fork/densebox-channels',
          layer.bottomAt(index),
          `${layer.describe(index)} must have ${wanted} channel${wanted === 1 ? '' : 's'}.`,
        );
    });
    const rows = imageAxes(layer, 2)[2];
    if (isKnown(rows) && rows <= 100)
      layer.refuse(
        'fork/densebox-rows',
        layer.bottomAt(2),
        `The ground truth must have a height of more than 100, but ${layer.describeShape(2)}.`,
      );
    const axes = layer.params.int('channel_axes');
    layer.count(0, 0, axes);
    layer.count(0, axes + 1);
    return layer.topNames.map((_, index) => (index === 0 ? [1, 1, 1, 5] : unshaped));
  },
};

/** yolo_eval_detection_layer.cpp: at first one row. */
const yoloEvalDetection: LayerDefinition = {
  type: 'YoloEvalDetection',
  category: 'detection',
  paramField: 'yolo_eval_detection_param',
  doc: 'Converts the predictions of a YOLO network to boxes and removes overlapping ones. One row of 7 numbers per box, so the number of rows varies.',
  bottoms: atLeast(1),
  tops: atLeast(1),
  reshape(layer) {
    const { params } = layer;
    const [, , height, width] = imageAxes(layer, 0);
    const perCell = params.int('num_object') * (params.int('num_class') + 5);
    const wanted = product([height, width, perCell]);
    if (differ(layer.count(0, 1), wanted))
      layer.refuse(
        'fork/yolo-values',
        layer.bottomAt(0),
        `\`num_object\` × (\`num_class\` + 5) requires ${perCell} values at each position, but ${layer.describeShape(0)}.`,
      );
    return layer.topNames.map((_, index) => (index === 0 ? [1, 1, 1, 7] : unshaped));
  },
};

export const vitisDetectionLayers: readonly LayerDefinition[] = [
  denseboxMapEvaluation,
  detectionEvaluateRefine,
  detectionOutputRefine,
  multiBoxLossRefine,
  orientedDetectionEvaluate,
  orientedDetectionOutput,
  orientedMultiBoxLoss,
  yoloEvalDetection,
];
