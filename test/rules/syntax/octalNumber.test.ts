import { checkRule } from '../../support/ruleTable.ts';

const conv = (
  outputs: string,
) => `layer { name: "x" type: "Input" top: "x" input_param { shape { dim: 1 dim: 3 dim: 8 dim: 8 } } }
layer { name: "c" type: "Convolution" bottom: "x" top: "c" convolution_param { num_output: ${outputs} kernel_size: 3 } }
`;

checkRule('octal-number', [
  {
    shows: 'a leading zero',
    net: conv('010'),
    marks: ['010'],
    messages: '`010` is octal, so `num_output` is 8.',
  },
  {
    shows: 'several leading zeros',
    net: conv('0012'),
    marks: ['0012'],
    messages: '`0012` is octal, so `num_output` is 10.',
  },
  {
    shows: 'a number in a list',
    net: `layer { name: "x" type: "Input" top: "x" input_param { shape { dim: [012, 3] dim: 8 dim: 8 } } }
`,
    marks: ['012'],
    messages: '`012` is octal, so `dim` is 10.',
  },
  { shows: 'a single octal digit, which is the same in decimal', net: conv('07'), marks: [] },
  {
    shows: 'zero',
    net: `layer { name: "x" type: "Input" top: "x" input_param { shape { dim: 1 dim: 3 dim: 8 dim: 8 } } }
layer { name: "c" type: "Convolution" bottom: "x" top: "c" convolution_param { num_output: 4 kernel_size: 3 pad: 00 } }
`,
    marks: [],
  },
  { shows: 'a hexadecimal number', net: conv('0x10'), marks: [] },
  {
    shows: 'a string',
    net: `layer { name: "x" type: "Input" top: "x" input_param { shape { dim: 1 dim: 3 dim: 8 dim: 8 } } }
layer { name: "010" type: "Convolution" bottom: "x" top: "c" convolution_param { num_output: 4 kernel_size: 3 } }
`,
    marks: [],
  },
  {
    shows: 'a number with a fraction',
    net: `layer { name: "x" type: "Input" top: "x" input_param { shape { dim: 1 dim: 3 dim: 8 dim: 8 } } }
layer { name: "d" type: "Dropout" bottom: "x" top: "d" dropout_param { dropout_ratio: 0.25 } }
`,
    marks: [],
  },
]);
