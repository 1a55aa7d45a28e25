import { specifyNets } from '../support/netTable.ts';

const hed = { dialect: 'hed' } as const;
const input = 'input: "x" input_dim: [1, 3, 32, 32]';

const conv = (name: string, bottom: string, text: string, type = 'Convolution') =>
  `layer { name: "${name}" type: "${type}" bottom: "${bottom}" top: "${name}" convolution_param { num_output: 1 bias_term: false ${text} } }`;

const crop = (first: string, second: string, name = 'crop') =>
  `layer { name: "${name}" type: "Crop" bottom: "${first}" bottom: "${second}" top: "${name}" }`;

specifyNets('Crop of HED', [
  {
    shows: 'a padded convolution is cropped to its input',
    // The window of 3 with padding 35 begins 34 positions before the input.
    net: [input, conv('c', 'x', 'kernel_size: 3 pad: 35'), crop('c', 'x')],
    tops: { crop: '1x1x32x32' },
    ...hed,
  },
  {
    shows: 'sizes are not compared',
    net: [input, conv('c', 'x', 'kernel_size: 3 pad: 1 stride: 1'), crop('c', 'x')],
    tops: { crop: '1x1x32x32' },
    ...hed,
  },
  {
    shows: 'a deconvolution restores the resolution',
    net: [
      input,
      conv('c', 'x', 'kernel_size: 3 pad: 35'),
      'layer { name: "p" type: "Pooling" bottom: "c" top: "p" pooling_param { pool: MAX kernel_size: 2 stride: 2 } }',
      'layer { name: "r" type: "ReLU" bottom: "p" top: "p" }',
      conv('u', 'p', 'kernel_size: 4 stride: 2', 'Deconvolution'),
      crop('u', 'x'),
    ],
    tops: { crop: '1x1x32x32' },
    ...hed,
  },
  {
    shows: 'a cropped blob has the positions of its reference',
    net: [
      input,
      conv('c', 'x', 'kernel_size: 3 pad: 35'),
      crop('c', 'x'),
      conv('d', 'crop', 'kernel_size: 3 pad: 2'),
      crop('d', 'x', 'again'),
    ],
    tops: { again: '1x1x32x32' },
    ...hed,
  },
  {
    shows: 'the bottoms have one resolution',
    net: [input, conv('c', 'x', 'kernel_size: 2 stride: 2'), crop('c', 'x')],
    failures: ['fork/crop-scale crop'],
    ...hed,
  },
  {
    shows: 'the first bottom does not begin after the second',
    net: [input, conv('c', 'x', 'kernel_size: 3'), crop('c', 'x')],
    failures: ['fork/crop-negative crop'],
    ...hed,
  },
  {
    shows: 'the bottoms are whole positions apart',
    net: [input, conv('c', 'x', 'kernel_size: 4 pad: 2'), crop('c', 'x')],
    failures: ['fork/crop-fraction crop'],
    ...hed,
  },
  {
    shows: 'the bottoms depend on one blob',
    net: ['input: ["x", "y"] input_dim: [1, 3, 64, 64, 1, 3, 32, 32]', crop('x', 'y')],
    failures: ['fork/crop-disconnected crop'],
    ...hed,
  },
  {
    shows: 'only first bottoms count',
    net: [
      'input: ["x", "y"] input_dim: [1, 3, 32, 32, 1, 3, 32, 32]',
      'layer { name: "e" type: "Eltwise" bottom: "y" bottom: "x" top: "e" }',
      crop('e', 'x'),
    ],
    failures: ['fork/crop-disconnected crop'],
    ...hed,
  },
  {
    shows: 'layers must keep images',
    net: [
      input,
      'layer { name: "ip" type: "InnerProduct" bottom: "x" top: "ip" inner_product_param { num_output: 2 bias_term: false } }',
      crop('ip', 'x'),
    ],
    failures: ['fork/crop-positions crop'],
    ...hed,
  },
  {
    shows: 'a blob that nothing produces is not aligned',
    net: [input, crop('x', 'y')],
    failures: ['net/unknown-bottom crop'],
    ...hed,
  },
  {
    shows: 'CTPN has the same layer',
    dialect: 'ctpn',
    net: ['input: ["x", "y"] input_dim: [1, 3, 64, 64, 1, 3, 32, 32]', crop('x', 'y')],
    failures: ['fork/crop-disconnected crop'],
  },
  {
    shows: 'BVLC crops where the file says',
    net: ['input: ["x", "y"] input_dim: [1, 3, 64, 64, 1, 3, 32, 32]', crop('x', 'y')],
  },
]);
