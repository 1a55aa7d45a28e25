import assert from 'node:assert/strict';
import { test } from 'node:test';
import { cropOffsets } from '../../../server/src/net/related/cropOffsets.ts';
import { input, layer, readNet } from '../../support/netTable.ts';

/** The offsets at which a Crop aligns its first bottom with the second. */
function offsets(net: readonly string[]): readonly number[] | undefined {
  const built = readNet({ net });
  const crop = built.layers.find(({ type }) => type === 'Crop');
  assert.ok(crop);
  return cropOffsets(built, crop, 0, 1);
}

const filters = (text: string) => `convolution_param { num_output: 3 ${text} }`;
const crop = (from: string) => layer('Crop', 'cropped', `${from} data > cropped`);

test('the output of a convolution without padding is centered on its input', () => {
  assert.deepEqual(
    offsets([
      input('data', '1x3x32x32'),
      layer('Convolution', 'c', 'data > c', filters('kernel_size: 5')),
      layer('Crop', 'cropped', 'data c > cropped'),
    ]),
    [2, 2],
  );
});

test('a padded and upsampled fully convolutional net has the offset 19', () => {
  // One padding of 100, five poolings by 2, a kernel of 7, a deconvolution by 32 with a kernel of 64.
  const pools = [1, 2, 3, 4, 5].map((n) =>
    layer(
      'Pooling',
      `p${n}`,
      `${n === 1 ? 'c1' : `p${n - 1}`} > p${n}`,
      'pooling_param { kernel_size: 2 stride: 2 }',
    ),
  );
  assert.deepEqual(
    offsets([
      input('data', '1x3x512x512'),
      layer('Convolution', 'c1', 'data > c1', filters('kernel_size: 3 pad: 100')),
      ...pools,
      layer('Convolution', 'fc6', 'p5 > fc6', filters('kernel_size: 7')),
      layer('Deconvolution', 'up', 'fc6 > up', filters('kernel_size: 64 stride: 32')),
      crop('up'),
    ]),
    [19, 19],
  );
});

test('height and width have different offsets', () => {
  assert.deepEqual(
    offsets([
      input('data', '1x3x32x32'),
      layer('Convolution', 'c', 'data > c', filters('kernel_h: 3 kernel_w: 7')),
      layer('Crop', 'cropped', 'data c > cropped'),
    ]),
    [1, 3],
  );
});

test('blobs of different resolution, without coverage or without a common origin have no offsets', () => {
  const pooled = layer('Pooling', 'p', 'data > p', 'pooling_param { kernel_size: 2 stride: 2 }');
  assert.equal(offsets([input('data', '1x3x32x32'), pooled, crop('p')]), undefined);
  const smaller = layer('Convolution', 'c', 'data > c', filters('kernel_size: 3'));
  assert.equal(offsets([input('data', '1x3x32x32'), smaller, crop('c')]), undefined);
  assert.equal(offsets([input('data', '1x3x8x8'), input('other', '1x3x32x32'), crop('other')]), undefined);
});
