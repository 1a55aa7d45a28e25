import { checkFixes } from '../../support/fixTable.ts';

const input = `layer { name: "x" type: "Input" top: "x" input_param { shape { dim: 2 dim: 4 dim: 8 dim: 8 } } }
`;
const labelled = `layer { name: "x" type: "Input" top: "x" top: "label" input_param { shape { dim: 2 dim: 4 dim: 8 dim: 8 } shape { dim: 2 } } }
`;

checkFixes([
  {
    shows: 'an in-place loss',
    bad: `${labelled}layer { name: "y" type: "InnerProduct" bottom: "x" top: "y" inner_product_param { num_output: 3 weight_filler { type: "xavier" } } }
layer { name: "loss" type: "SoftmaxWithLoss" bottom: "y" bottom: "label" top: ⟦"y"⟧ }
`,
    code: 'softmaxloss/axis-range',
    title: 'Rename the top to `loss`',
    fixed: `${labelled}layer { name: "y" type: "InnerProduct" bottom: "x" top: "y" inner_product_param { num_output: 3 weight_filler { type: "xavier" } } }
layer { name: "loss" type: "SoftmaxWithLoss" bottom: "y" bottom: "label" top: "loss" }
`,
  },
  {
    shows: 'an in-place AbsVal',
    bad: `${input}layer { name: "abs" type: "AbsVal" bottom: "x" top: ⟦"x"⟧ }
layer { name: "z" type: "ReLU" bottom: "x" top: "z" }
`,
    code: 'absval/in-place',
    title: 'Rename the top to `abs`',
    fixed: `${input}layer { name: "abs" type: "AbsVal" bottom: "x" top: "abs" }
layer { name: "z" type: "ReLU" bottom: "abs" top: "z" }
`,
  },
]);
