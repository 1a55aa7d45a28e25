import { checkFixes } from '../../support/fixTable.ts';
import { checkRule } from '../../support/ruleTable.ts';

checkRule('input-shape-unused', [
  {
    shows: 'a shape without an input',
    net: `input_shape { dim: 1 }
layer { name: "x" type: "Input" top: "x" input_param { shape { dim: 1 dim: 3 dim: 8 dim: 8 } } }
`,
    marks: ['input_shape'],
    messages: 'This `input_shape` belongs to no `input`; Caffe ignores it.',
  },
  {
    shows: '`input_dim` without an input',
    net: `input_dim: 1
input_dim: 3
layer { name: "x" type: "Input" top: "x" input_param { shape { dim: 1 dim: 3 dim: 8 dim: 8 } } }
`,
    marks: ['1'],
    messages: 'This `input_dim` belongs to no `input`; Caffe ignores it.',
  },
  {
    shows: 'more shapes than inputs',
    net: `input: "a"
input_shape { dim: 1 }
input_shape { dim: 2 }
`,
    marks: ['input_shape'],
    messages: 'This `input_shape` belongs to no `input`; Caffe ignores it.',
  },
  {
    shows: '`input_dim` beside an `input_shape`',
    net: `input: "a"
input_shape { dim: 1 }
input_dim: 5
`,
    marks: ['5'],
    messages: 'This `input_dim` belongs to no `input`; Caffe ignores it.',
  },
  {
    shows: 'a shape for each input',
    net: `input: "a"
input: "b"
input_shape { dim: 1 }
input_shape { dim: 2 }
`,
    marks: [],
  },
  {
    shows: 'four `input_dim` for an input',
    net: `input: "a"
input_dim: 1
input_dim: 2
input_dim: 3
input_dim: 4
`,
    marks: [],
  },
]);

checkFixes([
  {
    shows: 'the fix removes all unused fields',
    bad: `input: "a"
input_shape { dim: 1 }
input_dim: ⟦5⟧ # old
input_dim: 6
`,
    code: 'input-shape-unused',
    fixed: `input: "a"
input_shape { dim: 1 }
# old
`,
  },
]);
