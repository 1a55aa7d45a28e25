import { checkFixes } from '../../support/fixTable.ts';
import { checkRule } from '../../support/ruleTable.ts';
import { image, layer } from '../../support/smallNets.ts';

const relu = (text: string) => image + text;

checkRule('uncommon-syntax', [
  {
    shows: 'a list, once',
    net: image.replace('dim: 1 dim: 3 dim: 8 dim: 8', 'dim: [1, 3] dim: [8, 8]'),
    marks: ['[1, 3]'],
  },
  { shows: 'angle brackets', net: image.replace('{ dim', '< dim').replace('8 }', '8 >'), marks: ['<'] },
  {
    shows: 'a string in pieces',
    net: relu('layer { name: "r" "1" type: "ReLU" bottom: "x" top: "r" }\n'),
    marks: ['"r" "1"'],
  },
  {
    shows: 'marks behind fields',
    net: relu('layer { name: "r", type: "ReLU"; bottom: "x" top: "r" }\n'),
    marks: [','],
  },
  {
    shows: 'one of each',
    net: relu("layer < name: 'r' 's'; type: 'ReLU' bottom: ['x'] top: 'r' >\n"),
    marks: ['<', "'r' 's'", ';', "['x']"],
  },
  { shows: 'plain text', net: image + layer('r', 'ReLU', ['x'], ['r']), marks: [] },
  {
    shows: 'marks in strings and comments',
    net: `${image}# a; b, <c> [d]\n${layer('a;b,c', 'ReLU', ['x'], ['[r]'])}`,
    marks: [],
  },
]);

checkFixes([
  {
    shows: 'lists on lines of their own, the inner ones first',
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
    shows: 'marks and pieces',
    bad: relu('layer { name: "r"⟦;⟧ type: "ReLU";bottom: "x"; top: "r" }\n'),
    code: 'uncommon-syntax',
    fixed: relu('layer { name: "r" type: "ReLU" bottom: "x" top: "r" }\n'),
  },
]);
