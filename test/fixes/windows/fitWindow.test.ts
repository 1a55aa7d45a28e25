import { checkFixes } from '../../support/fixTable.ts';

const input = `layer { name: "x" type: "Input" top: "x" input_param { shape { dim: 2 dim: 4 dim: 8 dim: 8 } } }
`;

checkFixes([
  {
    shows: 'padding that makes the window fit',
    bad: `${input}layer { name: "y" type: "Convolution" bottom: "x" top: "y" convolution_param { num_output: 4 kernel_size: ⟦11⟧ weight_filler { type: "xavier" } } }
`,
    code: 'conv/output-negative',
    title: 'Set `pad: 2`',
    fixed: `${input}layer { name: "y" type: "Convolution" bottom: "x" top: "y" convolution_param { num_output: 4 kernel_size: 11 weight_filler { type: "xavier" } pad: 2 } }
`,
  },
  {
    shows: 'pooling over the whole input',
    bad: `${input}layer { name: "y" type: "Pooling" bottom: "x" top: "y" pooling_param { kernel_size: ⟦20⟧ } }
`,
    code: 'pool/output-negative',
    title: 'Set `kernel_size: 8`',
    fixed: `${input}layer { name: "y" type: "Pooling" bottom: "x" top: "y" pooling_param { kernel_size: 8 } }
`,
  },
]);
