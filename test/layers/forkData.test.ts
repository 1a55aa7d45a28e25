import { specify } from '../support/layerTable.ts';

specify('DenseImageData', [
  {
    shows: 'images and labels of one size',
    dialect: 'segnet',
    text: 'dense_image_data_param { batch_size: 4 }',
    datum: [3, 360, 480],
    tops: ['4x3x360x480', '4x1x360x480'],
  },
  {
    shows: 'are resized',
    dialect: 'segnet',
    text: 'dense_image_data_param { batch_size: 4 new_height: 30 new_width: 40 is_color: false }',
    tops: ['4x1x30x40', '4x1x30x40'],
  },
  {
    shows: 'are cropped',
    dialect: 'segnet',
    text: 'dense_image_data_param { batch_size: 4 crop_height: 30 crop_width: 40 }',
    tops: ['4x3x30x40', '4x1x30x40'],
  },
  {
    shows: 'the crop of the transformation goes first',
    dialect: 'segnet',
    text: 'dense_image_data_param { batch_size: 4 crop_height: 30 crop_width: 40 } transform_param { crop_size: 20 }',
    tops: ['4x3x20x20', '4x1x20x20'],
  },
  {
    shows: 'without any of these the size is in the files',
    dialect: 'segnet',
    text: 'dense_image_data_param { batch_size: 4 }',
    tops: ['4x3x?x?', '4x1x?x?'],
  },
  {
    shows: 'both sizes or none',
    dialect: 'segnet',
    topNames: ['a', 'b'],
    text: 'dense_image_data_param { batch_size: 4 new_height: 30 }',
    refused: 'image/new-size-pair',
  },
  { shows: 'needs a batch', dialect: 'segnet', topNames: ['a', 'b'], refused: 'data/batch-zero' },
  { shows: 'has two tops', dialect: 'segnet', topNames: ['a'], refused: 'net/exact-tops' },
]);

specify('ImageLabelmapData', [
  {
    shows: 'images and labels of one size',
    dialect: 'hed',
    text: 'image_data_param { batch_size: 2 }',
    datum: [3, 321, 481],
    tops: ['2x3x321x481', '2x1x321x481'],
  },
  {
    shows: 'are cropped',
    dialect: 'hed',
    text: 'image_data_param { batch_size: 2 new_height: 300 new_width: 400 } transform_param { crop_size: 200 }',
    tops: ['2x3x200x200', '2x1x200x200'],
  },
]);

specify('ImageSegData', [
  {
    shows: 'images, labels and sizes',
    dialect: 'pspnet',
    text: 'image_data_param { batch_size: 2 } transform_param { crop_size: 473 }',
    tops: ['2x3x473x473', '2x1x473x473', '2x1x1x2'],
  },
  {
    shows: 'tops need not be named',
    dialect: 'segaware',
    text: 'image_data_param { batch_size: 2 } transform_param { crop_height: 300 crop_width: 400 }',
    tops: ['2x3x300x400'],
  },
  {
    shows: 'without a crop the images keep their size',
    dialect: 'segaware',
    text: 'image_data_param { batch_size: 1 is_color: false }',
    datum: [3, 321, 481],
    tops: ['1x1x321x481', '1x1x321x481'],
  },
]);

specify('SegData', [
  {
    shows: 'one image at a time, cut to whole strides',
    dialect: 'yjxiong',
    text: 'transform_param { stride: 16 }',
    datum: [3, 321, 481],
    tops: ['1x3x320x480', '1x1x320x480'],
  },
  {
    shows: 'at most so large',
    dialect: 'yjxiong',
    text: 'transform_param { stride: 16 upper_height: 400 upper_width: 400 }',
    datum: [3, 321, 481],
    tops: ['1x3x320x400', '1x1x320x400'],
  },
]);

