import { isOneFork } from '../../../schema/dialect.ts';
import type { Message } from '../../../schema/message.ts';
import { type Dim, differ, divide, mapDim, multiply, Unknown } from '../../../shape/dim.ts';
import { type Dims, formatDim, hasRank, type Shape } from '../../../shape/shape.ts';
import { annotatedData } from '../../bvlc/data.ts';
import { checkFirstAxis, loss, scalar } from '../../bvlc/loss.ts';
import type { LayerContext } from '../../context.ts';
import { anyNumber, atLeast, between, exactly, type LayerDefinition } from '../../definition.ts';
import { imageAxes } from '../../helpers/imageAxes.ts';
import { someDetections } from './detectors.ts';

/** Layers of YOLO detectors and of DetectNet, which divide an image into a grid of cells. */

/** intel/caffe, reorg_layer.cpp. */
export const reorg: LayerDefinition = {
  type: 'Reorg',
  category: 'shape',
  paramField: 'reorg_param',
  doc: 'Moves each `stride` × `stride` square of positions to channels: `stride`² times the channels, 1/`stride` of the height and width. `reverse` moves channels to squares.',
  bottoms: exactly(1),
  tops: exactly(1),
  setUp(layer) {
    if (layer.isInPlace())
      layer.refuse(
        'fork/in-place',
        layer.topAt(0),
        'Reorg does not support in-place computation; give the top a different name.',
      );
    if (layer.params.int('stride') <= 0)
      layer.refuse('fork/reorg-stride', layer.at('stride'), 'Reorg requires a `stride` of 1 or more.');
  },
  reshape(layer) {
    const stride = layer.params.int('stride');
    const [num, channels, height, width] = layer.legacy(0);
    const times = (dim: Dim, factor: number) => multiply(dim, factor);
    const parts = (dim: Dim, factor: number) => mapDim(dim, (length) => divide(length, factor));
    const [grow, shrink] = layer.params.bool('reverse') ? [parts, times] : [times, parts];
    return [[num, grow(channels, stride * stride), shrink(height, stride), shrink(width, stride)]];
  },
};

/** intel/caffe and eric612/MobileNet-YOLO, region_loss_layer.cpp: their checks of the bottoms are commented out. */
const regionLoss = loss(
  'RegionLoss',
  'Loss of a YOLOv2 detector: boxes, objectness and classes of the grid cells.',
  {
    paramField: 'region_loss_param',
    reshape: () => [scalar],
  },
);

/** gklz1982/caffe-yolov2, region_loss_layer.cpp: up to 30 objects of 5 numbers per image. */
const regionLossOfBoxes = loss(
  'RegionLoss',
  'Loss of a YOLOv2 detector: boxes, objectness and classes of the grid cells.',
  {
    forks: ['yolov2'],
    paramField: 'region_loss_param',
    setUp(layer) {
      const { params } = layer;
      const boxes = params.int('side') ** 2 * params.int('num');
      checkOutputs(layer, boxes * (params.int('coords') + params.int('num_class') + 1));
      const labels = layer.count(1, 1);
      if (!differ(labels, 30 * params.int('num'))) return;
      layer.refuse(
        'fork/yolo-labels',
        layer.bottomAt(1),
        `${layer.describe(1)} has ${formatDim(labels)} values per image, but must have 30 · ${params.int('num')}.`,
      );
    },
  },
);

/** gklz1982/caffe-yolov2, detection_output_layer.cpp. */
const yolov2DetectionOutput: LayerDefinition = {
  type: 'DetectionOutput',
  category: 'detection',
  forks: ['yolov2'],
  paramField: 'detection_output_param',
  doc: 'Converts the output of a YOLOv2 detector for one image to boxes and removes overlapping ones. One row of 7 numbers per box.',
  bottoms: atLeast(1),
  tops: exactly(1),
  setUp: needClasses,
  reshape: () => [[1, 1, someDetections(), 7]],
};

/** intel/caffe, eval_detection_layer.cpp: each box has its own class scores. */
const evalDetection = evaluation(
  'Compares the boxes of a YOLOv2 detector with ground truth: per image, the number of objects of each class and 4 numbers per box.',
  (layer, boxes) => checkOutputs(layer, multiply(boxes, layer.params.int('num_class') + 5)),
);

/** yeahkun/caffe-yolo, eval_detection_layer.cpp: the boxes of a cell share its class scores. */
const evalDetectionOfCells: LayerDefinition = {
  ...evaluation(
    'Compares the boxes of a YOLO v1 detector with ground truth: per image, the number of objects of each class and 4 numbers per box.',
    checkCells,
  ),
  forks: ['caffe-yolo'],
};

/** xialuxi/arcface-caffe declares the parameters of both. */
const evalDetectionOfEither: LayerDefinition = {
  ...evaluation(
    'Compares the boxes of a YOLO detector with ground truth: per image, the number of objects of each class and 4 numbers per box.',
    () => undefined,
  ),
  forks: ['arcface'],
};

