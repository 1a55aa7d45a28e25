import { checkFixes } from '../../support/fixTable.ts';
import { checkRule } from '../../support/ruleTable.ts';
import { image, layer } from '../../support/smallNets.ts';

const conv = (param: string) =>
  image +
  layer('c', 'Convolution', ['x'], ['c'], `convolution_param { num_output: 2 kernel_size: 3 ${param} } `);

checkRule('bias-filler-ignored', [
  {
    shows: 'no bias',
    net: conv('bias_term: false bias_filler { value: 0.1 }'),
    marks: ['bias_filler'],
  },
  { shows: 'a bias', net: conv('bias_filler { value: 0.1 }'), marks: [] },
  { shows: 'no filler', net: conv('bias_term: false'), marks: [] },
  {
    shows: 'a Scale that says nothing of its bias',
    net: image + layer('s', 'Scale', ['x'], ['s'], 'scale_param { bias_filler { value: 0 } } '),
    marks: [],
  },
]);

checkFixes([
  {
    shows: 'the filler with its lines',
    bad: `${image}layer {
  name: "c"
  type: "Convolution"
  bottom: "x"
  top: "c"
  convolution_param {
    num_output: 2
    kernel_size: 3
    bias_term: false  # BatchNorm follows
    ⟦bias_filler⟧ {
      type: "constant"
      value: 0
    }
  }
}
`,
    code: 'bias-filler-ignored',
    fixed: `${image}layer {
  name: "c"
  type: "Convolution"
  bottom: "x"
  top: "c"
  convolution_param {
    num_output: 2
    kernel_size: 3
    bias_term: false  # BatchNorm follows
  }
}
`,
  },
]);
