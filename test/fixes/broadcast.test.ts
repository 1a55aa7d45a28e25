import { checkFixes } from '../support/fixTable.ts';

const input = `layer { name: "x" type: "Input" top: "x" input_param { shape { dim: 2 dim: 4 dim: 8 dim: 8 } } }
`;

checkFixes([
  {
    shows: 'fewer axes',
    bad: `${input}layer { name: "y" type: "Scale" bottom: "x" top: "y" scale_param { axis: 2 num_axes: ⟦3⟧ } }
`,
    code: 'scale/extends-setup',
    title: 'Write `num_axes: 1`',
    fixed: `${input}layer { name: "y" type: "Scale" bottom: "x" top: "y" scale_param { axis: 2 num_axes: 1 } }
`,
  },
]);
