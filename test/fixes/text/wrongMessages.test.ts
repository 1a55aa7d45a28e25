import { checkFixes } from '../../support/fixTable.ts';

const input = `layer { name: "x" type: "Input" top: "x" input_param { shape { dim: 2 dim: 4 dim: 8 dim: 8 } } }
`;

checkFixes([
  {
    shows: 'a filler given only by its type',
    bad: `${input}layer { name: "y" type: "Convolution" bottom: "x" top: "y" convolution_param { num_output: 4 kernel_size: 3 weight_filler: ⟦"xavier"⟧ } }
`,
    code: 'text/expected-message',
    title: 'Replace with `weight_filler { type: "xavier" }`',
    fixed: `${input}layer { name: "y" type: "Convolution" bottom: "x" top: "y" convolution_param { num_output: 4 kernel_size: 3 weight_filler { type: "xavier" } } }
`,
  },
  {
    shows: 'a bare phase',
    bad: `${input}layer { name: "y" type: "ReLU" bottom: "x" top: "y" include: ⟦TRAIN⟧ }
`,
    code: 'text/expected-message',
    title: 'Replace with `include { phase: TRAIN }`',
    fixed: `${input}layer { name: "y" type: "ReLU" bottom: "x" top: "y" include { phase: TRAIN } }
`,
  },
]);
