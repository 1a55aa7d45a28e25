import { checkFixes } from '../../support/fixTable.ts';

const input = `layer { name: "x" type: "Input" top: "x" input_param { shape { dim: 2 dim: 4 dim: 8 dim: 8 } } }
`;

checkFixes([
  {
    shows: 'the remaining length',
    bad: `${input}layer { name: "y" type: "Reshape" bottom: "x" top: "y" reshape_param { ⟦shape⟧ { dim: 3 dim: -1 } } }
`,
    code: 'reshape/infer-divisible',
    title: 'Replace `3` with `2`',
    fixed: `${input}layer { name: "y" type: "Reshape" bottom: "x" top: "y" reshape_param { shape { dim: 2 dim: -1 } } }
`,
  },
  {
    shows: 'two inferred axes',
    bad: `${input}layer { name: "y" type: "Reshape" bottom: "x" top: "y" reshape_param { ⟦shape⟧ { dim: -1 dim: -1 } } }
`,
    code: 'reshape/multiple-infer',
    title: 'Infer only axis 1, and copy the other',
    fixed: `${input}layer { name: "y" type: "Reshape" bottom: "x" top: "y" reshape_param { shape { dim: 0 dim: -1 } } }
`,
  },
]);
