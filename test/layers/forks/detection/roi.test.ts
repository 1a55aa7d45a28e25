import { specify } from '../../../support/layerTable.ts';

const fastRcnn = { dialect: 'fast-rcnn' } as const;
const rfcn = { dialect: 'r-fcn' } as const;
const intel = { dialect: 'intel' } as const;

specify('ROIPooling', [
  {
    shows: 'all regions have the same size, with the channels of the features',
    bottoms: ['1x512x38x50', '300x5'],
    text: 'roi_pooling_param { pooled_h: 6 pooled_w: 7 spatial_scale: 0.0625 }',
    tops: ['300x512x6x7'],
    ...fastRcnn,
  },
  {
    shows: 'regions with four axes',
    bottoms: ['2x16x8x8', '10x5x1x1'],
    text: 'roi_pooling_param { pooled_h: 3 pooled_w: 3 }',
    tops: ['10x16x3x3'],
    ...fastRcnn,
  },
  { shows: 'a size is required', bottoms: ['1x8x4x4', '2x5'], refused: 'fork/roi-pooled-size', ...fastRcnn },
  {
    shows: 'a size is required on both axes',
    bottoms: ['1x8x4x4', '2x5'],
    text: 'roi_pooling_param { pooled_h: 2 }',
    refused: 'fork/roi-pooled-size',
    ...fastRcnn,
  },
  {
    shows: 'rejects more than four axes',
    bottoms: ['1x8x4x4x4', '2x5'],
    text: 'roi_pooling_param { pooled_h: 2 pooled_w: 2 }',
    refused: 'blob/legacy-axes',
    ...fastRcnn,
  },
  {
    shows: 'requires features and regions',
    bottoms: ['1x8x4x4'],
    text: 'roi_pooling_param { pooled_h: 2 pooled_w: 2 }',
    refused: 'net/min-bottoms',
    ...fastRcnn,
  },
  {
    shows: 'one size for all axes',
    bottoms: ['1x8x4x4', '2x5'],
    text: 'roi_pooling_param { pooled_size: 3 }',
    tops: ['2x8x3x3'],
    ...intel,
  },
  {
    shows: 'one size per axis',
    bottoms: ['1x8x4x4', '2x5'],
    text: 'roi_pooling_param { pooled_size: [3, 5] }',
    tops: ['2x8x3x5'],
    ...intel,
  },
  {
    shows: 'supports volumes',
    bottoms: ['1x8x4x6x6', '2x7'],
    text: 'roi_pooling_param { pooled_size: 3 }',
    tops: ['2x8x3x3x3'],
    ...intel,
  },
  {
    shows: 'volumes must have three axes',
    bottoms: ['1x8x4x6x6', '2x7'],
    text: 'roi_pooling_param { pooled_size: [3, 5] }',
    refused: 'fork/roi-pooled-size',
    ...intel,
  },
]);

specify('ROIAlign', [
  {
    shows: 'same shapes as ROIPooling',
    bottoms: ['1x512x38x50', '100x5'],
    text: 'roi_align_param { pooled_h: 7 pooled_w: 5 }',
    tops: ['100x512x7x5'],
    dialect: 'ddpn',
  },
  {
    shows: 'a size is required',
    bottoms: ['1x8x4x4', '2x5'],
    refused: 'fork/roi-pooled-size',
    dialect: 'ddpn',
  },
]);

specify('PSROIPooling', [
  {
    shows: 'as many channels as outputs, and the size of the group',
    bottoms: ['1x1029x38x50', '300x5'],
    text: 'psroi_pooling_param { spatial_scale: 0.0625 output_dim: 21 group_size: 7 }',
    tops: ['300x21x7x7'],
    ...rfcn,
  },
  {
    shows: 'maps per cell: 2 · 3² = 18 channels',
    bottoms: ['1x17x8x8', '4x5'],
    text: 'psroi_pooling_param { spatial_scale: 0.0625 output_dim: 2 group_size: 3 }',
    refused: 'fork/psroi-channels',
    ...rfcn,
  },
  {
    shows: 'requires output_dim',
    bottoms: ['1x18x8x8', '4x5'],
    text: 'psroi_pooling_param { spatial_scale: 0.0625 output_dim: 0 group_size: 3 }',
    refused: 'fork/psroi-size',
    ...rfcn,
  },
  {
    shows: 'requires group_size',
    bottoms: ['1x18x8x8', '4x5'],
    text: 'psroi_pooling_param { spatial_scale: 0.0625 output_dim: 2 group_size: -1 }',
    refused: 'fork/psroi-size',
    ...rfcn,
  },
]);

