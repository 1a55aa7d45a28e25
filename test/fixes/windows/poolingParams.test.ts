import { checkFixes } from '../../support/fixTable.ts';

const input = `layer { name: "x" type: "Input" top: "x" input_param { shape { dim: 2 dim: 4 dim: 8 dim: 8 } } }
`;

checkFixes([
  {
    shows: 'global pooling with a stride',
    bad: `${input}layer { name: "y" type: "Pooling" bottom: "x" top: "y" pooling_param { pool: AVE global_pooling: true stride: ⟦2⟧ } }
`,
    code: 'pool/global-pad-stride',
    title: 'Remove `stride`',
    fixed: `${input}layer { name: "y" type: "Pooling" bottom: "x" top: "y" pooling_param { pool: AVE global_pooling: true } }
`,
  },
  {
    shows: 'padding of a stochastic pooling',
    bad: `${input}layer { name: "y" type: "Pooling" bottom: "x" top: "y" pooling_param { pool: STOCHASTIC kernel_size: 3 pad: ⟦1⟧ } }
`,
    code: 'pool/pad-method',
    title: 'Remove the padding',
    fixed: `${input}layer { name: "y" type: "Pooling" bottom: "x" top: "y" pooling_param { pool: STOCHASTIC kernel_size: 3 } }
`,
    left: ['stochastic-pooling'],
  },
]);
