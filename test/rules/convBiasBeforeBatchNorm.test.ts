import { checkRule } from '../support/ruleTable.ts';

const input = `layer { name: "x" type: "Input" top: "x" input_param { shape { dim: 1 dim: 3 dim: 8 dim: 8 } } }\n`;
const conv = (bias = '') =>
  `layer { name: "conv" type: "Convolution" bottom: "x" top: "conv" convolution_param { num_output: 4 kernel_size: 3 ${bias} } }\n`;
const norm = `layer { name: "bn" type: "BatchNorm" bottom: "conv" top: "bn" }\n`;

checkRule('conv-bias-before-batch-norm', [
  { shows: 'a bias', net: input + conv() + norm, marks: ['"Convolution"'], says: '`bn` subtracts' },
  { shows: 'no bias', net: input + conv('bias_term: false') + norm, marks: [] },
  {
    shows: 'somebody else reads the convolution too',
    net: `${input}${conv()}${norm}layer { name: "relu" type: "ReLU" bottom: "conv" top: "relu" }\n`,
    marks: [],
  },
]);