specify('Proposal', [
  {
    shows: 'space for the maximum number of proposals, 300 per image by default',
    bottoms: ['2x18x38x50', '2x36x38x50', '2x3'],
    text: 'proposal_param { ratio: 1 scale: 8 }',
    tops: ['600x5'],
    dialect: 'caffe-windows',
  },
  {
    shows: 'a second top has their scores',
    bottoms: ['1x18x38x50', '1x36x38x50', '1x3'],
    text: 'proposal_param { ratio: 1 scale: 8 post_nms_topn: 100 }',
    tops: ['100x5', '100'],
    dialect: 'seqface',
  },
  {
    shows: 'unknown number of proposals in another fork',
    bottoms: ['1x18x38x50', '1x36x38x50', '1x3'],
    text: 'proposal_param { stride_h: 16 stride_w: 16 nms_iou_th: 0.5 }',
    tops: ['?x5'],
    dialect: 'vitis',
  },
]);

specify('BoxAnnotatorOHEM', [
  {
    shows: 'one label per region, and weights of the box values',
    bottoms: ['300x5', '300', '300', '300x8'],
    text: 'box_annotator_ohem_param { roi_per_img: 128 }',
    tops: ['300x1x1x1', '300x8x1x1'],
    ...rfcn,
  },
  {
    shows: 'regions must have five numbers',
    bottoms: ['300x4', '300', '300', '300x8'],
    text: 'box_annotator_ohem_param { roi_per_img: 128 }',
    topNames: ['labels', 'weights'],
    refused: 'fork/ohem-shape',
    ...rfcn,
  },
  {
    shows: 'requires one loss per region',
    bottoms: ['300x5', '200', '300', '300x8'],
    text: 'box_annotator_ohem_param { roi_per_img: 128 }',
    topNames: ['labels', 'weights'],
    refused: 'fork/ohem-shape',
    ...rfcn,
  },
  {
    shows: 'requires one label per region',
    bottoms: ['300x5', '300', '300x2', '300x8'],
    text: 'box_annotator_ohem_param { roi_per_img: 128 }',
    topNames: ['labels', 'weights'],
    refused: 'fork/ohem-shape',
    ...rfcn,
  },
  {
    shows: 'requires weights at each position',
    bottoms: ['300x5', '300', '300', '300x8x2x1'],
    text: 'box_annotator_ohem_param { roi_per_img: 128 }',
    topNames: ['labels', 'weights'],
    refused: 'fork/ohem-shape',
    ...rfcn,
  },
  {
    shows: 'requires the number of regions to keep',
    bottoms: ['300x5', '300', '300', '300x8'],
    text: 'box_annotator_ohem_param { roi_per_img: 0 }',
    topNames: ['labels', 'weights'],
    refused: 'fork/ohem-regions',
    ...rfcn,
  },
]);

specify('ROIAlign', [
  {
    shows: 'Cascade R-CNN: the corners of the cells, with the parameters of ROIPooling',
    bottoms: ['1x16x20x30', '5x5'],
    text: 'roi_pooling_param { pooled_w: 7 pooled_h: 6 spatial_scale: 0.25 }',
    tops: ['5x16x7x8'],
    dialect: 'cascade-rcnn',
  },
  {
    shows: 'Cascade R-CNN: these parameters are required',
    bottoms: ['1x16x20x30', '5x5'],
    text: 'roi_pooling_param { pooled_w: 7 }',
    refused: 'fork/roi-pooled-size',
    dialect: 'cascade-rcnn',
  },
  {
    shows: 'other fork: the cells, with separate parameters',
    bottoms: ['1x16x20x30', '5x5'],
    text: 'roi_align_param { pooled_w: 7 pooled_h: 6 }',
    tops: ['5x16x6x7'],
    dialect: 'ddpn',
  },
  {
    shows: 'other fork: the parameters of ROIPooling are not read',
    bottoms: ['1x16x20x30', '5x5'],
    text: 'roi_pooling_param { pooled_w: 7 pooled_h: 6 }',
    refused: 'fork/roi-pooled-size',
    dialect: 'ddpn',
  },
]);