specify('VideoData', [
  {
    shows: 'the two channels of flow of all frames of all segments',
    dialect: 'yjxiong',
    text: 'video_data_param { batch_size: 8 new_length: 5 num_segments: 3 new_height: 256 new_width: 340 }',
    // 2·5·3
    tops: ['8x30x256x340', '8x1x1x1'],
  },
  {
    shows: 'the colours of all frames, cropped',
    dialect: 'yjxiong',
    text: 'video_data_param { batch_size: 8 num_segments: 3 modality: RGB } transform_param { crop_size: 224 }',
    tops: ['8x9x224x224', '8x1x1x1'],
  },
  {
    shows: 'grey frames',
    dialect: 'yjxiong',
    text: 'video_data_param { batch_size: 8 num_segments: 3 modality: RGB grayscale: true }',
    datum: [3, 20, 30],
    tops: ['8x3x20x30', '8x1x1x1'],
  },
  { shows: 'needs a batch', dialect: 'yjxiong', topNames: ['a', 'b'], refused: 'data/batch-zero' },
]);

specify('MultiLabelImageData', [
  {
    shows: 'how many labels there are is in the list',
    dialect: 'caffe-windows',
    text: 'image_data_param { batch_size: 8 new_height: 20 new_width: 30 }',
    tops: ['8x3x20x30', '8x?'],
  },
]);

specify('LaneData', [
  {
    shows: 'images, a label, and labels of pixels at an eighth of the size',
    dialect: 'mobilenet-yolo',
    text: 'data_param { batch_size: 2 }',
    datum: [3, 160, 328],
    tops: ['2x3x160x328', '2x1x1x1', '2x1x20x41'],
  },
  {
    shows: 'the size of the labels may be given, width first',
    dialect: 'mobilenet-yolo',
    text: 'data_param { batch_size: 2 } annotated_data_param { seg_resize_width: 40 seg_resize_height: 20 }',
    datum: [3, 160, 328],
    tops: ['2x3x160x328', '2x1x1x1', '2x1x40x20'],
  },
  { shows: 'needs a batch', dialect: 'mobilenet-yolo', refused: 'data/batch-zero' },
]);

specify('DriveData', [
  {
    shows: 'scenes, masks and classes of a grid',
    dialect: 'vpgnet',
    text: 'data_param { batch_size: 2 } drive_data_param { tiling_height: 15 tiling_width: 20 label_resolution: 8 catalog_resolution: 4 }',
    tops: ['2x3x480x640', '2x8x120x160', '2x1x60x80'],
  },
]);

specify('BoxData', [
  {
    shows: 'images and up to 30 boxes for each further top',
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
    shows: 'as many tops as slices, or one more',
    dialect: 'flownet2',
    text: 'data_param { batch_size: 4 slice_point: 3 slice_point: 6 }',
    topNames: ['a', 'b'],
    refused: 'fork/custom-tops',
  },
]);

specify('DisparityData', [
  {
    shows: 'images and numbers',
    dialect: 'flownet2',
    text: 'image_data_param { batch_size: 4 new_height: 20 new_width: 30 }',
    datum: [1, 384, 512],
    tops: ['4x1x20x30', '4'],
  },
]);

for (const type of ['ImgReader', 'FloatReader']) {
  specify(type, [
    {
      shows: 'repeats a file',
      dialect: 'flownet2',
      text: 'reader_param { file: "a" num: 4 }',
      datum: [3, 20, 30],
      tops: ['4x3x20x30'],
    },
    { shows: 'its size is in the file', dialect: 'flownet2', tops: ['1x?x?x?'] },
  ]);
}

for (const type of ['FLOWriter', 'FloatWriter', 'ImgWriter', 'PFMWriter']) {
  specify(type, [
    { shows: 'writes a bottom', dialect: 'flownet2', bottoms: ['1x3x4x5'], tops: [] },
    {
      shows: 'writes one',
      dialect: 'flownet2',
      bottoms: ['1x3', '1x3'],
      topNames: [],
      refused: 'net/exact-bottoms',
    },
  ]);
}

specify('FloData', [
  {
    shows: 'two channels of flow',
    dialect: 'segaware',
    text: 'image_data_param { batch_size: 2 }',
    datum: [3, 20, 30],
    tops: ['2x2x20x30'],
  },
]);

specify('MatRead', [
  {
    shows: 'its size is in the file',
    dialect: 'pspnet',
    text: 'mat_read_param { prefix: "a" batch_size: 2 }',
    tops: ['2x?x?x?'],
  },
]);

