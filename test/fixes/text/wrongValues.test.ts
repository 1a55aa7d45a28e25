import { checkFixes } from '../../support/fixTable.ts';

const input = `layer { name: "x" type: "Input" top: "x" input_param { shape { dim: 2 dim: 4 dim: 8 dim: 8 } } }
`;

const oldConv = (name: string, bottom: string, outputs: string) => `${
  bottom === 'x' ? 'input: "x"\ninput_dim: 1\ninput_dim: 3\ninput_dim: 8\ninput_dim: 8\n' : ''
}layers {
  layer { name: "${name}" type: "conv" num_output: ${outputs} kernelsize: 3 weight_filler { type: "xavier" } }
  bottom: "${bottom}"
  top: "${name}"
}
`;

checkFixes([
  {
    shows: 'two values for one field with a pair',
    bad: `${input}layer { name: "y" type: "Pooling" bottom: "x" top: "y" pooling_param { kernel_size: ⟦[3, 2]⟧ } }
`,
    code: 'text/expected-integer',
    title: 'Replace with `kernel_h: 3 kernel_w: 2`',
    fixed: `${input}layer { name: "y" type: "Pooling" bottom: "x" top: "y" pooling_param { kernel_h: 3 kernel_w: 2 } }
`,
  },
  {
    shows: 'a variable of a template',
    bad: `${input}layer { name: "y" type: "Pooling" bottom: "x" top: "y" pooling_param { kernel_size: ⟦\${SIZE}⟧ } }
layer { name: "z" type: "Pooling" bottom: "x" top: "z" pooling_param { kernel_size: 2 } }
`,
    code: 'text/expected-integer',
    title: 'Set the value to `2`, as in `z`',
    fixed: `${input}layer { name: "y" type: "Pooling" bottom: "x" top: "y" pooling_param { kernel_size: 2 } }
layer { name: "z" type: "Pooling" bottom: "x" top: "z" pooling_param { kernel_size: 2 } }
`,
  },
  {
    shows: 'a message instead of a string',
    bad: `${input}layer { name: "y" type: "ReLU" ⟦bottom⟧ { } top: "y" }
`,
    code: 'text/expected-colon',
    title: 'Set the value to `"x"`',
    fixed: `${input}layer { name: "y" type: "ReLU" bottom: "x" top: "y" }
`,
  },
  {
    shows: 'a number that is too large, with a similar layer',
    bad: `${input}layer { name: "y" type: "Pooling" bottom: "x" top: "y" pooling_param { kernel_size: 2 stride: 2 } }
layer { name: "z" type: "Pooling" bottom: "y" top: "z" pooling_param { kernel_size: 2 stride: ⟦4294967296⟧ } }
`,
    code: 'text/int-range',
    title: 'Set the value to `2`, as in `y`',
    fixed: `${input}layer { name: "y" type: "Pooling" bottom: "x" top: "y" pooling_param { kernel_size: 2 stride: 2 } }
layer { name: "z" type: "Pooling" bottom: "y" top: "z" pooling_param { kernel_size: 2 stride: 2 } }
`,
  },
  {
    shows: 'a number that is too large, with a default',
    bad: `${input}layer { name: "y" type: "Pooling" bottom: "x" top: "y" pooling_param { kernel_size: 2 stride: ⟦4294967296⟧ } }
`,
    code: 'text/int-range',
    title: 'Remove `stride`; the default is `1`',
    fixed: `${input}layer { name: "y" type: "Pooling" bottom: "x" top: "y" pooling_param { kernel_size: 2 } }
`,
  },
  {
    shows: 'an old type in a current layer',
    bad: `${input}layer { name: "y" type: ⟦CONVOLUTION⟧ bottom: "x" top: "y" convolution_param { num_output: 2 kernel_size: 3 weight_filler { type: "xavier" } } }
`,
    code: 'text/expected-string',
    title: 'Replace with `"Convolution"`',
    fixed: `${input}layer { name: "y" type: "Convolution" bottom: "x" top: "y" convolution_param { num_output: 2 kernel_size: 3 weight_filler { type: "xavier" } } }
`,
  },
  {
    shows: 'the long form of an enum value',
    bad: `${input}layer { name: "y" type: "Pooling" bottom: "x" top: "y" pooling_param { pool: ⟦AVERAGE⟧ kernel_size: 2 } }
`,
    code: 'text/enum-value',
    title: 'Replace with `AVE`',
    fixed: `${input}layer { name: "y" type: "Pooling" bottom: "x" top: "y" pooling_param { pool: AVE kernel_size: 2 } }
`,
  },
  {
    shows: 'a different word for an enum value',
    bad: `${input}layer { name: "y" type: "Eltwise" bottom: "x" bottom: "x" top: "y" eltwise_param { operation: ⟦ADD⟧ } }
`,
    code: 'text/enum-value',
    title: 'Replace with `SUM`',
    fixed: `${input}layer { name: "y" type: "Eltwise" bottom: "x" bottom: "x" top: "y" eltwise_param { operation: SUM } }
`,
    left: ['same-bottom-twice'],
  },
  {
    shows: 'a signed number in an unsigned field',
    bad: `${input}layer { name: "y" type: "Pooling" bottom: "x" top: "y" pooling_param { kernel_size: ⟦-2⟧ } }
`,
    code: 'text/expected-integer',
    title: 'Replace with `2`',
    fixed: `${input}layer { name: "y" type: "Pooling" bottom: "x" top: "y" pooling_param { kernel_size: 2 } }
`,
  },
  {
    shows: 'a number out of range in a V0 layer',
    bad: `${oldConv('conv1', 'x', '4')}${oldConv('conv2', 'conv1', '⟦4294967296⟧')}`,
    code: 'text/int-range',
    title: 'Set the value to `4`, as in `conv1`',
    fixed: `${oldConv('conv1', 'x', '4')}${oldConv('conv2', 'conv1', '4')}`,
    left: ['deprecated-input', 'deprecated-layers'],
  },
  {
    shows: 'a number instead of a type',
    bad: `${input}layer { name: "y" type: ⟦3⟧ bottom: "x" top: "y" relu_param { negative_slope: 0.1 } }
`,
    code: 'text/expected-string',
    fixed: `${input}layer { name: "y" type: "ReLU" bottom: "x" top: "y" relu_param { negative_slope: 0.1 } }
`,
  },
  {
    shows: 'empty braces instead of a name',
    bad: `⟦name⟧ { }
${input}`,
    code: 'text/expected-colon',
    title: 'Remove `name`',
    fixed: input,
  },
  {
    shows: 'a type of the current syntax in V1',
    bad: `layers { name: "loss" type: ⟦"SoftmaxWithLoss"⟧ bottom: "x" bottom: "label" top: "loss" }
layers { name: "x" type: DUMMY_DATA top: "x" dummy_data_param { shape { dim: 2 dim: 4 } } }
layers { name: "label" type: DUMMY_DATA top: "label" dummy_data_param { shape { dim: 2 } } }
`,
    code: 'text/enum-token',
    title: 'Set the value to `SOFTMAX_LOSS`',
    notOffered: ['Set the value to `SOFTMAX`', 'Set the value to `ACCURACY`', 'Remove `type`'],
    fixed: `layers { name: "loss" type: SOFTMAX_LOSS bottom: "x" bottom: "label" top: "loss" }
layers { name: "x" type: DUMMY_DATA top: "x" dummy_data_param { shape { dim: 2 dim: 4 } } }
layers { name: "label" type: DUMMY_DATA top: "label" dummy_data_param { shape { dim: 2 } } }
`,
    left: ['deprecated-layers', 'net/unknown-bottom', 'unused-top'],
  },
  {
    shows: 'a Windows path without quotes',
    bad: `layer {
  name: "d"
  type: "Data"
  top: "d"
  data_param { source: ⟦C:\\data\\train_lmdb⟧ batch_size: 4 backend: LMDB }
}
`,
    code: 'text/expected-string',
    title: 'Replace with `"C:\\\\data\\\\train_lmdb"`',
    fixed: `layer {
  name: "d"
  type: "Data"
  top: "d"
  data_param { source: "C:\\\\data\\\\train_lmdb" batch_size: 4 backend: LMDB }
}
`,
  },
]);
