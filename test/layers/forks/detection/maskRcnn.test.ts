import { specify } from '../../../support/layerTable.ts';

const synopsys = { dialect: 'synopsys' } as const;

specify('CropAndResize', [
  {
    shows: 'channels are last by default',
    bottoms: ['2x8x9x16', '5', '5x4'],
    text: 'crop_and_resize_param { crop_h: 7 crop_w: 6 }',
    tops: ['5x7x6x16'],
    ...synopsys,
  },
  {
    shows: 'channels may be first',
    bottoms: ['2x16x8x9', '5', '5x4'],
    text: 'crop_and_resize_param { crop_h: 7 crop_w: 6 data_format: "NCHW" }',
    tops: ['5x16x7x6'],
    ...synopsys,
  },
  {
    shows: 'requires a size',
    bottoms: ['2x8x9x16', '5', '5x4'],
    text: 'crop_and_resize_param { crop_h: 7 }',
    refused: 'fork/crop-resize-size',
    ...synopsys,
  },
  {
    shows: 'requires features of four axes',
    bottoms: ['8x9x16', '5', '5x4'],
    text: 'crop_and_resize_param { crop_h: 7 crop_w: 6 }',
    refused: 'fork/bottom-axes',
    ...synopsys,
  },
  {
    shows: 'requires coordinates',
    bottoms: ['2x8x9x16', '5', '5x5'],
    text: 'crop_and_resize_param { crop_h: 7 crop_w: 6 }',
    refused: 'fork/box-coordinates',
    ...synopsys,
  },
  {
    shows: 'requires an image for each box',
    bottoms: ['2x8x9x16', '4', '5x4'],
    text: 'crop_and_resize_param { crop_h: 7 crop_w: 6 }',
    refused: 'fork/box-scores',
    ...synopsys,
  },
]);

specify('PyramidROIAlign', [
  {
    shows: 'channels are last by default',
    bottoms: ['2x10x4', '2x93', '2x8x8x16', '2x8x8x16', '2x8x8x16', '2x8x8x16'],
    text: 'pyramid_roi_align_param { crop_height: 7 crop_width: 6 }',
    tops: ['2x10x7x6x16'],
    ...synopsys,
  },
  {
    shows: 'channels may be first',
    bottoms: ['2x10x4', '2x93', '2x8x8x16', '2x8x8x16', '2x8x8x16', '2x8x8x16'],
    text: 'pyramid_roi_align_param { crop_height: 7 crop_width: 6 data_format: "NCHW" }',
    tops: ['2x10x16x7x6'],
    ...synopsys,
  },
  {
    shows: 'requires a size',
    bottoms: ['2x10x4', '2x93', '2x8x8x16', '2x8x8x16', '2x8x8x16', '2x8x8x16'],
    text: 'pyramid_roi_align_param { crop_height: 7 crop_width: 0 }',
    refused: 'fork/crop-resize-size',
    ...synopsys,
  },
]);

specify('MaskRCNNProposal', [
  {
    shows: 'has a fixed number of regions',
    bottoms: ['1x100x2', '1x100x4', '100x4'],
    text: 'maskrcnn_proposal_param { batch_size: 2 post_nms_rois_inference: 50 }',
    tops: ['2x50x4'],
    ...synopsys,
  },
  {
    shows: 'requires regions',
    bottoms: ['100', '1x100x4', '100x4'],
    refused: 'blob/axis-range',
    ...synopsys,
  },
]);

specify('MaskRCNNDetection', [
  {
    shows: 'has a fixed number of detections',
    bottoms: ['1x50x4', '1x50x81', '1x50x81x4', '1x93'],
    text: 'maskrcnn_detection_param { batch_size: 2 detection_max_instances: 30 }',
    tops: ['2x30x6'],
    ...synopsys,
  },
  {
    shows: 'requires the axes of the bottoms',
    bottoms: ['1x50x4', '1x50x81', '1x50x81x4', '93'],
    refused: 'fork/mask-axes',
    ...synopsys,
  },
  {
    shows: 'requires coordinates of the regions',
    bottoms: ['1x50x5', '1x50x81', '1x50x81x4', '1x93'],
    refused: 'fork/mask-regions',
    ...synopsys,
  },
  {
    shows: 'requires scores of the regions',
    bottoms: ['1x50x4', '1x51x81', '1x51x81x4', '1x93'],
    refused: 'fork/mask-regions',
    ...synopsys,
  },
  {
    shows: 'requires corrections of the classes',
    bottoms: ['1x50x4', '1x50x81', '1x50x80x4', '1x93'],
    refused: 'fork/mask-regions',
    ...synopsys,
  },
]);
