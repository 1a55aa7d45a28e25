import { specify } from '../../../support/layerTable.ts';

const synopsys = { dialect: 'synopsys' } as const;

specify('NMS', [
  {
    shows: 'has an index for each box',
    bottoms: ['100x4'],
    text: 'nms_param { top_k: 20 }',
    tops: ['20'],
    ...synopsys,
  },
  {
    shows: 'boxes may be columns',
    bottoms: ['4x100'],
    text: 'nms_param { top_k: 20 axis: -1 }',
    tops: ['20'],
    ...synopsys,
  },
  {
    shows: 'requires two axes',
    bottoms: ['1x100x4'],
    refused: 'fork/bottom-axes',
    ...synopsys,
  },
  {
    shows: 'requires coordinates',
    bottoms: ['100x5'],
    refused: 'fork/box-coordinates',
    ...synopsys,
  },
  {
    shows: 'selects a box at least',
    bottoms: ['100x4'],
    text: 'nms_param { top_k: 0 }',
    refused: 'fork/selected-none',
    ...synopsys,
  },
  {
    shows: 'selects boxes that there are',
    bottoms: ['100x4'],
    text: 'nms_param { top_k: 101 }',
    refused: 'fork/selected-count',
    ...synopsys,
  },
  {
    shows: 'has an axis of boxes',
    bottoms: ['100x4'],
    text: 'nms_param { axis: 2 }',
    refused: 'blob/axis-range',
    ...synopsys,
  },
]);

specify('NMSGather', [
  {
    shows: 'has the selected boxes',
    bottoms: ['4x100'],
    text: 'nms_gather_param { top_k: 20 axis: 1 }',
    tops: ['4x20'],
    ...synopsys,
  },
  {
    shows: 'requires coordinates',
    bottoms: ['4x100'],
    text: 'nms_gather_param { top_k: 2 }',
    refused: 'fork/box-coordinates',
    ...synopsys,
  },
]);

specify('NonMaxSuppression', [
  {
    shows: 'has a row for each box of each class',
    bottoms: ['2x100x4', '2x3x100'],
    text: 'non_max_suppression_param { max_output_boxes_per_class: 5 iou_threshold: 0.5 }',
    tops: ['30x3'],
    ...synopsys,
  },
  {
    shows: 'requires three axes',
    bottoms: ['100x4', '2x3x100'],
    refused: 'fork/bottom-axes',
    ...synopsys,
  },
  {
    shows: 'has a score for each box',
    bottoms: ['2x100x4', '2x3x99'],
    refused: 'fork/box-scores',
    ...synopsys,
  },
  {
    shows: 'has scores for each image',
    bottoms: ['2x100x4', '1x3x100'],
    refused: 'fork/box-scores',
    ...synopsys,
  },
  {
    shows: 'requires coordinates',
    bottoms: ['2x100x5', '2x3x100'],
    refused: 'fork/box-coordinates',
    ...synopsys,
  },
  {
    shows: 'the overlap is a fraction',
    bottoms: ['2x100x4', '2x3x100'],
    text: 'non_max_suppression_param { iou_threshold: 1.5 }',
    refused: 'fork/iou-threshold',
    ...synopsys,
  },
  {
    shows: 'the overlap is not negative',
    bottoms: ['2x100x4', '2x3x100'],
    text: 'non_max_suppression_param { iou_threshold: -0.5 }',
    refused: 'fork/iou-threshold',
    ...synopsys,
  },
]);

specify('TopkGather', [
  {
    shows: 'selects positions of an axis',
    bottoms: ['2x100x4'],
    text: 'topk_gather_param { top_k: 20 axis: 1 }',
    tops: ['2x20x4'],
    ...synopsys,
  },
  {
    shows: 'changes the first axis by default, and compares the values of an item',
    bottoms: ['2x100', '2'],
    text: 'topk_gather_param { top_k: 20 }',
    tops: ['20x100'],
    ...synopsys,
  },
  {
    shows: 'selects positions that there are',
    bottoms: ['2x100'],
    text: 'topk_gather_param { top_k: 20 axis: 0 }',
    refused: 'fork/selected-count',
    ...synopsys,
  },
  {
    shows: 'selects values that there are',
    bottoms: ['2x100'],
    text: 'topk_gather_param { top_k: 101 }',
    refused: 'fork/selected-count',
    ...synopsys,
  },
]);

