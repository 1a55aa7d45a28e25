import { checkFixes } from '../../support/fixTable.ts';
import { checkRule } from '../../support/ruleTable.ts';

const up = (
  param: string,
  filler = 'bilinear',
) => `layer { name: "x" type: "Input" top: "x" input_param { shape { dim: 1 dim: 3 dim: 8 dim: 8 } } }
layer { name: "up" type: "Deconvolution" bottom: "x" top: "up" convolution_param { ${param} weight_filler { type: "${filler}" } } }
`;

checkRule('bilinear-upsampling', [
  {
    shows: 'no `group`',
    net: up('num_output: 3 kernel_size: 4 stride: 2 pad: 1'),
    marks: ['3'],
    messages:
      'Each output channel is the sum of all input channels, because a bilinear filler uses the same kernel for each pair. Set `group: 3` instead of 1.',
  },
  {
    shows: 'a kernel of a different factor',
    net: up('num_output: 3 group: 3 kernel_size: 2 stride: 2'),
    marks: ['2'],
    messages:
      'Bilinear upsampling by 2 needs `kernel_size: 4` and `pad: 1`; with `kernel_size: 2` the weights do not sum to 1.',
  },
  { shows: 'a factor of 2', net: up('num_output: 3 group: 3 kernel_size: 4 stride: 2 pad: 1'), marks: [] },
  { shows: 'a factor of 3', net: up('num_output: 3 group: 3 kernel_size: 5 stride: 3 pad: 1'), marks: [] },
  {
    shows: 'no padding, if a Crop follows',
    net: up('num_output: 3 group: 3 kernel_size: 64 stride: 32'),
    marks: [],
  },
  { shows: 'a different filler', net: up('num_output: 6 kernel_size: 2 stride: 2', 'xavier'), marks: [] },
  { shows: 'a single channel', net: up('num_output: 1 kernel_size: 4 stride: 2 pad: 1'), marks: [] },
  {
    shows: 'a bilinear filler without upsampling',
    net: up('num_output: 3 group: 3 kernel_size: 3'),
    marks: [],
  },
]);

checkFixes([
  {
    shows: 'the fix sets the kernel and the padding',
    bad: up('num_output: 3 group: 3 kernel_size: ⟦2⟧ stride: 2'),
    code: 'bilinear-upsampling',
    fixed: `layer { name: "x" type: "Input" top: "x" input_param { shape { dim: 1 dim: 3 dim: 8 dim: 8 } } }
layer { name: "up" type: "Deconvolution" bottom: "x" top: "up" convolution_param { num_output: 3 group: 3 kernel_size: 4 stride: 2 weight_filler { type: "bilinear" } pad: 1 } }
`,
  },
]);
