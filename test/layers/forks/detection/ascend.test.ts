import { specify } from '../../../support/layerTable.ts';

const ascend = { dialect: 'ascend' } as const;

specify('Yolo', [
  {
    shows: 'separates coordinates, objectness and classes',
    bottoms: ['2x255x13x13'],
    text: 'yolo_param { classes: 80 }',
    // 13·13 = 169 values are padded to 176 + 16, and 3·169 = 507 to 512 + 16.
    tops: ['2x12x192', '2x528', '2x80x528'],
    ...ascend,
  },
  {
    shows: 'a whole number of blocks has one more',
    bottoms: ['1x125x4x4'],
    text: 'yolo_param { boxes: 5 classes: 20 yolo_version: "V2" }',
    tops: ['1x20x32', '1x96', '1x20x96'],
    ...ascend,
  },
  {
    shows: 'the channels are those of the boxes',
    bottoms: ['2x254x13x13'],
    topNames: ['a', 'b', 'c'],
    refused: 'fork/ascend-yolo',
    ...ascend,
  },
  {
    shows: 'a box has four coordinates',
    bottoms: ['2x258x13x13'],
    text: 'yolo_param { coords: 5 }',
    topNames: ['a', 'b', 'c'],
    refused: 'fork/ascend-yolo',
    ...ascend,
  },
]);

specify('YoloV2DetectionOutput', [
  {
    shows: 'has a fixed number of boxes',
    bottoms: ['2x20x192', '2x528', '2x20x528', '2x4'],
    text: 'yolov2_detection_output_param { post_nms_topn: 10 }',
    tops: ['2x60', '2x8'],
    ...ascend,
  },
]);

specify('YoloV3DetectionOutput', [
  {
    shows: 'has 1024 boxes by default',
    bottoms: ['2x12x192', '2x12x192', '2x528', '2x528', '2x80x528', '2x80x528', '2x4'],
    tops: ['2x6144', '2x8'],
    ...ascend,
  },
]);

specify('SSDDetectionOutput', [
  {
    shows: 'has 1024 boxes if their number is not limited',
    bottoms: ['2x40', '2x210', '1x2x40'],
    text: 'ssddetectionoutput_param { num_classes: 21 keep_top_k: -1 }',
    tops: ['2x8', '2x1024x8'],
    ...ascend,
  },
  {
    shows: 'the default depends on the version',
    bottoms: ['2x40', '2x210', '1x2x40'],
    text: 'ssddetectionoutput_param { num_classes: 21 }',
    tops: ['2x8', '2x?x8'],
    ...ascend,
  },
  {
    shows: 'other numbers depend on the version',
    bottoms: ['2x40', '2x210', '1x2x40'],
    text: 'ssddetectionoutput_param { num_classes: 21 keep_top_k: 200 }',
    tops: ['2x8', '2x?x8'],
    ...ascend,
  },
  {
    shows: 'multiples of 128 do not',
    bottoms: ['2x40', '2x210', '1x2x40'],
    text: 'ssddetectionoutput_param { num_classes: 21 keep_top_k: 256 }',
    tops: ['2x8', '2x256x8'],
    ...ascend,
  },
]);

for (const type of ['Reorg', 'PassThrough']) {
  specify(type, [
    {
      shows: 'moves squares to channels',
      bottoms: ['2x64x26x26'],
      tops: ['2x256x13x13'],
      ...ascend,
    },
    {
      shows: 'moves channels to squares',
      bottoms: ['2x256x13x13'],
      text: 'reorg_param { reverse: true }',
      tops: ['2x64x26x26'],
      ...ascend,
    },
  ]);
}

specify('Upsample', [
  {
    shows: 'may have a stride for each side',
    bottoms: ['2x3x4x5'],
    text: 'upsample_param { stride_h: 3 stride_w: 4 }',
    tops: ['2x3x12x20'],
    ...ascend,
  },
  {
    shows: 'one stride has precedence',
    bottoms: ['2x3x4x5'],
    text: 'upsample_param { stride: 3 stride_w: 4 }',
    tops: ['2x3x12x15'],
    ...ascend,
  },
  {
    shows: 'doubles the sides by default',
    bottoms: ['2x3x4x5'],
    tops: ['2x3x8x10'],
    ...ascend,
  },
]);

specify('ROIPooling', [
  {
    shows: 'takes the regions of each image',
    bottoms: ['2x3x8x8', '2x5x304'],
    text: 'roi_pooling_param { pooled_h: 7 pooled_w: 6 }',
    tops: ['608x3x7x6'],
    ...ascend,
  },
  {
    shows: 'has an unknown number of other regions',
    bottoms: ['2x3x8x8', '304x5'],
    text: 'roi_pooling_param { pooled_h: 7 pooled_w: 6 }',
    tops: ['?x3x7x6'],
    ...ascend,
  },
]);

specify('PSROIPooling', [
  {
    shows: 'has an unknown number of regions',
    bottoms: ['2x98x8x8', '2x5x304'],
    text: 'psroi_pooling_param { output_dim: 2 group_size: 7 spatial_scale: 1 }',
    tops: ['?x2x7x7'],
    ...ascend,
  },
  {
    shows: 'requires channels for each cell',
    bottoms: ['2x90x8x8', '2x5x304'],
    text: 'psroi_pooling_param { output_dim: 2 group_size: 7 spatial_scale: 1 }',
    refused: 'fork/psroi-channels',
    ...ascend,
  },
]);

specify('Proposal', [
  {
    shows: 'has unknown regions',
    bottoms: ['2x18x8x8', '2x36x8x8', '2x3'],
    tops: ['?', '?'],
    ...ascend,
  },
]);

specify('FSRDetectionOutput', [
  {
    shows: 'the number of boxes per class, and boxes',
    dialect: 'ascend',
    bottoms: ['100x5', '100x324', '100x81', '1x3'],
    text: 'fsrdetectionoutput_param { num_classes: 81 score_threshold: 0.1 iou_threshold: 0.5 }',
    tops: ['1x81', '1x?x8'],
  },
]);
