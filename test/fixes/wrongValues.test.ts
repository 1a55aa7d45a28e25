import { checkFixes } from '../support/fixTable.ts';

const input = `layer { name: "x" type: "Input" top: "x" input_param { shape { dim: 2 dim: 4 dim: 8 dim: 8 } } }
`;

checkFixes([
  {
    shows: 'two values for one field with a pair',
    bad: `${input}layer { name: "y" type: "Pooling" bottom: "x" top: "y" pooling_param { kernel_size: ⟦[3, 2]⟧ } }
`,
    code: 'text/expected-integer',
    title: 'Write `kernel_h: 3 kernel_w: 2`',
    fixed: `${input}layer { name: "y" type: "Pooling" bottom: "x" top: "y" pooling_param { kernel_h: 3 kernel_w: 2 } }
`,
  },
  {
    shows: 'a message for a string',
    bad: `${input}layer { name: "y" type: "ReLU" ⟦bottom⟧ { } top: "y" }
`,
    code: 'text/expected-colon',
    title: 'Write `"x"`',
    fixed: `${input}layer { name: "y" type: "ReLU" bottom: "x" top: "y" }
`,
  },
  {
    shows: 'a number that is too large, where a layer like it has one',
    bad: `${input}layer { name: "y" type: "Pooling" bottom: "x" top: "y" pooling_param { kernel_size: 2 stride: 2 } }
layer { name: "z" type: "Pooling" bottom: "y" top: "z" pooling_param { kernel_size: 2 stride: ⟦4294967296⟧ } }
`,
    code: 'text/int-range',
    title: 'Write `2`, as `y` has',
    fixed: `${input}layer { name: "y" type: "Pooling" bottom: "x" top: "y" pooling_param { kernel_size: 2 stride: 2 } }
layer { name: "z" type: "Pooling" bottom: "y" top: "z" pooling_param { kernel_size: 2 stride: 2 } }
`,
  },
  {
    shows: 'a number that is too large, where there is a default',
    bad: `${input}layer { name: "y" type: "Pooling" bottom: "x" top: "y" pooling_param { kernel_size: 2 stride: ⟦4294967296⟧ } }
`,
    code: 'text/int-range',
    title: 'Leave `stride` out; the default is `1`',
    fixed: `${input}layer { name: "y" type: "Pooling" bottom: "x" top: "y" pooling_param { kernel_size: 2 } }
`,
  },
]);
