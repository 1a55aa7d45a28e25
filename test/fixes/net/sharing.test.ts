import { checkFixes } from '../../support/fixTable.ts';

const input = `layer { name: "x" type: "Input" top: "x" input_param { shape { dim: 2 dim: 4 dim: 8 dim: 8 } } }
`;

checkFixes([
  {
    shows: 'shared blobs with two shapes',
    bad: `${input}layer { name: "a" type: "InnerProduct" bottom: "x" top: "a" param { name: "w" } inner_product_param { num_output: 3 weight_filler { type: "xavier" } } }
layer { name: "b" type: "InnerProduct" bottom: "x" top: "b" param { name: ⟦"w"⟧ } inner_product_param { num_output: 5 weight_filler { type: "xavier" } } }
`,
    code: 'net/param-share-shape',
    title: 'Rename it to `w_b`, so that it is not shared',
    fixed: `${input}layer { name: "a" type: "InnerProduct" bottom: "x" top: "a" param { name: "w" } inner_product_param { num_output: 3 weight_filler { type: "xavier" } } }
layer { name: "b" type: "InnerProduct" bottom: "x" top: "b" param { name: "w_b" } inner_product_param { num_output: 5 weight_filler { type: "xavier" } } }
`,
  },
  {
    shows: 'a rate that differs from the owner',
    bad: `${input}layer { name: "a" type: "InnerProduct" bottom: "x" top: "a" param { name: "w" decay_mult: 1 } inner_product_param { num_output: 3 weight_filler { type: "xavier" } } }
layer { name: "b" type: "InnerProduct" bottom: "x" top: "b" param { name: "w" decay_mult: ⟦2⟧ } inner_product_param { num_output: 3 weight_filler { type: "xavier" } } }
`,
    code: 'net/param-decay-mismatch',
    title: 'Remove `decay_mult` to use the value of the owner',
    fixed: `${input}layer { name: "a" type: "InnerProduct" bottom: "x" top: "a" param { name: "w" decay_mult: 1 } inner_product_param { num_output: 3 weight_filler { type: "xavier" } } }
layer { name: "b" type: "InnerProduct" bottom: "x" top: "b" param { name: "w" } inner_product_param { num_output: 3 weight_filler { type: "xavier" } } }
`,
  },
  {
    shows: 'statistics without params',
    bad: `${input}layer { name: "y" type: "BatchNorm" bottom: "x" top: "y" param { lr_mult: ⟦1⟧ } }
`,
    code: 'bn/param-lr',
    title: 'Remove the `param`s',
    fixed: `${input}layer { name: "y" type: "BatchNorm" bottom: "x" top: "y" }
`,
  },
]);
