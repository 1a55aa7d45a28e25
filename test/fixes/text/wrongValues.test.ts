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
    shows: 'a message for a string',
    bad: `${input}layer { name: "y" type: "ReLU" ⟦bottom⟧ { } top: "y" }
`,
    code: 'text/expected-colon',
    title: 'Set the value to `"x"`',
    fixed: `${input}layer { name: "y" type: "ReLU" bottom: "x" top: "y" }
`,
  },
  {
    shows: 'a number that is too large, where a layer like it has one',
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
    shows: 'a number that is too large, where there is a default',
    bad: `${input}layer { name: "y" type: "Pooling" bottom: "x" top: "y" pooling_param { kernel_size: 2 stride: ⟦4294967296⟧ } }
`,
    code: 'text/int-range',
    title: 'Remove `stride`; the default is `1`',
    fixed: `${input}layer { name: "y" type: "Pooling" bottom: "x" top: "y" pooling_param { kernel_size: 2 } }
`,
  },
  {
    shows: 'a type of old in a layer of today',
    bad: `${input}layer { name: "y" type: ⟦CONVOLUTION⟧ bottom: "x" top: "y" convolution_param { num_output: 2 kernel_size: 3 weight_filler { type: "xavier" } } }
`,
    code: 'text/expected-string',
    title: 'Write `"Convolution"`',
    fixed: `${input}layer { name: "y" type: "Convolution" bottom: "x" top: "y" convolution_param { num_output: 2 kernel_size: 3 weight_filler { type: "xavier" } } }
`,
  },
  {
    shows: 'the long word for a value',
    bad: `${input}layer { name: "y" type: "Pooling" bottom: "x" top: "y" pooling_param { pool: ⟦AVERAGE⟧ kernel_size: 2 } }
`,
    code: 'text/enum-value',
    title: 'Write `AVE`',
    fixed: `${input}layer { name: "y" type: "Pooling" bottom: "x" top: "y" pooling_param { pool: AVE kernel_size: 2 } }
`,
  },
  {
    shows: 'another word for a value',
    bad: `${input}layer { name: "y" type: "Eltwise" bottom: "x" bottom: "x" top: "y" eltwise_param { operation: ⟦ADD⟧ } }
`,
    code: 'text/enum-value',
    title: 'Write `SUM`',
    fixed: `${input}layer { name: "y" type: "Eltwise" bottom: "x" bottom: "x" top: "y" eltwise_param { operation: SUM } }
`,
    left: ['same-bottom-twice'],
  },
  {
    shows: 'a number that cannot have a sign',
    bad: `${input}layer { name: "y" type: "Pooling" bottom: "x" top: "y" pooling_param { kernel_size: ⟦-2⟧ } }
`,
    code: 'text/expected-integer',
    title: 'Write `2`',
    fixed: `${input}layer { name: "y" type: "Pooling" bottom: "x" top: "y" pooling_param { kernel_size: 2 } }
`,
  },
  {
    shows: 'a number out of range in a layer of V0',
    bad: `${oldConv('conv1', 'x', '4')}${oldConv('conv2', 'conv1', '⟦4294967296⟧')}`,
    code: 'text/int-range',
    title: 'Set the value to `4`, as in `conv1`',
    fixed: `${oldConv('conv1', 'x', '4')}${oldConv('conv2', 'conv1', '4')}`,
    left: ['deprecated-input', 'deprecated-layers'],
  },
  {
    shows: 'a number for a type',
    bad: `${input}layer { name: "y" type: ⟦3⟧ bottom: "x" top: "y" relu_param { negative_slope: 0.1 } }
`,
    code: 'text/expected-string',
    fixed: `${input}layer { name: "y" type: "ReLU" bottom: "x" top: "y" relu_param { negative_slope: 0.1 } }
`,
  },
  {
    shows: 'braces without anything in them for a name',
    bad: `⟦name⟧ { }
${input}`,
    code: 'text/expected-colon',
    title: 'Remove `name`',
    fixed: input,
  },
]);
