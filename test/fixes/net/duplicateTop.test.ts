import { checkFixes } from '../../support/fixTable.ts';

const input = `layer { name: "x" type: "Input" top: "x" input_param { shape { dim: 2 dim: 4 dim: 8 dim: 8 } } }
`;

checkFixes([
  {
    shows: 'a copied layer',
    bad: `${input}layer { name: "y" type: "ReLU" bottom: "x" top: "y" }
layer { name: "y" type: "ReLU" bottom: "x" top: ⟦"y"⟧ }
`,
    code: 'net/duplicate-top',
    title: 'Remove the second `y`',
    fixed: `${input}layer { name: "y" type: "ReLU" bottom: "x" top: "y" }
`,
  },
  {
    shows: 'a repeated top',
    bad: `${input}layer { name: "s" type: "Slice" bottom: "x" top: "a" top: ⟦"a"⟧  }
`,
    code: 'net/duplicate-top',
    title: 'Remove the second top `a`',
    fixed: `${input}layer { name: "s" type: "Slice" bottom: "x" top: "a"  }
`,
  },
  {
    shows: 'an intended in-place layer',
    bad: `${input}layer { name: "y" type: "ReLU" bottom: "x" top: "y" }
layer { name: "r" type: "ReLU" bottom: "x" top: ⟦"y"⟧ }
`,
    code: 'net/duplicate-top',
    title: 'Run `r` in place on `y`',
    fixed: `${input}layer { name: "y" type: "ReLU" bottom: "x" top: "y" }
layer { name: "r" type: "ReLU" bottom: "y" top: "y" }
`,
  },
  {
    shows: 'a new top name, also where it is read',
    bad: `${input}layer { name: "a" type: "ReLU" bottom: "x" top: "y" }
layer { name: "b" type: "Convolution" bottom: "x" top: ⟦"y"⟧ convolution_param { num_output: 4 kernel_size: 3 weight_filler { type: "xavier" } } }
layer { name: "c" type: "ReLU" bottom: "y" top: "z" }
`,
    code: 'net/duplicate-top',
    title: 'Rename the top to `b`',
    fixed: `${input}layer { name: "a" type: "ReLU" bottom: "x" top: "y" }
layer { name: "b" type: "Convolution" bottom: "x" top: "b" convolution_param { num_output: 4 kernel_size: 3 weight_filler { type: "xavier" } } }
layer { name: "c" type: "ReLU" bottom: "b" top: "z" }
`,
  },
  {
    shows: 'the label twice instead of data and label',
    bad: `layer { name: "d" type: "DummyData" top: "label" top: ⟦"label"⟧ dummy_data_param { shape { dim: 2 dim: 3 } } }
layer { name: "y" type: "Eltwise" bottom: "data" bottom: "label" top: "y" }
layer { name: "s" type: "Silence" bottom: "y" }
`,
    code: 'net/duplicate-top',
    title: 'Rename the first top to `data`',
    fixed: `layer { name: "d" type: "DummyData" top: "data" top: "label" dummy_data_param { shape { dim: 2 dim: 3 } } }
layer { name: "y" type: "Eltwise" bottom: "data" bottom: "label" top: "y" }
layer { name: "s" type: "Silence" bottom: "y" }
`,
  },
  {
    shows: 'a repeated bottom, in place',
    bad: `layer { name: "d" type: "DummyData" top: "x" dummy_data_param { shape { dim: 2 dim: 3 } } }
layer { name: "y" type: "ReLU" bottom: "x" bottom: "x" top: ⟦"x"⟧ }
layer { name: "s" type: "Silence" bottom: "x" }
`,
    code: 'net/inplace-after-branch',
    title: 'Remove the second bottom `x`',
    fixed: `layer { name: "d" type: "DummyData" top: "x" dummy_data_param { shape { dim: 2 dim: 3 } } }
layer { name: "y" type: "ReLU" bottom: "x" top: "x" }
layer { name: "s" type: "Silence" bottom: "x" }
`,
  },
]);
