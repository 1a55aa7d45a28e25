import { specify } from '../../../support/layerTable.ts';

const deepdetect = { dialect: 'deepdetect' } as const;

specify('ContinuationIndicator', [
  {
    shows: 'has a marker for each step of each sequence',
    bottoms: ['5x40'],
    text: 'continuation_indicator_param { time_step: 10 }',
    tops: ['10x5'],
    ...deepdetect,
  },
  {
    shows: 'has steps',
    bottoms: ['5x40'],
    text: 'continuation_indicator_param { time_step: 0 }',
    refused: 'fork/time-steps',
    ...deepdetect,
  },
]);

specify('SparseInnerProduct', [
  {
    shows: 'has the weights of InnerProduct',
    bottoms: ['2x100'],
    text: 'inner_product_param { num_output: 10 }',
    tops: ['2x10'],
    blobs: ['weight 10x100', 'bias 10'],
    macs: 2000,
    ...deepdetect,
  },
]);

specify('SparseData', [
  {
    shows: 'has items of unknown size',
    text: 'data_param { source: "d" batch_size: 8 }',
    tops: ['8x?', '8'],
    ...deepdetect,
  },
]);

specify('MemorySparseData', [
  {
    shows: 'has items of a stated size',
    text: 'memory_data_param { batch_size: 8 channels: 100 height: 1 width: 1 }',
    tops: ['8x100x1x1', '8'],
    ...deepdetect,
  },
]);

specify('MultiLabelAccuracy', [
  { shows: 'has five numbers', bottoms: ['8x4', '8x4'], tops: ['1x5x1x1'], ...deepdetect },
  { shows: 'of the same shapes', bottoms: ['8x4', '8x5'], refused: 'fork/same-count', ...deepdetect },
]);

specify('DetectionOutput', [
  {
    shows: 'DeepDetect can output the scores of all classes',
    bottoms: ['1x8', '1x4', '1x2x8'],
    text: 'detection_output_param { num_classes: 2 output_logits: true }',
    tops: ['1x1x1x7', '?'],
    ...deepdetect,
  },
]);

for (const [type, dialect] of [
  ['Padding', 'sophgo'],
  ['YoloDetection', 'sophgo'],
] as const) {
  specify(type, [
    {
      shows: `has its shape in ${dialect}`,
      dialect,
      bottoms: ['2x3x4x5'],
      text:
        type === 'Padding' ? 'padding_param { pad_l: 1 pad_b: 2 }' : 'yolo_detection_param { keep_topk: 20 }',
      tops: [type === 'Padding' ? '2x3x6x6' : '2x1x20x6'],
    },
  ]);
}

specify('Custom', [
  {
    shows: 'has the stated shapes in NNIE',
    dialect: 'nnie',
    bottoms: ['1x8'],
    text: 'custom_param { shape { dim: 1 dim: 4 } shape { dim: 2 } }',
    tops: ['1x4', '2'],
  },
]);

specify('PassThrough', [
  {
    shows: 'moves blocks to channels in NNIE',
    dialect: 'nnie',
    bottoms: ['1x64x26x26'],
    text: 'pass_through_param { num_output: 256 block_height: 2 block_width: 2 }',
    tops: ['1x256x13x13'],
  },
]);

specify('Upsample', [
  {
    shows: 'repeats values without a mask in SOPHGO',
    dialect: 'sophgo',
    bottoms: ['1x8x13x13'],
    text: 'upsample_param { scale: 2 }',
    tops: ['1x8x26x26'],
  },
  {
    shows: 'has a stride in Ascend',
    dialect: 'ascend',
    bottoms: ['1x8x13x13'],
    text: 'upsample_param { scale: 1 stride: 2 }',
    tops: ['1x8x26x26'],
  },
]);

specify('ROIAlignment', [
  {
    shows: 'has the regions in AffordanceNet',
    dialect: 'bvlc+affordance-net',
    bottoms: ['1x8x20x20', '9x5'],
    text: 'roi_alignment_param { pooled_h: 7 pooled_w: 7 }',
    tops: ['9x8x7x7'],
  },
]);

specify('DenseImageData', [
  {
    shows: 'has smaller label images in ENet',
    dialect: 'enet',
    text: 'dense_image_data_param { source: "l" batch_size: 1 new_height: 64 new_width: 32 label_divide_factor: 8 }',
    tops: ['1x3x64x32', '1x1x8x4'],
  },
]);
