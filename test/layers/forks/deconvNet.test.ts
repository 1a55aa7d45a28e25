import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createDocument } from '../../../server/src/document/document.ts';
import { defaultSettings } from '../../../server/src/document/settings.ts';
import { netState } from '../../../server/src/net/states/state.ts';
import { formatShape } from '../../../server/src/shape/shape.ts';

/** Layers of DeconvNet, which only knows V1's syntax: type, bottoms, text, then shapes of tops or the check that fails. */
const cases: readonly (readonly [type: string, bottoms: string, text: string, result: string])[] = [
  ['BIN_ACCURACY', '2x1x8x8 2x1x8x8', '', '1×1×1×1'],
  ['BIN_ACCURACY', '2x1x8x8 2x1x8x9', '', 'fork/accuracy-labels'],
  ['ELTWISE_ACCURACY', '2x21x8x8 2x1x8x8', 'eltwise_accuracy_param { top_k: 5 }', '1×1×1×1'],
  ['ELTWISE_ACCURACY', '2x21x8x8 3x1x8x8', '', 'fork/accuracy-labels'],
  ['ELTWISE_ACCURACY', '2x21x8x8 2x1x8x9', '', 'fork/accuracy-labels'],
  ['ELTWISE_ACCURACY', '2x21x8x8 2x2x8x8', '', 'fork/accuracy-label-channel'],
  ['ELTWISE_ACCURACY', '2x3x1x1 2x1x1x1', 'eltwise_accuracy_param { top_k: 4 }', 'accuracy/top-k'],
  ['RED_ACCURACY', '2x21x8x8 2x1x8x8', 'red_accuracy_param { class_num: 5 }', '1×1×1×1'],
  ['RED_ACCURACY', '2x21x8x8 2x2x8x8', '', 'fork/accuracy-label-channel'],
  ['RED_SOFTMAX_LOSS', '2x21x8x8 2x1x8x8', '', '1×1×1×1'],
  ['RED_SOFTMAX_LOSS', '2x21x8x8 3x1x8x8', '', 'loss/first-dim'],
  ['DROPOUT_CHANNEL', '2x21x8x8', 'dropout_param { dropout_ratio: 0.5 }', '2×21×8×8'],
  [
    'WINDOW_SEG_BINARY',
    '',
    'top: "b" top: "c" image_data_param { source: "x" batch_size: 4 new_height: 9 new_width: 8 }',
    '4×3×9×8 4×1×9×8 4×1×1×2',
  ],
  [
    'WINDOW_SEG_BINARY',
    '',
    'top: "b" top: "c" image_data_param { source: "x" batch_size: 4 } transform_param { mean_file: "y" }',
    'fork/mean-file',
  ],
  [
    'WINDOW_CLS_DATA',
    '',
    'top: "b" top: "c" image_data_param { source: "x" batch_size: 4 } window_cls_data_param { label_dim: 20 } transform_param { crop_size: 7 }',
    '4×3×7×7 4×20×1×1 4×1×1×2',
  ],
  [
    'SELECT_SEG_BINARY',
    '',
    'top: "b" top: "c" image_data_param { source: "x" batch_size: 4 is_color: false } window_cls_data_param { label_dim: 20 } transform_param { crop_size: 7 }',
    '4×1×7×7 4×1×7×7 4×20×1×1',
  ],
];

for (const [type, bottoms, text, result] of cases) {
  test(`${type} of ${bottoms || 'a list'} ${text}: ${result}`, () => {
    const net = buildNet(type, bottoms.split(' ').filter(Boolean), text);
    const [failure] = net.failures;
    const shapes = net.layers
      .find(({ name }) => name === 'test')
      ?.outputs.map(({ shape }) => formatShape(shape));
    assert.equal(failure?.check ?? shapes?.join(' '), result);
  });
}

function buildNet(type: string, bottoms: readonly string[], text: string) {
  const inputs = bottoms.map((shape, index) => `input: "in${index}" ${dims(shape)}`);
  const names = bottoms.map((_, index) => `bottom: "in${index}"`);
  const layer = `layers { name: "test" type: ${type} ${names.join(' ')} top: "a" ${text} }`;
  const document = createDocument({
    uri: 'deconvnet.prototxt',
    version: 0,
    text: [...inputs, layer].join('\n'),
    settings: { ...defaultSettings, dialect: 'deconvnet' },
  });
  assert.deepEqual(document.textErrors(), []);
  return document.net(netState('TRAIN'));
}

function dims(shape: string): string {
  return shape
    .split('x')
    .map((dim) => `input_dim: ${dim}`)
    .join(' ');
}
