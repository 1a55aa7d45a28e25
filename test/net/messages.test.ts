import assert from 'node:assert/strict';
import { test } from 'node:test';
import { diagnostics } from '../../server/src/features/diagnostics/diagnostics.ts';
import { open } from '../support/fixture.ts';

/** Messages name the subject, the actual values and the valid values. */

const image = 'layer { name: "x" type: "Input" top: "x" input_param { shape { dim: 3 dim: 8 dim: 8 } } }\n';

const cases: readonly (readonly [text: string, code: string, says: string])[] = [
  [
    `${image}layer { name: "y" type: "Pooling" bottom: "x" top: "y" pooling_param { kernel_size: 2 } }`,
    'pool/four-axes',
    'Pooling requires 4 axes (num, channels, height, width), but `x` has 3 (3×8×8).',
  ],
  [
    `${image}layer { name: "y" type: "LRN" bottom: "x" top: "y" lrn_param { norm_region: WITHIN_CHANNEL } }`,
    'lrn/four-axes',
    'LRN requires 4 axes (num, channels, height, width), but `x` has 3 (3×8×8).',
  ],
  [
    `${image}layer { name: "y" type: "Reshape" bottom: "x" top: "y" reshape_param { shape { dim: 3 dim: 60 } } }`,
    'reshape/count',
    '`x` (3×8×8) has 192 values, but 3×60 would have 180; `dim: 64` would match.',
  ],
  [
    `${image}layer { name: "y" type: "Input" top: "y" input_param { shape { dim: 8 } } }
layer { name: "z" type: "Concat" bottom: "x" bottom: "y" top: "z" }`,
    'concat/axes',
    'All bottoms must have the same number of axes, but `y` has 1 (8) and `x` has 3 (3×8×8).',
  ],
  [
    `layer { name: "y" type: "Input" top: "y" input_param { shape { dim: 8 } } }
layer { name: "z" type: "Softmax" bottom: "y" top: "z" }`,
    'softmax/axis-range',
    'Axis 1 is out of range: `y` (8) has 1 axis, so only 0 and -1 are valid.',
  ],
  [
    'input: "x"\ninput_dim: 3\ninput_dim: 8\ninput_dim: 8\nlayer { name: "s" type: "Silence" bottom: "x" }',
    'upgrade/input-dim-missing',
    'The net has 1 `input` but 3 `input_dim`, and requires 4 for each `input`. Caffe crashes here.',
  ],
  [
    'input: "x"\ninput: "y"\ninput_shape { dim: 3 }\nlayer { name: "s" type: "Silence" bottom: "x" bottom: "y" }',
    'upgrade/input-shape-missing',
    'The net has 2 `input` but 1 `input_shape`, and requires one for each `input`. Caffe crashes here.',
  ],
];

for (const [text, code, says] of cases) {
  test(`${code} states the problem and the values`, () => {
    const found = diagnostics(open(text)).filter((diagnostic) => diagnostic.code === code);
    assert.deepEqual(
      found.map(({ message }) => message),
      [says],
    );
  });
}
