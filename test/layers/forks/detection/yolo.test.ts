import { specify } from '../../../support/layerTable.ts';

const intel = { dialect: 'intel' } as const;
const yolo = { dialect: 'mobilenet-yolo' } as const;
const yolo1 = { dialect: 'caffe-yolo' } as const;
const nvidia = { dialect: 'nvidia' } as const;

specify('Reorg', [
  {
    shows: '2 × 2 squares result in four times the channels',
    bottoms: ['1x64x26x26'],
    text: 'reorg_param { stride: 2 }',
    tops: ['1x256x13x13'],
    ...intel,
  },
  {
    shows: 'incomplete squares are dropped',
    bottoms: ['2x3x7x8'],
    text: 'reorg_param { stride: 3 }',
    tops: ['2x27x2x2'],
    ...intel,
  },
  {
    shows: 'channels become squares',
    bottoms: ['1x10x4x6'],
    text: 'reorg_param { stride: 2 reverse: true }',
    tops: ['1x2x8x12'],
    ...yolo,
  },
  { shows: 'a stride is required', bottoms: ['1x64x26x26'], refused: 'fork/reorg-stride', ...intel },
  {
    shows: 'does not support in-place computation',
    bottoms: ['1x64x26x26'],
    text: 'reorg_param { stride: 2 }',
    topNames: ['in0'],
    refused: 'fork/in-place',
    ...intel,
  },
]);

specify('RegionLoss', [
  {
    shows: 'accepts any detections and labels',
    bottoms: ['4x125x13x13', '3x30x5'],
    tops: ['scalar'],
    ...intel,
  },
  { shows: 'requires both bottoms', bottoms: ['4x125x13x13'], refused: 'net/exact-bottoms', ...yolo },
]);

specify('EvalDetection', [
  {
    shows: '20 classes, and 4 numbers for each of 13 · 13 · 5 boxes',
    bottoms: ['4x21125', '4x150'],
    text: 'eval_detection_param { side: 13 num_class: 20 num_object: 5 }',
    tops: ['4x3400'],
    ...intel,
  },
  {
    shows: 'the boxes require 13 · 13 · 5 · 25 values',
    bottoms: ['4x105x13x13', '4x150'],
    text: 'eval_detection_param { side: 13 num_class: 20 num_object: 5 }',
    refused: 'fork/yolo-outputs',
    ...intel,
  },
  {
    shows: 'YOLO v1: the boxes of a cell share its classes: 7 · 7 · (20 + 2 · 5) values',
    bottoms: ['2x1470', '2x343', '2x3x448x448'],
    text: 'eval_detection_param { side: 7 num_class: 20 num_object: 2 }',
    tops: ['2x412'],
    ...yolo1,
  },
  {
    shows: 'YOLO v1: the values of YOLO v2 are rejected',
    bottoms: ['2x2450', '2x343'],
    text: 'eval_detection_param { side: 7 num_class: 20 num_object: 2 }',
    refused: 'fork/yolo-outputs',
    ...yolo1,
  },
  {
    shows: 'YOLO v1: 7 ground-truth numbers per cell',
    bottoms: ['2x270', '2x54'],
    text: 'eval_detection_param { side: 3 num_class: 20 num_object: 2 }',
    refused: 'fork/yolo-labels',
    ...yolo1,
  },
  {
    shows: 'with only the parameters known, both are accepted',
    bottoms: ['2x1470', '2x343'],
    text: 'eval_detection_param { side: 7 num_class: 20 num_object: 2 }',
    tops: ['2x412'],
    dialect: 'arcface',
  },
]);

