import { describe } from 'node:test';
import { specify } from '../../support/layerTable.ts';

specify('Flatten', [
  { shows: 'merges everything behind the batch', bottoms: ['2x3x4x5'], tops: ['2x60'] },
  { shows: 'leaves two axes as they are', bottoms: ['2x3'], tops: ['2x3'] },
  {
    shows: 'from axis to end_axis',
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
    shows: 'everything into one axis',
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
    shows: 'axis does not lie further behind end_axis',
    bottoms: ['2x3x4x5'],
    text: 'flatten_param { axis: 3 end_axis: 1 }',
    refused: 'flatten/start-after-end',
  },
  { shows: 'one axis is too few', bottoms: ['2'], refused: 'blob/axis-range' },
  { shows: 'a scalar has nothing to merge', bottoms: ['scalar'], refused: 'blob/axis-range' },
  {
    shows: 'end_axis must be an axis',
    bottoms: ['2x3'],
    text: 'flatten_param { end_axis: 2 }',
    refused: 'blob/axis-range',
  },
  { shows: 'cannot work in place', bottoms: ['2x3'], topNames: ['in0'], refused: 'flatten/in-place' },
]);

const toShape = (dims: string, rest = '') =>
  `reshape_param { shape { ${dims
    .split(' ')
    .map((dim) => `dim: ${dim}`)
    .join(' ')} } ${rest} }`;

specify('Reshape', [
  { shows: '0 copies an axis, -1 is the rest', bottoms: ['2x3x4'], text: toShape('0 -1'), tops: ['2x12'] },
  { shows: 'numbers are taken as they are', bottoms: ['2x3x4'], text: toShape('4 6'), tops: ['4x6'] },
  {
    shows: 'num_axes axes from axis on are replaced',
    bottoms: ['2x6x4'],
    text: toShape('2 3', 'axis: 1 num_axes: 1'),
    tops: ['2x2x3x4'],
  },
  {
    shows: 'no axes replaced: the shape is inserted',
    bottoms: ['2x3'],
    text: toShape('1', 'axis: 1 num_axes: 0'),
    tops: ['2x1x3'],
  },
  {
    shows: 'axis -1 stands behind the last axis',
    bottoms: ['2x3'],
    text: toShape('1 1', 'axis: -1'),
    tops: ['2x3x1x1'],
  },
  {
    shows: 'axis -(axes + 1) is the front',
    bottoms: ['2x3'],
    text: toShape('6', 'axis: -3'),
    tops: ['6'],
  },
  {
    shows: '0 copies the axis of its own place, even behind the replaced ones',
    bottoms: ['6x1x4'],
    text: toShape('6 0', 'num_axes: 1'),
    tops: ['6x1x1x4'],
  },
  {
    shows: 'no shape removes axes of 1',
    bottoms: ['2x3x1x1'],
    text: 'reshape_param { axis: 2 }',
    tops: ['2x3'],
  },
  { shows: 'without parameters one value becomes a scalar', bottoms: ['1x1'], tops: ['scalar'] },
  {
    shows: 'sizes are narrowed to 32 bits',
    bottoms: ['2x3'],
    // 2^32 + 2
    text: toShape('4294967298 3'),
    tops: ['2x3'],
  },
  { shows: 'only one -1', bottoms: ['2x3'], text: toShape('-1 -1'), refused: 'reshape/multiple-infer' },
  {
    shows: 'axis is not below -(axes + 1)',
    bottoms: ['2x3'],
    text: toShape('6', 'axis: -4'),
    refused: 'reshape/axis-low',
  },
  {
    shows: 'axis is not above the number of axes',
    bottoms: ['2x3'],
    text: toShape('1', 'axis: 3'),
    refused: 'reshape/axis-high',
  },
  {
    shows: 'num_axes is not below -1',
    bottoms: ['2x3'],
    text: toShape('6', 'num_axes: -2'),
    refused: 'reshape/num-axes',
  },
  {
    shows: 'axis + num_axes stays within the axes',
    bottoms: ['2x3'],
    text: toShape('6', 'axis: 1 num_axes: 2'),
    refused: 'reshape/end-axis',
  },
  {
    shows: '0 needs an axis to copy',
    bottoms: ['2x3'],
    text: toShape('0 0 0'),
    refused: 'reshape/copy-axis',
  },
  {
    shows: 'the rest must be a whole number',
    bottoms: ['2x3'],
    text: toShape('4 -1'),
    refused: 'reshape/infer-divisible',
  },
  {
    shows: 'no rest behind an axis of 0',
    bottoms: ['2x0'],
    text: toShape('0 0 -1'),
    refused: 'reshape/infer-zero',
  },
  { shows: 'no negative axis', bottoms: ['2x3'], text: toShape('-2 -3'), refused: 'blob/negative-dim' },
  { shows: 'as many values as before', bottoms: ['2x3'], text: toShape('5'), refused: 'reshape/count' },
  {
    shows: 'an empty bottom has no storage',
    bottoms: ['2x0'],
    text: toShape('0 0'),
    refused: 'blob/no-data',
  },
  {
    shows: 'cannot work in place',
    bottoms: ['2x3'],
    text: toShape('6'),
    topNames: ['in0'],
    refused: 'reshape/in-place',
  },
]);

