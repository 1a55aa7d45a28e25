import { checkFixes } from '../../support/fixTable.ts';

const input = `layer { name: "x" type: "Input" top: "x" input_param { shape { dim: 2 dim: 4 dim: 8 dim: 8 } } }
`;

checkFixes([
  {
    shows: '`kernel_size` and a pair',
    bad: `${input}layer { name: "y" type: "Convolution" bottom: "x" top: "y" convolution_param { num_output: 4 kernel_size: 3 kernel_h: ⟦5⟧ weight_filler { type: "xavier" } } }
`,
    code: 'conv/kernel-exclusive',
    title: 'Keep only `kernel_h: 5` and `kernel_w: 3`',
    fixed: `${input}layer { name: "y" type: "Convolution" bottom: "x" top: "y" convolution_param { num_output: 4 kernel_w: 3 kernel_h: 5 weight_filler { type: "xavier" } } }
`,
  },
  {
    shows: 'a stride for one axis',
    bad: `${input}layer { name: "y" type: "Convolution" bottom: "x" top: "y" convolution_param { num_output: 4 kernel_size: 3 stride_h: ⟦2⟧ weight_filler { type: "xavier" } } }
`,
    code: 'conv/stride-hw-zero',
    title: 'Add `stride_w: 2`',
    fixed: `${input}layer { name: "y" type: "Convolution" bottom: "x" top: "y" convolution_param { num_output: 4 kernel_size: 3 stride_h: 2 weight_filler { type: "xavier" } stride_w: 2 } }
`,
  },
  {
    shows: '`pad` and a pair, in a pooling',
    bad: `${input}layer { name: "y" type: "Pooling" bottom: "x" top: "y" pooling_param { kernel_size: 3 pad: 1 pad_h: ⟦1⟧ pad_w: 1 } }
`,
    code: 'pool/pad-exclusive',
    title: 'Keep only `pad: 1`',
    fixed: `${input}layer { name: "y" type: "Pooling" bottom: "x" top: "y" pooling_param { kernel_size: 3 pad: 1 } }
`,
  },
  {
    shows: 'a pooling without a window',
    bad: `${input}layer { name: "y" type: "Pooling" bottom: "x" top: "y" pooling_param { kernel_size: 3 stride: 2 } }
layer { name: "z" type: "Pooling" bottom: "y" top: "z" ⟦pooling_param⟧ { stride: 1 } }
`,
    code: 'pool/kernel-exclusive',
    title: 'Set `kernel_size: 3`, as in `y`',
    fixed: `${input}layer { name: "y" type: "Pooling" bottom: "x" top: "y" pooling_param { kernel_size: 3 stride: 2 } }
layer { name: "z" type: "Pooling" bottom: "y" top: "z" pooling_param { stride: 1 kernel_size: 3 } }
`,
  },
  {
    shows: 'a kernel for three axes',
    bad: `${input}layer { name: "y" type: "Convolution" bottom: "x" top: "y" convolution_param { num_output: 4 kernel_size: 3 kernel_size: 3 kernel_size: ⟦3⟧ weight_filler { type: "xavier" } } }
`,
    code: 'conv/kernel-count',
    title: 'Set `kernel_size: 3` once',
    fixed: `${input}layer { name: "y" type: "Convolution" bottom: "x" top: "y" convolution_param { num_output: 4 kernel_size: 3 weight_filler { type: "xavier" } } }
`,
  },
  {
    shows: 'no parameters, with a similar layer',
    bad: `${input}layer { name: "y" type: "Convolution" bottom: "x" top: "y" convolution_param { num_output: 4 kernel_size: 3 weight_filler { type: "xavier" } } }
layer { name: "z" type: ⟦"Convolution"⟧ bottom: "y" top: "z" }
`,
    code: 'conv/kernel-count',
    title: 'Copy the parameters of `y`',
    fixed: `${input}layer { name: "y" type: "Convolution" bottom: "x" top: "y" convolution_param { num_output: 4 kernel_size: 3 weight_filler { type: "xavier" } } }
layer { name: "z" type: "Convolution" bottom: "y" top: "z" convolution_param { num_output: 4 kernel_size: 3 weight_filler { type: "xavier" } } }
`,
  },
  {
    shows: 'a stride of 0',
    bad: `${input}layer { name: "y" type: "Convolution" bottom: "x" top: "y" convolution_param { num_output: 4 kernel_size: 3 stride: ⟦0⟧ weight_filler { type: "xavier" } } }
`,
    code: 'conv/stride-positive',
    title: 'Set `stride: 1`',
    fixed: `${input}layer { name: "y" type: "Convolution" bottom: "x" top: "y" convolution_param { num_output: 4 kernel_size: 3 stride: 1 weight_filler { type: "xavier" } } }
`,
  },
]);
