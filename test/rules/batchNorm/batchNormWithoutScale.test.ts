import assert from 'node:assert/strict';
import { test } from 'node:test';
import { diagnostics } from '../../../server/src/features/diagnostics/diagnostics.ts';
import { checkFixes } from '../../support/fixTable.ts';
import { open } from '../../support/fixture.ts';
import { checkRule } from '../../support/ruleTable.ts';

checkRule('batch-norm-without-scale', [
  {
    shows: 'an unknown layer follows',
    net: `layer { name: "x" type: "Input" top: "x" input_param { shape { dim: 1 dim: 3 dim: 8 dim: 8 } } }
layer { name: "bn" type: "BatchNorm" bottom: "x" top: "bn" }
layer { name: "m" type: "Mystery" bottom: "bn" top: "m" }
`,
    marks: [],
  },
  {
    shows: 'a layer of a fork with weights follows',
    net: `layer { name: "x" type: "Input" top: "x" input_param { shape { dim: 1 dim: 3 dim: 8 dim: 8 } } }
layer { name: "bn" type: "BatchNorm" bottom: "x" top: "bn" }
layer { name: "d" type: "DepthwiseConvolution" bottom: "bn" top: "d" convolution_param { num_output: 3 kernel_size: 3 } }
`,
    marks: [],
  },
  {
    shows: 'an activation follows',
    net: `layer { name: "x" type: "Input" top: "x" input_param { shape { dim: 1 dim: 3 dim: 8 dim: 8 } } }
layer { name: "bn" type: "BatchNorm" bottom: "x" top: "bn" }
layer { name: "relu" type: "ReLU" bottom: "bn" top: "bn" }
`,
    marks: ['"BatchNorm"'],
    messages:
      '`bn` only normalizes; no Scale layer follows it to learn the scale and the shift of each channel.',
  },
  {
    shows: 'a Scale layer follows',
    net: `layer { name: "x" type: "Input" top: "x" input_param { shape { dim: 1 dim: 3 dim: 8 dim: 8 } } }
layer { name: "bn" type: "BatchNorm" bottom: "x" top: "bn" }
layer { name: "s" type: "Scale" bottom: "bn" top: "bn" }
layer { name: "relu" type: "ReLU" bottom: "bn" top: "bn" }
`,
    marks: [],
  },
  {
    shows: 'a convolution follows, which can scale too',
    net: `layer { name: "x" type: "Input" top: "x" input_param { shape { dim: 1 dim: 3 dim: 8 dim: 8 } } }
layer { name: "bn" type: "BatchNorm" bottom: "x" top: "bn" }
layer { name: "c" type: "Convolution" bottom: "bn" top: "c" convolution_param { num_output: 2 kernel_size: 1 } }
`,
    marks: [],
  },
  {
    shows: 'a Scale layer after a Concat with the negated blob',
    net: `layer { name: "x" type: "Input" top: "x" input_param { shape { dim: 1 dim: 3 dim: 8 dim: 8 } } }
layer { name: "bn" type: "BatchNorm" bottom: "x" top: "bn" }
layer { name: "neg" type: "Power" bottom: "bn" top: "neg" power_param { scale: -1 } }
layer { name: "cat" type: "Concat" bottom: "bn" bottom: "neg" top: "cat" }
layer { name: "s" type: "Scale" bottom: "cat" top: "cat" }
`,
    marks: [],
  },
  {
    shows: 'the last layer of the net',
    net: `layer { name: "x" type: "Input" top: "x" input_param { shape { dim: 1 dim: 3 dim: 8 dim: 8 } } }
layer { name: "bn" type: "BatchNorm" bottom: "x" top: "bn" }
`,
    marks: [],
  },
  {
    shows: 'a BatchNorm layer of a fork that includes the scale',
    net: `layer { name: "x" type: "Input" top: "x" input_param { shape { dim: 1 dim: 3 dim: 8 dim: 8 } } }
layer { name: "bn" type: "BatchNorm" bottom: "x" top: "bn" batch_norm_param { scale_filler { value: 1 } } }
layer { name: "relu" type: "ReLU" bottom: "bn" top: "bn" }
`,
    settings: { dialect: 'nvidia' },
    marks: [],
  },
]);

checkFixes([
  {
    shows: 'the inserted layer has the indentation of the file and an unused name',
    bad: `layer { name: "x" type: "Input" top: "x" input_param { shape { dim: 1 dim: 3 dim: 8 dim: 8 } } }
layer {
    name: "conv1/bn"
    type: ⟦"BatchNorm"⟧
    bottom: "x"
    top: "bn"
} # the first
layer { name: "conv1/scale" type: "ReLU" bottom: "bn" top: "bn" }
`,
    code: 'batch-norm-without-scale',
    fixed: `layer { name: "x" type: "Input" top: "x" input_param { shape { dim: 1 dim: 3 dim: 8 dim: 8 } } }
layer {
    name: "conv1/bn"
    type: "BatchNorm"
    bottom: "x"
    top: "bn"
} # the first
layer {
    name: "conv1/scale_2"
    type: "Scale"
    bottom: "bn"
    top: "bn"
    scale_param {
        bias_term: true
    }
}
layer { name: "conv1/scale" type: "ReLU" bottom: "bn" top: "bn" }
`,
  },
]);

test('batch-norm-without-scale: no Scale is inserted for a Caffe without it', () => {
  const net = `input: "x" input_shape { dim: 1 dim: 3 dim: 8 dim: 8 }
layer { name: "bn" type: "BatchNorm" bottom: "x" top: "bn" }
layer { name: "relu" type: "ReLU" bottom: "bn" top: "bn" }
`;
  const fixes = (text: string) =>
    diagnostics(open(text))
      .find(({ code }) => code === 'batch-norm-without-scale')
      ?.fixes?.() ?? [];
  assert.equal(fixes(net).length, 1);
  assert.deepEqual(fixes(`# caffe-dialect: ctpn\n${net}`), []);
});
