import { checkFixes } from '../../support/fixTable.ts';

const score = `layer { name: "score" type: "InnerProduct" bottom: "x" top: "score" inner_product_param { num_output: 3 weight_filler { type: "xavier" } } }
`;
const loss = `layer { name: "loss" type: "SoftmaxWithLoss" bottom: "score" bottom: "label" top: "loss" }
`;
const input = (name: string, shape: string) =>
  `layer { name: "${name}" type: "Input" top: "${name}" input_param { shape { ${shape} } } }
`;

checkFixes([
  {
    shows: 'labels with a different batch size',
    bad: `${input('x', 'dim: 8 dim: 5')}${input('label', 'dim: 1')}${score}${loss.replace('"label"', '⟦"label"⟧')}`,
    code: 'loss/first-dim',
    title: 'Set the batch size of `label` to 8, as in `x`',
    fixed: `${input('x', 'dim: 8 dim: 5')}${input('label', 'dim: 8')}${score}${loss}`,
  },
  {
    shows: 'images with a different batch size',
    bad: `${input('x', 'dim: 8 dim: 5')}${input('label', 'dim: 1')}${score}${loss.replace('"label"', '⟦"label"⟧')}`,
    code: 'loss/first-dim',
    title: 'Set the batch size of `x` to 1, as in `label`',
    fixed: `${input('x', 'dim: 1 dim: 5')}${input('label', 'dim: 1')}${score}${loss}`,
  },
  {
    shows: 'net-level inputs with two batch sizes',
    bad: `input: "x"
input: "y"
input_shape { dim: 8 dim: 5 }
input_shape { dim: 1 dim: 5 }
layer { name: "z" type: "Eltwise" bottom: "x" bottom: ⟦"y"⟧ top: "z" }
`,
    code: 'eltwise/shape',
    fixed: `input: "x"
input: "y"
input_shape { dim: 8 dim: 5 }
input_shape { dim: 8 dim: 5 }
layer { name: "z" type: "Eltwise" bottom: "x" bottom: "y" top: "z" }
`,
    left: ['deprecated-input'],
  },
]);
