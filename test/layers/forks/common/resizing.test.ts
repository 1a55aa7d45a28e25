import assert from 'node:assert/strict';
import { test } from 'node:test';
import { specify } from '../../../support/layerTable.ts';
import { layer, readNet } from '../../../support/netTable.ts';

specify('Interp', [
  {
    shows: 'resizes to the given size',
    dialect: 'pspnet',
    bottoms: ['1x150x60x60'],
    text: 'interp_param { height: 473 width: 713 }',
    tops: ['1x150x473x713'],
  },
  {
    shows: 'a zoom interpolates between the corners',
    dialect: 'dorn',
    bottoms: ['1x3x5x9'],
    text: 'interp_param { zoom_factor: 8 }',
    // 4·8 + 1 and 8·8 + 1
    tops: ['1x3x33x65'],
  },
  {
    shows: 'a shrink keeps the corners',
    dialect: 'segaware',
    bottoms: ['1x3x33x66'],
    text: 'interp_param { shrink_factor: 8 }',
    // ⌊32/8⌋ + 1 and ⌊65/8⌋ + 1
    tops: ['1x3x5x9'],
  },
  {
    shows: 'the shrink is applied before the zoom',
    dialect: 'pspnet',
    bottoms: ['1x3x33x66'],
    text: 'interp_param { shrink_factor: 8 zoom_factor: 2 }',
    // 4·2 + 1 and 8·2 + 1
    tops: ['1x3x9x17'],
  },
  {
    shows: 'a size overrides two factors, but not one',
    dialect: 'pspnet',
    bottoms: ['1x3x33x66'],
    text: 'interp_param { shrink_factor: 8 zoom_factor: 2 height: 10 width: 20 }',
    tops: ['1x3x10x20'],
  },
  {
    shows: 'one factor overrides a size',
    dialect: 'pspnet',
    bottoms: ['1x3x5x9'],
    text: 'interp_param { zoom_factor: 2 height: 10 width: 20 }',
    tops: ['1x3x9x17'],
  },
  {
    shows: 'padding crops',
    dialect: 'pspnet',
    bottoms: ['1x3x10x12'],
    text: 'interp_param { zoom_factor: 2 pad_beg: -1 pad_end: -2 }',
    // (10 − 3 − 1)·2 + 1 and (12 − 3 − 1)·2 + 1
    tops: ['1x3x13x17'],
  },
  {
    shows: 'padding only crops',
    dialect: 'pspnet',
    bottoms: ['1x3x10x12'],
    text: 'interp_param { zoom_factor: 2 pad_end: 1 }',
    refused: 'fork/interp-pad',
  },
  {
    shows: 'requires a size',
    dialect: 'pspnet',
    bottoms: ['1x3x10x12'],
    text: 'interp_param { height: 10 }',
    refused: 'fork/interp-size',
  },
  {
    shows: 'the size must be positive',
    dialect: 'pspnet',
    bottoms: ['1x3x10x12'],
    text: 'interp_param { height: 10 width: 0 }',
    refused: 'fork/interp-size',
  },
  {
    shows: 'the factor must be positive',
    dialect: 'pspnet',
    bottoms: ['1x3x10x12'],
    text: 'interp_param { zoom_factor: 0 }',
    refused: 'fork/interp-factor',
  },
  {
    shows: 'a second bottom is rejected',
    dialect: 'pspnet',
    bottoms: ['1x3x10x12', '1x3x20x20'],
    text: 'interp_param { zoom_factor: 2 }',
    refused: 'net/exact-bottoms',
  },
]);

specify('Interp', [
  {
    shows: "MyCaffe's zooms whole images",
    dialect: 'mycaffe',
    bottoms: ['1x3x5x9'],
    text: 'interp_param { zoom_factor: 8 pad_end: -1 }',
    // (5 − 1)·8 and (9 − 1)·8
    tops: ['1x3x32x64'],
  },
  {
    shows: "MyCaffe's shrinks like the others",
    dialect: 'mycaffe',
    bottoms: ['1x3x33x66'],
    text: 'interp_param { shrink_factor: 8 }',
    tops: ['1x3x5x9'],
  },
]);

test('Interp explains the sizes that result from its factors', () => {
  const net = readNet({
    dialect: 'pspnet',
    net: [
      'input: "data" input_dim: [1, 3, 33, 66]',
      layer('Interp', 'both', 'data > both', 'interp_param { shrink_factor: 8 zoom_factor: 2 }'),
      layer('Interp', 'zoom', 'data > zoom', 'interp_param { zoom_factor: 2 pad_beg: -1 }'),
      layer('Interp', 'size', 'data > size', 'interp_param { height: 9 width: 9 }'),
    ],
  });
  const explained = (name: string) => {
    const found = net.layers.find((one) => one.name === name);
    return found?.definition?.explain?.(
      found.context,
      found.outputs.map(({ shape }) => shape),
    );
  };
  assert.deepEqual(explained('both'), ['⌊(33 − 1) / 8⌋·2 + 1 = 9', '⌊(66 − 1) / 8⌋·2 + 1 = 17']);
  assert.deepEqual(explained('zoom'), ['((33 − 1) − 1)·2 + 1 = 63', '((66 − 1) − 1)·2 + 1 = 129']);
  assert.deepEqual(explained('size'), []);
});

