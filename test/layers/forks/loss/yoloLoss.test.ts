import { specify } from '../../../support/layerTable.ts';

const synopsys = { dialect: 'synopsys' } as const;

specify('YoloV2Loss', [
  {
    shows: 'is a scalar',
    bottoms: ['2x125x13x13', '2x7x13x13'],
    text: 'yolo_v2_loss_param { side: 13 num_classes: 20 num_object: 5 anchors: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10] }',
    tops: ['scalar'],
    ...synopsys,
  },
  {
    shows: 'has two anchors for each object',
    bottoms: ['2x125x13x13', '2x7x13x13'],
    text: 'yolo_v2_loss_param { side: 13 num_classes: 20 num_object: 5 }',
    refused: 'fork/yolo-anchors',
    ...synopsys,
  },
  {
    shows: 'has predictions for each cell',
    bottoms: ['2x124x13x13', '2x7x13x13'],
    text: 'yolo_v2_loss_param { side: 13 num_classes: 120 num_object: 1 anchors: [1, 2] }',
    refused: 'fork/yolo-outputs',
    ...synopsys,
  },
  {
    shows: 'has a label for each cell',
    bottoms: ['2x125x13x13', '2x6x13x13'],
    text: 'yolo_v2_loss_param { side: 13 num_classes: 120 num_object: 1 anchors: [1, 2] }',
    refused: 'fork/yolo-labels',
    ...synopsys,
  },
]);

specify('YoloV3Loss', [
  {
    shows: 'is a scalar',
    bottoms: ['2x255x13x13', '2x7x13x13'],
    text: 'yolo_v3_loss_param { side: 13 num_classes: 80 num_object: 3 }',
    tops: ['scalar'],
    ...synopsys,
  },
  {
    shows: 'has no negative sizes',
    bottoms: ['2x255x13x13', '2x7x13x13'],
    text: 'yolo_v3_loss_param { side: -13 num_classes: 80 num_object: 3 }',
    refused: 'fork/yolo-sizes',
    ...synopsys,
  },
  {
    shows: 'has items in both bottoms',
    bottoms: ['2x255x13x13', '1x7x13x13'],
    text: 'yolo_v3_loss_param { side: 13 num_classes: 80 num_object: 3 }',
    refused: 'loss/first-dim',
    ...synopsys,
  },
]);

specify('GANLoss', [
  {
    shows: 'is a scalar',
    bottoms: ['2x1', '2x1'],
    tops: ['scalar'],
    ...synopsys,
  },
  {
    shows: 'has a score for each image',
    bottoms: ['2x2', '2x1'],
    refused: 'fork/gan-shape',
    ...synopsys,
  },
  {
    shows: 'has as many real as generated images',
    bottoms: ['2x1', '3x1'],
    refused: 'fork/gan-shape',
    ...synopsys,
  },
]);

specify('BEGANLoss', [
  {
    shows: 'is a scalar',
    bottoms: ['2x3x8x8', '2x3x8x8', '4x3x8x8', '4x3x8x8'],
    tops: ['scalar'],
    ...synopsys,
  },
  {
    shows: 'has reconstructions of the real images',
    bottoms: ['2x3x8x8', '2x3x8x9', '4x3x8x8', '4x3x8x8'],
    refused: 'fork/gan-shape',
    ...synopsys,
  },
  {
    shows: 'has reconstructions of the generated images',
    bottoms: ['2x3x8x8', '2x3x8x8', '4x3x8x8', '3x3x8x8'],
    refused: 'fork/gan-shape',
    ...synopsys,
  },
  {
    shows: 'has images',
    bottoms: ['2x3', '2x3', '4x3', '4x3'],
    refused: 'blob/axis-range',
    ...synopsys,
  },
]);
