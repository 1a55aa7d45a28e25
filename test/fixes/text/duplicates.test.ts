import { checkFixes } from '../../support/fixTable.ts';

const input = `layer { name: "x" type: "Input" top: "x" input_param { shape { dim: 1 dim: 3 dim: 8 dim: 8 } } }\n`;

checkFixes([
  {
    shows: 'a repeated field on a separate line',
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
    shows: 'a repeated field on the same line',
    bad: `${input}layer { name: "y" type: "ReLU" ⟦name⟧: "z" bottom: "x" top: "y" }\n`,
    code: 'text/non-repeated-duplicate',
    fixed: `${input}layer { name: "y" type: "ReLU" bottom: "x" top: "y" }\n`,
  },
  {
    shows: 'parameters in two messages',
    bad: `layer { name: "x" type: "Input" top: "x" input_param { shape { dim: 1 dim: 3 dim: 8 dim: 8 } } }
layer { name: "y" type: "Pooling" bottom: "x" top: "y" pooling_param { kernel_size: 2 } ⟦pooling_param⟧ { stride: 2 kernel_size: 3 } }
`,
    code: 'text/non-repeated-duplicate',
    title: 'Move `stride` into the first `pooling_param`',
    fixed: `layer { name: "x" type: "Input" top: "x" input_param { shape { dim: 1 dim: 3 dim: 8 dim: 8 } } }
layer { name: "y" type: "Pooling" bottom: "x" top: "y" pooling_param { kernel_size: 2 stride: 2 } }
`,
  },
  {
    shows: 'a file that was pasted twice',
    bad: `name: "n"
layer { name: "x" type: "Input" top: "x" input_param { shape { dim: 1 } } }
⟦name⟧: "n"
layer { name: "x" type: "Input" top: "x" input_param { shape { dim: 1 } } }
`,
    code: 'text/non-repeated-duplicate',
    title: 'Remove the second copy of the file',
    fixed: `name: "n"
layer { name: "x" type: "Input" top: "x" input_param { shape { dim: 1 } } }
`,
  },
]);
