import { specify } from '../../../support/layerTable.ts';

const vitis = { dialect: 'vitis' } as const;
const data = 'data_param { source: "d" batch_size: 2 }';

specify('DriveData', [
  {
    shows: 'scenes, masks and classes of a grid',
    dialect: 'vpgnet',
    text: `${data} drive_data_param { tiling_height: 15 tiling_width: 20 label_resolution: 8 catalog_resolution: 4 }`,
    tops: ['2x3x480x640', '2x8x120x160', '2x1x60x80'],
  },
  {
    shows: 'scenes alone',
    text: `${data} drive_data_param { cropped_height: 240 }`,
    tops: ['2x3x240x640'],
    ...vitis,
  },
  {
    shows: 'classes of a coarser grid by default',
    text: data,
    tops: ['2x3x480x640', '2x8x120x160', '2x1x30x40'],
    ...vitis,
  },
  { shows: 'masks require classes', text: data, topNames: ['a', 'b'], refused: 'fork/drive-tops', ...vitis },
]);

specify('DrivingData', [
  { shows: 'records state all sizes', text: data, tops: ['2x3x?x?', '2x8x?x?'], ...vitis },
  { shows: 'the size of an image', text: data, datum: [3, 320, 320], tops: ['2x3x320x320'], ...vitis },
]);

specify('DirectRegressionNnnData', [
  { shows: 'records state all sizes', text: data, tops: ['2x3x?x?', '2x12x?x?'], ...vitis },
]);

specify('DrivingData2', [
  { shows: 'labels are one row', text: data, tops: ['2x3x?x?', '2x1x1x?'], ...vitis },
]);

specify('ReshapeLabel', [
  {
    shows: 'masks, maps and boxes',
    bottoms: ['2x1x1x1000'],
    tops: ['2x1x10x10', '2x1x20x20', '2x1x40x40', '2x8x80x80', '2x1x1000x4'],
    ...vitis,
  },
  {
    shows: 'masks are rounded down',
    bottoms: ['2x1x1x1000'],
    text: 'reshape_label_param { full_label_size: 30 }',
    tops: ['2x1x3x3', '2x1x7x7', '2x1x15x15', '2x8x30x30', '2x1x1000x4'],
    ...vitis,
  },
]);
