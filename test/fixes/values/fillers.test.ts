import { checkFixes } from '../../support/fixTable.ts';

const input = `layer { name: "x" type: "Input" top: "x" input_param { shape { dim: 2 dim: 4 dim: 8 dim: 8 } } }
`;

checkFixes([
  {
    shows: 'a standard deviation of 0',
    bad: `${input}layer { name: "y" type: "InnerProduct" bottom: "x" top: "y" inner_product_param { num_output: 3 weight_filler { type: "gaussian" std: ⟦0⟧ } } }
`,
    code: 'filler/gaussian-std',
    title: 'Set `std: 0.01`',
    fixed: `${input}layer { name: "y" type: "InnerProduct" bottom: "x" top: "y" inner_product_param { num_output: 3 weight_filler { type: "gaussian" std: 0.01 } } }
`,
  },
  {
    shows: 'swapped limits',
    bad: `${input}layer { name: "y" type: "InnerProduct" bottom: "x" top: "y" inner_product_param { num_output: 3 weight_filler { type: "uniform" min: ⟦1⟧ max: -1 } } }
`,
    code: 'filler/uniform-range',
    title: 'Swap `min` and `max`',
    fixed: `${input}layer { name: "y" type: "InnerProduct" bottom: "x" top: "y" inner_product_param { num_output: 3 weight_filler { type: "uniform" min: -1 max: 1 } } }
`,
  },
  {
    shows: '`sparse` of a different filler',
    bad: `${input}layer { name: "y" type: "InnerProduct" bottom: "x" top: "y" inner_product_param { num_output: 3 weight_filler { type: "xavier" sparse: ⟦2⟧ } } }
`,
    code: 'filler/sparse-unsupported',
    title: 'Remove `sparse`',
    fixed: `${input}layer { name: "y" type: "InnerProduct" bottom: "x" top: "y" inner_product_param { num_output: 3 weight_filler { type: "xavier" } } }
`,
  },
]);
