import { specify } from '../../../support/layerTable.ts';

specify('CPMData', [
  {
    shows: 'images with a mark, and maps of joints and background with their masks',
    dialect: 'lstm-pose',
    text: 'cpmdata_param { batch_size: 4 } transform_param { stride: 8 crop_size_x: 368 crop_size_y: 360 num_parts: 14 }',
    // 2·(14 + 1)
    tops: ['4x4x360x368', '4x30x45x46'],
  },
  {
    shows: 'images without a mark',
    dialect: 'lstm-pose',
    text: 'cpmdata_param { batch_size: 4 } transform_param { put_gaussian: false }',
    // 368 by default, at a stride of 4
    tops: ['4x3x368x368', '4x30x92x92'],
  },
  {
    shows: 'the first layers read the channels from the database',
    dialect: 'cpm',
    text: 'data_param { batch_size: 10 } cpm_transform_param { stride: 8 crop_size_y: 360 num_parts: 56 }',
    datum: [4, 480, 640],
    // 2·(56 + 1)
    tops: ['10x4x360x368', '10x114x45x46'],
  },
  {
    shows: 'whole images in testing',
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
    shows: 'uses whole images in testing',
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

specify('PAFData', [
  {
    shows: 'two maps per joint and for the background',
    dialect: 'vitis',
    text: 'data_param { batch_size: 2 } pe_transform_param { crop_size_x: 224 stride: 8 }',
    // 2·(14 + 1) maps of 368 / 8 and 224 / 8
    tops: ['2x3x368x224', '2x30x46x28'],
  },
  {
    shows: 'rejects one crop for both sides',
    dialect: 'vitis',
    text: 'data_param { batch_size: 2 } pe_transform_param { crop_size: 368 }',
    refused: 'blob/no-data',
  },
  {
    shows: 'maps require a stride',
    dialect: 'vitis',
    text: 'data_param { batch_size: 2 } pe_transform_param { stride: 0 }',
    topNames: ['a', 'b'],
    refused: 'fork/paf-stride',
  },
]);
