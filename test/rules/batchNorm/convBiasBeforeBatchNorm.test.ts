import { checkFixes } from '../../support/fixTable.ts';
import { checkRule } from '../../support/ruleTable.ts';

checkRule('conv-bias-before-batch-norm', [
  {
    shows: 'a convolution with a bias',
    net: `layer { name: "x" type: "Input" top: "x" input_param { shape { dim: 1 dim: 3 dim: 8 dim: 8 } } }
layer { name: "conv" type: "Convolution" bottom: "x" top: "conv" convolution_param { num_output: 4 kernel_size: 3 } }
layer { name: "bn" type: "BatchNorm" bottom: "conv" top: "bn" }
`,
    marks: ['"Convolution"'],
    messages: 'The bias of `conv` has no effect: `bn` subtracts it together with the mean of each channel.',
  },
  {
    shows: 'a convolution without a bias',
    net: `layer { name: "x" type: "Input" top: "x" input_param { shape { dim: 1 dim: 3 dim: 8 dim: 8 } } }
layer { name: "conv" type: "Convolution" bottom: "x" top: "conv" convolution_param { num_output: 4 kernel_size: 3 bias_term: false } }
layer { name: "bn" type: "BatchNorm" bottom: "conv" top: "bn" }
`,
    marks: [],
  },
  {
    shows: 'stored statistics',
    net: `layer { name: "x" type: "Input" top: "x" input_param { shape { dim: 1 dim: 3 dim: 8 dim: 8 } } }
layer { name: "conv" type: "Convolution" bottom: "x" top: "conv" convolution_param { num_output: 4 kernel_size: 3 } }
layer { name: "bn" type: "BatchNorm" bottom: "conv" top: "bn" batch_norm_param { use_global_stats: true } }
`,
    marks: [],
  },
  {
    shows: 'a bias along an axis other than the channels',
    net: `layer { name: "x" type: "Input" top: "x" input_param { shape { dim: 1 dim: 3 dim: 8 dim: 8 } } }
layer { name: "ip" type: "InnerProduct" bottom: "x" top: "conv" inner_product_param { num_output: 4 axis: 2 } }
layer { name: "bn" type: "BatchNorm" bottom: "conv" top: "bn" }
`,
    marks: [],
  },
  {
    shows: 'a negative axis that is the channel axis',
    net: `layer { name: "x" type: "Input" top: "x" input_param { shape { dim: 1 dim: 3 dim: 8 dim: 8 } } }
layer { name: "ip" type: "InnerProduct" bottom: "x" top: "conv" inner_product_param { num_output: 4 axis: -3 } }
layer { name: "bn" type: "BatchNorm" bottom: "conv" top: "bn" }
`,
    marks: ['"InnerProduct"'],
    messages: 'The bias of `ip` has no effect: `bn` subtracts it together with the mean of each channel.',
  },
  {
    shows: 'another layer also reads the convolution',
    net: `layer { name: "x" type: "Input" top: "x" input_param { shape { dim: 1 dim: 3 dim: 8 dim: 8 } } }
layer { name: "conv" type: "Convolution" bottom: "x" top: "conv" convolution_param { num_output: 4 kernel_size: 3 } }
layer { name: "bn" type: "BatchNorm" bottom: "conv" top: "bn" }
layer { name: "relu" type: "ReLU" bottom: "conv" top: "relu" }
`,
    marks: [],
  },
]);

checkFixes([
  {
    shows: 'the fix also removes the `param` and the filler of the bias',
    bad: `layer { name: "x" type: "Input" top: "x" input_param { shape { dim: 1 dim: 3 dim: 8 dim: 8 } } }
layer {
  name: "conv"
  type: ⟦"Convolution"⟧
  bottom: "x"
  top: "conv"
  param { lr_mult: 1 }
  param {
    lr_mult: 2
  }
  convolution_param {
    num_output: 4
    kernel_size: 3
    bias_filler {
      type: "constant"
    }
  }
}
layer { name: "bn" type: "BatchNorm" bottom: "conv" top: "bn" }
`,
    code: 'conv-bias-before-batch-norm',
    fixed: `layer { name: "x" type: "Input" top: "x" input_param { shape { dim: 1 dim: 3 dim: 8 dim: 8 } } }
layer {
  name: "conv"
  type: "Convolution"
  bottom: "x"
  top: "conv"
  param { lr_mult: 1 }
  convolution_param {
    num_output: 4
    kernel_size: 3
    bias_term: false
  }
}
layer { name: "bn" type: "BatchNorm" bottom: "conv" top: "bn" }
`,
  },
]);
