import { checkFixes } from '../../support/fixTable.ts';
import { checkRule } from '../../support/ruleTable.ts';
import { image, layer } from '../../support/smallNets.ts';

const up = (param: string, filler = 'bilinear') =>
  image +
  layer(
    'up',
    'Deconvolution',
    ['x'],
    ['up'],
    `convolution_param { ${param} weight_filler { type: "${filler}" } } `,
  );

checkRule('bilinear-upsampling', [
  { shows: 'all channels summed up', net: up('num_output: 3 kernel_size: 4 stride: 2 pad: 1'), marks: ['3'] },
  {
    shows: 'a kernel of another factor',
    net: up('num_output: 3 group: 3 kernel_size: 2 stride: 2'),
    marks: ['2'],
  },
  { shows: 'a factor of 2', net: up('num_output: 3 group: 3 kernel_size: 4 stride: 2 pad: 1'), marks: [] },
  { shows: 'a factor of 3', net: up('num_output: 3 group: 3 kernel_size: 5 stride: 3 pad: 1'), marks: [] },
  {
    shows: 'no padding, since a Crop follows',
    net: up('num_output: 3 group: 3 kernel_size: 64 stride: 32'),
    marks: [],
  },
  {
    shows: 'weights that are learned',
    net: up('num_output: 6 kernel_size: 2 stride: 2', 'xavier'),
    marks: [],
  },
  { shows: 'a single channel', net: up('num_output: 1 kernel_size: 4 stride: 2 pad: 1'), marks: [] },
  { shows: 'smoothing without a factor', net: up('num_output: 3 group: 3 kernel_size: 3'), marks: [] },
]);

checkFixes([
  {
    shows: 'kernel and padding of the factor',
    bad: up('num_output: 3 group: 3 kernel_size: ⟦2⟧ stride: 2'),
    code: 'bilinear-upsampling',
    fixed: up('num_output: 3 group: 3 kernel_size: 4 stride: 2').replace('" } } ', '" } pad: 1 } '),
  },
]);
