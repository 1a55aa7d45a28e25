import { specify } from '../../../support/layerTable.ts';

const vitis = { dialect: 'vitis' } as const;

specify('DeephiResize', [
  {
    shows: 'the stated size',
    bottoms: ['2x3x8x9'],
    text: 'deephi_resize_param { new_height: 16 new_width: 20 scale_h: 3 scale_w: 3 }',
    tops: ['2x3x16x20'],
    ...vitis,
  },
  {
    shows: 'factors, rounded down',
    bottoms: ['2x3x9x9'],
    text: 'deephi_resize_param { scale_h: 0.5 scale_w: 2 }',
    tops: ['2x3x4x18'],
    ...vitis,
  },
  { shows: 'no change by default', bottoms: ['2x3x9x9'], tops: ['2x3x9x9'], ...vitis },
  {
    shows: 'both sizes',
    bottoms: ['2x3x9x9'],
    text: 'deephi_resize_param { new_width: 2 }',
    refused: 'fork/resize-pair',
    ...vitis,
  },
  {
    shows: 'both factors',
    bottoms: ['2x3x9x9'],
    text: 'deephi_resize_param { scale_h: 2 }',
    refused: 'fork/resize-pair',
    ...vitis,
  },
  {
    shows: 'rejects a negative factor',
    bottoms: ['2x3x9x9'],
    text: 'deephi_resize_param { scale_h: -1 scale_w: 1 }',
    refused: 'blob/negative-dim',
    ...vitis,
  },
]);

specify('GSTiling', [
  {
    shows: 'blocks to channels',
    bottoms: ['2x3x8x12'],
    text: 'gs_tiling_param { stride: 4 }',
    tops: ['2x48x2x3'],
    ...vitis,
  },
  {
    shows: 'channels to blocks',
    bottoms: ['2x48x2x3'],
    text: 'gs_tiling_param { stride: 4 reverse: true }',
    tops: ['2x3x8x12'],
    ...vitis,
  },
  { shows: 'requires a stride', bottoms: ['2x3x8x8'], refused: 'fork/tiling-dim', ...vitis },
  {
    shows: 'whole blocks',
    bottoms: ['2x3x8x9'],
    text: 'gs_tiling_param { stride: 4 }',
    refused: 'fork/gs-tiling',
    ...vitis,
  },
  {
    shows: 'whole groups of channels',
    bottoms: ['2x8x2x2'],
    text: 'gs_tiling_param { stride: 4 reverse: true }',
    refused: 'fork/gs-tiling',
    ...vitis,
  },
]);

specify('OperateSeg', [{ shows: 'the shape with four axes', bottoms: ['2x8'], tops: ['2x8x1x1'], ...vitis }]);

const intel = { dialect: 'intel' } as const;

specify('MnActivation', [
  {
    // 8 parts of the batch become 2, so 4 times as many items, of the 4 parts of the channels.
    shows: 'moves parts of the model to the batch',
    bottoms: ['16x3x4x4'],
    text: 'mn_activation_param { num_nodes_in: 8 num_nodes_out: 8 model_parts_in: 1 model_parts_out: 4 }',
    tops: ['64x3x4x4'],
    ...intel,
  },
  {
    shows: 'gathers the channels',
    bottoms: ['64x3'],
    text: 'mn_activation_param { num_nodes_in: 8 num_nodes_out: 8 model_parts_in: 4 model_parts_out: 1 }',
    tops: ['16x12'],
    ...intel,
  },
  { shows: 'depends on the run by default', bottoms: ['64x3x4'], tops: ['?x?x4'], ...intel },
  {
    shows: 'parts divide the nodes',
    bottoms: ['64x3'],
    text: 'mn_activation_param { num_nodes_in: 8 model_parts_in: 3 }',
    refused: 'fork/node-parts',
    ...intel,
  },
  {
    shows: 'the distribution changes',
    bottoms: ['64x3'],
    text: 'mn_activation_param { num_nodes_in: 8 num_nodes_out: 8 }',
    refused: 'fork/node-parts',
    ...intel,
  },
]);
