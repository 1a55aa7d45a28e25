import { checkFixes } from '../../support/fixTable.ts';

const input = `layer { name: "x" type: "Input" top: "x" input_param { shape { dim: 2 dim: 4 dim: 8 dim: 8 } } }
`;

const relu = `${input}layer { name: "y" type: "ReLU" bottom: "x" top: "y" }
`;

checkFixes([
  {
    shows: 'a string without its opening quote',
    bad: relu
      .replace('"y" type', 'y⟦"⟧ type')
      .replace(' type: "ReLU" bottom: "x" top: "y" }', '\n  type: "ReLU" bottom: "x" top: "y" }'),
    code: 'text/string-line-break',
    title: 'Replace with `"y"`',
    fixed: relu.replace(' type: "ReLU" bottom: "x" top: "y" }', '\n  type: "ReLU" bottom: "x" top: "y" }'),
  },
  {
    shows: 'a string that ends with a typographic quote',
    bad: relu.replace('top: "y" }', 'top: ⟦"y”⟧\n}'),
    code: 'text/string-line-break',
    title: 'Replace `”` with `"`',
    fixed: relu.replace('top: "y" }', 'top: "y"\n}'),
  },
  {
    shows: 'a word between backticks',
    bad: relu.replace('name: "y"', 'name: ⟦`y`⟧'),
    code: 'text/expected-string',
    title: 'Replace with `"y"`',
    fixed: relu,
  },
  {
    shows: 'a string without its closing quote',
    bad: `${input}layer {
  name: ⟦"y⟧
  type: "ReLU"
  bottom: "x"
  top: "y"
}
`,
    code: 'text/string-line-break',
    title: 'Close the string with `"`',
    fixed: `${input}layer {
  name: "y"
  type: "ReLU"
  bottom: "x"
  top: "y"
}
`,
  },
  {
    shows: 'a string without its closing quote before a brace',
    bad: `${input}layer { type: "ReLU" bottom: "x" top: "y" name: ⟦"y }⟧
`,
    code: 'text/string-line-break',
    title: 'Close the string with `"`',
    fixed: `${input}layer { type: "ReLU" bottom: "x" top: "y" name: "y" }
`,
  },
  {
    shows: 'a path with backslashes',
    bad: `${input}layer { name: "a⟦\\y⟧" type: "ReLU" bottom: "x" top: "y" }
`,
    code: 'text/bad-escape',
    title: 'Escape the backslash as `\\\\`',
    fixed: `${input}layer { name: "a\\\\y" type: "ReLU" bottom: "x" top: "y" }
`,
  },
  {
    shows: 'a control character',
    bad: `${input}layer {⟦\x01⟧ name: "y" type: "ReLU" bottom: "x" top: "y" }
`,
    code: 'text/control-character',
    title: 'Remove the control characters',
    fixed: `${input}layer { name: "y" type: "ReLU" bottom: "x" top: "y" }
`,
  },
  {
    shows: 'a NUL in a string',
    bad: `${input}layer { name: "y⟦\0⟧1" type: "ReLU" bottom: "x" top: "y" }
`,
    code: 'text/control-character',
    title: 'Remove the control characters',
    fixed: `${input}layer { name: "y1" type: "ReLU" bottom: "x" top: "y" }
`,
  },
  {
    shows: 'an octal number with an 8',
    bad: `${input}layer { name: "y" type: "Convolution" bottom: "x" top: "y" convolution_param { num_output: 4 kernel_size: ⟦08⟧ weight_filler { type: "xavier" } } }
`,
    code: 'text/number-form',
    title: 'Replace with `8`',
    fixed: `${input}layer { name: "y" type: "Convolution" bottom: "x" top: "y" convolution_param { num_output: 4 kernel_size: 8 weight_filler { type: "xavier" } } }
`,
  },
  {
    shows: 'a Windows path with a folder that begins with n',
    bad: `${input}layer { name: "a⟦\\d⟧\\new" type: "ReLU" bottom: "x" top: "y" }
`,
    code: 'text/bad-escape',
    title: 'Escape every backslash as `\\\\`',
    fixed: `${input}layer { name: "a\\\\d\\\\new" type: "ReLU" bottom: "x" top: "y" }
`,
  },
  {
    shows: 'a string that begins with a different quote',
    bad: `${input}layer {
  name: ⟦'y" type: "ReLU" bottom: "x" top: "y"⟧
}
`,
    code: 'text/string-line-break',
    title: 'Replace `"` with `\'`',
    fixed: `${input}layer {
  name: 'y' type: "ReLU" bottom: "x" top: "y"
}
`,
  },
]);
