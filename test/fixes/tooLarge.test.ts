import { checkFixes } from '../support/fixTable.ts';

const input = `layer { name: "x" type: "Input" top: "x" input_param { shape { dim: 2 dim: 4 dim: 8 dim: 8 } } }
`;

checkFixes([
  {
    shows: 'a length with a sign',
    bad: `layer { name: "x" type: "Input" top: "x" ⟦input_param⟧ { shape { dim: 1 dim: -3 } } }
`,
    code: 'blob/negative-dim',
    title: 'Write `3`',
    fixed: `layer { name: "x" type: "Input" top: "x" input_param { shape { dim: 1 dim: 3 } } }
`,
  },
  {
    shows: 'as large as another layer',
    bad: `${input}layer { name: "y" type: "InnerProduct" bottom: "x" top: "y" inner_product_param { num_output: 3 weight_filler { type: "xavier" } } }
layer { name: "z" type: "InnerProduct" bottom: "x" top: "z" inner_product_param { num_output: ⟦2000000000⟧ weight_filler { type: "xavier" } } }
`,
    code: 'blob/int-max',
    title: 'Write `num_output: 3`, as `y` has',
    fixed: `${input}layer { name: "y" type: "InnerProduct" bottom: "x" top: "y" inner_product_param { num_output: 3 weight_filler { type: "xavier" } } }
layer { name: "z" type: "InnerProduct" bottom: "x" top: "z" inner_product_param { num_output: 3 weight_filler { type: "xavier" } } }
`,
  },
]);
