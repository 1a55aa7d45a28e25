import { checkRule } from '../../support/ruleTable.ts';

const pool = (
  param: string,
) => `layer { name: "x" type: "Input" top: "x" input_param { shape { dim: 1 dim: 3 dim: 8 dim: 8 } } }
layer { name: "p" type: "Pooling" bottom: "x" top: "p" pooling_param { ${param} } }
`;

checkRule('partial-kernel-ignored', [
  {
    shows: '`kernel_h` beside `kernel_size`',
    net: pool('kernel_size: 2 kernel_h: 3'),
    marks: ['3'],
    messages: 'Caffe ignores `kernel_h`: `kernel_size` applies to both axes.',
  },
  {
    shows: '`kernel_w` beside `kernel_size`',
    net: pool('kernel_w: 3 kernel_size: 2'),
    marks: ['3'],
    messages: 'Caffe ignores `kernel_w`: `kernel_size` applies to both axes.',
  },
  { shows: '`kernel_h` and `kernel_w` only', net: pool('kernel_h: 2 kernel_w: 3'), marks: [] },
  { shows: '`kernel_size` only', net: pool('kernel_size: 2'), marks: [] },
  {
    shows: 'all three fields, which Caffe rejects',
    net: pool('kernel_size: 2 kernel_h: 2 kernel_w: 2'),
    marks: [],
  },
]);
