import { specify } from '../../../support/layerTable.ts';

const cascade = { dialect: 'cascade-rcnn' } as const;

specify('DecodeBBox', [
  { shows: 'has the regions', bottoms: ['10x8', '10x5x1x1'], tops: ['10x5x1x1'], ...cascade },
  { shows: 'for as many corrections', bottoms: ['9x8', '10x5'], refused: 'fork/cascade-shape', ...cascade },
  { shows: 'of 8 numbers', bottoms: ['10x4', '10x5'], refused: 'fork/cascade-shape', ...cascade },
]);

specify('BoxGroupOutput', [
  {
    shows: 'the number of regions is unknown',
    bottoms: ['3x2x8x8', '3x4x8x8'],
    text: 'box_group_output_param { box_group_param { field_h: 1 field_w: 1 } }',
    tops: ['?x5x1x1', '?x6x1x1'],
    ...cascade,
  },
  {
    shows: 'two bottoms for each group',
    bottoms: ['3x2x8x8'],
    text: 'box_group_output_param { box_group_param { field_h: 1 field_w: 1 } }',
    refused: 'fork/box-groups',
    ...cascade,
  },
]);

specify('ProposalTarget', [
  {
    shows: 'has regions, labels, targets, weights and boxes',
    bottoms: ['30x5', '4x8'],
    text: 'proposal_target_param { cls_num: 3 batch_size: 16 } bbox_reg_param { cls_aware: false }',
    tops: ['16x5x1x1', '16x1x1x1', '16x8x1x1', '16x8x1x1', '16x8x1x1', '16x6x1x1'],
    ...cascade,
  },
  {
    shows: 'targets of each class',
    bottoms: ['30x5', '4x8'],
    text: 'proposal_target_param { cls_num: 3 batch_size: -1 } bbox_reg_param { cls_aware: true }',
    tops: ['30x5x1x1', '30x1x1x1', '30x12x1x1', '30x12x1x1', '30x12x1x1'],
    ...cascade,
  },
]);

specify('HardMining', [
  {
    shows: 'keeps a number of regions',
    bottoms: ['30', '30x5', '30x9x1x1'],
    text: 'hard_mining_param { num_roi_per_image: 8 num_image: 2 }',
    tops: ['16x5x1x1', '16x9x1x1'],
    ...cascade,
  },
]);

specify('ScaleRoute', [
  { shows: 'keeps the channels', bottoms: ['30x5', '30x9x2x2'], tops: ['?x5x1x1', '?x9x2x2'], ...cascade },
]);

specify('FrcnnOutput', [
  { shows: 'has 7 numbers', bottoms: ['9x3', '9x8', '9x5', '1x2'], tops: ['?x7x1x1'], ...cascade },
]);

specify('DetectionGroupLoss', [
  {
    shows: 'has two numbers',
    bottoms: ['3x2x8x8', '3x4x8x8', '3x6x8x8'],
    text: 'detection_group_loss_param { cls_num: 2 field_h: 1 field_w: 1 }',
    tops: ['1x1x1x2'],
    ...cascade,
  },
]);

specify('DetectionGroupAccuracy', [
  {
    shows: 'has an accuracy and an overlap',
    bottoms: ['3x2x8x8', '3x4x8x8', '3x6x8x8'],
    text: 'detection_group_accuracy_param { cls_num: 2 field_h: 1 field_w: 1 }',
    tops: ['1x1x1x2', '1x1x1x1'],
    ...cascade,
  },
]);

specify('BboxAccuracy', [
  { shows: 'has one number', bottoms: ['9x8', '9x5', '9x6'], tops: ['1x1x1x1'], ...cascade },
]);

specify('DetectionData', [
  {
    shows: 'reads images, labels of each group, and boxes',
    text: 'detection_data_param { source: "l" batch_size: 2 resize_width: 64 resize_height: 32 stride: 8 stride: 16 field_h: 1 field_h: 1 field_w: 1 field_w: 1 coord_num: 4 }',
    tops: ['2x3x32x64', '2x6x4x8', '2x6x2x4', '?x8x1x1'],
    ...cascade,
  },
]);

specify('EvalData', [
  {
    shows: 'reads images, boxes and sizes',
    text: 'eval_data_param { source: "l" batch_size: 1 short_size: 600 long_size: 1000 }',
    tops: ['1x3x1000x600', '?x8x1x1', '1x2x1x1'],
    ...cascade,
  },
]);

specify('SoftmaxWithLoss', [
  {
    shows: 'a third top has the loss of each item in Cascade R-CNN',
    bottoms: ['4x3', '4x1'],
    text: 'loss_weight: 1 loss_weight: 0 loss_weight: 0',
    tops: ['scalar', '4x3', '4x1'],
    ...cascade,
  },
]);
