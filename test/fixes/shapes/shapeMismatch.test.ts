import { checkFixes } from '../../support/fixTable.ts';

const input = `layer { name: "x" type: "Input" top: "x" input_param { shape { dim: 2 dim: 4 dim: 8 dim: 8 } } }
`;

checkFixes([
  {
    shows: 'the number of channels of the other bottom',
    bad: `${input}layer { name: "a" type: "Convolution" bottom: "x" top: "a" convolution_param { num_output: 4 kernel_size: 1 weight_filler { type: "xavier" } } }
layer { name: "b" type: "Convolution" bottom: "x" top: "b" convolution_param { num_output: 5 kernel_size: 1 weight_filler { type: "xavier" } } }
layer { name: "y" type: "Eltwise" bottom: "a" bottom: ⟦"b"⟧ top: "y" }
`,
    code: 'eltwise/shape',
    title: 'Set `num_output: 4` in `b`',
    fixed: `${input}layer { name: "a" type: "Convolution" bottom: "x" top: "a" convolution_param { num_output: 4 kernel_size: 1 weight_filler { type: "xavier" } } }
layer { name: "b" type: "Convolution" bottom: "x" top: "b" convolution_param { num_output: 4 kernel_size: 1 weight_filler { type: "xavier" } } }
layer { name: "y" type: "Eltwise" bottom: "a" bottom: "b" top: "y" }
`,
  },
  {
    shows: 'a Crop before the layer',
    bad: `${input}layer { name: "a" type: "Convolution" bottom: "x" top: "a" convolution_param { num_output: 4 kernel_size: 3 weight_filler { type: "xavier" } } }
layer { name: "y" type: "Eltwise" bottom: "x" bottom: ⟦"a"⟧ top: "y" }
`,
    code: 'eltwise/shape',
    title: 'Insert a Crop of `x` to `a`',
    fixed: `${input}layer { name: "a" type: "Convolution" bottom: "x" top: "a" convolution_param { num_output: 4 kernel_size: 3 weight_filler { type: "xavier" } } }
layer {
  name: "x_crop"
  type: "Crop"
  bottom: "x"
  bottom: "a"
  top: "x_crop"
  crop_param {
    axis: 2
    offset: 1
  }
}
layer { name: "y" type: "Eltwise" bottom: "x_crop" bottom: "a" top: "y" }
`,
  },
  {
    shows: 'a Concat along a different axis than the one in which its bottoms differ',
    bad: `layer { name: "a" type: "Input" top: "a" input_param { shape { dim: 2 dim: 3 } } }
layer { name: "b" type: "Input" top: "b" input_param { shape { dim: 2 dim: 5 } } }
layer { name: "c" type: "Concat" bottom: "a" bottom: ⟦"b"⟧ top: "c" concat_param { axis: 0 } }
`,
    code: 'concat/shape',
    title: 'Set `axis: 1`',
    fixed: `layer { name: "a" type: "Input" top: "a" input_param { shape { dim: 2 dim: 3 } } }
layer { name: "b" type: "Input" top: "b" input_param { shape { dim: 2 dim: 5 } } }
layer { name: "c" type: "Concat" bottom: "a" bottom: "b" top: "c" concat_param { axis: 1 } }
`,
  },
  {
    shows: 'padding for a layer that reduces the size',
    bad: `${input}layer { name: "a" type: "Convolution" bottom: "x" top: "a" convolution_param { num_output: 4 kernel_size: 3 pad: 1 weight_filler { type: "xavier" } } }
layer { name: "b" type: "Convolution" bottom: "x" top: "b" convolution_param { num_output: 4 kernel_size: 1 weight_filler { type: "xavier" } } }
layer { name: "c" type: "Convolution" bottom: "b" top: "c" convolution_param { num_output: 4 kernel_size: 3 weight_filler { type: "xavier" } } }
layer { name: "y" type: "Eltwise" bottom: "a" bottom: ⟦"c"⟧ top: "y" }
`,
    code: 'eltwise/shape',
    fixed: `${input}layer { name: "a" type: "Convolution" bottom: "x" top: "a" convolution_param { num_output: 4 kernel_size: 3 pad: 1 weight_filler { type: "xavier" } } }
layer { name: "b" type: "Convolution" bottom: "x" top: "b" convolution_param { num_output: 4 kernel_size: 1 weight_filler { type: "xavier" } } }
layer { name: "c" type: "Convolution" bottom: "b" top: "c" convolution_param { num_output: 4 kernel_size: 3 weight_filler { type: "xavier" } pad: 1 } }
layer { name: "y" type: "Eltwise" bottom: "a" bottom: "c" top: "y" }
`,
  },
  {
    shows: 'a window of one row',
    bad: `${input}layer { name: "a" type: "Convolution" bottom: "x" top: "a" convolution_param { num_output: 4 kernel_size: 1 weight_filler { type: "xavier" } } }
layer { name: "c" type: "Convolution" bottom: "x" top: "c" convolution_param { num_output: 4 kernel_h: 1 kernel_w: 7 weight_filler { type: "xavier" } } }
layer { name: "y" type: "Eltwise" bottom: "a" bottom: ⟦"c"⟧ top: "y" }
`,
    code: 'eltwise/shape',
    fixed: `${input}layer { name: "a" type: "Convolution" bottom: "x" top: "a" convolution_param { num_output: 4 kernel_size: 1 weight_filler { type: "xavier" } } }
layer { name: "c" type: "Convolution" bottom: "x" top: "c" convolution_param { num_output: 4 kernel_h: 1 kernel_w: 7 weight_filler { type: "xavier" } pad_w: 3 } }
layer { name: "y" type: "Eltwise" bottom: "a" bottom: "c" top: "y" }
`,
  },
  {
    shows: 'several layers that reduce the size',
    bad: `${input}layer { name: "a" type: "Convolution" bottom: "x" top: "a" convolution_param { num_output: 4 kernel_size: 1 weight_filler { type: "xavier" } } }
layer { name: "b" type: "Convolution" bottom: "x" top: "b" convolution_param { num_output: 4 kernel_size: 3 weight_filler { type: "xavier" } } }
layer { name: "c" type: "Convolution" bottom: "b" top: "c" convolution_param { num_output: 4 kernel_size: 5 weight_filler { type: "xavier" } } }
layer { name: "y" type: "Eltwise" bottom: "a" bottom: ⟦"c"⟧ top: "y" }
`,
    code: 'eltwise/shape',
    fixed: `${input}layer { name: "a" type: "Convolution" bottom: "x" top: "a" convolution_param { num_output: 4 kernel_size: 1 weight_filler { type: "xavier" } } }
layer { name: "b" type: "Convolution" bottom: "x" top: "b" convolution_param { num_output: 4 kernel_size: 3 weight_filler { type: "xavier" } pad: 1 } }
layer { name: "c" type: "Convolution" bottom: "b" top: "c" convolution_param { num_output: 4 kernel_size: 5 weight_filler { type: "xavier" } pad: 2 } }
layer { name: "y" type: "Eltwise" bottom: "a" bottom: "c" top: "y" }
`,
  },
  {
    shows: 'a Deconvolution that increases the size',
    bad: `${input}layer { name: "a" type: "Convolution" bottom: "x" top: "a" convolution_param { num_output: 4 kernel_size: 1 weight_filler { type: "xavier" } } }
layer { name: "b" type: "Convolution" bottom: "x" top: "b" convolution_param { num_output: 4 kernel_size: 3 stride: 2 pad: 1 weight_filler { type: "xavier" } } }
layer { name: "c" type: "Deconvolution" bottom: "b" top: "c" convolution_param { num_output: 4 kernel_size: 4 stride: 2 weight_filler { type: "xavier" } } }
layer { name: "y" type: "Eltwise" bottom: "a" bottom: ⟦"c"⟧ top: "y" }
`,
    code: 'eltwise/shape',
    fixed: `${input}layer { name: "a" type: "Convolution" bottom: "x" top: "a" convolution_param { num_output: 4 kernel_size: 1 weight_filler { type: "xavier" } } }
layer { name: "b" type: "Convolution" bottom: "x" top: "b" convolution_param { num_output: 4 kernel_size: 3 stride: 2 pad: 1 weight_filler { type: "xavier" } } }
layer { name: "c" type: "Deconvolution" bottom: "b" top: "c" convolution_param { num_output: 4 kernel_size: 4 stride: 2 weight_filler { type: "xavier" } pad: 1 } }
layer { name: "y" type: "Eltwise" bottom: "a" bottom: "c" top: "y" }
`,
  },
]);
