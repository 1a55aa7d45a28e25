import { checkFixes } from '../support/fixTable.ts';

const input = `layer { name: "x" type: "Input" top: "x" input_param { shape { dim: 2 dim: 4 dim: 8 dim: 8 } } }
`;

checkFixes([
  {
    shows: 'as many channels as the other bottom',
    bad: `${input}layer { name: "a" type: "Convolution" bottom: "x" top: "a" convolution_param { num_output: 4 kernel_size: 1 weight_filler { type: "xavier" } } }
layer { name: "b" type: "Convolution" bottom: "x" top: "b" convolution_param { num_output: 5 kernel_size: 1 weight_filler { type: "xavier" } } }
layer { name: "y" type: "Eltwise" bottom: "a" bottom: ⟦"b"⟧ top: "y" }
`,
    code: 'eltwise/shape',
    title: 'Write `num_output: 4` in `b`',
    fixed: `${input}layer { name: "a" type: "Convolution" bottom: "x" top: "a" convolution_param { num_output: 4 kernel_size: 1 weight_filler { type: "xavier" } } }
layer { name: "b" type: "Convolution" bottom: "x" top: "b" convolution_param { num_output: 4 kernel_size: 1 weight_filler { type: "xavier" } } }
layer { name: "y" type: "Eltwise" bottom: "a" bottom: "b" top: "y" }
`,
  },
  {
    shows: 'a Crop in front',
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
    shows: 'a Concat along another axis than the one in which its bottoms differ',
    bad: `layer { name: "a" type: "Input" top: "a" input_param { shape { dim: 2 dim: 3 } } }
layer { name: "b" type: "Input" top: "b" input_param { shape { dim: 2 dim: 5 } } }
layer { name: "c" type: "Concat" bottom: "a" bottom: ⟦"b"⟧ top: "c" concat_param { axis: 0 } }
`,
    code: 'concat/shape',
    title: 'Write `axis: 1`',
    fixed: `layer { name: "a" type: "Input" top: "a" input_param { shape { dim: 2 dim: 3 } } }
layer { name: "b" type: "Input" top: "b" input_param { shape { dim: 2 dim: 5 } } }
layer { name: "c" type: "Concat" bottom: "a" bottom: "b" top: "c" concat_param { axis: 1 } }
`,
  },
]);
