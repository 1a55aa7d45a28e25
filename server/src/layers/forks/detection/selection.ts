import { type Dim, differ, divide, isKnown, mapDim, product } from '../../../shape/dim.ts';
import type { LayerContext } from '../../context.ts';
import { atLeast, between, exactly, type LayerDefinition } from '../../definition.ts';
import { needAxes } from '../../helpers/imageAxes.ts';
import { gathered } from '../common/indexing.ts';
import { checkCropSize } from './maskRcnn.ts';

/**
 * Selections of a fixed number of boxes or positions, of foss-for-synopsys-dwc-arc-processors/synopsys-caffe. Places for
 * which there are too few remain empty.
 */

/** nms_layer.cpp. */
const nms: LayerDefinition = {
  type: 'NMS',
  category: 'detection',
  paramField: 'nms_param',
  doc: 'Indices of the first `top_k` boxes that overlap no box before them too much. Boxes are along `axis`, best first.',
  bottoms: exactly(1),
  tops: exactly(1),
  setUp: checkBoxes,
  reshape: ({ params }) => [[params.int('top_k')]],
};

/** nms_gather_layer.cpp. */
const nmsGather: LayerDefinition = {
  ...nms,
  type: 'NMSGather',
  paramField: 'nms_gather_param',
  doc: 'The first `top_k` boxes that overlap no box before them too much. Boxes are along `axis`, best first.',
  reshape: (layer) => [layer.dims(0).with(axisOf(layer), layer.params.int('top_k'))],
};

function checkBoxes(layer: LayerContext): void {
  const axis = axisOf(layer);
  needAxes(layer, 0, 2);
  needCoordinates(layer, layer.dim(0, 1 - axis));
  checkSelected(layer, 'top_k', layer.dim(0, axis));
}

function axisOf(layer: LayerContext, index = 0): number {
  return layer.canonicalAxis(index, layer.params.int('axis'), layer.at('axis'));
}

function needCoordinates(layer: LayerContext, length: Dim): void {
  if (!differ(length, 4)) return;
  layer.refuse(
    'fork/box-coordinates',
    layer.bottomAt(0),
    `Boxes have 4 coordinates, but ${layer.describeShape(0)}.`,
  );
}

/** The number of selected positions is at least 1, and no more than there are. */
function checkSelected(layer: LayerContext, field: 'top_k' | 'num_output', length: Dim): void {
  const count = layer.params.int(field);
  if (count < 1)
    layer.refuse('fork/selected-none', layer.at(field), `\`${field}\` must be 1 or more, but is ${count}.`);
  if (!isKnown(length) || count <= length) return;
  layer.refuse(
    'fork/selected-count',
    layer.at(field),
    `\`${field}: ${count}\` exceeds the number of positions, ${length}.`,
  );
}

/** non_max_suppression_layer.cpp. */
const nonMaxSuppression: LayerDefinition = {
  type: 'NonMaxSuppression',
  category: 'detection',
  paramField: 'non_max_suppression_param',
  doc: 'Image, class and index of the boxes (first bottom: images × boxes × 4) with the best scores (second bottom: images × classes × boxes) that do not overlap too much.',
  bottoms: exactly(2),
  tops: exactly(1),
  setUp(layer) {
    for (const index of [0, 1]) needAxes(layer, index, 3);
    if (differ(layer.dim(0, 0), layer.dim(1, 0)) || differ(layer.dim(0, 1), layer.dim(1, 2)))
      layer.refuse(
        'fork/box-scores',
        layer.bottomAt(1),
        `${layer.describe(1)} must have one score for each class and box of ${layer.describe(0)}.`,
      );
    needCoordinates(layer, layer.dim(0, 2));
    const threshold = layer.params.float('iou_threshold');
    if (threshold >= 0 && threshold <= 1) return;
    layer.refuse('fork/iou-threshold', layer.at('iou_threshold'), '`iou_threshold` must be from 0 to 1.');
  },
  reshape(layer) {
    const perClass = layer.params.int('max_output_boxes_per_class');
    return [[product([perClass, layer.dim(1, 1), layer.dim(0, 0)]), 3]];
  },
};