specify('DetectionLoss', [
  {
    shows: '3 · 3 · (4 + 2 · 5) values, and 3 · 3 · 7 of ground truth',
    bottoms: ['2x126', '2x63'],
    text: 'detection_loss_param { side: 3 num_class: 4 num_object: 2 }',
    tops: ['scalar'],
    ...yolo1,
  },
  {
    shows: 'other numbers of values are rejected',
    bottoms: ['2x127', '2x63'],
    text: 'detection_loss_param { side: 3 num_class: 4 num_object: 2 }',
    refused: 'fork/yolo-outputs',
    ...yolo1,
  },
  {
    shows: 'other numbers of labels are rejected',
    bottoms: ['2x126', '2x64'],
    text: 'detection_loss_param { side: 3 num_class: 4 num_object: 2 }',
    refused: 'fork/yolo-labels',
    dialect: 'arcface',
  },
  { shows: 'requires ground truth', bottoms: ['2x126'], refused: 'net/exact-bottoms', ...yolo1 },
]);

specify('Yolov3', [
  {
    shows: 'three boxes of 4 + 1 + 20 numbers are 75 channels',
    bottoms: ['8x75x13x13', '8x1x300x5'],
    text: 'yolov3_param { num_class: 20 num: 3 }',
    tops: ['scalar'],
    ...yolo,
  },
  {
    shows: 'other numbers of classes are rejected',
    bottoms: ['8x75x13x13', '8x1x300x5'],
    text: 'yolov3_param { num_class: 80 num: 3 }',
    refused: 'fork/yolo-outputs',
    ...yolo,
  },
]);

specify('Yolov3', [
  {
    shows: 'requires labels per image',
    bottoms: ['8x75x13x13', '1x1x300x5'],
    text: 'yolov3_param { num_class: 20 num: 3 }',
    refused: 'loss/first-dim',
    ...yolo,
  },
]);

specify('YoloSeg', [
  {
    shows: 'requires the same number of values',
    bottoms: ['2x3x64x64', '2x1x64x64', '1x1x1x3'],
    refused: 'fork/same-count',
    ...yolo,
  },
]);

specify('AnnotatedData', [
  {
    shows: 'one row per box of the batch',
    text: 'data_param { batch_size: 8 }',
    tops: ['8x?x?x?', '1x1x?x8'],
    ...yolo,
  },
  {
    shows: '300 rows per image, and maps of 1/8 of its size',
    text: 'data_param { batch_size: 8 } annotated_data_param { yolo_data_type: 1 }',
    datum: [3, 416, 320],
    tops: ['8x3x416x320', '8x1x300x5', '8x1x52x40'],
    ...yolo,
  },
  {
    shows: 'maps of the given width and height, one per class',
    text: 'data_param { batch_size: 8 } annotated_data_param { seg_resize_width: 40 seg_resize_height: 30 single_class: false }',
    tops: ['8x?x?x?', '1x1x?x8', '8x?x40x30'],
    ...yolo,
  },
  { shows: 'images', text: 'data_param { batch_size: 8 }', tops: ['8x?x?x?'], ...yolo },
]);

specify('GaussianYolov3', [
  {
    shows: 'three boxes of 8 + 1 + 20 numbers are 87 channels',
    bottoms: ['8x87x13x13', '8x1x300x5'],
    text: 'yolov3_param { num_class: 20 num: 3 }',
    tops: ['scalar'],
    ...yolo,
  },
  {
    shows: 'rejects boxes without variances',
    bottoms: ['8x75x13x13', '8x1x300x5'],
    text: 'yolov3_param { num_class: 20 num: 3 }',
    refused: 'fork/yolo-outputs',
    ...yolo,
  },
]);

specify('YoloDetectionOutput', [
  {
    shows: 'a row of 7 numbers until it runs, then one per box',
    bottoms: ['1x125x13x13'],
    text: 'yolo_detection_output_param { num_classes: 20 }',
    tops: ['1x1x1x7'],
    ...yolo,
  },
  { shows: 'requires num_classes', bottoms: ['1x125x13x13'], refused: 'fork/yolo-num-classes', ...yolo },
  {
    shows: 'reads height and width',
    bottoms: ['1x2x3x4x5'],
    text: 'yolo_detection_output_param { num_classes: 20 }',
    refused: 'blob/legacy-axes',
    ...yolo,
  },
  {
    shows: 'takes at most 4 scales',
    bottoms: ['1x75x13x13', '1x75x13x13', '1x75x13x13', '1x75x13x13', '1x75x13x13'],
    refused: 'net/max-bottoms',
    ...yolo,
  },
]);

