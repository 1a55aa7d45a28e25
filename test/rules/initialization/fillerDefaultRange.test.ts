import { checkRule } from '../../support/ruleTable.ts';

checkRule('filler-default-range', [
  {
    shows: 'a gaussian filler without `std`',
    net: `layer { name: "in" type: "Input" top: "a" top: "b" input_param { shape { dim: 8 dim: 4 } } }
layer { name: "ip" type: "InnerProduct" bottom: "a" top: "ip" inner_product_param { num_output: 4 weight_filler { type: "gaussian" } } }
layer { name: "l" type: "EuclideanLoss" bottom: "ip" bottom: "b" top: "l" }
`,
    marks: ['weight_filler'],
    messages:
      'The weights of `ip` are initialized with a standard deviation of 1, which is far too wide for most layers. (TRAIN phase only)',
  },
  {
    shows: 'a uniform filler without `min` and `max`',
    net: `layer { name: "in" type: "Input" top: "a" top: "b" input_param { shape { dim: 8 dim: 4 } } }
layer { name: "ip" type: "InnerProduct" bottom: "a" top: "ip" inner_product_param { num_output: 4 weight_filler { type: "uniform" } } }
layer { name: "l" type: "EuclideanLoss" bottom: "ip" bottom: "b" top: "l" }
`,
    marks: ['weight_filler'],
    messages:
      'The weights of `ip` are initialized between 0 and 1, which is far too wide for most layers. (TRAIN phase only)',
  },
  {
    shows: 'a gaussian filler with `std`',
    net: `layer { name: "in" type: "Input" top: "a" top: "b" input_param { shape { dim: 8 dim: 4 } } }
layer { name: "ip" type: "InnerProduct" bottom: "a" top: "ip" inner_product_param { num_output: 4 weight_filler { type: "gaussian" std: 1 } } }
layer { name: "l" type: "EuclideanLoss" bottom: "ip" bottom: "b" top: "l" }
`,
    marks: [],
  },
  {
    shows: 'a uniform filler with `min`',
    net: `layer { name: "in" type: "Input" top: "a" top: "b" input_param { shape { dim: 8 dim: 4 } } }
layer { name: "ip" type: "InnerProduct" bottom: "a" top: "ip" inner_product_param { num_output: 4 weight_filler { type: "uniform" min: -1 } } }
layer { name: "l" type: "EuclideanLoss" bottom: "ip" bottom: "b" top: "l" }
`,
    marks: [],
  },
  {
    shows: 'a filler that computes the range',
    net: `layer { name: "in" type: "Input" top: "a" top: "b" input_param { shape { dim: 8 dim: 4 } } }
layer { name: "ip" type: "InnerProduct" bottom: "a" top: "ip" inner_product_param { num_output: 4 weight_filler { type: "xavier" } } }
layer { name: "l" type: "EuclideanLoss" bottom: "ip" bottom: "b" top: "l" }
`,
    marks: [],
  },
  {
    shows: 'a filler of a bias',
    net: `layer { name: "in" type: "Input" top: "a" top: "b" input_param { shape { dim: 8 dim: 4 } } }
layer { name: "ip" type: "InnerProduct" bottom: "a" top: "ip" inner_product_param { num_output: 4 weight_filler { type: "xavier" } bias_filler { type: "gaussian" } } }
layer { name: "l" type: "EuclideanLoss" bottom: "ip" bottom: "b" top: "l" }
`,
    marks: [],
  },
  {
    shows: 'a net that is not trained',
    net: `layer { name: "in" type: "Input" top: "a" top: "b" input_param { shape { dim: 8 dim: 4 } } }
layer { name: "ip" type: "InnerProduct" bottom: "a" top: "ip" inner_product_param { num_output: 4 weight_filler { type: "gaussian" } } }
`,
    marks: [],
  },
]);
