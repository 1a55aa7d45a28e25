import { checkFixes } from '../../support/fixTable.ts';
import { checkRule } from '../../support/ruleTable.ts';
import { image } from '../../support/smallNets.ts';

checkRule('deprecated-input', [
  {
    shows: 'the first of several inputs',
    net: 'input: "a"\ninput: "b"\ninput_shape { dim: 1 }\ninput_shape { dim: 2 }\n',
    marks: ['"a"'],
  },
  { shows: 'an Input layer', net: image, marks: [] },
]);

checkFixes([
  {
    shows: 'beside old layers the whole file is upgraded',
    bad: `input: ⟦"x"⟧
input_dim: 1
input_dim: 3
input_dim: 8
input_dim: 8
layers { name: "y" type: RELU bottom: "x" top: "y" }
`,
    code: 'deprecated-input',
    fixed: `layer { name: "x" type: "Input" top: "x" input_param { shape { dim: 1 dim: 3 dim: 8 dim: 8 } } }
layer { name: "y" type: "ReLU" bottom: "x" top: "y" }
`,
  },
]);
