import { checkFixes } from '../../support/fixTable.ts';

const input = `layer { name: "x" type: "Input" top: "x" input_param { shape { dim: 2 dim: 4 dim: 8 dim: 8 } } }
`;

checkFixes([
  {
    shows: 'a field without a value',
    bad: `${input}layer {
  name: "y"
  type: "Pooling"
  bottom: "x"
  top: "y"
  pooling_param {
    kernel_size: 2
    ⟦pad:⟧
    stride: 2
  }
}
`,
    code: 'text/expected-value',
    title: 'Remove `pad`',
    fixed: `${input}layer {
  name: "y"
  type: "Pooling"
  bottom: "x"
  top: "y"
  pooling_param {
    kernel_size: 2
    stride: 2
  }
}
`,
  },
  {
    shows: 'a comma at the end of a list',
    bad: `${input}layer { name: "y" type: "Convolution" bottom: "x" top: "y" convolution_param { num_output: 4 kernel_size: [3, 3⟦,⟧] weight_filler { type: "xavier" } } }
`,
    code: 'text/expected-value',
    title: 'Remove the comma',
    fixed: `${input}layer { name: "y" type: "Convolution" bottom: "x" top: "y" convolution_param { num_output: 4 kernel_size: [3, 3] weight_filler { type: "xavier" } } }
`,
  },
  {
    shows: 'a field name in brackets',
    bad: `${input}layer { name: "y" type: "Convolution" bottom: "x" top: "y" convolution_param { num_output: 4 kernel_size: 3 ⟦[pad]⟧: 1 weight_filler { type: "xavier" } } }
`,
    code: 'text/extension',
    title: 'Remove the brackets around `pad`',
    fixed: `${input}layer { name: "y" type: "Convolution" bottom: "x" top: "y" convolution_param { num_output: 4 kernel_size: 3 pad: 1 weight_filler { type: "xavier" } } }
`,
  },
]);
