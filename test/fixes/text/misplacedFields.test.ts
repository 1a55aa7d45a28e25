import { checkFixes } from '../../support/fixTable.ts';

const input = `layer { name: "x" type: "Input" top: "x" input_param { shape { dim: 2 dim: 4 dim: 8 dim: 8 } } }
`;
const labelled = `layer { name: "x" type: "Input" top: "x" top: "label" input_param { shape { dim: 2 dim: 4 dim: 8 dim: 8 } shape { dim: 2 } } }
`;

checkFixes([
  {
    shows: 'a parameter outside its message',
    bad: `${input}layer { name: "y" type: "Convolution" bottom: "x" top: "y" ⟦num_output⟧: 4 convolution_param { kernel_size: 3 weight_filler { type: "xavier" } } }
`,
    code: 'text/unknown-field',
    title: 'Move `num_output` into `convolution_param`',
    fixed: `${input}layer { name: "y" type: "Convolution" bottom: "x" top: "y" convolution_param { kernel_size: 3 weight_filler { type: "xavier" } num_output: 4 } }
`,
  },
  {
    shows: 'a layer field among the parameters',
    bad: `${labelled}layer { name: "y" type: "InnerProduct" bottom: "x" top: "y" inner_product_param { num_output: 3 weight_filler { type: "xavier" } } }
layer { name: "loss" type: "SoftmaxWithLoss" bottom: "y" bottom: "label" top: "loss" loss_param { normalization: VALID ⟦loss_weight⟧: 2 } }
`,
    code: 'text/unknown-field',
    title: 'Move `loss_weight` out to `layer`',
    fixed: `${labelled}layer { name: "y" type: "InnerProduct" bottom: "x" top: "y" inner_product_param { num_output: 3 weight_filler { type: "xavier" } } }
layer { name: "loss" type: "SoftmaxWithLoss" bottom: "y" bottom: "label" top: "loss" loss_param { normalization: VALID } loss_weight: 2 }
`,
  },
  {
    shows: 'a parameter without its message',
    bad: `${input}layer { name: "y" type: "ReLU" bottom: "x" top: "y" ⟦negative_slope⟧: 0.1 }
`,
    code: 'text/unknown-field',
    title: 'Move `negative_slope` into a `relu_param`',
    fixed: `${input}layer { name: "y" type: "ReLU" bottom: "x" top: "y" relu_param { negative_slope: 0.1 } }
`,
  },
  {
    shows: 'a field that no fork has',
    bad: `${input}layer { name: "y" type: "ReLU" bottom: "x" top: "y" ⟦frobnicate⟧: 1 }
`,
    code: 'text/unknown-field',
    title: 'Remove `frobnicate`',
    fixed: `${input}layer { name: "y" type: "ReLU" bottom: "x" top: "y" }
`,
  },
  {
    shows: 'a batch after its shape',
    bad: `layer { name: "x" type: "Input" top: "x" input_param { shape { dim: 3 dim: 8 dim: 8 } ⟦dim⟧: 1 } }
`,
    code: 'text/unknown-field',
    title: 'Move `dim` into `shape`, at its start',
    fixed: `layer { name: "x" type: "Input" top: "x" input_param { shape { dim: 1 dim: 3 dim: 8 dim: 8 } } }
`,
  },
  {
    shows: 'rates among the parameters of a layer without `param`',
    bad: `layer { name: "x" type: "Input" top: "x" input_param { shape { dim: 1 dim: 3 } } }
layer {
  name: "y"
  type: "InnerProduct"
  bottom: "x"
  top: "y"
  inner_product_param {
    num_output: 2
    ⟦lr_mult⟧: 1
    weight_filler { type: "xavier" }
  }
}
`,
    code: 'text/unknown-field',
    title: 'Move `lr_mult` into a `param`',
    fixed: `layer { name: "x" type: "Input" top: "x" input_param { shape { dim: 1 dim: 3 } } }
layer {
  name: "y"
  type: "InnerProduct"
  bottom: "x"
  top: "y"
  param {
    lr_mult: 1
  }
  inner_product_param {
    num_output: 2
    weight_filler { type: "xavier" }
  }
}
`,
  },
  {
    shows: 'a phase in an old layer',
    bad: `input: "x"
input_dim: 1
input_dim: 3
input_dim: 8
input_dim: 8
layers { name: "y" type: RELU bottom: "x" top: "y" ⟦phase⟧: TRAIN }
`,
    code: 'text/unknown-field',
    fixed: `input: "x"
input_dim: 1
input_dim: 3
input_dim: 8
input_dim: 8
layers { name: "y" type: RELU bottom: "x" top: "y" include { phase: TRAIN } }
`,
    left: ['deprecated-layers', 'deprecated-input'],
  },
  {
    shows: 'a layer in current syntax, in a Caffe that has only old ones',
    bad: `# caffe-dialect: deconvnet
input: "x" input_dim: 1 input_dim: 3 input_dim: 8 input_dim: 8
layers { name: "r" type: RELU bottom: "x" top: "r" }
⟦layer⟧ { name: "s" type: "ReLU" bottom: "r" top: "s" }
`,
    code: 'text/unknown-field',
    title: 'Remove `layer`',
    notOffered: ['Move `layer` into `layers`', 'Move `layer` into a `layers`'],
    fixed: `# caffe-dialect: deconvnet
input: "x" input_dim: 1 input_dim: 3 input_dim: 8 input_dim: 8
layers { name: "r" type: RELU bottom: "x" top: "r" }
`,
  },
]);