specify('Yolov3DetectionOutput', [
  {
    shows: 'a row of 7 numbers until it runs, then one per box',
    bottoms: ['1x75x13x13', '1x75x26x26'],
    text: 'yolov3_detection_output_param { num_classes: 20 }',
    tops: ['1x1x1x7'],
    ...yolo,
  },
  {
    shows: 'one group of masks per scale, two by default',
    bottoms: ['1x75x13x13', '1x75x26x26', '1x75x52x52'],
    text: 'yolov3_detection_output_param { num_classes: 20 }',
    refused: 'fork/yolo-mask-groups',
    ...yolo,
  },
  {
    shows: 'three groups of masks',
    bottoms: ['1x75x13x13', '1x75x26x26', '1x75x52x52'],
    text: 'yolov3_detection_output_param { num_classes: 20 mask_group_num: 3 }',
    tops: ['1x1x1x7'],
    ...yolo,
  },
  {
    shows: 'requires num_classes',
    bottoms: ['1x75x13x13', '1x75x26x26'],
    refused: 'fork/yolo-num-classes',
    ...yolo,
  },
]);

specify('SegmentationEvaluate', [
  {
    shows: 'one number per class',
    bottoms: ['2x3x64x64', '2x4x64x64'],
    text: 'segmentation_evaluate_param { num_classes: 4 }',
    tops: ['1x1x1x4'],
    ...yolo,
  },
  {
    shows: 'requires num_classes',
    bottoms: ['2x1x8x8', '2x1x8x8'],
    refused: 'fork/yolo-num-classes',
    ...yolo,
  },
]);

specify('YoloSeg', [
  {
    shows: 'requires no weights in a mix, as in older versions',
    bottoms: ['2x3x64x64', '2x3x64x64'],
    tops: ['scalar'],
    dialect: 'bvlc+mobilenet-yolo',
  },
  { shows: 'requires weights', bottoms: ['2x3x64x64', '2x3x64x64'], refused: 'net/exact-bottoms', ...yolo },
  {
    shows: 'a segmentation, its labels and weights',
    bottoms: ['2x3x64x64', '2x3x64x64', '1x1x1x3'],
    tops: ['scalar'],
    ...yolo,
  },
]);

specify('DetectNetTransformation', [
  {
    shows: 'images of one size, and a grid of cells with 8 numbers and one class',
    bottoms: ['4x3x512x1392', '4x1x50x16'],
    text: 'detectnet_groundtruth_param { stride: 16 image_size_x: 1248 image_size_y: 384 }',
    tops: ['4x3x384x1248', '4x9x24x78'],
    ...nvidia,
  },
  {
    shows: 'two classes, 0 and 1; cells at the border are rounded to the even neighbor',
    bottoms: ['4x3x512x1392', '4x1x50x16'],
    text: 'detectnet_groundtruth_param { stride: 4 image_size_x: 1250 image_size_y: 390 object_class { src: 1 dst: 0 } object_class { src: 8 dst: 1 } }',
    tops: ['4x3x390x1250', '4x10x98x312'],
    ...nvidia,
  },
  {
    shows: 'the last of two mappings of a class applies',
    bottoms: ['4x3x512x1392', '4x1x50x16'],
    text: 'detectnet_groundtruth_param { object_class { src: 1 dst: 5 } object_class { src: 1 dst: 2 } }',
    tops: ['4x3x384x1248', '4x11x96x312'],
    ...nvidia,
  },
]);
