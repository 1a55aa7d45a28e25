import { specify } from '../../../support/layerTable.ts';

const windows = { dialect: 'caffe-windows' } as const;
const images = 'image_data_param { source: "l" batch_size: 2 }';

specify('FCNData', [
  {
    // The object is 48 / 1.75 high and 42 / 1.5 wide; 5 times that, with 1.5 for the border: 205.7 and 210.
    shows: 'five scales of gray images, and maps',
    text: images,
    tops: ['10x1x205x210', '10x2x158x169'],
    ...windows,
  },
  {
    // Cells of 4 pixels: 4 · 205.7 = 822.8, and 822 / 4 = 205.5.
    shows: 'histograms of gradients in cells',
    text: `${images} fcn_data_param { use_hog: true scale_step_num: 1 }`,
    tops: ['2x31x205x210', '2x2x158x169'],
    ...windows,
  },
  {
    shows: 'both sizes or none',
    text: 'image_data_param { source: "l" batch_size: 2 new_width: 8 }',
    topNames: ['a', 'b'],
    refused: 'image/new-size-pair',
    ...windows,
  },
  {
    shows: 'requires a batch size',
    text: 'image_data_param { source: "l" batch_size: 0 }',
    topNames: ['a', 'b'],
    refused: 'image/batch',
    ...windows,
  },
]);
