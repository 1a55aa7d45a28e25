import { checkFixes } from '../../support/fixTable.ts';

const input = `layer { name: "x" type: "Input" top: "x" input_param { shape { dim: 2 dim: 4 dim: 8 dim: 8 } } }
`;

const silence = `layer { name: "z" type: "Silence" bottom: "x" }
`;

checkFixes([
  {
    shows: 'a negative length',
    bad: `layer { name: "x" type: "Input" top: "x" input_param { shape { dim: 1 dim: ⟦-3⟧ } } }
`,
    code: 'blob/negative-dim',
    title: 'Replace with `3`',
    fixed: `layer { name: "x" type: "Input" top: "x" input_param { shape { dim: 1 dim: 3 } } }
`,
  },
  {
    shows: 'a batch of any size',
    bad: `layer { name: "x" type: "Input" top: "x" input_param { shape { dim: ⟦-1⟧ dim: 3 } } }
`,
    code: 'blob/negative-dim',
    fixed: `layer { name: "x" type: "Input" top: "x" input_param { shape { dim: 1 dim: 3 } } }
`,
  },
  {
    shows: 'an image of any size',
    bad: `layer { name: "x" type: "Input" top: "x" input_param { shape { dim: ⟦-1⟧ dim: 3 dim: -1 dim: -1 } } }
`,
    code: 'blob/negative-dim',
    title: 'Replace with `1` and `224` and `224`',
    fixed: `layer { name: "x" type: "Input" top: "x" input_param { shape { dim: 1 dim: 3 dim: 224 dim: 224 } } }
`,
  },
  {
    shows: 'a net-level batch of any size',
    bad: `input: "x"
input_dim: ⟦-1⟧
input_dim: 3
input_dim: 8
input_dim: 8
${silence}`,
    code: 'blob/negative-dim',
    fixed: `input: "x"
input_dim: 1
input_dim: 3
input_dim: 8
input_dim: 8
${silence}`,
    left: ['deprecated-input'],
  },
  {
    shows: 'a net-level negative length',
    bad: `input: "x"
input: "y"
input_shape { dim: 1 dim: 3 }
input_shape { dim: 1 dim: ⟦-3⟧ }
${silence}`,
    code: 'blob/negative-dim',
    fixed: `input: "x"
input: "y"
input_shape { dim: 1 dim: 3 }
input_shape { dim: 1 dim: 3 }
${silence}`,
    left: ['deprecated-input'],
  },
  {
    shows: 'a net-level batch that is too large',
    bad: `input: ⟦"x"⟧
input_shape { dim: 1000000 dim: 3 dim: 100 dim: 100 }
${silence}`,
    code: 'blob/int-max',
    title: 'Set the batch size to 1',
    fixed: `input: "x"
input_shape { dim: 1 dim: 3 dim: 100 dim: 100 }
${silence}`,
    left: ['deprecated-input'],
  },
  {
    shows: 'an image without channels',
    bad: `layer { name: "x" type: "Input" top: "x" input_param { shape { dim: 1 dim: 0 } } }
layer { name: "y" type: "InnerProduct" bottom: "x" top: "y" inner_product_param { num_output: 3 weight_filler { type: ⟦"xavier"⟧ } } }
`,
    code: 'filler/empty-blob',
    title: 'Set the channels of `x` to 3',
    fixed: `layer { name: "x" type: "Input" top: "x" input_param { shape { dim: 1 dim: 3 } } }
layer { name: "y" type: "InnerProduct" bottom: "x" top: "y" inner_product_param { num_output: 3 weight_filler { type: "xavier" } } }
`,
  },
  {
    shows: 'the size of a similar layer',
    bad: `${input}layer { name: "y" type: "InnerProduct" bottom: "x" top: "y" inner_product_param { num_output: 3 weight_filler { type: "xavier" } } }
layer { name: "z" type: "InnerProduct" bottom: "x" top: "z" inner_product_param { num_output: ⟦2000000000⟧ weight_filler { type: "xavier" } } }
`,
    code: 'blob/int-max',
    title: 'Set `num_output: 3`, as in `y`',
    fixed: `${input}layer { name: "y" type: "InnerProduct" bottom: "x" top: "y" inner_product_param { num_output: 3 weight_filler { type: "xavier" } } }
layer { name: "z" type: "InnerProduct" bottom: "x" top: "z" inner_product_param { num_output: 3 weight_filler { type: "xavier" } } }
`,
  },
  {
    shows: 'a batch that is too large, with another input',
    bad: `layer { name: "x" type: "Input" top: "x" ⟦input_param⟧ { shape { dim: 1000000 dim: 3000 } } }
layer { name: "y" type: "Input" top: "y" input_param { shape { dim: 7 dim: 3000 } } }
layer { name: "z" type: "Eltwise" bottom: "x" bottom: "y" top: "z" }
layer { name: "s" type: "Silence" bottom: "z" }
`,
    code: 'blob/int-max',
    title: 'Set the batch size to 7, as in another input',
    fixed: `layer { name: "x" type: "Input" top: "x" input_param { shape { dim: 7 dim: 3000 } } }
layer { name: "y" type: "Input" top: "y" input_param { shape { dim: 7 dim: 3000 } } }
layer { name: "z" type: "Eltwise" bottom: "x" bottom: "y" top: "z" }
layer { name: "s" type: "Silence" bottom: "z" }
`,
  },
]);