function evaluation(doc: string, check: (layer: LayerContext, boxes: number) => void): LayerDefinition {
  return {
    type: 'EvalDetection',
    category: 'loss',
    paramField: 'eval_detection_param',
    doc,
    bottoms: anyNumber,
    tops: anyNumber,
    reshape(layer) {
      const { params } = layer;
      const boxes = params.int('side') ** 2 * params.int('num_object');
      check(layer, boxes);
      return [[layer.dim(0, 0), params.int('num_class') + boxes * 4]].slice(0, layer.topCount);
    },
  };
}

/** Per cell: the class scores, and score and position of each box; the ground truth has 7 numbers. */
function checkCells(layer: LayerContext): void {
  const { params } = layer;
  const cells = params.int('side') ** 2;
  checkOutputs(layer, cells * (params.int('num_class') + 5 * params.int('num_object')));
  const truth = layer.count(1, 1);
  if (!differ(truth, cells * 7)) return;
  layer.refuse(
    'fork/yolo-labels',
    layer.bottomAt(1),
    `${layer.describe(1)} has ${formatDim(truth)} values per image, but must have ${params.int('side')}² · 7 = ${cells * 7}.`,
  );
}

/** yeahkun/caffe-yolo, detection_loss_layer.cpp; xialuxi/arcface-caffe declares its parameters. */
const detectionLoss = loss(
  'DetectionLoss',
  'Loss of a YOLO v1 detector: the classes of the grid cells, and the boxes of each cell with their scores.',
  { paramField: 'detection_loss_param', setUp: checkCells },
);

/** eric612/MobileNet-YOLO, yolov3_layer.cpp. */
const yolov3 = loss(
  'Yolov3',
  'Loss of a YOLOv3 detector at one scale: boxes, objectness and classes of the grid cells.',
  {
    paramField: 'yolov3_param',
    reshape: (layer) => reshapeYolov3(layer, 5),
  },
);

/** eric612/MobileNet-YOLO, gaussian_yolov3_layer.cpp: a variance for each number of a box. */
const gaussianYolov3 = loss(
  'GaussianYolov3',
  'Loss of a YOLOv3 detector that estimates the uncertainty of each box.',
  {
    paramField: 'yolov3_param',
    reshape: (layer) => reshapeYolov3(layer, 9),
  },
);

/** Values are counted at set-up, before items are compared. */
function reshapeYolov3(layer: LayerContext, boxValues: number): Shape[] {
  const { params } = layer;
  const [, , height, width] = layer.legacy(0);
  const values = params.int('num') * (params.int('num_class') + boxValues);
  checkOutputs(layer, multiply(multiply(height, width), values));
  checkFirstAxis(layer);
  return [scalar];
}

function checkOutputs(layer: LayerContext, wanted: Dim): void {
  const values = layer.count(0, 1);
  if (!differ(values, wanted)) return;
  layer.refuse(
    'fork/yolo-outputs',
    layer.bottomAt(0),
    `${layer.describe(0)} has ${formatDim(values)} values per image, but the boxes and classes of \`${layer.type}\` require ${formatDim(wanted)}.`,
  );
}

/** Until it runs, the number of boxes is 1. */
const detectionsAtSetUp: Dims = [1, 1, 1, 7];

/** eric612/MobileNet-YOLO, yolo_detection_output_layer.cpp. */
const yoloDetectionOutput: LayerDefinition = {
  type: 'YoloDetectionOutput',
  category: 'detection',
  paramField: 'yolo_detection_output_param',
  doc: 'Converts the output of a YOLOv2 detector to boxes and removes overlapping ones. One row of 7 numbers per box.',
  bottoms: between(1, 4),
  tops: exactly(1),
  setUp(layer) {
    needClasses(layer);
    imageAxes(layer, 0);
  },
  reshape: () => [detectionsAtSetUp],
};

/** eric612/MobileNet-YOLO, yolov3_detection_output_layer.cpp. */
const yolov3DetectionOutput: LayerDefinition = {
  type: 'Yolov3DetectionOutput',
  category: 'detection',
  paramField: 'yolov3_detection_output_param',
  doc: 'Converts the outputs of a YOLOv3 detector, one per scale, to boxes and removes overlapping ones. One row of 7 numbers per box.',
  bottoms: between(1, 4),
  tops: exactly(1),
  setUp(layer) {
    needClasses(layer);
    imageAxes(layer, 0);
    const groups = layer.params.int('mask_group_num');
    if (groups === layer.bottoms.length) return;
    layer.refuse(
      'fork/yolo-mask-groups',
      layer.at('mask_group_num'),
      `\`mask_group_num\` must be the number of bottoms, ${layer.bottoms.length}, but is ${groups}.`,
    );
  },
  reshape: () => [detectionsAtSetUp],
};

