import { checkFixes } from '../../support/fixTable.ts';

const input = `layer { name: "x" type: "Input" top: "x" input_param { shape { dim: 2 dim: 4 dim: 8 dim: 8 } } }
`;

checkFixes([
  {
    shows: 'groups that divide the input but not the output',
    bad: `${input}layer { name: "y" type: "Convolution" bottom: "x" top: "y" convolution_param { num_output: 7 kernel_size: 3 group: ⟦4⟧ weight_filler { type: "xavier" } } }
`,
    code: 'conv/group-output',
    title: 'Set `num_output: 8`',
    fixed: `${input}layer { name: "y" type: "Convolution" bottom: "x" top: "y" convolution_param { num_output: 8 kernel_size: 3 group: 4 weight_filler { type: "xavier" } } }
`,
  },
  {
    shows: 'a `group` of 0',
    bad: `${input}layer { name: "y" type: "Convolution" bottom: "x" top: "y" convolution_param { num_output: 4 kernel_size: 3 group: ⟦0⟧ weight_filler { type: "xavier" } } }
`,
    code: 'conv/group-zero',
    title: 'Set `group: 1`',
    fixed: `${input}layer { name: "y" type: "Convolution" bottom: "x" top: "y" convolution_param { num_output: 4 kernel_size: 3 group: 1 weight_filler { type: "xavier" } } }
`,
  },
  {
    shows: 'a depthwise layer by its type, with a different number of channels',
    bad: `# caffe-dialect: mobilenet-yolo
${input}layer { name: "dw" type: "DepthwiseConvolution" bottom: "x" top: "dw" convolution_param { num_output: 6 kernel_size: 3 group: ⟦6⟧ weight_filler { type: "xavier" } } }
`,
    code: 'conv/group-channels',
    fixed: `# caffe-dialect: mobilenet-yolo
${input}layer { name: "dw" type: "DepthwiseConvolution" bottom: "x" top: "dw" convolution_param { num_output: 4 kernel_size: 3 group: 4 weight_filler { type: "xavier" } } }
`,
  },
  {
    shows: 'a convolution with one group for each output',
    bad: `${input}layer { name: "y" type: "Convolution" bottom: "x" top: "y" convolution_param { num_output: 6 kernel_size: 3 group: ⟦6⟧ weight_filler { type: "xavier" } } }
`,
    code: 'conv/group-channels',
    fixed: `${input}layer { name: "y" type: "Convolution" bottom: "x" top: "y" convolution_param { num_output: 4 kernel_size: 3 group: 4 weight_filler { type: "xavier" } } }
`,
  },
  {
    shows: 'a layer named depthwise with outdated groups',
    bad: `${input}layer { name: "conv2/dw" type: "Convolution" bottom: "x" top: "y" convolution_param { num_output: 4 kernel_size: 3 group: ⟦3⟧ weight_filler { type: "xavier" } } }
`,
    code: 'conv/group-channels',
    fixed: `${input}layer { name: "conv2/dw" type: "Convolution" bottom: "x" top: "y" convolution_param { num_output: 4 kernel_size: 3 group: 4 weight_filler { type: "xavier" } } }
`,
  },
  {
    shows: 'several outputs for each channel are kept',
    bad: `${input}layer { name: "y" type: "Convolution" bottom: "x" top: "y" convolution_param { num_output: 9 kernel_size: 3 group: ⟦4⟧ weight_filler { type: "xavier" } } }
`,
    code: 'conv/group-output',
    fixed: `${input}layer { name: "y" type: "Convolution" bottom: "x" top: "y" convolution_param { num_output: 8 kernel_size: 3 group: 4 weight_filler { type: "xavier" } } }
`,
  },
  {
    shows: 'groups of an ordinary convolution',
    bad: `${input}layer { name: "y" type: "Convolution" bottom: "x" top: "y" convolution_param { num_output: 12 kernel_size: 3 group: ⟦3⟧ weight_filler { type: "xavier" } } }
`,
    code: 'conv/group-channels',
    fixed: `${input}layer { name: "y" type: "Convolution" bottom: "x" top: "y" convolution_param { num_output: 12 kernel_size: 3 group: 2 weight_filler { type: "xavier" } } }
`,
  },
]);