specify('MaskResize', [
  {
    shows: 'resizes to the given size',
    dialect: 'sstd',
    bottoms: ['1x1x50x50'],
    text: 'mask_resize_param { output_height: 64 output_width: 32 }',
    tops: ['1x1x64x32'],
  },
  {
    shows: 'a factor overrides a size',
    dialect: 'sstd',
    bottoms: ['1x1x50x51'],
    text: 'mask_resize_param { output_height: 1 output_width: 1 factor_height: 2 factor_width: 0.5 }',
    tops: ['1x1x100x25'],
  },
  {
    shows: 'the size is required even with a factor',
    dialect: 'sstd',
    bottoms: ['1x1x50x51'],
    text: 'mask_resize_param { factor_height: 2 factor_width: 0.5 }',
    refused: 'fork/mask-size',
  },
]);

specify('ImResize', [
  {
    shows: 'results in one image of 368×368',
    dialect: 'rtpose',
    bottoms: ['4x57x46x46'],
    tops: ['1x57x368x368'],
  },
  {
    shows: 'multiplies height and width',
    dialect: 'rtpose',
    bottoms: ['4x57x46x82'],
    text: 'imresize_param { factor: 8 }',
    tops: ['1x57x368x656'],
  },
  { shows: 'requires 4 axes', dialect: 'rtpose', bottoms: ['4x57x46'], refused: 'blob/axis-range' },
]);

specify('Resample', [
  {
    shows: 'resizes to the given size',
    dialect: 'flownet2',
    bottoms: ['1x2x96x128'],
    text: 'resample_param { height: 384 width: 512 }',
    tops: ['1x2x384x512'],
  },
  {
    shows: 'resizes to the size of its second bottom',
    dialect: 'flownet2',
    bottoms: ['1x2x96x128', '1x3x384x512'],
    tops: ['1x2x384x512'],
  },
  { shows: 'requires a size', dialect: 'flownet2', bottoms: ['1x2x96x128'], refused: 'fork/resample-size' },
]);

specify('Downsample', [
  {
    shows: 'resizes to the given size',
    dialect: 'flownet2',
    bottoms: ['1x2x96x128'],
    text: 'downsample_param { top_height: 48 top_width: 64 }',
    tops: ['1x2x48x64'],
  },
  {
    shows: 'resizes to the size of its second bottom',
    dialect: 'flownet2',
    bottoms: ['1x2x96x128', '1x3x24x32'],
    tops: ['1x2x24x32'],
  },
  { shows: 'requires a size', dialect: 'flownet2', bottoms: ['1x2x96x128'], refused: 'fork/resample-size' },
]);

specify('Tiling', [
  {
    shows: 'converts groups of channels to tiles',
    dialect: 'vpgnet',
    bottoms: ['2x64x15x20'],
    text: 'tiling_param { tile_dim: 8 }',
    tops: ['2x1x120x160'],
  },
  {
    shows: 'the channels must be whole groups',
    dialect: 'vpgnet',
    bottoms: ['2x65x15x20'],
    text: 'tiling_param { tile_dim: 8 }',
    refused: 'fork/tiling-channels',
  },
  {
    shows: 'requires the side of a tile',
    dialect: 'vpgnet',
    bottoms: ['2x64x15x20'],
    refused: 'fork/tiling-dim',
  },
]);

specify('Resize', [
  {
    shows: 'the stated size',
    dialect: 'caffe-windows',
    bottoms: ['2x3x8x9'],
    text: 'resize_param { height: 4 width: 5 }',
    tops: ['2x3x4x5'],
  },
  {
    shows: 'factors, rounded down',
    dialect: 'caffe-windows',
    bottoms: ['2x3x9x9'],
    text: 'resize_param { is_pyramid_test: true out_height_scale: 0.5 out_width_scale: 2 }',
    tops: ['2x3x4x18'],
  },
  {
    shows: 'requires both sizes',
    dialect: 'caffe-windows',
    bottoms: ['2x3x8x9'],
    text: 'resize_param { height: 4 }',
    refused: 'fork/resize-fields',
  },
  {
    shows: 'requires both factors',
    dialect: 'caffe-windows',
    bottoms: ['2x3x8x9'],
    text: 'resize_param { is_pyramid_test: true height: 4 width: 4 out_width_scale: 2 }',
    refused: 'fork/resize-fields',
  },
]);