specify('Where4', [
  {
    shows: 'has an index for each axis',
    bottoms: ['2x100x4'],
    text: 'where4_param { num_output: 20 }',
    tops: ['20x3'],
    ...synopsys,
  },
  {
    shows: 'requires the number of positions',
    bottoms: ['2x100x4'],
    refused: 'fork/selected-none',
    ...synopsys,
  },
  {
    shows: 'selects positions that there are',
    bottoms: ['2x100x4'],
    text: 'where4_param { num_output: 5 axis: 2 }',
    refused: 'fork/selected-count',
    ...synopsys,
  },
]);

specify('Where4Gathernd', [
  {
    shows: 'has the parts at the positions',
    bottoms: ['2x100x4', '2x100'],
    text: 'where4_gathernd_param { num_output: 20 }',
    tops: ['20x4'],
    ...synopsys,
  },
  {
    shows: 'requires the axes of the condition',
    bottoms: ['2', '2x100'],
    text: 'where4_gathernd_param { num_output: 20 }',
    refused: 'fork/gather-axes',
    ...synopsys,
  },
  {
    shows: 'selects positions that there are',
    bottoms: ['200x100', '2x100'],
    text: 'where4_gathernd_param { num_output: 5 axis: 0 }',
    refused: 'fork/selected-count',
    ...synopsys,
  },
]);

specify('Where4GatherndCrop', [
  {
    shows: 'has a crop for each region',
    bottoms: ['2x100x4', '2x100', '1x8x8x16', '1x8x8x16', '1x8x8x16', '1x8x8x16'],
    text: 'where4_gathernd_crop_param { num_output: 20 crop_h: 7 crop_w: 5 }',
    tops: ['20x7x5x16'],
    ...synopsys,
  },
  {
    shows: 'requires the size of a crop',
    bottoms: ['2x100x4', '2x100', '1x8x8x16', '1x8x8x16', '1x8x8x16', '1x8x8x16'],
    text: 'where4_gathernd_crop_param { num_output: 20 crop_h: 7 }',
    refused: 'fork/crop-resize-size',
    ...synopsys,
  },
  {
    shows: 'has feature maps of four axes',
    bottoms: ['2x100x4', '2x100', '1x8x8x16', '1x8x8x16', '1x8x8x16', '8x8x16'],
    text: 'where4_gathernd_crop_param { num_output: 20 crop_h: 7 crop_w: 7 }',
    refused: 'fork/bottom-axes',
    ...synopsys,
  },
  {
    shows: 'has feature maps of the same channels',
    bottoms: ['2x100x4', '2x100', '1x8x8x16', '1x8x8x16', '1x8x8x16', '1x8x8x15'],
    text: 'where4_gathernd_crop_param { num_output: 20 crop_h: 7 crop_w: 7 }',
    refused: 'fork/crop-channels',
    ...synopsys,
  },
]);

specify('Tensor2Box', [
  {
    shows: 'has a row for each box',
    bottoms: ['2x255x13x13'],
    text: 'tensor2box_param { num_classes: 80 img_dim_h: 416 img_dim_w: 416 anchors_x: [1, 2, 3] anchors_y: [1, 2, 3] }',
    tops: ['2x507x85'],
    ...synopsys,
  },
  {
    shows: 'has two sides of each anchor',
    bottoms: ['2x255x13x13'],
    text: 'tensor2box_param { num_classes: 80 img_dim_h: 416 img_dim_w: 416 anchors_x: [1, 2, 3] }',
    refused: 'fork/anchor-count',
    ...synopsys,
  },
  {
    shows: 'has whole boxes',
    bottoms: ['2x254x13x13'],
    text: 'tensor2box_param { num_classes: 80 img_dim_h: 416 img_dim_w: 416 }',
    refused: 'fork/box-values',
    ...synopsys,
  },
  {
    shows: 'has boxes of at least one value',
    bottoms: ['2x254x13x13'],
    text: 'tensor2box_param { num_classes: -5 img_dim_h: 416 img_dim_w: 416 }',
    refused: 'fork/box-values',
    ...synopsys,
  },
]);
