import { specify } from '../../../support/layerTable.ts';

const deepdetect = { dialect: 'deepdetect' } as const;

specify('ImageData', [
  {
    shows: 'DeepDetect has several labels of each image',
    text: 'transform_param { crop_size: 224 } image_data_param { source: "x" batch_size: 4 label_size: 5 }',
    tops: ['4x3x224x224', '4x5x1x1'],
    ...deepdetect,
  },
  {
    shows: 'DeepDetect has one label by default',
    text: 'transform_param { crop_size: 224 } image_data_param { source: "x" batch_size: 4 }',
    tops: ['4x3x224x224', '4x1x1x1'],
    ...deepdetect,
  },
  {
    shows: 'caffe-windows has weights',
    dialect: 'caffe-windows',
    text: 'transform_param { crop_size: 8 } image_data_param { source: "x" batch_size: 4 }',
    tops: ['4x3x8x8', '4', '4'],
  },
  {
    shows: 'caffe-windows can omit weights',
    dialect: 'caffe-windows',
    text: 'transform_param { crop_size: 8 } image_data_param { source: "x" batch_size: 4 }',
    tops: ['4x3x8x8', '4'],
  },
  {
    shows: 'caffe-windows requires labels',
    dialect: 'caffe-windows',
    text: 'image_data_param { source: "x" batch_size: 4 }',
    topNames: ['images'],
    refused: 'net/min-tops',
  },
  {
    shows: 'BVLC has no weights',
    text: 'image_data_param { source: "x" batch_size: 4 }',
    topNames: ['images', 'labels', 'weights'],
    refused: 'net/exact-tops',
  },
]);

specify('Data', [
  {
    shows: 'DeepDetect has a third top, which may have no shape',
    text: 'data_param { source: "x" batch_size: 2 }',
    datum: [3, 20, 30],
    tops: ['2x3x20x30', '2', 'unshaped'],
    ...deepdetect,
  },
  {
    shows: 'DeepDetect has the images without noise',
    text: 'data_param { source: "x" batch_size: 2 } transform_param { untransformed_top: true crop_size: 8 }',
    datum: [3, 20, 30],
    tops: ['2x3x8x8', '2', '2x3x8x8'],
    ...deepdetect,
  },
  {
    shows: 'DeepDetect requires a top for the images without noise',
    text: 'data_param { source: "x" batch_size: 2 } transform_param { untransformed_top: true }',
    topNames: ['images', 'labels'],
    refused: 'net/min-tops',
    ...deepdetect,
  },
  {
    shows: 'DeepDetect has at most three tops',
    text: 'data_param { source: "x" batch_size: 2 }',
    topNames: ['a', 'b', 'c', 'd'],
    refused: 'net/max-tops',
    ...deepdetect,
  },
]);

specify('HDF5Data', [
  {
    shows: 'DeepDetect transforms images',
    text: 'transform_param { scale: 0.5 } hdf5_data_param { source: "x" batch_size: 4 image: true }',
    datum: [3, 8, 8],
    tops: ['4x3x8x8', '4'],
    ...deepdetect,
  },
  {
    shows: 'DeepDetect checks the transformation',
    text: 'transform_param { mean_file: "m" mean_value: 1 } hdf5_data_param { source: "x" batch_size: 4 }',
    refused: 'transform/mean-both',
    ...deepdetect,
  },
]);

const sophgo = { dialect: 'sophgo' } as const;
specify('DummyData', [
  {
    shows: 'Sophgo ignores the old fields',
    text: 'dummy_data_param { num: 2 channels: 3 height: 4 width: 4 }',
    tops: ['unshaped'],
    ...sophgo,
  },
  {
    shows: 'Sophgo ignores fillers',
    text: 'dummy_data_param { shape { dim: 2 } data_filler { value: 1 } data_filler { type: "odd" } }',
    tops: ['2'],
    ...sophgo,
  },
  {
    shows: 'Sophgo requires a shape for each top, or one for all',
    text: 'dummy_data_param { shape { dim: 2 } shape { dim: 3 } }',
    topNames: ['a', 'b', 'c'],
    refused: 'dummy/shape',
    ...sophgo,
  },
  {
    shows: 'Sophgo has a shape of each top',
    text: 'dummy_data_param { shape { dim: 2 } shape { dim: 3 } }',
    tops: ['2', '3'],
    ...sophgo,
  },
  {
    shows: 'Sophgo rejects negative lengths',
    text: 'dummy_data_param { shape { dim: -2 } }',
    refused: 'blob/negative-dim',
    ...sophgo,
  },
]);
