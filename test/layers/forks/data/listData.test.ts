import { specify } from '../../../support/layerTable.ts';

specify('DenseImageData', [
  {
    shows: 'images and labels have the same size',
    dialect: 'segnet',
    text: 'dense_image_data_param { batch_size: 4 }',
    datum: [3, 360, 480],
    tops: ['4x3x360x480', '4x1x360x480'],
  },
  {
    shows: 'images are resized',
    dialect: 'segnet',
    text: 'dense_image_data_param { batch_size: 4 new_height: 30 new_width: 40 is_color: false }',
    tops: ['4x1x30x40', '4x1x30x40'],
  },
  {
    shows: 'images are cropped',
    dialect: 'segnet',
    text: 'dense_image_data_param { batch_size: 4 crop_height: 30 crop_width: 40 }',
    tops: ['4x3x30x40', '4x1x30x40'],
  },
  {
    shows: 'a crop has two sides',
    dialect: 'segnet',
    text: 'dense_image_data_param { batch_size: 4 crop_height: 30 }',
    topNames: ['a', 'b'],
    refused: 'fork/dense-crop',
  },
  {
    shows: 'the crop of the transformation has precedence',
    dialect: 'segnet',
    text: 'dense_image_data_param { batch_size: 4 crop_height: 30 crop_width: 40 } transform_param { crop_size: 20 }',
    tops: ['4x3x20x20', '4x1x20x20'],
  },
  {
    shows: 'by default the files determine the size',
    dialect: 'segnet',
    text: 'dense_image_data_param { batch_size: 4 }',
    tops: ['4x3x?x?', '4x1x?x?'],
  },
  {
    shows: 'both sizes are set or none',
    dialect: 'segnet',
    topNames: ['a', 'b'],
    text: 'dense_image_data_param { batch_size: 4 new_height: 30 }',
    refused: 'image/new-size-pair',
  },
  { shows: 'requires a batch size', dialect: 'segnet', topNames: ['a', 'b'], refused: 'data/batch-zero' },
  { shows: 'has two tops', dialect: 'segnet', topNames: ['a'], refused: 'net/exact-tops' },
]);

specify('ImageLabelmapData', [
  {
    shows: 'images and labels have the same size',
    dialect: 'hed',
    text: 'image_data_param { batch_size: 2 }',
    datum: [3, 321, 481],
    tops: ['2x3x321x481', '2x1x321x481'],
  },
  {
    shows: 'images are cropped',
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
    shows: 'Caffe adds the tops that are missing',
    dialect: 'pspnet',
    text: 'image_data_param { batch_size: 2 } transform_param { crop_height: 300 crop_width: 400 }',
    topNames: ['image'],
    tops: ['2x3x300x400', '2x1x300x400', '2x1x1x2'],
  },
  {
    shows: 'has at most three tops',
    dialect: 'pspnet',
    text: 'image_data_param { batch_size: 2 }',
    topNames: ['a', 'b', 'c', 'd'],
    refused: 'net/exact-tops',
  },
  ...[
    'crop_height: 20',
    'crop_width: 20',
    'crop_size: 20 crop_width: 20',
    'crop_size: 20 crop_height: 20 crop_width: 20',
  ].map((crop) => ({
    shows: `the crop is one size or two: ${crop}`,
    dialect: 'pspnet',
    text: `image_data_param { batch_size: 2 } transform_param { ${crop} }`,
    topNames: ['a', 'b', 'c'],
    refused: 'fork/segdata-crop',
  })),
  {
    shows: 'has no mean image',
    dialect: 'pspnet',
    text: 'image_data_param { batch_size: 2 } transform_param { mean_file: "mean.binaryproto" }',
    topNames: ['a', 'b', 'c'],
    refused: 'fork/segdata-mean',
  },
  {
    shows: 'without a crop the images keep their size',
    dialect: 'segaware',
    text: 'image_data_param { batch_size: 1 is_color: false }',
    datum: [3, 321, 481],
    tops: ['1x1x321x481', '1x1x321x481', '1x1x1x2'],
  },
]);

specify('SegData', [
  {
    shows: 'one image at a time, cropped to whole strides',
    dialect: 'yjxiong',
    text: 'transform_param { stride: 16 }',
    datum: [3, 321, 481],
    tops: ['1x3x320x480', '1x1x320x480'],
  },
  {
    shows: 'the size has an upper limit',
    dialect: 'yjxiong',
    text: 'transform_param { stride: 16 upper_height: 400 upper_width: 400 }',
    datum: [3, 321, 481],
    tops: ['1x3x320x400', '1x1x320x400'],
  },
  {
    shows: 'one limit for both sides takes precedence',
    dialect: 'yjxiong',
    text: 'transform_param { upper_size: 300 upper_height: 200 upper_width: 200 }',
    datum: [3, 321, 481],
    tops: ['1x3x300x300', '1x1x300x300'],
  },
  {
    shows: 'a limit of one side only is ignored',
    dialect: 'yjxiong',
    text: 'transform_param { upper_width: 80 }',
    datum: [3, 321, 481],
    tops: ['1x3x321x481', '1x1x321x481'],
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
    shows: 'the color channels of all frames, cropped',
    dialect: 'yjxiong',
    text: 'video_data_param { batch_size: 8 num_segments: 3 modality: RGB } transform_param { crop_size: 224 }',
    tops: ['8x9x224x224', '8x1x1x1'],
  },
  {
    shows: 'gray frames',
    dialect: 'yjxiong',
    text: 'video_data_param { batch_size: 8 num_segments: 3 modality: RGB grayscale: true }',
    datum: [3, 20, 30],
    tops: ['8x3x20x30', '8x1x1x1'],
  },
  { shows: 'requires a batch size', dialect: 'yjxiong', topNames: ['a', 'b'], refused: 'data/batch-zero' },
]);

specify('MultiLabelImageData', [
  {
    shows: 'the list determines the number of labels',
    dialect: 'caffe-windows',
    text: 'image_data_param { batch_size: 8 new_height: 20 new_width: 30 }',
    tops: ['8x3x20x30', '8x?'],
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

specify('FloData', [
  {
    shows: 'two channels of flow',
    dialect: 'segaware',
    text: 'image_data_param { batch_size: 2 }',
    datum: [3, 20, 30],
    tops: ['2x2x20x30'],
  },
]);

specify('EnhancedImageData', [
  {
    shows: 'several labels per image',
    dialect: 'vitis',
    text: 'image_data_param { source: "l" batch_size: 4 new_height: 32 new_width: 48 label_num: 3 }',
    tops: ['4x3x32x48', '4x3'],
  },
  {
    shows: 'both sizes or none',
    dialect: 'vitis',
    text: 'image_data_param { source: "l" batch_size: 4 new_height: 32 }',
    topNames: ['a', 'b'],
    refused: 'image/new-size-pair',
  },
]);
