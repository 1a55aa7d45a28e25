import { specify } from '../../../support/layerTable.ts';

const prior = (fields: string) => `prior_box_param { variance: 0.1 ${fields} }`;
const classes = (fields = '') => `detection_output_param { num_classes: 2 ${fields} }`;

specify('PriorBox', [
  {
    shows: 'three sizes are 21 boxes in FaceBoxes',
    dialect: 'faceboxes',
    bottoms: ['1x8x2x2', '1x3x64x64'],
    text: prior('min_size: 32 min_size: 64 min_size: 128'),
    tops: [`1x2x${2 * 2 * 21 * 4}`],
  },
  {
    shows: 'other sizes are as in SSD',
    dialect: 'faceboxes',
    bottoms: ['1x8x2x2', '1x3x64x64'],
    text: prior('min_size: 256'),
    tops: [`1x2x${2 * 2 * 4}`],
  },
  {
    shows: 'SSTD counts the reciprocal of a ratio that is stated too',
    dialect: 'sstd',
    bottoms: ['1x8x2x2', '1x3x64x64'],
    text: prior('min_size: 32 min_size: 64 aspect_ratio: 0.5 aspect_ratio: 2 flip: true'),
    tops: [`1x2x${2 * 2 * 10 * 4}`],
  },
  {
    shows: 'without flip SSTD has the stated ratios and 1',
    dialect: 'sstd',
    bottoms: ['1x8x2x2', '1x3x64x64'],
    text: prior('min_size: 32 max_size: 64 aspect_ratio: 2 flip: false'),
    tops: [`1x2x${2 * 2 * 3 * 4}`],
  },
  {
    shows: 'TextBoxes++ can have twice as many boxes',
    dialect: 'textboxes-pp',
    bottoms: ['1x8x2x2', '1x3x64x64'],
    text: prior('min_size: 30 denser_prior_boxes: true'),
    tops: [`1x2x${2 * 2 * 2 * 4}`],
  },
  {
    shows: 'tl_ssd has only the stated ratios, at each offset',
    dialect: 'tl-ssd',
    bottoms: ['1x8x2x2', '1x3x64x64'],
    text: prior('min_size: 5 aspect_ratio: 0.3 flip: false offset_w: 0.2 offset_w: 0.8 offset_h: 0.5'),
    tops: [`1x2x${2 * 2 * 2 * 4}`],
  },
  {
    shows: 'tl_ssd requires offsets',
    dialect: 'tl-ssd',
    bottoms: ['1x8x2x2', '1x3x64x64'],
    text: prior('min_size: 5 aspect_ratio: 0.3'),
    refused: 'ssd/priorbox-top-size',
  },
  {
    shows: 'Synopsys ARC can state the boxes',
    dialect: 'synopsys',
    bottoms: ['1x8x2x2', '1x3x64x64'],
    text: prior('box_width: 1 box_width: 2 box_height: 1 box_height: 2'),
    tops: [`1x2x${2 * 2 * 2 * 4}`],
  },
]);

specify('DetectionOutput', [
  {
    shows: 'TextBoxes++ has 9 values per prior',
    dialect: 'textboxes-pp',
    bottoms: ['1x18', '1x4', '1x2x8'],
    text: classes('use_polygon: false'),
    tops: ['1x1x1x12'],
  },
  {
    shows: 'or 12 for quadrilaterals',
    dialect: 'textboxes-pp',
    bottoms: ['1x24', '1x4', '1x2x8'],
    text: classes('use_polygon: true'),
    tops: ['1x1x1x15'],
  },
  {
    shows: 'TextBoxes++ rejects 4 values',
    dialect: 'textboxes-pp',
    bottoms: ['1x8', '1x4', '1x2x8'],
    text: classes(),
    refused: 'ssd/detout-loc',
  },
  {
    shows: 'tl_ssd has scores of states',
    dialect: 'tl-ssd',
    bottoms: ['1x8', '1x4', '1x2x8', '1x6'],
    text: classes('do_state_prediction: true num_states: 3'),
    tops: ['1x1x1x7'],
  },
  {
    shows: 'one for each state of each prior',
    dialect: 'tl-ssd',
    bottoms: ['1x8', '1x4', '1x2x8', '1x5'],
    text: classes('do_state_prediction: true num_states: 3'),
    refused: 'fork/prior-states',
  },
  {
    shows: 'Synopsys ARC joins the feature maps itself',
    dialect: 'synopsys',
    bottoms: ['1x4x2x2', '1x4x1x1', '1x8x2x2', '1x8x1x1', '1x2x40'],
    text: classes('nbottom: 2'),
    tops: ['1x1x1x7'],
  },
  {
    shows: 'YOLO v2 has one bottom',
    dialect: 'yolov2',
    bottoms: ['1x125x13x13'],
    text: 'detection_output_param { num_classes: 20 }',
    tops: ['1x1x?x7'],
  },
]);

