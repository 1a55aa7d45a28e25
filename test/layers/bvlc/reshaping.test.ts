import { specify } from '../../support/layerTable.ts';

specify('Flatten', [
  { shows: 'merges all axes after the batch', bottoms: ['2x3x4x5'], tops: ['2x60'] },
  { shows: 'keeps two axes unchanged', bottoms: ['2x3'], tops: ['2x3'] },
  {
    shows: 'merges from axis to end_axis',
    bottoms: ['2x3x4x5'],
    text: 'flatten_param { axis: 1 end_axis: 2 }',
    tops: ['2x12x5'],
  },
  {
    shows: 'negative axes count from the end',
    bottoms: ['2x3x4x5'],
    text: 'flatten_param { axis: -3 end_axis: -2 }',
    tops: ['2x12x5'],
  },
  {
    shows: 'merges all axes into one',
    bottoms: ['2x3x4'],
    text: 'flatten_param { axis: 0 }',
    tops: ['24'],
  },
  {
    shows: 'axis = end_axis + 1 inserts an axis of 1',
    bottoms: ['2x3x4'],
    text: 'flatten_param { axis: 2 end_axis: 1 }',
    tops: ['2x3x1x4'],
  },
  { shows: 'an empty blob', bottoms: ['2x0x4'], tops: ['2x0'] },
  {
    shows: 'axis may not be further after end_axis',
    bottoms: ['2x3x4x5'],
    text: 'flatten_param { axis: 3 end_axis: 1 }',
    refused: 'flatten/start-after-end',
  },
  { shows: 'requires two axes', bottoms: ['2'], refused: 'blob/axis-range' },
  { shows: 'a scalar has nothing to merge', bottoms: ['scalar'], refused: 'blob/axis-range' },
  {
    shows: 'end_axis must be in range',
    bottoms: ['2x3'],
    text: 'flatten_param { end_axis: 2 }',
    refused: 'blob/axis-range',
  },
  {
    shows: 'does not support in-place computation',
    bottoms: ['2x3'],
    topNames: ['in0'],
    refused: 'flatten/in-place',
  },
]);

const toShape = (dims: string, rest = '') =>
  `reshape_param { shape { ${dims
    .split(' ')
    .map((dim) => `dim: ${dim}`)
    .join(' ')} } ${rest} }`;

