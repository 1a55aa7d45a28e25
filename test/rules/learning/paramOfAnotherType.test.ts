import { checkRule } from '../../support/ruleTable.ts';
import { image, labelled, layer } from '../../support/smallNets.ts';

checkRule('param-of-another-type', [
  {
    shows: 'parameters of another layer',
    net: image + layer('r', 'ReLU', ['x'], ['r'], 'pooling_param { kernel_size: 2 } '),
    marks: ['pooling_param'],
    says: 'its parameters are in `relu_param`',
  },
  {
    shows: 'own parameters',
    net: image + layer('r', 'ReLU', ['x'], ['r'], 'relu_param { negative_slope: 0.1 } '),
    marks: [],
  },
  {
    shows: 'what a loss reads besides',
    net:
      labelled +
      layer(
        'l',
        'SoftmaxWithLoss',
        ['x', 'label'],
        ['l'],
        'softmax_param { axis: 1 } loss_param { ignore_label: 0 } ',
      ),
    marks: [],
  },
  {
    shows: 'what image data read besides',
    net: 'layer { name: "d" type: "ImageData" top: "d" top: "l" transform_param { mirror: true } data_param { prefetch: 2 } image_data_param { source: "s" new_height: 8 new_width: 8 } }\n',
    marks: [],
  },
  {
    shows: 'transformations of an Input',
    net: image.replace('}\n', 'transform_param { mirror: true } }\n'),
    marks: ['transform_param'],
  },
  {
    shows: 'a Deconvolution, whose parameters have another name',
    net:
      image +
      layer('u', 'Deconvolution', ['x'], ['u'], 'convolution_param { num_output: 2 kernel_size: 2 } '),
    marks: [],
  },
  {
    shows: 'a layer type that nobody knows',
    net: image + layer('m', 'Mystery', ['x'], ['m'], 'pooling_param { kernel_size: 2 } '),
    marks: [],
  },
  {
    shows: 'the rates of the weights',
    net: image + layer('s', 'Scale', ['x'], ['s'], 'param { lr_mult: 2 } '),
    marks: [],
  },
]);