/** topk_gather_layer.cpp: without an axis, all values of an item are compared, but the first axis changes. */
const topkGather: LayerDefinition = {
  type: 'TopkGather',
  category: 'shape',
  paramField: 'topk_gather_param',
  doc: 'The `top_k` largest positions along an axis; with a second bottom, those where it is largest.',
  bottoms: between(1, 2),
  tops: exactly(1),
  setUp(layer) {
    const length = layer.params.has('axis') ? layer.dim(0, axisOf(layer)) : layer.count(0, 1);
    checkSelected(layer, 'top_k', length);
  },
  reshape: (layer) => [layer.dims(0).with(axisOf(layer), layer.params.int('top_k'))],
};

/** where4_layer.cpp. */
const where4: LayerDefinition = {
  type: 'Where4',
  category: 'shape',
  paramField: 'where4_param',
  doc: 'Indices of `num_output` positions where the condition is true.',
  bottoms: exactly(1),
  tops: exactly(1),
  setUp: (layer) => checkSelected(layer, 'num_output', layer.dim(0, axisOf(layer))),
  reshape: (layer) => [whereIndices(layer, 0)],
};

function whereIndices(layer: LayerContext, condition: number): [number, number] {
  return [layer.params.int('num_output'), layer.dims(condition).length];
}

/** where4_gathernd_layer.cpp. */
const where4Gathernd: LayerDefinition = {
  type: 'Where4Gathernd',
  category: 'shape',
  paramField: 'where4_gathernd_param',
  doc: 'The parts of the first bottom at `num_output` positions where the condition (second bottom) is true.',
  bottoms: exactly(2),
  tops: exactly(1),
  setUp: (layer) => checkSelected(layer, 'num_output', layer.dim(1, axisOf(layer, 1))),
  reshape: (layer) => [gathered(layer, whereIndices(layer, 1))],
};

/** where4_gathernd_crop_layer.cpp. */
const where4GatherndCrop: LayerDefinition = {
  ...where4Gathernd,
  type: 'Where4GatherndCrop',
  category: 'pooling',
  paramField: 'where4_gathernd_crop_param',
  doc: 'The features in `num_output` regions (first bottom) where the condition (second bottom) is true, in one of four feature maps each (num × height × width × channels).',
  bottoms: exactly(6),
  setUp(layer) {
    where4Gathernd.setUp?.(layer);
    checkCropSize(layer, 'crop_h', 'crop_w');
  },
  reshape(layer) {
    where4Gathernd.reshape(layer);
    for (const index of [2, 3, 4, 5]) needAxes(layer, index, 4);
    for (const index of [3, 4, 5]) checkMap(layer, index);
    const { params } = layer;
    return [[params.int('num_output'), params.int('crop_h'), params.int('crop_w'), layer.dim(2, 3)]];
  },
};

function checkMap(layer: LayerContext, index: number): void {
  if (!differ(layer.dim(index, 3), layer.dim(index - 1, 3))) return;
  layer.refuse(
    'fork/crop-channels',
    layer.bottomAt(index),
    `${layer.describe(index)} must have the number of channels of ${layer.describe(index - 1)}.`,
  );
}

/** tensor2box_layer.cpp: the class does not state the number of bottoms. */
const tensor2Box: LayerDefinition = {
  type: 'Tensor2Box',
  category: 'detection',
  paramField: 'tensor2box_param',
  doc: 'Converts the output of a YOLOv3 detector to a box, its score and the scores of the classes at each position.',
  bottoms: atLeast(1),
  tops: exactly(1),
  setUp(layer) {
    const [x, y] = [layer.params.count('anchors_x'), layer.params.count('anchors_y')];
    if (x === y) return;
    layer.refuse(
      'fork/anchor-count',
      layer.at('anchors_y'),
      `There are ${x} \`anchors_x\`, but ${y} \`anchors_y\`.`,
    );
  },
  reshape(layer) {
    const values = 5 + layer.params.int('num_classes');
    const perImage = layer.count(0, 1);
    if (values <= 0 || (isKnown(perImage) && perImage % values !== 0))
      layer.refuse(
        'fork/box-values',
        layer.bottomAt(0),
        `${layer.describe(0)} cannot be divided into boxes of ${values} values.`,
      );
    return [[layer.dim(0, 0), mapDim(perImage, (count) => divide(count, values)), values]];
  },
};

export const selectionLayers: readonly LayerDefinition[] = [
  nms,
  nmsGather,
  nonMaxSuppression,
  tensor2Box,
  topkGather,
  where4,
  where4Gathernd,
  where4GatherndCrop,
];
