import { checkFixes } from '../../support/fixTable.ts';

const input = `layer { name: "x" type: "Input" top: "x" input_param { shape { dim: 2 dim: 4 dim: 8 dim: 8 } } }
`;
const labelled = `layer { name: "x" type: "Input" top: "x" top: "label" input_param { shape { dim: 2 dim: 4 dim: 8 dim: 8 } shape { dim: 2 } } }
`;

checkFixes([
  {
    shows: 'a missing label',
    bad: `${labelled}layer { name: "y" type: "InnerProduct" bottom: "x" top: "y" inner_product_param { num_output: 3 weight_filler { type: "xavier" } } }
layer { name: "loss" type: "SoftmaxWithLoss" bottom: ⟦"y"⟧ top: "loss" }
`,
    code: 'net/exact-bottoms',
    title: 'Add the bottom `label`',
    fixed: `${labelled}layer { name: "y" type: "InnerProduct" bottom: "x" top: "y" inner_product_param { num_output: 3 weight_filler { type: "xavier" } } }
layer { name: "loss" type: "SoftmaxWithLoss" bottom: "y" bottom: "label" top: "loss" }
`,
  },
  {
    shows: 'a surplus bottom',
    bad: `${labelled}layer { name: "y" type: "ReLU" bottom: "x" bottom: ⟦"label"⟧ top: "y" }
layer { name: "s" type: "Silence" bottom: "y" bottom: "label" }
`,
    code: 'net/exact-bottoms',
    title: 'Remove the bottom `label`',
    fixed: `${labelled}layer { name: "y" type: "ReLU" bottom: "x" top: "y" }
layer { name: "s" type: "Silence" bottom: "y" bottom: "label" }
`,
  },
  {
    shows: 'a second top of a convolution',
    bad: `${input}layer { name: "y" type: "Convolution" bottom: "x" top: ⟦"y"⟧ top: "z" convolution_param { num_output: 4 kernel_size: 3 weight_filler { type: "xavier" } } }
`,
    code: 'net/equal-tops',
    title: 'Remove the top `z`',
    fixed: `${input}layer { name: "y" type: "Convolution" bottom: "x" top: "y" convolution_param { num_output: 4 kernel_size: 3 weight_filler { type: "xavier" } } }
`,
  },
  {
    shows: 'no bottom at all',
    bad: `${input}layer { name: "y" type: ⟦"Convolution"⟧ top: "y" convolution_param { num_output: 4 kernel_size: 3 weight_filler { type: "xavier" } } }
`,
    code: 'net/min-bottoms',
    title: 'Add the bottom `x`',
    fixed: `${input}layer { name: "y" type: "Convolution" bottom: "x" top: "y" convolution_param { num_output: 4 kernel_size: 3 weight_filler { type: "xavier" } } }
`,
  },
  {
    shows: 'missing predictions before the label',
    bad: `${labelled}layer { name: "y" type: "InnerProduct" bottom: "x" top: "y" inner_product_param { num_output: 3 weight_filler { type: "xavier" } } }
layer { name: "loss" type: "SoftmaxWithLoss" bottom: ⟦"label"⟧ top: "loss" }
`,
    code: 'net/exact-bottoms',
    title: 'Add the bottom `y` before `label`',
    fixed: `${labelled}layer { name: "y" type: "InnerProduct" bottom: "x" top: "y" inner_product_param { num_output: 3 weight_filler { type: "xavier" } } }
layer { name: "loss" type: "SoftmaxWithLoss" bottom: "y" bottom: "label" top: "loss" }
`,
  },
  {
    shows: 'a repeated bottom, for one top',
    bad: `${input}layer { name: "y" type: "Convolution" bottom: "x" bottom: "x" top: ⟦"y"⟧ convolution_param { num_output: 2 kernel_size: 3 weight_filler { type: "xavier" } } }
`,
    code: 'net/equal-tops',
    title: 'Remove the bottom `x`',
    fixed: `${input}layer { name: "y" type: "Convolution" bottom: "x" top: "y" convolution_param { num_output: 2 kernel_size: 3 weight_filler { type: "xavier" } } }
`,
  },
]);
