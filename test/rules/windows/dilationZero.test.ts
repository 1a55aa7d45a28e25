import { checkRule } from '../../support/ruleTable.ts';
import { image, layer } from '../../support/smallNets.ts';

const conv = (dilation: string) =>
  image +
  layer('c', 'Convolution', ['x'], ['c'], `convolution_param { num_output: 2 kernel_size: 3 ${dilation} } `);

checkRule('dilation-zero', [
  { shows: 'on both axes', net: conv('dilation: 0'), marks: ['0'] },
  { shows: 'on one of two axes', net: conv('dilation: 1 dilation: 0'), marks: ['0'] },
  { shows: 'a dense kernel', net: conv('dilation: 1'), marks: [] },
  { shows: 'no dilation', net: conv(''), marks: [] },
]);
