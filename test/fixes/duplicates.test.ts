import { checkFixes } from '../support/fixTable.ts';

const input = `layer { name: "x" type: "Input" top: "x" input_param { shape { dim: 1 dim: 3 dim: 8 dim: 8 } } }\n`;

checkFixes([
  {
    shows: 'a field that is written twice, on a line of its own',
    bad: `${input}layer {
  name: "y"
  type: "ReLU"
  ⟦type⟧: "TanH"
  bottom: "x"
  top: "y"
}
`,
    code: 'text/non-repeated-duplicate',
    fixed: `${input}layer {
  name: "y"
  type: "ReLU"
  bottom: "x"
  top: "y"
}
`,
  },
  {
    shows: 'a field that is written twice in one line',
    bad: `${input}layer { name: "y" type: "ReLU" ⟦name⟧: "z" bottom: "x" top: "y" }\n`,
    code: 'text/non-repeated-duplicate',
    fixed: `${input}layer { name: "y" type: "ReLU" bottom: "x" top: "y" }\n`,
  },
]);
