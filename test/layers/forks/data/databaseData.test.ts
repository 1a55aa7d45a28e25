import { specify } from '../../../support/layerTable.ts';

specify('LaneData', [
  {
    shows: 'images, a label, and pixel labels at 1/8 of the size',
    dialect: 'mobilenet-yolo',
    text: 'data_param { batch_size: 2 }',
    datum: [3, 160, 328],
    tops: ['2x3x160x328', '2x1x1x1', '2x1x20x41'],
  },
  {
    shows: 'the label size may be set, width first',
    dialect: 'mobilenet-yolo',
    text: 'data_param { batch_size: 2 } annotated_data_param { seg_resize_width: 40 seg_resize_height: 20 }',
    datum: [3, 160, 328],
    tops: ['2x3x160x328', '2x1x1x1', '2x1x40x20'],
  },
  { shows: 'requires a batch size', dialect: 'mobilenet-yolo', refused: 'data/batch-zero' },
]);

specify('BoxData', [
  {
    shows: 'images and up to 30 boxes per further top',
    dialect: 'intel',
    text: 'data_param { batch_size: 2 side: 7 side: 14 } transform_param { crop_size: 448 }',
    datum: [3, 500, 500],
    tops: ['2x3x448x448', '2x150', '2x150'],
  },
]);

specify('CustomData', [
  {
    shows: 'slices of the channels, and labels',
    dialect: 'flownet2',
    text: 'data_param { batch_size: 4 slice_point: 3 slice_point: 6 }',
    datum: [8, 384, 512],
    tops: ['4x3x384x512', '4x3x384x512', '4x2x384x512', '4x1x1x1'],
  },
  {
    shows: 'without slice points, all channels',
    dialect: 'flownet2',
    text: 'data_param { batch_size: 4 }',
    datum: [8, 384, 512],
    tops: ['4x8x384x512'],
  },
  {
    shows: 'known slices of unknown records',
    dialect: 'flownet2',
    text: 'data_param { batch_size: 4 slice_point: 3 slice_point: 6 }',
    tops: ['4x3x?x?', '4x3x?x?', '4x?x?x?'],
  },
  {
    shows: 'requires one top per slice, or one more',
    dialect: 'flownet2',
    text: 'data_param { batch_size: 4 slice_point: 3 slice_point: 6 }',
    topNames: ['a', 'b'],
    refused: 'fork/custom-tops',
  },
]);

specify('DataCasia', [
  {
    shows: 'maps of the pen path',
    dialect: 'curve-text',
    text: 'data_param { batch_size: 4 seq_length: 50 } transform_param { n_iterated_integrals: 2 new_height: 64 new_width: 512 }',
    // 2·2² − 1
    tops: ['4x7x64x512', '50x4'],
  },
  {
    shows: 'the pen state adds one channel',
    dialect: 'curve-text',
    text: 'data_param { batch_size: 4 seq_length: 50 } transform_param { using_online: true new_height: 64 }',
    tops: ['4x2x64x?', '50x4', '50x4'],
  },
]);

specify('AnnotatedDataMask', [
  {
    shows: 'images, masks and boxes',
    dialect: 'sstd',
    text: 'data_param { batch_size: 2 } transform_param { resize_param { height: 512 width: 500 } }',
    datum: [3, 100, 100],
    tops: ['2x3x512x500', '2x?x512x500', '1x1x?x8'],
  },
  {
    shows: 'rotated boxes have more numbers',
    dialect: 'sstd',
    text: 'data_param { batch_size: 2 } annotated_data_param { oriented: true }',
    datum: [3, 100, 100],
    tops: ['2x3x100x100', '2x?x100x100', '1x1x?x13'],
  },
  { shows: 'requires a batch size', dialect: 'sstd', refused: 'data/batch-zero' },
]);

