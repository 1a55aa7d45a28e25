import { checkFixes } from '../../support/fixTable.ts';
import { checkRule } from '../../support/ruleTable.ts';

const conv = (
  param: string,
) => `layer { name: "x" type: "Input" top: "x" input_param { shape { dim: 1 dim: 3 dim: 8 dim: 8 } } }
layer { name: "c" type: "Convolution" bottom: "x" top: "c" convolution_param { num_output: 2 kernel_size: 3 ${param} } }
`;

checkRule('bias-filler-ignored', [
  {
    shows: 'a filler with `bias_term: false`',
    net: conv('bias_term: false bias_filler { value: 0.1 }'),
    marks: ['bias_filler'],
    messages: '`bias_filler` has no effect: `c` has no bias.',
  },
  { shows: 'a filler with a bias', net: conv('bias_filler { value: 0.1 }'), marks: [] },
  { shows: 'no filler', net: conv('bias_term: false'), marks: [] },
  {
    shows: 'a Scale layer without `bias_term`, which another rule reports',
    net: `layer { name: "x" type: "Input" top: "x" input_param { shape { dim: 1 dim: 3 dim: 8 dim: 8 } } }
layer { name: "s" type: "Scale" bottom: "x" top: "s" scale_param { bias_filler { value: 0 } } }
`,
    marks: [],
  },
]);

checkFixes([
  {
    shows: 'the fix removes the lines of the filler',
    bad: `layer { name: "x" type: "Input" top: "x" input_param { shape { dim: 1 dim: 3 dim: 8 dim: 8 } } }
layer {
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
    fixed: `layer { name: "x" type: "Input" top: "x" input_param { shape { dim: 1 dim: 3 dim: 8 dim: 8 } } }
layer {
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
