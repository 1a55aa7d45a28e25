import { checkFixes } from '../../support/fixTable.ts';
import { checkRule } from '../../support/ruleTable.ts';

const input = `layer { name: "x" type: "Input" top: "x" input_param { shape { dim: 1 dim: 3 dim: 8 dim: 8 } } }\n`;
const conv = (bias = '') =>
  `layer { name: "conv" type: "Convolution" bottom: "x" top: "conv" convolution_param { num_output: 4 kernel_size: 3 ${bias} } }\n`;
const norm = `layer { name: "bn" type: "BatchNorm" bottom: "conv" top: "bn" }\n`;

checkRule('conv-bias-before-batch-norm', [
  { shows: 'a bias', net: input + conv() + norm, marks: ['"Convolution"'], says: '`bn` subtracts' },
  { shows: 'no bias', net: input + conv('bias_term: false') + norm, marks: [] },
  {
    shows: 'statistics that stay as they are',
    net: input + conv() + norm.replace(' }\n', ' batch_norm_param { use_global_stats: true } }\n'),
    marks: [],
  },
  {
    shows: 'a bias along another axis than that of the channels',
    net: `${input}layer { name: "ip" type: "InnerProduct" bottom: "x" top: "conv" inner_product_param { num_output: 4 axis: 2 } }\n${norm}`,
    marks: [],
  },
  {
    shows: 'the axis of the channels counted from the end',
    net: `${input}layer { name: "ip" type: "InnerProduct" bottom: "x" top: "conv" inner_product_param { num_output: 4 axis: -3 } }\n${norm}`,
    marks: ['"InnerProduct"'],
  },
  {
    shows: 'somebody else reads the convolution too',
    net: `${input}${conv()}${norm}layer { name: "relu" type: "ReLU" bottom: "conv" top: "relu" }\n`,
    marks: [],
  },
]);

checkFixes([
  {
    shows: 'the rates and the filler of the bias go with it',
    bad: `${input}layer {
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
${norm}`,
    code: 'conv-bias-before-batch-norm',
    fixed: `${input}layer {
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
${norm}`,
  },
]);
