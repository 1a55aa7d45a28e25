import { checkFixes } from '../../support/fixTable.ts';

const input = `layer { name: "x" type: "Input" top: "x" input_param { shape { dim: 2 dim: 4 dim: 8 dim: 8 } } }
`;

checkFixes([
  {
    shows: 'an equals sign instead of a colon',
    bad: `${input}layer { name ⟦=⟧ "y" type: "ReLU" bottom: "x" top: "y" }
`,
    code: 'text/expected-colon',
    title: 'Replace with `:`',
    fixed: `${input}layer { name : "y" type: "ReLU" bottom: "x" top: "y" }
`,
  },
  {
    shows: 'a missing colon',
    bad: `${input}layer { ⟦name⟧ "y" type: "ReLU" bottom: "x" top: "y" }
`,
    code: 'text/expected-colon',
    title: 'Insert a colon after `name`',
    fixed: `${input}layer { name: "y" type: "ReLU" bottom: "x" top: "y" }
`,
  },
  {
    shows: 'a missing comma in a list',
    bad: `${input}layer { name: "y" type: "Convolution" bottom: "x" top: "y" convolution_param { num_output: 4 kernel_size: [3 ⟦3⟧] weight_filler { type: "xavier" } } }
`,
    code: 'text/list-separator',
    title: 'Insert a comma',
    fixed: `${input}layer { name: "y" type: "Convolution" bottom: "x" top: "y" convolution_param { num_output: 4 kernel_size: [3, 3] weight_filler { type: "xavier" } } }
`,
  },
  {
    shows: 'a semicolon in a list',
    bad: `${input}layer { name: "y" type: "Convolution" bottom: "x" top: "y" convolution_param { num_output: 4 kernel_size: [3⟦;⟧ 3] weight_filler { type: "xavier" } } }
`,
    code: 'text/list-separator',
    title: 'Replace with `,`',
    fixed: `${input}layer { name: "y" type: "Convolution" bottom: "x" top: "y" convolution_param { num_output: 4 kernel_size: [3, 3] weight_filler { type: "xavier" } } }
`,
  },
  {
    shows: 'an unclosed list',
    bad: `${input}layer { name: "y" type: "Convolution" bottom: "x" top: "y" convolution_param { num_output: 4 kernel_size: ⟦[⟧3, 3 weight_filler { type: "xavier" } } }
`,
    code: 'text/list-separator',
    title: 'Insert the missing `]`',
    fixed: `${input}layer { name: "y" type: "Convolution" bottom: "x" top: "y" convolution_param { num_output: 4 kernel_size: [3, 3] weight_filler { type: "xavier" } } }
`,
  },
  {
    shows: 'a wrong bracket at the end of a message',
    bad: `${input}layer { name: "y" type: "Convolution" bottom: "x" top: "y" convolution_param { num_output: 4 kernel_size: 3 weight_filler { type: "xavier" } ⟦>⟧ }
`,
    code: 'text/bracket-mismatch',
    title: 'Replace with `}`',
    fixed: `${input}layer { name: "y" type: "Convolution" bottom: "x" top: "y" convolution_param { num_output: 4 kernel_size: 3 weight_filler { type: "xavier" } } }
`,
  },
  {
    shows: 'a number and a name without a space',
    bad: `${input}layer { name: "y" type: "Convolution" bottom: "x" top: "y" convolution_param { num_output: 4 kernel_size: ⟦3⟧pad: 1 weight_filler { type: "xavier" } } }
`,
    code: 'text/number-identifier-gap',
    title: 'Insert a space',
    fixed: `${input}layer { name: "y" type: "Convolution" bottom: "x" top: "y" convolution_param { num_output: 4 kernel_size: 3 pad: 1 weight_filler { type: "xavier" } } }
`,
  },
  {
    shows: 'several missing commas in a list',
    bad: `layer { name: "x" type: "Input" top: "x" input_param { shape { dim: [1 ⟦3⟧ 8 8] } } }
`,
    code: 'text/list-separator',
    title: 'Insert the commas',
    fixed: `layer { name: "x" type: "Input" top: "x" input_param { shape { dim: [1, 3, 8, 8] } } }
`,
  },
  {
    shows: 'a string that contains the start of the next field',
    bad: `${input}layer { name: "y type: "⟦ReLU⟧" bottom: "x" top: "y" }
`,
    code: 'text/expected-colon',
    title: 'Close the string with `"` after `y`',
    fixed: `${input}layer { name: "y" type: "ReLU" bottom: "x" top: "y" }
`,
  },
  {
    shows: 'a name that begins with a digit, without its opening quote',
    bad: `${input}layer { name: ⟦3⟧x3" type: "ReLU" bottom: "x" top: "y" }
`,
    code: 'text/number-identifier-gap',
    title: 'Replace with `"3x3"`',
    fixed: `${input}layer { name: "3x3" type: "ReLU" bottom: "x" top: "y" }
`,
  },
]);
