import { checkFixes } from '../../support/fixTable.ts';
import { checkRule } from '../../support/ruleTable.ts';

const loss = (
  param: string,
) => `layer { name: "in" type: "Input" top: "x" top: "label" input_param { shape { dim: 8 dim: 4 } shape { dim: 8 } } }
layer { name: "l" type: "SoftmaxWithLoss" bottom: "x" bottom: "label" top: "l" loss_param { ${param} } }
`;

checkRule('deprecated-field', [
  {
    shows: 'a deprecated axis field',
    net: `layer { name: "in" type: "Input" top: "a" top: "b" input_param { shape { dim: 8 dim: 4 } } }
layer { name: "s" type: "Slice" bottom: "a" top: "c" top: "d" slice_param { slice_dim: 1 } }
`,
    marks: ['slice_dim'],
    messages: '`slice_dim` is deprecated. Use `axis` instead.',
  },
  {
    shows: 'the current axis field',
    net: `layer { name: "in" type: "Input" top: "a" top: "b" input_param { shape { dim: 8 dim: 4 } } }
layer { name: "s" type: "Slice" bottom: "a" top: "c" top: "d" slice_param { axis: 1 } }
`,
    marks: [],
  },
  {
    shows: 'a repeated field: one finding',
    net: `layer { name: "d" type: "DummyData" top: "a" top: "b" dummy_data_param { num: 1 num: 2 channels: 1 height: 1 width: 1 } }
`,
    marks: ['num', 'channels', 'height', 'width'],
    messages: [
      '`num` is deprecated. Use `shape` instead.',
      '`channels` is deprecated. Use `shape` instead.',
      '`height` is deprecated. Use `shape` instead.',
      '`width` is deprecated. Use `shape` instead.',
    ],
  },
  {
    shows: 'old `layers`, which another rule reports',
    net: 'layers { name: "d" type: DUMMY_DATA top: "a" dummy_data_param { num: 1 channels: 1 height: 1 width: 1 } }\n',
    marks: [],
  },
  {
    shows: 'a field that data layers ignore, which another rule reports',
    net: `# shape: d 1x1x2x2
layer { name: "d" type: "Data" top: "d" data_param { source: "s" batch_size: 1 scale: 2 } }
`,
    marks: [],
  },
  ...['segnet', 'ctpn', 'yjxiong', 'deconvnet'].map((fork) => ({
    shows: `a field whose replacement the Caffe of ${fork} lacks`,
    net: `# caffe-dialect: ${fork}\nnet: "n"\nbase_lr: 0.1\nlr_policy: "fixed"\nmax_iter: 9\nsolver_type: ADAGRAD\n`,
    marks: [],
  })),
]);

checkFixes([
  {
    shows: 'the fix for `normalize: true`',
    bad: loss('⟦normalize⟧: true'),
    code: 'deprecated-field',
    fixed: loss('normalization: VALID'),
  },
  {
    shows: 'the fix for `normalize: false`',
    bad: loss('⟦normalize⟧: false'),
    code: 'deprecated-field',
    fixed: loss('normalization: BATCH_SIZE'),
  },
  {
    shows: 'the fix removes `normalize` if `normalization` is set',
    bad: loss('⟦normalize⟧: true normalization: FULL'),
    code: 'deprecated-field',
    fixed: `layer { name: "in" type: "Input" top: "x" top: "label" input_param { shape { dim: 8 dim: 4 } shape { dim: 8 } } }
layer { name: "l" type: "SoftmaxWithLoss" bottom: "x" bottom: "label" top: "l" loss_param { normalization: FULL } }
`,
  },
  {
    shows: 'the fix converts the axes of a DummyData layer to a shape',
    bad: `layer { name: "d" type: "DummyData" top: "a" dummy_data_param { ⟦num⟧: 1 channels: 2 height: 3 width: 4 } }
`,
    code: 'deprecated-field',
    fixed: `layer { name: "d" type: "DummyData" top: "a" dummy_data_param { shape { dim: 1 dim: 2 dim: 3 dim: 4 } } }
`,
  },
  {
    shows: 'the fix converts the type of a solver',
    bad: `net: "n"
base_lr: 0.1
lr_policy: "fixed"
max_iter: 9
⟦solver_type⟧: ADAGRAD
`,
    code: 'deprecated-field',
    fixed: `net: "n"
base_lr: 0.1
lr_policy: "fixed"
max_iter: 9
type: "AdaGrad"
`,
  },
  {
    shows: 'the fix removes `solver_type` if `type` is set',
    bad: `net: "n"
base_lr: 0.1
lr_policy: "fixed"
max_iter: 9
⟦solver_type⟧: ADAGRAD
test_state { stage: "a" }
type: "AdaGrad"
test_iter: 1
test_interval: 1
`,
    code: 'deprecated-field',
    title: 'Remove `solver_type`',
    notOffered: ['Use `type`'],
    fixed: `net: "n"
base_lr: 0.1
lr_policy: "fixed"
max_iter: 9
test_state { stage: "a" }
type: "AdaGrad"
test_iter: 1
test_interval: 1
`,
  },
]);
