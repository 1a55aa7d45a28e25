import { type Dim, differ, mapDim, multiply, product, Unknown } from '../../../shape/dim.ts';
import { hasRank, type Shape } from '../../../shape/shape.ts';
import type { LayerContext } from '../../context.ts';
import { atLeast, between, exactly, type LayerDefinition } from '../../definition.ts';
import { proposal, psroiPooling, roiPooling, someProposals } from './roi.ts';
import { reorg } from './yolo.ts';

/**
 * Layers that Huawei's ATC converts for Ascend processors, by its documentation and the shape functions of its operators
 * (nn_detect_ops.cpp, ssddetectionoutput_ops.cpp, roipooling_ops.cpp).
 */

/** PassThrough is the name of the operator to which ATC converts Reorg. */
const passThrough: LayerDefinition = { ...reorg, type: 'PassThrough', forks: ['ascend'] };

/** The values of a map are padded to whole blocks of 16, and one more block. */
const yolo: LayerDefinition = {
  type: 'Yolo',
  category: 'detection',
  forks: ['ascend'],
  paramField: 'yolo_param',
  doc: 'Separates the output of a YOLO detector into coordinates, objectness and classes.',
  bottoms: exactly(1),
  tops: exactly(3),
  setUp(layer) {
    const [boxes, coords, classes] = numbersOf(layer);
    if (boxes < 1 || coords !== 4 || classes < 1 || classes > 1024)
      layer.refuse(
        'fork/ascend-yolo',
        layer.at('boxes', 'coords', 'classes'),
        '`boxes` must be 1 or more, `coords` 4, and `classes` from 1 to 1024.',
      );
    const wanted = boxes * (1 + coords + classes);
    if (differ(layer.dim(0, 1), wanted))
      layer.refuse(
        'fork/ascend-yolo',
        layer.bottomAt(0),
        `${boxes} boxes of ${classes} classes require ${wanted} channels, but ${layer.describeShape(0)}.`,
      );
  },
  reshape(layer) {
    const [boxes, coords, classes] = numbersOf(layer);
    const [num, area] = [layer.dim(0, 0), product([layer.dim(0, 2), layer.dim(0, 3)])];
    const all = padded(multiply(area, boxes));
    return [
      [num, boxes * coords, padded(area)],
      [num, all],
      [num, classes, all],
    ];
  },
};

function numbersOf({ params }: LayerContext): readonly [boxes: number, coords: number, classes: number] {
  return [params.int('boxes'), params.int('coords'), params.int('classes')];
}

function padded(count: Dim): Dim {
  return mapDim(count, (values) => 16 * Math.ceil(values / 16) + 16);
}

/** The bottoms are the tops of Yolo layers, then the sizes of the images. */
function yoloDetections(type: string, paramField: string, doc: string): LayerDefinition {
  return {
    type,
    category: 'detection',
    paramField,
    doc: `${doc} For each image, 6 numbers of each of \`post_nms_topn\` boxes; a second top has the number of boxes that were found.`,
    bottoms: atLeast(4),
    tops: exactly(2),
    reshape(layer) {
      const num = layer.dim(0, 0);
      return [
        [num, 6 * layer.params.int('post_nms_topn')],
        [num, 8],
      ];
    },
  };
}

const ssdDetectionOutput: LayerDefinition = {
  type: 'SSDDetectionOutput',
  category: 'detection',
  paramField: 'ssddetectionoutput_param',
  doc: 'Converts locations, scores and priors to boxes and removes overlapping ones. Tops: the number of boxes that were found, and 8 numbers of each of `keep_top_k` boxes.',
  bottoms: exactly(3),
  tops: exactly(2),
  reshape(layer) {
    const num = layer.dim(0, 0);
    return [
      [num, 8],
      [num, keptBoxes(layer), 8],
    ];
  },
};

/** The numbers of found boxes, then boxes of 8 numbers. */
const fsrDetectionOutput: LayerDefinition = {
  type: 'FSRDetectionOutput',
  category: 'detection',
  paramField: 'fsrdetectionoutput_param',
  doc: 'Converts regions, their corrections and scores to boxes and removes overlapping ones. Tops: the number of boxes that were found for each class, and 8 numbers of each box.',
  bottoms: between(4, 5),
  tops: exactly(2),
  reshape({ params }) {
    const batch = params.int('batch_rois');
    return [
      [batch, params.int('num_classes')],
      [batch, foundBoxes, 8],
    ];
  },
};

const foundBoxes = new Unknown(
  'boxes',
  'The number of boxes is at most that of the regions, and at most 1024.',
);

/** Versions of ATC have different defaults, and newer ones round up to a multiple of 128. */
function keptBoxes({ params }: LayerContext): Dim {
  const stated = params.int('keep_top_k');
  const kept = stated === -1 ? 1024 : stated;
  return params.has('keep_top_k') && kept % 128 === 0 ? kept : ofVersion;
}

const ofVersion = new Unknown('boxes', 'The number of boxes depends on the version of ATC.');

/** The regions may be images × 5 × regions. */
const roiPoolingOfRegions: LayerDefinition = {
  ...roiPooling,
  forks: ['ascend'],
  reshape(layer) {
    const isPerImage = layer.dims(1).length === 3;
    const regions = isPerImage ? multiply(layer.dim(1, 2), layer.dim(0, 0)) : someProposals();
    return [[regions, layer.dim(0, 1), layer.params.int('pooled_h'), layer.params.int('pooled_w')]];
  },
};

/** The regions are images × 5 × regions, and the documentation does not state the shapes of the tops. */
/** nn_detect_ops.h: x has output_dim · group_size² channels. */
const psroiPoolingOfRegions: LayerDefinition = {
  ...psroiPooling,
  forks: ['ascend'],
  reshape: (layer): Shape[] =>
    psroiPooling.reshape(layer).map((top) => (hasRank(top) ? top.with(0, someProposals()) : top)),
};

const proposalOfRegions: LayerDefinition = {
  ...proposal,
  forks: ['ascend'],
  doc: 'Converts the scores and box corrections of a region proposal network to regions of interest.',
  reshape: (layer) => layer.topNames.map(() => someProposals()),
};

export const ascendLayers: readonly LayerDefinition[] = [
  fsrDetectionOutput,
  passThrough,
  proposalOfRegions,
  psroiPoolingOfRegions,
  roiPoolingOfRegions,
  ssdDetectionOutput,
  yolo,
  yoloDetections(
    'YoloV2DetectionOutput',
    'yolov2_detection_output_param',
    'Converts the outputs of a YOLOv2 detector to boxes and removes overlapping ones.',
  ),
  yoloDetections(
    'YoloV3DetectionOutput',
    'yolov3_detection_output_param',
    'Converts the outputs of a YOLOv3 detector to boxes and removes overlapping ones.',
  ),
];
