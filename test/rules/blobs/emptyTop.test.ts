import { checkFixes } from '../../support/fixTable.ts';
import { checkRule } from '../../support/ruleTable.ts';

checkRule('empty-top', [
  {
    shows: 'a Slice part after the end',
    net: `layer { name: "x" type: "Input" top: "x" input_param { shape { dim: 1 dim: 3 dim: 8 dim: 8 } } }
layer { name: "s" type: "Slice" bottom: "x" top: "a" top: "b" slice_param { slice_point: 3 } }
`,
    marks: ['3'],
    messages: '`b` is 1×0×8×8, which contains no value.',
  },
  {
    shows: 'Slice parts with values',
    net: `layer { name: "x" type: "Input" top: "x" input_param { shape { dim: 1 dim: 3 dim: 8 dim: 8 } } }
layer { name: "s" type: "Slice" bottom: "x" top: "a" top: "b" slice_param { slice_point: 2 } }
`,
    marks: [],
  },
  {
    shows: 'an empty blob with a consumer: one finding, at the producer',
    net: `layer { name: "x" type: "Input" top: "x" input_param { shape { dim: 1 dim: 3 dim: 8 dim: 8 } } }
layer { name: "s" type: "Slice" bottom: "x" top: "a" top: "b" slice_param { slice_point: 3 } }
layer { name: "r" type: "ReLU" bottom: "b" top: "r" }
`,
    marks: ['3'],
    messages: '`b` is 1×0×8×8, which contains no value.',
  },
  {
    shows: 'a window in a placeholder input of 1×1',
    net: `input: "x" input_dim: [1, 3, 1, 1]
layer { name: "p" type: "Pooling" bottom: "x" top: "p" pooling_param { kernel_size: 3 stride: 2 } }
`,
    marks: [],
  },
  {
    shows: 'a window in data of 1×1',
    net: `layer { name: "x" type: "DummyData" top: "x" dummy_data_param { shape { dim: [1, 3, 1, 1] } } }
layer { name: "p" type: "Pooling" bottom: "x" top: "p" pooling_param { kernel_size: 3 stride: 2 } }
`,
    marks: ['"p"'],
    messages: '`p` is 1×3×0×0, which contains no value.',
  },
  {
    shows: 'an unknown shape',
    net: 'layer { name: "d" type: "Data" top: "d" data_param { source: "s" batch_size: 2 } }\n',
    marks: [],
  },
]);

checkFixes([
  {
    shows: 'the fix slices into three equal parts',
    bad: `layer { name: "x" type: "Input" top: "x" input_param { shape { dim: 1 dim: 6 } } }
layer { name: "s" type: "Slice" bottom: "x" top: "a" top: "b" top: "c" slice_param { slice_point: 3 # half
 slice_point: ⟦6⟧ } }
`,
    code: 'empty-top',
    fixed: `layer { name: "x" type: "Input" top: "x" input_param { shape { dim: 1 dim: 6 } } }
layer { name: "s" type: "Slice" bottom: "x" top: "a" top: "b" top: "c" slice_param { slice_point: 2 # half
 slice_point: 4 } }
`,
  },
]);