/** eric612/MobileNet-YOLO, segmentation_evaluate_layer.cpp. */
const segmentationEvaluate: LayerDefinition = {
  type: 'SegmentationEvaluate',
  category: 'loss',
  paramField: 'segmentation_evaluate_param',
  doc: 'Compares a segmentation with the ground truth in the second bottom: one number per class.',
  bottoms: anyNumber,
  tops: exactly(1),
  setUp: needClasses,
  reshape: (layer) => [[1, 1, 1, layer.legacy(1)[1]]],
};

function needClasses(layer: LayerContext): void {
  if (layer.params.has('num_classes')) return;
  layer.refuse('fork/yolo-num-classes', layer.at(), `${layer.type} requires \`num_classes\`.`);
}

/** eric612/MobileNet-YOLO, yolo_seg.cpp. Older versions, as some nets of the repository expect, require no weights. */
const yoloSeg = loss(
  'YoloSeg',
  'Loss of a segmentation besides a detector; the third bottom has class weights.',
  {
    paramField: 'yolo_seg_param',
    bottoms: ({ dialect }) => (isOneFork(dialect) ? { exact: 3 } : { min: 2, max: 3 }),
    setUp(layer) {
      if (!differ(layer.count(0), layer.count(1))) return;
      layer.refuse(
        'fork/same-count',
        layer.bottomAt(1),
        `${layer.describe(0)} and ${layer.describe(1)} must have the same number of values.`,
      );
    },
  },
);

/** eric612/MobileNet-YOLO, annotated_data_layer.cpp: boxes per image, and label maps. */
const yoloData: LayerDefinition = {
  ...annotatedData,
  forks: ['mobilenet-yolo'],
  doc: 'Reads images with bounding boxes from a database: with `yolo_data_type: 1`, 300 rows of 5 numbers per image, otherwise a row of 8 for each box of the batch. A third top has label maps.',
  reshape(layer) {
    const batch = layer.params.int('batch_size');
    const annotated = layer.message.message('annotated_data_param');
    const [image = [], boxes = []] = annotatedData.reshape(layer);
    const rows = annotated.int('yolo_data_type') === 1 ? [batch, 1, 300, 5] : boxes;
    const classes = annotated.bool('single_class') ? 1 : mapped;
    const size = mapSize(annotated, hasRank(image) ? image.slice(2) : []);
    return [image, rows, [batch, classes, ...size]].slice(0, layer.topCount);
  },
};

const mapped = new Unknown('classes', 'The number of classes depends on the label map file.');

/** For an explicit size, the layer swaps width and height. */
function mapSize(annotated: Message, image: Dims): Dims {
  const stated = [annotated.int('seg_resize_width'), annotated.int('seg_resize_height')];
  const scale = annotated.int('seg_scales') || 1;
  return stated.includes(0) ? image.map((dim) => mapDim(dim, (length) => divide(length, scale))) : stated;
}

/** NVIDIA/caffe, detectnet_transform_layer.cpp and detectnet_coverage_rectangular.cpp. */
const detectNetTransformation: LayerDefinition = {
  type: 'DetectNetTransformation',
  paramField: 'detectnet_groundtruth_param',
  doc: 'Augments images of one size, and converts their boxes to a map of 8 numbers and the coverage of each class per grid cell.',
  bottoms: exactly(2),
  tops: exactly(2),
  reshape(layer) {
    const { params } = layer;
    const [height, width, stride] = ['image_size_y', 'image_size_x', 'stride'].map((field) =>
      params.int(field),
    );
    const cells = (length = 0) => roundEven(length / (stride || 1));
    const images = layer.legacy(0);
    return [
      [images[0], images[1], height ?? 0, width ?? 0],
      [layer.legacy(1)[0], 9 + lastClass(layer), cells(height), cells(width)],
    ];
  },
};

/** Classes are numbered from 0; only the last mapping of a source class applies. */
function lastClass({ params }: LayerContext): number {
  const classes = params.messages('object_class').map((each) => [each.int('src'), each.int('dst')] as const);
  return Math.max(0, ...new Map(classes).values());
}

/** OpenCV rounds halves to the even neighbor. */
function roundEven(value: number): number {
  const below = Math.floor(value);
  if (value - below !== 0.5) return Math.round(value);
  return below % 2 === 0 ? below : below + 1;
}

export const yoloLayers: readonly LayerDefinition[] = [
  detectNetTransformation,
  detectionLoss,
  evalDetection,
  evalDetectionOfCells,
  evalDetectionOfEither,
  gaussianYolov3,
  regionLoss,
  regionLossOfBoxes,
  reorg,
  segmentationEvaluate,
  yoloData,
  yoloDetectionOutput,
  yoloSeg,
  yolov2DetectionOutput,
  yolov3,
  yolov3DetectionOutput,
];
