import { checkFixes } from '../../support/fixTable.ts';

const input = `layer { name: "x" type: "Input" top: "x" input_param { shape { dim: 2 dim: 4 dim: 8 dim: 8 } } }
`;

checkFixes([
  {
    shows: 'conflicting axes',
    bad: `${input}layer { name: "s" type: "Slice" bottom: "x" top: "a" top: "b" slice_param { axis: 1 slice_dim: ⟦2⟧ } }
`,
    code: 'slice/axis-exclusive',
    title: 'Remove `slice_dim`',
    fixed: `${input}layer { name: "s" type: "Slice" bottom: "x" top: "a" top: "b" slice_param { axis: 1 } }
`,
  },
  {
    shows: 'coefficients of a product',
    bad: `${input}layer { name: "a" type: "ReLU" bottom: "x" top: "a" }
layer { name: "b" type: "ReLU" bottom: "x" top: "b" }
layer { name: "y" type: "Eltwise" bottom: "a" bottom: "b" top: "y" eltwise_param { operation: PROD coeff: 1 coeff: ⟦2⟧ } }
`,
    code: 'eltwise/coeff-prod',
    title: 'Remove the coefficients',
    fixed: `${input}layer { name: "a" type: "ReLU" bottom: "x" top: "a" }
layer { name: "b" type: "ReLU" bottom: "x" top: "b" }
layer { name: "y" type: "Eltwise" bottom: "a" bottom: "b" top: "y" eltwise_param { operation: PROD } }
`,
  },
  {
    shows: 'unsorted slice points',
    bad: `${input}layer { name: "s" type: "Slice" bottom: "x" top: "a" top: "b" top: "c" slice_param { slice_point: 3 slice_point: ⟦1⟧ } }
`,
    code: 'slice/point-order',
    title: 'Set the slice points to 1, 3',
    fixed: `${input}layer { name: "s" type: "Slice" bottom: "x" top: "a" top: "b" top: "c" slice_param { slice_point: 1 slice_point: 3 } }
`,
  },
]);
