import { checkRule } from '../../support/ruleTable.ts';

checkRule('param-of-another-type', [
  {
    shows: 'parameters of a different layer type',
    net: `layer { name: "x" type: "Input" top: "x" input_param { shape { dim: 1 dim: 3 dim: 8 dim: 8 } } }
layer { name: "r" type: "ReLU" bottom: "x" top: "r" pooling_param { kernel_size: 2 } }
`,
    marks: ['pooling_param'],
    messages: 'ReLU does not read `pooling_param`; use `relu_param`.',
  },
  {
    shows: 'parameters of the layer type',
    net: `layer { name: "x" type: "Input" top: "x" input_param { shape { dim: 1 dim: 3 dim: 8 dim: 8 } } }
layer { name: "r" type: "ReLU" bottom: "x" top: "r" relu_param { negative_slope: 0.1 } }
`,
    marks: [],
  },
  {
    shows: 'additional messages of a loss layer',
    net: `layer { name: "in" type: "Input" top: "x" top: "label" input_param { shape { dim: 8 dim: 4 } shape { dim: 8 } } }
layer { name: "l" type: "SoftmaxWithLoss" bottom: "x" bottom: "label" top: "l" softmax_param { axis: 1 } loss_param { ignore_label: 0 } }
`,
    marks: [],
  },
  {
    shows: 'additional messages of an ImageData layer',
    net: 'layer { name: "d" type: "ImageData" top: "d" top: "l" transform_param { mirror: true } data_param { prefetch: 2 } image_data_param { source: "s" new_height: 8 new_width: 8 } }\n',
    marks: [],
  },
  {
    shows: '`transform_param` of an Input layer',
    net: `layer { name: "x" type: "Input" top: "x" input_param { shape { dim: 1 dim: 3 dim: 8 dim: 8 } } transform_param { mirror: true } }
`,
    marks: ['transform_param'],
    messages: 'Input does not read `transform_param`.',
  },
  {
    shows: '`convolution_param` of a Deconvolution layer',
    net: `layer { name: "x" type: "Input" top: "x" input_param { shape { dim: 1 dim: 3 dim: 8 dim: 8 } } }
layer { name: "u" type: "Deconvolution" bottom: "x" top: "u" convolution_param { num_output: 2 kernel_size: 2 } }
`,
    marks: [],
  },
  {
    shows: 'an unknown layer type',
    net: `layer { name: "x" type: "Input" top: "x" input_param { shape { dim: 1 dim: 3 dim: 8 dim: 8 } } }
layer { name: "m" type: "Mystery" bottom: "x" top: "m" pooling_param { kernel_size: 2 } }
`,
    marks: [],
  },
  {
    shows: '`param` fields',
    net: `layer { name: "x" type: "Input" top: "x" input_param { shape { dim: 1 dim: 3 dim: 8 dim: 8 } } }
layer { name: "s" type: "Scale" bottom: "x" top: "s" param { lr_mult: 2 } }
`,
    marks: [],
  },
]);
