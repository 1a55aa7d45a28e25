import { specifyNets } from '../../../support/netTable.ts';

/** Until March 2015, all blobs have 4 axes: further ones come after those of a top, and before those of a parameter. */

const input = 'input: "x" input_dim: [2, 3, 8, 8]';
const labels =
  'layers { name: "d" type: DUMMY_DATA top: "l" dummy_data_param { num: 2 channels: 1 height: 1 width: 1 } }';

const v1 = (name: string, type: string, bottoms: string, text = '') =>
  `layers { name: "${name}" type: ${type} ${bottoms
    .split(' ')
    .map((bottom) => `bottom: "${bottom}"`)
    .join(' ')} top: "${name}" ${text} }`;

const ip = v1('ip', 'INNER_PRODUCT', 'x', 'inner_product_param { num_output: 5 }');

specifyNets('four axes', [
  {
    shows: 'of an InnerProduct and its parameters in a Caffe of January 2015',
    dialect: 'deconvnet',
    net: [input, ip],
    tops: { ip: '2x5x1x1' },
    blobs: { ip: 'weight 1x1x5x192, bias 1x1x1x5' },
  },
  {
    shows: 'not in a later Caffe',
    dialect: 'fast-rcnn',
    net: [input, ip],
    tops: { ip: '2x5' },
    blobs: { ip: 'weight 5x192, bias 5' },
  },
  {
    shows: 'of other tops',
    dialect: 'deepsaldet',
    net: [input, ip, labels, v1('f', 'FLATTEN', 'x'), v1('loss', 'SOFTMAX_LOSS', 'ip l')],
    tops: { f: '2x192x1x1', loss: '1x1x1x1' },
  },
  {
    shows: 'so that the top of an InnerProduct can be convolved',
    dialect: 'deconvnet',
    net: [
      input,
      ip,
      v1('c', 'CONVOLUTION', 'ip', 'convolution_param { num_output: 4 kernel_size: 3 pad: 1 }'),
    ],
    tops: { c: '2x4x1x1' },
  },
]);