specify('Reshape', [
  { shows: '0 copies an axis, -1 is inferred', bottoms: ['2x3x4'], text: toShape('0 -1'), tops: ['2x12'] },
  { shows: 'other numbers set the axis', bottoms: ['2x3x4'], text: toShape('4 6'), tops: ['4x6'] },
  {
    shows: 'num_axes axes from axis on are replaced',
    bottoms: ['2x6x4'],
    text: toShape('2 3', 'axis: 1 num_axes: 1'),
    tops: ['2x2x3x4'],
  },
  {
    shows: 'with num_axes 0 the shape is inserted',
    bottoms: ['2x3'],
    text: toShape('1', 'axis: 1 num_axes: 0'),
    tops: ['2x1x3'],
  },
  {
    shows: 'axis -1 is after the last axis',
    bottoms: ['2x3'],
    text: toShape('1 1', 'axis: -1'),
    tops: ['2x3x1x1'],
  },
  {
    shows: 'axis -(axes + 1) is the first',
    bottoms: ['2x3'],
    text: toShape('6', 'axis: -3'),
    tops: ['6'],
  },
  {
    shows: '0 copies the axis at the same index, even after the replaced ones',
    bottoms: ['6x1x4'],
    text: toShape('6 0', 'num_axes: 1'),
    tops: ['6x1x1x4'],
  },
  {
    shows: 'an empty shape removes axes of 1',
    bottoms: ['2x3x1x1'],
    text: 'reshape_param { axis: 2 }',
    tops: ['2x3'],
  },
  { shows: 'without parameters a single value becomes a scalar', bottoms: ['1x1'], tops: ['scalar'] },
  {
    shows: 'sizes are narrowed to 32 bits',
    bottoms: ['2x3'],
    // 2^32 + 2
    text: toShape('4294967298 3'),
    tops: ['2x3'],
  },
  {
    shows: 'rejects several -1',
    bottoms: ['2x3'],
    text: toShape('-1 -1'),
    refused: 'reshape/multiple-infer',
  },
  {
    shows: 'axis must be at least -(axes + 1)',
    bottoms: ['2x3'],
    text: toShape('6', 'axis: -4'),
    refused: 'reshape/axis-low',
  },
  {
    shows: 'axis must be at most the number of axes',
    bottoms: ['2x3'],
    text: toShape('1', 'axis: 3'),
    refused: 'reshape/axis-high',
  },
  {
    shows: 'num_axes must be at least -1',
    bottoms: ['2x3'],
    text: toShape('6', 'num_axes: -2'),
    refused: 'reshape/num-axes',
  },
  {
    shows: 'axis + num_axes may not exceed the axes',
    bottoms: ['2x3'],
    text: toShape('6', 'axis: 1 num_axes: 2'),
    refused: 'reshape/end-axis',
  },
  {
    shows: '0 requires an axis to copy',
    bottoms: ['2x3'],
    text: toShape('0 0 0'),
    refused: 'reshape/copy-axis',
  },
  {
    shows: 'the inferred axis must be an integer',
    bottoms: ['2x3'],
    text: toShape('4 -1'),
    refused: 'reshape/infer-divisible',
  },
  {
    shows: '-1 cannot be inferred with an axis of 0',
    bottoms: ['2x0'],
    text: toShape('0 0 -1'),
    refused: 'reshape/infer-zero',
  },
  {
    shows: 'negative axes are rejected',
    bottoms: ['2x3'],
    text: toShape('-2 -3'),
    refused: 'blob/negative-dim',
  },
  {
    shows: 'the number of values must be the same',
    bottoms: ['2x3'],
    text: toShape('5'),
    refused: 'reshape/count',
  },
  {
    shows: 'an empty bottom has no memory',
    bottoms: ['2x0'],
    text: toShape('0 0'),
    refused: 'blob/no-data',
  },
  {
    shows: 'does not support in-place computation',
    bottoms: ['2x3'],
    text: toShape('6'),
    topNames: ['in0'],
    refused: 'reshape/in-place',
  },
]);

specify('Crop', [
  { shows: 'crops height and width by default', bottoms: ['1x3x8x8', '1x5x4x6'], tops: ['1x3x4x6'] },
  {
    shows: 'crops from a negative axis on',
    bottoms: ['1x3x8x8', '1x5x4x6'],
    text: 'crop_param { axis: -1 }',
    tops: ['1x3x8x6'],
  },
  {
    shows: 'one offset applies to all axes',
    bottoms: ['1x5x8x8', '1x3x6x6'],
    text: 'crop_param { axis: 1 offset: 2 }',
    tops: ['1x3x6x6'],
  },
  {
    shows: 'one offset per axis',
    bottoms: ['1x5x8x8', '1x3x6x7'],
    text: 'crop_param { axis: 1 offset: [2, 2, 1] }',
    tops: ['1x3x6x7'],
  },
  { shows: 'additional axes of the reference are ignored', bottoms: ['2x3x8', '2x3x4x9'], tops: ['2x3x4'] },
  { shows: 'crops to an empty blob', bottoms: ['1x3x8x8', '1x3x0x4'], tops: ['1x3x0x4'] },
  { shows: 'two axes are too few for axis 2', bottoms: ['2x3', '2x3'], refused: 'crop/axis-range' },
  {
    shows: 'several offsets must match the cropped axes',
    bottoms: ['1x5x8x8', '1x3x6x6'],
    text: 'crop_param { axis: 1 offset: [2, 2] }',
    refused: 'crop/offset-count',
  },
  {
    shows: 'the reference must have the cropped axes',
    bottoms: ['1x3x8x8', '1x3x4'],
    refused: 'crop/reference-axes',
  },
  { shows: 'rejects a larger reference', bottoms: ['1x3x8x8', '1x3x8x9'], refused: 'crop/bounds' },
  {
    shows: 'the reference must fit after the offset',
    bottoms: ['1x3x8x8', '1x3x6x6'],
    text: 'crop_param { offset: 3 }',
    refused: 'crop/bounds',
  },
  { shows: 'requires two bottoms', bottoms: ['1x3x8x8'], refused: 'net/exact-bottoms' },
]);

