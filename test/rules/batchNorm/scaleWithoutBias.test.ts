import { checkRule } from '../../support/ruleTable.ts';

checkRule('scale-without-bias', [
  {
    shows: 'a Scale layer without a bias before a ReLU',
    net: `layer { name: "in" type: "Input" top: "a" top: "b" input_param { shape { dim: 8 dim: 4 } } }
layer { name: "bn" type: "BatchNorm" bottom: "a" top: "y" }
layer { name: "sc" type: "Scale" bottom: "y" top: "y" }
layer { name: "r" type: "ReLU" bottom: "y" top: "y" }
layer { name: "top" type: "InnerProduct" bottom: "y" top: "top" inner_product_param { num_output: 4 weight_filler { type: "xavier" } } }
layer { name: "l" type: "EuclideanLoss" bottom: "top" bottom: "b" top: "l" }
`,
    marks: ['"Scale"'],
    messages:
      '`sc` scales the output of a BatchNorm layer without shifting it: `bias_term` is false by default. (TRAIN phase only)',
  },
  {
    shows: 'a Scale layer with a bias',
    net: `layer { name: "in" type: "Input" top: "a" top: "b" input_param { shape { dim: 8 dim: 4 } } }
layer { name: "bn" type: "BatchNorm" bottom: "a" top: "y" }
layer { name: "sc" type: "Scale" bottom: "y" top: "y" scale_param { bias_term: true } }
layer { name: "r" type: "ReLU" bottom: "y" top: "y" }
layer { name: "top" type: "InnerProduct" bottom: "y" top: "top" inner_product_param { num_output: 4 weight_filler { type: "xavier" } } }
layer { name: "l" type: "EuclideanLoss" bottom: "top" bottom: "b" top: "l" }
`,
    marks: [],
  },
  {
    shows: 'an explicit `bias_term: false`',
    net: `layer { name: "in" type: "Input" top: "a" top: "b" input_param { shape { dim: 8 dim: 4 } } }
layer { name: "bn" type: "BatchNorm" bottom: "a" top: "y" }
layer { name: "sc" type: "Scale" bottom: "y" top: "y" scale_param { bias_term: false } }
layer { name: "r" type: "ReLU" bottom: "y" top: "y" }
layer { name: "top" type: "InnerProduct" bottom: "y" top: "top" inner_product_param { num_output: 4 weight_filler { type: "xavier" } } }
layer { name: "l" type: "EuclideanLoss" bottom: "top" bottom: "b" top: "l" }
`,
    marks: [],
  },
  {
    shows: 'a `bias_filler` without a bias',
    net: `layer { name: "in" type: "Input" top: "a" top: "b" input_param { shape { dim: 8 dim: 4 } } }
layer { name: "bn" type: "BatchNorm" bottom: "a" top: "y" }
layer { name: "sc" type: "Scale" bottom: "y" top: "y" scale_param { bias_filler { value: 0 } } }
layer { name: "top" type: "InnerProduct" bottom: "y" top: "top" inner_product_param { num_output: 4 weight_filler { type: "xavier" } } }
layer { name: "l" type: "EuclideanLoss" bottom: "top" bottom: "b" top: "l" }
`,
    marks: ['bias_filler'],
    messages: '`sc` has a `bias_filler` but no bias: `bias_term` is false by default. (TRAIN phase only)',
  },
  {
    shows: 'an InnerProduct layer with a bias follows',
    net: `layer { name: "in" type: "Input" top: "a" top: "b" input_param { shape { dim: 8 dim: 4 } } }
layer { name: "bn" type: "BatchNorm" bottom: "a" top: "y" }
layer { name: "sc" type: "Scale" bottom: "y" top: "y" }
layer { name: "top" type: "InnerProduct" bottom: "y" top: "top" inner_product_param { num_output: 4 weight_filler { type: "xavier" } } }
layer { name: "l" type: "EuclideanLoss" bottom: "top" bottom: "b" top: "l" }
`,
    marks: [],
  },
  {
    shows: 'a Bias layer follows',
    net: `layer { name: "in" type: "Input" top: "a" top: "b" input_param { shape { dim: 8 dim: 4 } } }
layer { name: "bn" type: "BatchNorm" bottom: "a" top: "y" }
layer { name: "sc" type: "Scale" bottom: "y" top: "y" }
layer { name: "bi" type: "Bias" bottom: "y" top: "y" }
layer { name: "top" type: "InnerProduct" bottom: "y" top: "top" inner_product_param { num_output: 4 weight_filler { type: "xavier" } } }
layer { name: "l" type: "EuclideanLoss" bottom: "top" bottom: "b" top: "l" }
`,
    marks: [],
  },
  {
    shows: 'a net that is not trained',
    net: `layer { name: "in" type: "Input" top: "a" top: "b" input_param { shape { dim: 8 dim: 4 } } }
layer { name: "bn" type: "BatchNorm" bottom: "a" top: "y" }
layer { name: "sc" type: "Scale" bottom: "y" top: "y" }
layer { name: "r" type: "ReLU" bottom: "y" top: "y" }
layer { name: "top" type: "InnerProduct" bottom: "y" top: "top" inner_product_param { num_output: 4 weight_filler { type: "xavier" } } }
`,
    marks: [],
  },
  {
    shows: 'a Scale layer that does not follow a BatchNorm',
    net: `layer { name: "in" type: "Input" top: "a" top: "b" input_param { shape { dim: 8 dim: 4 } } }
layer { name: "bn" type: "Power" bottom: "a" top: "y" }
layer { name: "sc" type: "Scale" bottom: "y" top: "y" }
layer { name: "r" type: "ReLU" bottom: "y" top: "y" }
layer { name: "top" type: "InnerProduct" bottom: "y" top: "top" inner_product_param { num_output: 4 weight_filler { type: "xavier" } } }
layer { name: "l" type: "EuclideanLoss" bottom: "top" bottom: "b" top: "l" }
`,
    marks: [],
  },
]);
