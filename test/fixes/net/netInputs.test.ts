import { checkFixes } from '../../support/fixTable.ts';

const relu = `layer { name: "y" type: "ReLU" bottom: "x" top: "y" }
`;
const bad = relu.replace('bottom: "x"', 'bottom: ⟦"x"⟧');
const left = ['deprecated-input'];

checkFixes([
  {
    shows: 'an input without a shape',
    bad: `input: "x"
${bad}`,
    code: 'net/unknown-bottom',
    title: 'Set the shape of `x` to 1×3×224×224',
    fixed: `input: "x"
input_shape { dim: 1 dim: 3 dim: 224 dim: 224 }
${relu}`,
    left,
  },
  {
    shows: 'a shape without an input',
    bad: `input_shape { dim: 1 dim: 3 }
${bad}`,
    code: 'net/unknown-bottom',
    title: 'Add the input `x`',
    fixed: `input: "x"
input_shape { dim: 1 dim: 3 }
${relu}`,
    left,
  },
  {
    shows: 'one shape for two inputs',
    bad: `input: "x"
input: ⟦"z"⟧
input_shape { dim: 1 dim: 3 }
layer { name: "y" type: "Eltwise" bottom: "x" bottom: "z" top: "y" }
`,
    code: 'upgrade/input-shape-missing',
    title: 'Set the shape of `z` to that of `x`',
    fixed: `input: "x"
input: "z"
input_shape { dim: 1 dim: 3 }
input_shape { dim: 1 dim: 3 }
layer { name: "y" type: "Eltwise" bottom: "x" bottom: "z" top: "y" }
`,
    left,
  },
  {
    shows: 'net-level sizes in an Input layer',
    bad: `layer {
  name: "x"
  type: "Input"
  top: "x"
  ⟦input_dim⟧: 1
  input_dim: 3
}
${relu}`,
    code: 'text/unknown-field',
    title: 'Replace with `input_param { shape { … } }`',
    fixed: `layer {
  name: "x"
  type: "Input"
  top: "x"
  input_param { shape { dim: 1 dim: 3 } }
}
${relu}`,
  },
  {
    shows: '`input` in a layer',
    bad: `layer { name: "x" type: "Input" top: "x" input_param { shape { dim: 1 } } }
${relu.replace('bottom', '⟦input⟧')}`,
    code: 'text/unknown-field',
    title: 'Replace with `bottom`',
    fixed: `layer { name: "x" type: "Input" top: "x" input_param { shape { dim: 1 } } }
${relu}`,
  },
]);
