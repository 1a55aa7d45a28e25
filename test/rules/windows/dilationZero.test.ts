import { checkRule } from '../../support/ruleTable.ts';

const conv = (
  dilation: string,
) => `layer { name: "x" type: "Input" top: "x" input_param { shape { dim: 1 dim: 3 dim: 8 dim: 8 } } }
layer { name: "c" type: "Convolution" bottom: "x" top: "c" convolution_param { num_output: 2 kernel_size: 3 ${dilation} } }
`;

checkRule('dilation-zero', [
  {
    shows: 'a dilation of 0 on both axes',
    net: conv('dilation: 0'),
    marks: ['0'],
    messages:
      'With `dilation: 0`, all values of the kernel read the same position; a dense kernel has `dilation: 1`.',
  },
  {
    shows: 'a dilation of 0 on one of two axes',
    net: conv('dilation: 1 dilation: 0'),
    marks: ['0'],
    messages:
      'With `dilation: 0`, all values of the kernel read the same position; a dense kernel has `dilation: 1`.',
  },
  { shows: 'a dense kernel', net: conv('dilation: 1'), marks: [] },
  { shows: 'no dilation', net: conv(''), marks: [] },
]);
