import { checkFixes } from '../../support/fixTable.ts';

const input = `layer { name: "x" type: "Input" top: "x" input_param { shape { dim: 2 dim: 4 dim: 8 dim: 8 } } }
`;

checkFixes([
  {
    shows: 'an unclosed brace on one line',
    bad: `${input}layer ⟦{⟧ name: "y" type: "ReLU" bottom: "x" top: "y"
`,
    code: 'text/expected-identifier',
    title: 'Insert the missing `}`',
    fixed: `${input}layer { name: "y" type: "ReLU" bottom: "x" top: "y" }
`,
  },
  {
    shows: 'an unclosed brace before the next layer',
    bad: `${input}layer ⟦{⟧
  name: "y"
  type: "ReLU"
  bottom: "x"
  top: "y"
layer {
  name: "z"
  type: "ReLU"
  bottom: "y"
  top: "z"
}
`,
    code: 'text/expected-identifier',
    title: 'Insert the missing `}`',
    fixed: `${input}layer {
  name: "y"
  type: "ReLU"
  bottom: "x"
  top: "y"
}
layer {
  name: "z"
  type: "ReLU"
  bottom: "y"
  top: "z"
}
`,
  },
  {
    shows: 'a brace without a field name',
    bad: `${input}⟦{⟧ name: "y" type: "ReLU" bottom: "x" top: "y" }
`,
    code: 'text/expected-identifier',
    title: 'Insert `layer` before the brace',
    fixed: `${input}layer { name: "y" type: "ReLU" bottom: "x" top: "y" }
`,
  },
  {
    shows: 'a repeated line that opens a layer',
    bad: `layer ⟦{⟧
layer {
  name: "x"
  type: "Input"
  top: "x"
  input_param { shape { dim: 2 } }
}
`,
    code: 'text/expected-identifier',
    title: 'Remove this `layer {`',
    fixed: `layer {
  name: "x"
  type: "Input"
  top: "x"
  input_param { shape { dim: 2 } }
}
`,
  },
]);
