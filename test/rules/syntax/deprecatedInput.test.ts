import { checkFixes } from '../../support/fixTable.ts';
import { checkRule } from '../../support/ruleTable.ts';

checkRule('deprecated-input', [
  {
    shows: 'several inputs: the first one is marked',
    net: `input: "a"
input: "b"
input_shape { dim: 1 }
input_shape { dim: 2 }
`,
    marks: ['"a"'],
    messages: 'Net-level `input` fields are deprecated; use an Input layer.',
  },
  {
    shows: 'an Input layer',
    net: 'layer { name: "x" type: "Input" top: "x" input_param { shape { dim: 1 dim: 3 dim: 8 dim: 8 } } }\n',
    marks: [],
  },
  {
    shows: 'a Caffe without Input layers',
    net: '# caffe-dialect: segnet\ninput: "x"\ninput_dim: [1, 3, 8, 8]\n',
    marks: [],
  },
]);

checkFixes([
  {
    shows: 'the fix upgrades the whole file if it has old `layers`',
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
