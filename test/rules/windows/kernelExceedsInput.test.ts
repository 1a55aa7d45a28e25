import { checkRule } from '../../support/ruleTable.ts';
import { image, layer } from '../../support/smallNets.ts';

const conv = (param: string) =>
  image + layer('c', 'Convolution', ['x'], ['c'], `convolution_param { num_output: 2 ${param} } `);
const pool = (param: string) => image + layer('p', 'Pooling', ['x'], ['p'], `pooling_param { ${param} } `);

const oldInput = (sides: string) => `input: "x" input_dim: 1 input_dim: 3 ${sides}\n`;
const twoPools =
  layer('c', 'Convolution', ['x'], ['c'], 'convolution_param { num_output: 2 kernel_size: 3 pad: 1 } ') +
  layer('p', 'Pooling', ['c'], ['p'], 'pooling_param { kernel_size: 2 stride: 2 } ') +
  layer('q', 'Pooling', ['p'], ['q'], 'pooling_param { kernel_size: 2 stride: 2 } ');
const real =
  'layer { name: "y" type: "Input" top: "y" input_param { shape { dim: 1 dim: 3 dim: 2 dim: 2 } } }\n';

checkRule('kernel-exceeds-input', [
  {
    shows: 'nothing of an input of 1×1, whose size is set at run time',
    net: oldInput('input_dim: 1 input_dim: 1') + twoPools,
    marks: [],
  },
  {
    shows: 'nor in the syntax of today, with the size of the image beside it',
    net: `layer { name: "in" type: "Input" top: "x" top: "info" input_param { shape { dim: 1 dim: 3 dim: 1 dim: 1 } shape { dim: 1 dim: 3 } } }\n${twoPools}${layer('j', 'Silence', ['info'], [])}`,
    marks: [],
  },
  {
    shows: 'a line of 1×8 is an image',
    net: oldInput('input_dim: 1 input_dim: 8') + twoPools,
    marks: ['2', '2'],
  },
  {
    shows: 'so is 1×1 that data are made of',
    net: `layer { name: "x" type: "DummyData" top: "x" dummy_data_param { shape { dim: 1 dim: 3 dim: 1 dim: 1 } } }\n${twoPools}`,
    marks: ['2', '2'],
  },
  {
    shows: 'and an image beside an input of 1×1',
    net: `${oldInput('input_dim: 1 input_dim: 1')}${real}${twoPools}${layer('r', 'Pooling', ['y'], ['r'], 'pooling_param { kernel_size: 3 stride: 2 } ')}`,
    marks: ['3'],
  },
  {
    shows: 'a convolution that gives 1',
    net: conv('kernel_size: 9 stride: 2'),
    marks: ['9'],
    says: 'padded input has 8',
  },
  { shows: 'an empty one', net: conv('kernel_size: 9 bias_term: false'), marks: ['9'] },
  {
    shows: 'a dilated one',
    net: conv('kernel_size: 3 dilation: 4 stride: 2'),
    marks: ['3'],
    says: 'covers 9',
  },
  { shows: 'a pooling', net: pool('kernel_size: 10 stride: 4'), marks: ['10'] },
  { shows: 'one side of it', net: pool('kernel_h: 2 kernel_w: 10 stride: 4'), marks: ['2'] },
  { shows: 'a window as large as the input', net: pool('kernel_size: 8'), marks: [] },
  { shows: 'a window that the padding makes room for', net: conv('kernel_size: 9 pad: 1'), marks: [] },
  { shows: 'the whole image', net: pool('global_pooling: true'), marks: [] },
  { shows: 'what Caffe refuses', net: conv('kernel_size: 12'), marks: [] },
  {
    shows: 'an image of unknown size',
    net: 'layer { name: "x" type: "Data" top: "x" data_param { source: "s" batch_size: 1 } }\nlayer { name: "p" type: "Pooling" bottom: "x" top: "p" pooling_param { kernel_size: 100 } }\n',
    marks: [],
  },
]);
