import assert from 'node:assert/strict';
import { test } from 'node:test';
import { specify } from '../../../support/layerTable.ts';
import { input, layer, readNet } from '../../../support/netTable.ts';

specify('Interp', [
  {
    shows: 'makes the given size',
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
    shows: 'a shrink goes before a zoom',
    dialect: 'pspnet',
    bottoms: ['1x3x33x66'],
    text: 'interp_param { shrink_factor: 8 zoom_factor: 2 }',
    // 4·2 + 1 and 8·2 + 1
    tops: ['1x3x9x17'],
  },
  {
    shows: 'a size goes before both factors, but not before one',
    dialect: 'pspnet',
    bottoms: ['1x3x33x66'],
    text: 'interp_param { shrink_factor: 8 zoom_factor: 2 height: 10 width: 20 }',
    tops: ['1x3x10x20'],
  },
  {
    shows: 'one factor goes before a size',
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
    shows: 'needs a size',
    dialect: 'pspnet',
    bottoms: ['1x3x10x12'],
    text: 'interp_param { height: 10 }',
    refused: 'fork/interp-size',
  },
  {
    shows: 'the size is positive',
    dialect: 'pspnet',
    bottoms: ['1x3x10x12'],
    text: 'interp_param { height: 10 width: 0 }',
    refused: 'fork/interp-size',
  },
  {
    shows: 'the factor is positive',
    dialect: 'pspnet',
    bottoms: ['1x3x10x12'],
    text: 'interp_param { zoom_factor: 0 }',
    refused: 'fork/interp-factor',
  },
  {
    shows: 'one bottom alone: its size cannot come from another',
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
    shows: "MyCaffe's shrinks as the others do",
    dialect: 'mycaffe',
    bottoms: ['1x3x33x66'],
    text: 'interp_param { shrink_factor: 8 }',
    tops: ['1x3x5x9'],
  },
]);

test('Interp explains the sizes that its factors make', () => {
  const net = readNet({
    dialect: 'pspnet',
    net: [
      input('data', '1x3x33x66'),
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
    shows: 'makes the given size',
    dialect: 'sstd',
    bottoms: ['1x1x50x50'],
    text: 'mask_resize_param { output_height: 64 output_width: 32 }',
    tops: ['1x1x64x32'],
  },
  {
    shows: 'a factor takes the place of a size',
    dialect: 'sstd',
    bottoms: ['1x1x50x51'],
    text: 'mask_resize_param { output_height: 1 output_width: 1 factor_height: 2 factor_width: 0.5 }',
    tops: ['1x1x100x25'],
  },
  {
    shows: 'the size must be there even then',
    dialect: 'sstd',
    bottoms: ['1x1x50x51'],
    text: 'mask_resize_param { factor_height: 2 factor_width: 0.5 }',
    refused: 'fork/mask-size',
  },
]);

specify('ImResize', [
  {
    shows: 'makes one image of 368×368',
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
  { shows: 'needs 4 axes', dialect: 'rtpose', bottoms: ['4x57x46'], refused: 'blob/axis-range' },
]);

specify('Resample', [
  {
    shows: 'makes the given size',
    dialect: 'flownet2',
    bottoms: ['1x2x96x128'],
    text: 'resample_param { height: 384 width: 512 }',
    tops: ['1x2x384x512'],
  },
  {
    shows: 'makes the size of its second bottom',
    dialect: 'flownet2',
    bottoms: ['1x2x96x128', '1x3x384x512'],
    tops: ['1x2x384x512'],
  },
  { shows: 'needs a size', dialect: 'flownet2', bottoms: ['1x2x96x128'], refused: 'fork/resample-size' },
]);

specify('Downsample', [
  {
    shows: 'makes the given size',
    dialect: 'flownet2',
    bottoms: ['1x2x96x128'],
    text: 'downsample_param { top_height: 48 top_width: 64 }',
    tops: ['1x2x48x64'],
  },
  {
    shows: 'makes the size of its second bottom',
    dialect: 'flownet2',
    bottoms: ['1x2x96x128', '1x3x24x32'],
    tops: ['1x2x24x32'],
  },
  { shows: 'needs a size', dialect: 'flownet2', bottoms: ['1x2x96x128'], refused: 'fork/resample-size' },
]);

specify('Tiling', [
  {
    shows: 'lays groups of channels out as tiles',
    dialect: 'vpgnet',
    bottoms: ['2x64x15x20'],
    text: 'tiling_param { tile_dim: 8 }',
    tops: ['2x1x120x160'],
  },
  {
    shows: 'the channels are whole groups',
    dialect: 'vpgnet',
    bottoms: ['2x65x15x20'],
    text: 'tiling_param { tile_dim: 8 }',
    refused: 'fork/tiling-channels',
  },
  {
    shows: 'needs the side of a tile',
    dialect: 'vpgnet',
    bottoms: ['2x64x15x20'],
    refused: 'fork/tiling-dim',
  },
]);