specify('Crop', [
  { shows: 'cuts height and width by default', bottoms: ['1x3x8x8', '1x5x4x6'], tops: ['1x3x4x6'] },
  {
    shows: 'from a negative axis on',
    bottoms: ['1x3x8x8', '1x5x4x6'],
    text: 'crop_param { axis: -1 }',
    tops: ['1x3x8x6'],
  },
  {
    shows: 'one offset holds for every axis, and may just fit',
    bottoms: ['1x5x8x8', '1x3x6x6'],
    text: 'crop_param { axis: 1 offset: 2 }',
    tops: ['1x3x6x6'],
  },
  {
    shows: 'an offset for each axis',
    bottoms: ['1x5x8x8', '1x3x6x7'],
    text: 'crop_param { axis: 1 offset: [2, 2, 1] }',
    tops: ['1x3x6x7'],
  },
  { shows: 'more axes of the reference do not matter', bottoms: ['2x3x8', '2x3x4x9'], tops: ['2x3x4'] },
  { shows: 'down to nothing', bottoms: ['1x3x8x8', '1x3x0x4'], tops: ['1x3x0x4'] },
  { shows: 'two axes are too few for axis 2', bottoms: ['2x3', '2x3'], refused: 'crop/axis-range' },
  {
    shows: 'several offsets are as many as cropped axes',
    bottoms: ['1x5x8x8', '1x3x6x6'],
    text: 'crop_param { axis: 1 offset: [2, 2] }',
    refused: 'crop/offset-count',
  },
  {
    shows: 'the reference has the cropped axes',
    bottoms: ['1x3x8x8', '1x3x4'],
    refused: 'crop/reference-axes',
  },
  { shows: 'nothing is enlarged', bottoms: ['1x3x8x8', '1x3x8x9'], refused: 'crop/bounds' },
  {
    shows: 'the reference fits behind the offset',
    bottoms: ['1x3x8x8', '1x3x6x6'],
    text: 'crop_param { offset: 3 }',
    refused: 'crop/bounds',
  },
  { shows: 'takes two bottoms', bottoms: ['1x3x8x8'], refused: 'net/exact-bottoms' },
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
    shows: 'axis must be an axis',
    bottoms: ['2x3'],
    text: 'tile_param { axis: 2 tiles: 2 }',
    refused: 'tile/axis-range',
  },
  { shows: 'tiles must be given', bottoms: ['2x3'], refused: 'tile/tiles-missing' },
  {
    shows: 'tiles are not 0',
    bottoms: ['2x3'],
    text: 'tile_param { tiles: 0 }',
    refused: 'tile/tiles-positive',
  },
  {
    shows: 'negative tiles make a negative axis',
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

specify('ArgMax', [
  { shows: 'the best of an item, with three axes at least', bottoms: ['5x10'], tops: ['5x1x1'] },
  { shows: 'other axes become 1', bottoms: ['5x10x2x2x2'], tops: ['5x1x1x1x1'] },
  {
    shows: 'the best with their values',
    bottoms: ['5x10'],
    text: 'argmax_param { out_max_val: true top_k: 3 }',
    tops: ['5x2x3'],
  },
  { shows: 'an item of one value', bottoms: ['5'], tops: ['5x1x1'] },
  {
    shows: 'along an axis',
    bottoms: ['5x10x2'],
    text: 'argmax_param { axis: 1 top_k: 3 }',
    tops: ['5x3x2'],
  },
  {
    shows: 'along an axis the values take the place of the indices',
    bottoms: ['5x10x2'],
    text: 'argmax_param { axis: -2 out_max_val: true }',
    tops: ['5x1x2'],
  },
  {
    shows: 'top_k is at least 1',
    bottoms: ['5x10'],
    text: 'argmax_param { top_k: 0 }',
    refused: 'argmax/top-k-min',
  },
  {
    shows: 'axis must be an axis',
    bottoms: ['5x10'],
    text: 'argmax_param { axis: 2 }',
    refused: 'argmax/axis-range',
  },
  {
    shows: 'not more than the axis has',
    bottoms: ['5x10x2'],
    text: 'argmax_param { axis: 2 top_k: 3 }',
    refused: 'argmax/top-k-axis',
  },
  {
    shows: 'not more than an item has',
    bottoms: ['5x10x2'],
    text: 'argmax_param { top_k: 21 }',
    refused: 'argmax/top-k-flat',
  },
]);

specify('Reduction', [
  { shows: 'everything to a scalar', bottoms: ['2x3x4'], tops: ['scalar'] },
  {
    shows: 'all axes from axis on',
    bottoms: ['2x3x4'],
    text: 'reduction_param { axis: 1 }',
    tops: ['2'],
  },
  {
    shows: 'the last axis',
    bottoms: ['2x3x4'],
    text: 'reduction_param { axis: -1 operation: MEAN }',
    tops: ['2x3'],
  },
  {
    shows: 'no magnitudes sum to 0',
    bottoms: ['2x0'],
    text: 'reduction_param { axis: 1 operation: ASUM }',
    tops: ['2'],
  },
  {
    shows: 'a plain sum is a product with ones, of which there are none',
    bottoms: ['2x0'],
    text: 'reduction_param { axis: 1 }',
    refused: 'blob/no-data',
  },
  {
    shows: 'axis must be an axis',
    bottoms: ['2x3'],
    text: 'reduction_param { axis: 2 }',
    refused: 'reduction/axis-range',
  },
  { shows: 'a scalar has no axis 0', bottoms: ['scalar'], refused: 'reduction/axis-range' },
]);

specify('Softmax', [
  { shows: 'keeps the shape', bottoms: ['2x10x4x4'], tops: ['2x10x4x4'] },
  { shows: 'works in place', bottoms: ['2x10'], topNames: ['in0'], tops: ['2x10'] },
  {
    shows: 'along the only axis',
    bottoms: ['10'],
    text: 'softmax_param { axis: -1 }',
    tops: ['10'],
  },
  { shows: 'no items', bottoms: ['0x10'], tops: ['0x10'] },
  { shows: 'no classes', bottoms: ['2x0'], refused: 'blob/no-data' },
  { shows: 'one axis has no axis 1', bottoms: ['10'], refused: 'softmax/axis-range' },
]);

specify('SPP', [
  {
    shows: 'one level keeps four axes',
    bottoms: ['2x3x8x8'],
    text: 'spp_param { pyramid_height: 1 }',
    tops: ['2x3x1x1'],
  },
  {
    shows: 'several levels become one vector',
    bottoms: ['2x3x8x8'],
    text: 'spp_param { pyramid_height: 3 }',
    // 3 channels of 1 + 4 + 16 bins
    tops: ['2x63'],
  },
  {
    shows: 'the vector does not depend on the size of the image',
    bottoms: ['2x3x4x12'],
    text: 'spp_param { pyramid_height: 3 }',
    tops: ['2x63'],
  },
  {
    shows: 'sizes that the bins do not divide are padded',
    bottoms: ['1x2x7x7'],
    text: 'spp_param { pyramid_height: 2 }',
    tops: ['1x10'],
  },
  {
    shows: 'stochastic pooling without padding',
    bottoms: ['1x2x8x8'],
    text: 'spp_param { pyramid_height: 2 pool: STOCHASTIC }',
    tops: ['1x10'],
  },
  {
    shows: 'stochastic pooling cannot be padded',
    bottoms: ['1x2x7x7'],
    text: 'spp_param { pyramid_height: 2 pool: STOCHASTIC }',
    refused: 'spp/stochastic-pad',
  },
  {
    shows: 'an unlucky size needs more padding than a bin has',
    bottoms: ['1x2x5x5'],
    // 4 bins of 2 are 3 too many: padding (3 + 1) / 2 = 2
    text: 'spp_param { pyramid_height: 3 }',
    refused: 'spp/pad-kernel',
  },
  {
    shows: 'no height',
    bottoms: ['1x2x0x0'],
    text: 'spp_param { pyramid_height: 1 }',
    refused: 'spp/empty-h',
  },
  {
    shows: 'no width',
    bottoms: ['1x2x4x0'],
    text: 'spp_param { pyramid_height: 1 }',
    refused: 'spp/empty-w',
  },
  { shows: 'at least one level', bottoms: ['1x2x4x4'], refused: 'spp/pyramid-zero' },
  {
    shows: 'four axes',
    bottoms: ['2x3x8'],
    text: 'spp_param { pyramid_height: 1 }',
    refused: 'spp/four-axes',
  },
  {
    shows: 'not more than four axes',
    bottoms: ['1x2x4x4x4'],
    text: 'spp_param { pyramid_height: 1 }',
    refused: 'blob/legacy-axes',
  },
  {
    shows: 'several levels cannot work in place',
    bottoms: ['1x2x8x8'],
    text: 'spp_param { pyramid_height: 2 }',
    topNames: ['in0'],
    refused: 'spp/four-axes',
  },
]);

const ssd = { dialect: 'ssd' } as const;

specify('Permute', [
  {
    shows: 'axes in the given order',
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
    shows: 'in place, an exchange undoes itself',
    bottoms: ['2x3'],
    text: 'permute_param { order: 1 }',
    topNames: ['in0'],
    tops: ['2x3'],
    ...ssd,
  },
  {
    shows: 'axes that are not named follow',
    bottoms: ['2x3x4x5'],
    text: 'permute_param { order: 3 }',
    tops: ['5x2x3x4'],
    ...ssd,
  },
  { shows: 'without an order nothing moves', bottoms: ['2x3x4'], tops: ['2x3x4'], ...ssd },
  {
    shows: 'only axes that exist',
    bottoms: ['2x3'],
    text: 'permute_param { order: 2 }',
    refused: 'ssd/permute-order-range',
    ...ssd,
  },
  {
    shows: 'every axis once',
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
  { shows: 'exists in the SSD fork only', bottoms: ['2x3'], refused: 'net/unknown-layer-type' },
]);

describe('the order of checks', () => {
  specify('ArgMax', [{ shows: 'a scalar has no items', bottoms: ['scalar'], refused: 'blob/count-end' }]);
  specify('SPP', [
    {
      shows: 'the first level asks for four axes before the second is made',
      bottoms: ['2x3x8'],
      text: 'spp_param { pyramid_height: 2 }',
      refused: 'spp/four-axes',
    },
  ]);
});