specify('DetectionEvaluate', [
  {
    shows: 'Cascade R-CNN has a row per item',
    dialect: 'cascade-rcnn',
    bottoms: ['10x7x1x1', '3x8x1x1', '1x2x1x1'],
    text: 'detection_evaluate_param { num_classes: 5 overlap_threshold: 0.5 name_size_file: "n" }',
    tops: ['14x5x1x1'],
  },
  {
    shows: 'with boxes of 8 numbers',
    dialect: 'cascade-rcnn',
    bottoms: ['10x7x1x1', '3x7x1x1', '1x2x1x1'],
    text: 'detection_evaluate_param { num_classes: 5 overlap_threshold: 0.5 name_size_file: "n" }',
    refused: 'fork/cascade-shape',
  },
  {
    shows: 'TextBoxes++ has rows of 12 and 16 numbers',
    dialect: 'textboxes-pp',
    bottoms: ['1x1x10x12', '1x1x3x16'],
    text: 'detection_evaluate_param { num_classes: 2 overlap_threshold: 0.5 use_polygon: false }',
    tops: ['1x1x11x5'],
  },
  {
    shows: 'the ground truth of YOLO v2 has any shape',
    dialect: 'yolov2',
    bottoms: ['1x1x10x7', '1x150'],
    text: 'detection_evaluate_param { num_classes: 20 overlap_threshold: 0.5 }',
    tops: ['1x1x29x5'],
  },
]);

specify('RegionLoss', [
  {
    shows: 'YOLO v2 has 30 objects per image',
    dialect: 'yolov2',
    bottoms: ['2x125x13x13', '2x150'],
    text: 'region_loss_param { side: 13 num: 5 coords: 4 num_class: 20 }',
    tops: ['scalar'],
  },
  {
    shows: 'the labels have their number of values',
    dialect: 'yolov2',
    bottoms: ['2x125x13x13', '2x151'],
    text: 'region_loss_param { side: 13 num: 5 coords: 4 num_class: 20 }',
    refused: 'fork/yolo-labels',
  },
]);

const synopsys = { dialect: 'synopsys' } as const;
specify('SSDDecoder', [
  {
    shows: 'has a box for each prior',
    bottoms: ['1x40', '1x2x40'],
    text: 'detection_output_param { num_classes: 21 }',
    tops: ['1x1x10x4'],
    ...synopsys,
  },
  {
    shows: 'has locations of each class',
    bottoms: ['1x840', '1x2x40'],
    text: 'detection_output_param { num_classes: 21 share_location: false }',
    tops: ['1x1x10x4'],
    ...synopsys,
  },
  {
    shows: 'has a location for each prior',
    bottoms: ['1x44', '1x2x40'],
    text: 'detection_output_param { num_classes: 21 }',
    refused: 'ssd/detout-loc',
    ...synopsys,
  },
  {
    shows: 'requires classes',
    bottoms: ['1x40', '1x2x40'],
    refused: 'ssd/detout-num-classes',
    ...synopsys,
  },
]);

specify('SSDSort', [
  {
    shows: 'has one row until it runs',
    bottoms: ['1x1x10x4', '1x210'],
    text: 'detection_output_param { num_classes: 21 }',
    tops: ['1x1x1x7'],
    ...synopsys,
  },
  {
    shows: 'has scores for each box',
    bottoms: ['1x1x10x4', '1x200'],
    text: 'detection_output_param { num_classes: 21 }',
    refused: 'ssd/detout-conf',
    ...synopsys,
  },
]);

const tlSsd = { dialect: 'tl-ssd', bottoms: ['1x10x2x2', '1x3x64x64'] } as const;
const places = 'aspect_ratio: 0.3 offset_w: 0.5 offset_h: 0.2 offset_h: 0.8';

specify('PriorBox', [
  {
    shows: 'maximum sizes add no boxes and are not compared in TL-SSD',
    text: prior(`min_size: 30 max_size: 20 ${places}`),
    // 2·2 positions, 2 ratios, as `flip` is true by default, and 2 places
    tops: [`1x2x${2 * 2 * 2 * 2 * 4}`],
    ...tlSsd,
  },
  {
    shows: 'TL-SSD counts maximum sizes',
    text: prior(`min_size: 30 max_size: 40 max_size: 50 ${places}`),
    refused: 'ssd/priorbox-max-count',
    ...tlSsd,
  },
  {
    shows: 'TL-SSD requires places in the position',
    text: prior('min_size: 30 aspect_ratio: 0.3 offset_w: 1.5 offset_h: 0.5'),
    refused: 'fork/priorbox-offset',
    ...tlSsd,
  },
  {
    shows: 'TL-SSD requires a place',
    text: prior('min_size: 30 aspect_ratio: 0.3'),
    refused: 'ssd/priorbox-top-size',
    ...tlSsd,
  },
]);
