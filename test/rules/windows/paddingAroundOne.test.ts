import { checkFixes } from '../../support/fixTable.ts';
import { checkRule } from '../../support/ruleTable.ts';

const conv = (
  param: string,
) => `layer { name: "x" type: "Input" top: "x" input_param { shape { dim: 1 dim: 3 dim: 8 dim: 8 } } }
layer { name: "c" type: "Convolution" bottom: "x" top: "c" convolution_param { num_output: 2 ${param} } }
`;

checkRule('padding-around-one', [
  {
    shows: 'a larger kernel with a dilation of 0',
    net: conv('kernel_size: 3 pad: 1 dilation: 0'),
    marks: [],
  },
  {
    shows: 'a kernel of size 1 with padding',
    net: conv('kernel_size: 1 pad: 1'),
    marks: ['1'],
    messages: 'The kernel covers one value, so the outermost outputs read only padding.',
  },
  { shows: 'no padding', net: conv('kernel_size: 1 pad: 0'), marks: [] },
  { shows: 'a larger kernel', net: conv('kernel_size: 3 pad: 1'), marks: [] },
  {
    shows: 'a kernel of one row, with vertical padding',
    net: conv('kernel_h: 1 kernel_w: 3 pad_h: 2 pad_w: 1'),
    marks: ['2'],
    messages: 'The kernel covers one value, so the outermost 2 rows of outputs read only padding.',
  },
  {
    shows: 'a kernel of one row, with horizontal padding',
    net: conv('kernel_h: 1 kernel_w: 3 pad_h: 0 pad_w: 1'),
    marks: [],
  },
]);

checkFixes([
  {
    shows: 'the fix removes the padding of both axes',
    bad: conv('kernel_size: 1 pad_h: ⟦1⟧ pad_w: 1 stride: 1'),
    code: 'padding-around-one',
    fixed: conv('kernel_size: 1 stride: 1'),
  },
]);
