import { specify } from '../../../support/layerTable.ts';

const vitis = { dialect: 'vitis' } as const;
const detector = 'detection_output_param { num_classes: 3 }';

specify('MultiBoxLoss', [
  {
    shows: 'an orientation adds two numbers per prior',
    bottoms: ['2x60', '2x30', '1x2x40', '1x1x5x10'],
    text: 'multibox_loss_param { num_classes: 3 ori_flag: true }',
    tops: ['scalar'],
    ...vitis,
  },
  {
    shows: 'four numbers per prior by default',
    bottoms: ['2x60', '2x30', '1x2x40', '1x1x5x8'],
    text: 'multibox_loss_param { num_classes: 3 }',
    refused: 'ssd/multibox-loc',
    ...vitis,
  },
]);

specify('MultiBoxLossRefine', [
  {
    shows: 'scores and corrections of the refinement',
    bottoms: ['2x40', '2x30', '1x2x40', '1x1x5x8', '2x20', '2x40'],
    text: 'multibox_loss_param { num_classes: 3 }',
    tops: ['scalar'],
    ...vitis,
  },
  {
    shows: 'four numbers per prior',
    bottoms: ['2x60', '2x30', '1x2x40', '1x1x5x8'],
    text: 'multibox_loss_param { num_classes: 3 }',
    refused: 'ssd/multibox-loc',
    ...vitis,
  },
]);

specify('DetectionOutput', [
  { shows: 'boxes', bottoms: ['2x40', '2x30', '1x2x40'], text: detector, tops: ['1x1x1x7'], ...vitis },
  {
    shows: 'boxes with an orientation',
    bottoms: ['2x60', '2x30', '1x2x40'],
    text: detector,
    tops: ['1x1x1x9'],
    ...vitis,
  },
  {
    shows: 'other numbers of locations are not rejected',
    bottoms: ['2x50', '2x30', '1x2x40'],
    text: detector,
    tops: ['1x1x1x?'],
    ...vitis,
  },
  {
    shows: 'a copy of the segmentation',
    bottoms: ['2x40', '2x30', '1x2x40', '2x19x8x8'],
    text: 'detection_output_param { num_classes: 3 has_segmap: true }',
    tops: ['1x1x1x7', '2x19x8x8'],
    ...vitis,
  },
  {
    shows: 'as many items',
    bottoms: ['2x40', '3x30', '1x2x40'],
    text: detector,
    refused: 'ssd/detout-batch',
    ...vitis,
  },
]);

specify('DetectionOutputRefine', [
  {
    shows: 'scores and corrections of the refinement',
    bottoms: ['2x40', '2x30', '1x2x40', '2x20', '2x40'],
    text: detector,
    tops: ['1x1x1x7'],
    ...vitis,
  },
  {
    shows: 'four numbers per prior',
    bottoms: ['2x60', '2x30', '1x2x40'],
    text: detector,
    refused: 'ssd/detout-loc',
    ...vitis,
  },
]);

const evaluate = 'detection_evaluate_param { num_classes: 3 overlap_threshold: 0.5 }';

specify('DetectionEvaluate', [
  { shows: 'boxes', bottoms: ['1x1x9x7', '1x1x4x8'], text: evaluate, tops: ['1x1x11x5'], ...vitis },
  {
    shows: 'boxes with an orientation',
    bottoms: ['1x1x9x9', '1x1x4x10'],
    text: evaluate,
    tops: ['1x1x11x5'],
    ...vitis,
  },
  {
    shows: 'both with an orientation, or none',
    bottoms: ['1x1x9x9', '1x1x4x8'],
    text: evaluate,
    refused: 'fork/box-columns',
    ...vitis,
  },
  {
    shows: 'one image',
    bottoms: ['2x1x9x9', '1x1x4x10'],
    text: evaluate,
    refused: 'ssd/deteval-det-shape',
    ...vitis,
  },
]);

specify('DetectionEvaluateRefine', [
  { shows: 'boxes', bottoms: ['1x1x9x7', '1x1x4x8'], text: evaluate, tops: ['1x1x11x5'], ...vitis },
  {
    shows: 'boxes without an orientation',
    bottoms: ['1x1x9x9', '1x1x4x10'],
    text: evaluate,
    refused: 'ssd/deteval-det-shape',
    ...vitis,
  },
]);

specify('DenseboxMapEvaluation', [
  { shows: 'rows of boxes', bottoms: ['2x4x8x8', '2x2x8x8', '2x1x101x4'], tops: ['1x1x1x5'], ...vitis },
  {
    shows: 'four corners',
    bottoms: ['2x5x8x8', '2x2x8x8', '2x1x101x4'],
    refused: 'fork/densebox-channels',
    ...vitis,
  },
  {
    shows: 'more than 100 rows of ground truth',
    bottoms: ['2x4x8x8', '2x2x8x8', '2x1x100x4'],
    refused: 'fork/densebox-rows',
    ...vitis,
  },
  {
    shows: 'the class axis',
    bottoms: ['2x4x8x8', '2x2x8x8', '2x1x101x4'],
    text: 'densebox_map_evaluation_param { channel_axes: 4 }',
    refused: 'blob/count-end',
    ...vitis,
  },
]);

specify('YoloEvalDetection', [
  {
    // 5 objects of 20 + 5 values
    shows: 'rows of boxes',
    bottoms: ['1x125x13x13'],
    text: 'yolo_eval_detection_param { num_object: 5 }',
    tops: ['1x1x1x7'],
    ...vitis,
  },
  { shows: 'all values of a cell', bottoms: ['1x125x13x13'], refused: 'fork/yolo-values', ...vitis },
]);
