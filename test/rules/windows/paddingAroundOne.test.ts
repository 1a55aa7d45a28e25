import { checkFixes } from '../../support/fixTable.ts';
import { checkRule } from '../../support/ruleTable.ts';
import { image, layer } from '../../support/smallNets.ts';

const conv = (param: string) =>
  image + layer('c', 'Convolution', ['x'], ['c'], `convolution_param { num_output: 2 ${param} } `);

checkRule('padding-around-one', [
  {
    shows: 'a kernel that a dilation of 0 makes one value of',
    net: conv('kernel_size: 3 pad: 1 dilation: 0'),
    marks: [],
  },
  { shows: 'a frame', net: conv('kernel_size: 1 pad: 1'), marks: ['1'] },
  { shows: 'no padding', net: conv('kernel_size: 1 pad: 0'), marks: [] },
  { shows: 'a larger kernel', net: conv('kernel_size: 3 pad: 1'), marks: [] },
  {
    shows: 'a kernel of one row, padded above',
    net: conv('kernel_h: 1 kernel_w: 3 pad_h: 2 pad_w: 1'),
    marks: ['2'],
    says: 'outermost 2 rows',
  },
  {
    shows: 'a kernel of one row, padded beside',
    net: conv('kernel_h: 1 kernel_w: 3 pad_h: 0 pad_w: 1'),
    marks: [],
  },
]);

checkFixes([
  {
    shows: 'padding of both sides',
    bad: conv('kernel_size: 1 pad_h: ⟦1⟧ pad_w: 1 stride: 1'),
    code: 'padding-around-one',
    fixed: conv('kernel_size: 1 stride: 1'),
  },
]);