specify('BoxData', [
  {
    shows: 'YOLO v1 fork: 7 numbers for each of 7 · 7 cells',
    text: 'data_param { batch_size: 4 }',
    tops: ['4x3x448x448', '4x343'],
    datum: [3, 448, 448],
    dialect: 'caffe-yolo',
  },
  {
    shows: 'one top per grid',
    text: 'data_param { batch_size: 4 side: [7, 9] }',
    tops: ['4x3x448x448', '4x343', '4x567'],
    datum: [3, 448, 448],
    dialect: 'caffe-yolo',
  },
  {
    shows: 'the numbers of tops and grids must be equal',
    text: 'data_param { batch_size: 4 side: [7, 9] }',
    topNames: ['data', 'label'],
    refused: 'fork/box-sides',
    dialect: 'caffe-yolo',
  },
  {
    shows: 'label tops are optional',
    text: 'data_param { batch_size: 4 side: [7, 9] }',
    tops: ['4x3x448x448'],
    datum: [3, 448, 448],
    dialect: 'caffe-yolo',
  },
]);

specify('Data', [
  {
    shows: 'that of yjxiong has boxes as third top',
    dialect: 'yjxiong',
    text: 'data_param { batch_size: 2 mem_data_source: "boxes.txt" }',
    datum: [1, 28, 28],
    tops: ['2x1x28x28', '2x1x1x1', '2x6x1x1'],
  },
  {
    shows: "that of yjxiong equals BVLC's without boxes",
    dialect: 'yjxiong',
    text: 'data_param { batch_size: 2 }',
    datum: [1, 28, 28],
    tops: ['2x1x28x28', '2'],
  },
  {
    shows: 'that of yjxiong needs a list of boxes for a third top',
    dialect: 'yjxiong',
    text: 'data_param { batch_size: 2 }',
    topNames: ['data', 'label', 'box'],
    refused: 'net/max-tops',
  },
]);

specify('SibData', [
  {
    shows: 'versions of each image, and labels',
    dialect: 'yjxiong',
    text: 'sib_data_param { source: "d" batch_size: 16 } transform_param { crop_size: 224 }',
    datum: [3, 256, 340],
    tops: ['16x3x224x224', '16x3x224x224', '16'],
  },
  {
    shows: 'without labels',
    dialect: 'yjxiong',
    text: 'sib_data_param { source: "d" batch_size: 16 sib_num: 1 has_label: false }',
    tops: ['16x?x?x?'],
  },
  {
    shows: 'requires a top for each version and for the labels',
    dialect: 'yjxiong',
    text: 'sib_data_param { source: "d" batch_size: 16 sib_num: 3 }',
    topNames: ['a', 'b', 'c'],
    refused: 'fork/sib-tops',
  },
  {
    shows: 'requires a version',
    dialect: 'yjxiong',
    text: 'sib_data_param { source: "d" sib_num: 0 }',
    refused: 'fork/sib-num',
  },
  {
    shows: 'requires two lengths of the short edge',
    dialect: 'yjxiong',
    text: 'sib_data_param { source: "d" sib_num: 1 short_edge: 256 }',
    topNames: ['a', 'b'],
    refused: 'fork/short-edge',
  },
  {
    shows: 'requires the smaller length first',
    dialect: 'yjxiong',
    text: 'sib_data_param { source: "d" sib_num: 1 short_edge: [480, 256] }',
    topNames: ['a', 'b'],
    refused: 'fork/short-edge',
  },
]);

specify('CompactData', [
  {
    shows: 'crops, labels and boxes',
    dialect: 'yjxiong',
    text: 'data_param { source: "d" batch_size: 32 } transform_param { crop_size: 224 mean_file: "m" }',
    tops: ['32x3x224x224', '32x1x1x1', '32x6x1x1'],
  },
  {
    shows: 'requires a crop',
    dialect: 'yjxiong',
    text: 'data_param { source: "d" batch_size: 32 } transform_param { mean_file: "m" }',
    refused: 'fork/compact-crop',
  },
  {
    shows: 'requires a mean image',
    dialect: 'yjxiong',
    text: 'data_param { source: "d" batch_size: 32 } transform_param { crop_size: 224 }',
    refused: 'fork/compact-mean',
  },
]);
