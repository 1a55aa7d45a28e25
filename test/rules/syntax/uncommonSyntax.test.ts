import { checkFixes } from '../../support/fixTable.ts';
import { checkRule } from '../../support/ruleTable.ts';

checkRule('uncommon-syntax', [
  {
    shows: 'two lists: one finding',
    net: `layer { name: "x" type: "Input" top: "x" input_param { shape { dim: [1, 3] dim: [8, 8] } } }
`,
    marks: ['[1, 3]'],
    messages: 'A list in brackets is not supported by every tool that reads nets.',
  },
  {
    shows: 'angle brackets',
    net: `layer { name: "x" type: "Input" top: "x" input_param { shape < dim: 1 dim: 3 dim: 8 dim: 8 > } }
`,
    marks: ['<'],
    messages: 'A message in angle brackets is not supported by every tool that reads nets.',
  },
  {
    shows: 'a string in several pieces',
    net: `layer { name: "x" type: "Input" top: "x" input_param { shape { dim: 1 dim: 3 dim: 8 dim: 8 } } }
layer { name: "r" "1" type: "ReLU" bottom: "x" top: "r" }
`,
    marks: ['"r" "1"'],
    messages: 'A string in several pieces is not supported by every tool that reads nets.',
  },
  {
    shows: 'separators after fields: one finding',
    net: `layer { name: "x" type: "Input" top: "x" input_param { shape { dim: 1 dim: 3 dim: 8 dim: 8 } } }
layer { name: "r", type: "ReLU"; bottom: "x" top: "r" }
`,
    marks: [','],
    messages: 'A comma or semicolon after a field is not supported by every tool that reads nets.',
  },
  {
    shows: 'one finding of each kind',
    net: `layer { name: "x" type: "Input" top: "x" input_param { shape { dim: 1 dim: 3 dim: 8 dim: 8 } } }
layer < name: 'r' 's'; type: 'ReLU' bottom: ['x'] top: 'r' >
`,
    marks: ['<', "'r' 's'", ';', "['x']"],
    messages: [
      'A message in angle brackets is not supported by every tool that reads nets.',
      'A string in several pieces is not supported by every tool that reads nets.',
      'A comma or semicolon after a field is not supported by every tool that reads nets.',
      'A list in brackets is not supported by every tool that reads nets.',
    ],
  },
  {
    shows: 'plain form',
    net: `layer { name: "x" type: "Input" top: "x" input_param { shape { dim: 1 dim: 3 dim: 8 dim: 8 } } }
layer { name: "r" type: "ReLU" bottom: "x" top: "r" }
`,
    marks: [],
  },
  {
    shows: 'separators and brackets in strings and comments',
    net: `layer { name: "x" type: "Input" top: "x" input_param { shape { dim: 1 dim: 3 dim: 8 dim: 8 } } }
# a; b, <c> [d]
layer { name: "a;b,c" type: "ReLU" bottom: "x" top: "[r]" }
`,
    marks: [],
  },
]);

checkFixes([
  {
    shows: 'the fix expands lists to separate lines, inner lists first',
    bad: `layer {
  name: "x"
  type: "Input"
  top: ⟦["x", "y"]⟧
  input_param {
    shape: [{ dim: 1 }, { dim: [2, 3] }]
  }
}
`,
    code: 'uncommon-syntax',
    fixed: `layer {
  name: "x"
  type: "Input"
  top: "x"
  top: "y"
  input_param {
    shape: [{ dim: 1 }, { dim: 2 dim: 3 }]
  }
}
`,
    left: ['uncommon-syntax'],
  },
  {
    shows: 'the fix removes all separators',
    bad: `layer { name: "x" type: "Input" top: "x" input_param { shape { dim: 1 dim: 3 dim: 8 dim: 8 } } }
layer { name: "r"⟦;⟧ type: "ReLU";bottom: "x"; top: "r" }
`,
    code: 'uncommon-syntax',
    fixed: `layer { name: "x" type: "Input" top: "x" input_param { shape { dim: 1 dim: 3 dim: 8 dim: 8 } } }
layer { name: "r" type: "ReLU" bottom: "x" top: "r" }
`,
  },
]);
