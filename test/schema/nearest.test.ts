import assert from 'node:assert/strict';
import { test } from 'node:test';
import { misspelling, nearest, nearestAll } from '../../server/src/schema/nearest.ts';

const alike: readonly (readonly [word: string, meant: string])[] = [
  ['Kernel_Size', 'kernel_size'],
  ['kernel_sze', 'kernel_size'],
  ['kernelsize', 'kernel_size'],
  ['kernelsze', 'kernel_size'],
  ['num_outptu', 'num_output'],
  ['lr_mlut', 'lr_mult'],
  ['rl_mult', 'lr_mult'],
  ['mni_size', 'min_size'],
  ['convultion_param', 'convolution_param'],
  ['convolution_parm', 'convolution_param'],
  ['Convolutoin', 'Convolution'],
  ['conv12', 'conv21'],
  ['botom', 'bottom'],
];

for (const [word, meant] of alike) {
  test(`${word} is a misspelling of ${meant}`, () => {
    assert.ok(misspelling(word, meant) < 4, String(misspelling(word, meant)));
    assert.equal(nearest(word, ['unlike', meant]), meant);
  });
}

const unlike: readonly (readonly [word: string, other: string, why: string])[] = [
  ['pad_l', 'pad_h', 'directions'],
  ['pad_left', 'pad_h', 'directions'],
  ['kernel_x', 'kernel_w', 'directions'],
  ['min_size', 'max_size', 'bounds'],
  ['crop_w', 'crop', 'an additional direction'],
  ['crop', 'crop_w', 'a missing direction'],
  ['custom_param', 'lstm_param', 'stems'],
  ['mish_param', 'tanh_param', 'stems'],
  ['ln_param', 'lrn_param', 'a short stem'],
  ['conv1', 'conv2', 'numbers'],
  ['ReLU6', 'ReLU', 'numbers'],
  ['Unpooling', 'Pooling', 'a prefix'],
  ['PSROIPooling', 'ROIPooling', 'prefix letters'],
  ['a', 'b', 'single letters'],
];

for (const [word, other, why] of unlike) {
  test(`${word} is not a misspelling of ${other}: ${why}`, () => {
    assert.equal(misspelling(word, other), Number.POSITIVE_INFINITY);
    assert.equal(nearest(word, [other]), undefined);
  });
}

test('neither of two equally close words is suggested; one with the same first letter is closer', () => {
  assert.equal(nearest('selu', ['relu', 'gelu']), undefined);
  assert.deepEqual(nearestAll('selu', ['relu', 'gelu', 'tanh']), ['relu', 'gelu']);
  assert.equal(nearest('typ', ['top', 'type']), 'type');
});