specify('Tile', [
  { shows: 'repeats channels', bottoms: ['2x3x4'], text: 'tile_param { tiles: 3 }', tops: ['2x9x4'] },
  {
    shows: 'repeats along a negative axis',
    bottoms: ['2x3x4'],
    text: 'tile_param { axis: -1 tiles: 2 }',
    tops: ['2x3x8'],
  },
  {
    shows: 'axis must be in range',
    bottoms: ['2x3'],
    text: 'tile_param { axis: 2 tiles: 2 }',
    refused: 'tile/axis-range',
  },
  { shows: 'tiles is required', bottoms: ['2x3'], refused: 'tile/tiles-missing' },
  {
    shows: 'tiles must not be 0',
    bottoms: ['2x3'],
    text: 'tile_param { tiles: 0 }',
    refused: 'tile/tiles-positive',
  },
  {
    shows: 'negative tiles result in a negative axis',
    bottoms: ['2x3'],
    text: 'tile_param { tiles: -1 }',
    refused: 'tile/tiles-negative',
  },
  {
    shows: 'the top may not exceed 2^31 - 1 values',
    bottoms: ['65536x16384'],
    text: 'tile_param { tiles: 2 }',
    refused: 'blob/int-max',
  },
]);

const ssd = { dialect: 'ssd' } as const;

specify('Permute', [
  {
    shows: 'permutes axes to the given order',
    bottoms: ['2x3x4x5'],
    text: 'permute_param { order: [0, 2, 3, 1] }',
    tops: ['2x4x5x3'],
    ...ssd,
  },
  {
    shows: 'in place, the axes move twice: once at set-up, once in Reshape',
    bottoms: ['2x3x4x5'],
    text: 'permute_param { order: [0, 2, 3, 1] }',
    topNames: ['in0'],
    tops: ['2x5x3x4'],
    ...ssd,
  },
  {
    shows: 'in place, a swap cancels itself',
    bottoms: ['2x3'],
    text: 'permute_param { order: 1 }',
    topNames: ['in0'],
    tops: ['2x3'],
    ...ssd,
  },
  {
    shows: 'axes not listed follow',
    bottoms: ['2x3x4x5'],
    text: 'permute_param { order: 3 }',
    tops: ['5x2x3x4'],
    ...ssd,
  },
  { shows: 'without order the axes are unchanged', bottoms: ['2x3x4'], tops: ['2x3x4'], ...ssd },
  {
    shows: 'axes must be in range',
    bottoms: ['2x3'],
    text: 'permute_param { order: 2 }',
    refused: 'ssd/permute-order-range',
    ...ssd,
  },
  {
    shows: 'axes must be unique',
    bottoms: ['2x3'],
    text: 'permute_param { order: [1, 1] }',
    refused: 'ssd/permute-duplicate',
    ...ssd,
  },
  {
    shows: 'an order from 2^31 on is negative',
    bottoms: ['2x3'],
    text: 'permute_param { order: 2147483648 }',
    refused: 'ssd/permute-count',
    ...ssd,
  },
  { shows: 'only the SSD fork has it', bottoms: ['2x3'], refused: 'net/unknown-layer-type' },
]);