specify('MatWrite', [
  {
    shows: 'writes its bottoms',
    dialect: 'segaware',
    text: 'mat_write_param { prefix: "a" }',
    bottoms: ['1x3x4x5', '1x2'],
    tops: [],
  },
  {
    shows: 'every so many times',
    dialect: 'segaware',
    text: 'mat_write_param { prefix: "a" period: 0 }',
    bottoms: ['1x3x4x5'],
    topNames: [],
    refused: 'fork/matwrite-period',
  },
]);

specify('CPMData', [
  {
    shows: 'images with a mark, and maps of joints and background with their masks',
    dialect: 'lstm-pose',
    text: 'cpmdata_param { batch_size: 4 } transform_param { stride: 8 crop_size_x: 368 crop_size_y: 360 num_parts: 14 }',
    // 2·(14 + 1)
    tops: ['4x4x360x368', '4x30x45x46'],
  },
  {
    shows: 'without a mark',
    dialect: 'lstm-pose',
    text: 'cpmdata_param { batch_size: 4 } transform_param { put_gaussian: false }',
    // 368 by default, at a stride of 4
    tops: ['4x3x368x368', '4x30x92x92'],
  },
  {
    shows: 'the first ones read the channels from the database',
    dialect: 'cpm',
    text: 'data_param { batch_size: 10 } cpm_transform_param { stride: 8 crop_size_y: 360 num_parts: 56 }',
    datum: [4, 480, 640],
    // 2·(56 + 1)
    tops: ['10x4x360x368', '10x114x45x46'],
  },
  {
    shows: 'and take whole images in testing',
    dialect: 'cpm',
    phase: 'TEST',
    text: 'data_param { batch_size: 1 } cpm_transform_param { stride: 8 }',
    datum: [4, 480, 640],
    tops: ['1x4x480x640', '1x30x60x80'],
  },
]);

specify('OPData', [
  {
    shows: 'crops in training',
    dialect: 'openpose',
    text: 'data_param { batch_size: 10 } op_transform_param { stride: 8 crop_size_x: 480 crop_size_y: 368 }',
    tops: ['10x3x368x480', '10x?x46x60'],
  },
  {
    shows: 'takes whole images in testing',
    dialect: 'openpose',
    phase: 'TEST',
    text: 'data_param { batch_size: 1 } op_transform_param { stride: 8 }',
    datum: [3, 80, 96],
    tops: ['1x3x80x96', '1x?x10x12'],
  },
]);

specify('OPVideo', [
  {
    shows: 'all frames are one batch',
    dialect: 'openpose',
    text: 'data_param { batch_size: 2 } op_transform_param { stride: 8 frame_size: 3 }',
    tops: ['6x3x368x368', '6x?x46x46'],
  },
]);

specify('DataCasia', [
  {
    shows: 'maps of the path of the pen',
    dialect: 'curve-text',
    text: 'data_param { batch_size: 4 seq_length: 50 } transform_param { n_iterated_integrals: 2 new_height: 64 new_width: 512 }',
    // 2·2² − 1
    tops: ['4x7x64x512', '50x4'],
  },
  {
    shows: 'whether the pen is down is one more',
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
    shows: 'turned boxes have more numbers',
    dialect: 'sstd',
    text: 'data_param { batch_size: 2 } annotated_data_param { oriented: true }',
    datum: [3, 100, 100],
    tops: ['2x3x100x100', '2x?x100x100', '1x1x?x13'],
  },
  { shows: 'needs a batch', dialect: 'sstd', refused: 'data/batch-zero' },
]);

specify('MCWindowData', [
  {
    shows: 'windows, masks and labels',
    dialect: 'deepsaldet',
    text: 'mcwindow_data_param { batch_size: 2 crop_size: 227 mask_crop_size: 55 }',
    datum: [3, 500, 500],
    tops: ['2x3x227x227', '2x?x55x55', '2x1x1x1'],
  },
  {
    shows: 'needs a crop',
    dialect: 'deepsaldet',
    topNames: ['a', 'b', 'c'],
    text: 'mcwindow_data_param { batch_size: 2 }',
    refused: 'window/crop',
  },
]);

specify('NAMCWindowData', [
  {
    shows: 'windows of two sizes and labels',
    dialect: 'deepsaldet',
    text: 'namcwindow_data_param { batch_size: 2 crop_size: 227 }',
    datum: [3, 500, 500],
    tops: ['2x3x227x227', '2x3x227x227', '2x1x1x1'],
  },
]);
