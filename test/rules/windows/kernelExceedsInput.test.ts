import { checkRule } from '../../support/ruleTable.ts';

const conv = (
  param: string,
) => `layer { name: "x" type: "Input" top: "x" input_param { shape { dim: 1 dim: 3 dim: 8 dim: 8 } } }
layer { name: "c" type: "Convolution" bottom: "x" top: "c" convolution_param { num_output: 2 ${param} } }
`;
const pool = (
  param: string,
) => `layer { name: "x" type: "Input" top: "x" input_param { shape { dim: 1 dim: 3 dim: 8 dim: 8 } } }
layer { name: "p" type: "Pooling" bottom: "x" top: "p" pooling_param { ${param} } }
`;

checkRule('kernel-exceeds-input', [
  {
    shows: 'a placeholder input of 1×1',
    net: `input: "x" input_dim: 1 input_dim: 3 input_dim: 1 input_dim: 1
layer { name: "c" type: "Convolution" bottom: "x" top: "c" convolution_param { num_output: 2 kernel_size: 3 pad: 1 } }
layer { name: "p" type: "Pooling" bottom: "c" top: "p" pooling_param { kernel_size: 2 stride: 2 } }
layer { name: "q" type: "Pooling" bottom: "p" top: "q" pooling_param { kernel_size: 2 stride: 2 } }
`,
    marks: [],
  },
  {
    shows: 'a placeholder input of 1×1 in current syntax, with a second input',
    net: `layer { name: "in" type: "Input" top: "x" top: "info" input_param { shape { dim: 1 dim: 3 dim: 1 dim: 1 } shape { dim: 1 dim: 3 } } }
layer { name: "c" type: "Convolution" bottom: "x" top: "c" convolution_param { num_output: 2 kernel_size: 3 pad: 1 } }
layer { name: "p" type: "Pooling" bottom: "c" top: "p" pooling_param { kernel_size: 2 stride: 2 } }
layer { name: "q" type: "Pooling" bottom: "p" top: "q" pooling_param { kernel_size: 2 stride: 2 } }
layer { name: "j" type: "Silence" bottom: "info" }
`,
    marks: [],
  },
  {
    shows: 'an input of 1×8 is not a placeholder',
    net: `input: "x" input_dim: 1 input_dim: 3 input_dim: 1 input_dim: 8
layer { name: "c" type: "Convolution" bottom: "x" top: "c" convolution_param { num_output: 2 kernel_size: 3 pad: 1 } }
layer { name: "p" type: "Pooling" bottom: "c" top: "p" pooling_param { kernel_size: 2 stride: 2 } }
layer { name: "q" type: "Pooling" bottom: "p" top: "q" pooling_param { kernel_size: 2 stride: 2 } }
`,
    marks: ['2', '2'],
    messages: [
      'The kernel covers 2 values, but the padded input has only 1 (1 + 2·0). Caffe does not check this.',
      'The kernel covers 2 values, but the padded input has only 1 (1 + 2·0). Caffe does not check this.',
    ],
  },
  {
    shows: 'data of 1×1 are not a placeholder',
    net: `layer { name: "x" type: "DummyData" top: "x" dummy_data_param { shape { dim: 1 dim: 3 dim: 1 dim: 1 } } }
layer { name: "c" type: "Convolution" bottom: "x" top: "c" convolution_param { num_output: 2 kernel_size: 3 pad: 1 } }
layer { name: "p" type: "Pooling" bottom: "c" top: "p" pooling_param { kernel_size: 2 stride: 2 } }
layer { name: "q" type: "Pooling" bottom: "p" top: "q" pooling_param { kernel_size: 2 stride: 2 } }
`,
    marks: ['2', '2'],
    messages: [
      'The kernel covers 2 values, but the padded input has only 1 (1 + 2·0). Caffe does not check this.',
      'The kernel covers 2 values, but the padded input has only 1 (1 + 2·0). Caffe does not check this.',
    ],
  },
  {
    shows: 'an image beside a placeholder input',
    net: `input: "x" input_dim: 1 input_dim: 3 input_dim: 1 input_dim: 1
layer { name: "y" type: "Input" top: "y" input_param { shape { dim: 1 dim: 3 dim: 2 dim: 2 } } }
layer { name: "c" type: "Convolution" bottom: "x" top: "c" convolution_param { num_output: 2 kernel_size: 3 pad: 1 } }
layer { name: "p" type: "Pooling" bottom: "c" top: "p" pooling_param { kernel_size: 2 stride: 2 } }
layer { name: "q" type: "Pooling" bottom: "p" top: "q" pooling_param { kernel_size: 2 stride: 2 } }
layer { name: "r" type: "Pooling" bottom: "y" top: "r" pooling_param { kernel_size: 3 stride: 2 } }
`,
    marks: ['3'],
    messages:
      'The kernel covers 3 values, but the padded input has only 2 (2 + 2·0). Caffe does not check this.',
  },
  {
    shows: 'a convolution with an output size of 1',
    net: conv('kernel_size: 9 stride: 2'),
    marks: ['9'],
    messages:
      'The kernel covers 9 values, but the padded input has only 8 (8 + 2·0). Caffe does not check this.',
  },
  {
    shows: 'a convolution with an output size of 0',
    net: conv('kernel_size: 9 bias_term: false'),
    marks: ['9'],
    messages:
      'The kernel covers 9 values, but the padded input has only 8 (8 + 2·0). Caffe does not check this.',
  },
  {
    shows: 'a dilated convolution',
    net: conv('kernel_size: 3 dilation: 4 stride: 2'),
    marks: ['3'],
    messages:
      'The kernel covers 9 values, but the padded input has only 8 (8 + 2·0). Caffe does not check this.',
  },
  {
    shows: 'a pooling',
    net: pool('kernel_size: 10 stride: 4'),
    marks: ['10'],
    messages:
      'The kernel covers 10 values, but the padded input has only 8 (8 + 2·0). Caffe does not check this.',
  },
  {
    shows: 'a pooling kernel that is too large along one axis',
    net: pool('kernel_h: 2 kernel_w: 10 stride: 4'),
    marks: ['2'],
    messages:
      'The kernel covers 10 values, but the padded input has only 8 (8 + 2·0). Caffe does not check this.',
  },
  { shows: 'a window as large as the input', net: pool('kernel_size: 8'), marks: [] },
  { shows: 'a window that fits the padded input', net: conv('kernel_size: 9 pad: 1'), marks: [] },
  { shows: 'global pooling', net: pool('global_pooling: true'), marks: [] },
  { shows: 'a kernel that Caffe rejects', net: conv('kernel_size: 12'), marks: [] },
  {
    shows: 'an image of unknown size',
    net: `layer { name: "x" type: "Data" top: "x" data_param { source: "s" batch_size: 1 } }
layer { name: "p" type: "Pooling" bottom: "x" top: "p" pooling_param { kernel_size: 100 } }
`,
    marks: [],
  },
]);
