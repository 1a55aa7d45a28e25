import { checkRule } from '../../support/ruleTable.ts';

checkRule('constant-weights', [
  {
    shows: 'a constant filler',
    net: `layer { name: "in" type: "Input" top: "a" top: "b" input_param { shape { dim: 8 dim: 4 } } }
layer { name: "ip" type: "InnerProduct" bottom: "a" top: "ip" inner_product_param { num_output: 4 weight_filler { type: "constant" value: 0.1 } } }
layer { name: "top" type: "InnerProduct" bottom: "ip" top: "top" inner_product_param { num_output: 4 weight_filler { type: "xavier" } } }
layer { name: "l" type: "EuclideanLoss" bottom: "top" bottom: "b" top: "l" }
`,
    marks: ['0.1'],
    messages:
      'All weights of `ip` start at 0.1, so its outputs are identical and stay identical. (TRAIN phase only)',
  },
  {
    shows: 'the default filler type',
    net: `layer { name: "in" type: "Input" top: "a" top: "b" input_param { shape { dim: 8 dim: 4 } } }
layer { name: "ip" type: "InnerProduct" bottom: "a" top: "ip" inner_product_param { num_output: 4 weight_filler { value: 0.5 } } }
layer { name: "top" type: "InnerProduct" bottom: "ip" top: "top" inner_product_param { num_output: 4 weight_filler { type: "xavier" } } }
layer { name: "l" type: "EuclideanLoss" bottom: "top" bottom: "b" top: "l" }
`,
    marks: ['0.5'],
    messages:
      'All weights of `ip` start at 0.5, so its outputs are identical and stay identical. (TRAIN phase only)',
  },
  {
    shows: 'an explicit 0',
    net: `layer { name: "in" type: "Input" top: "a" top: "b" input_param { shape { dim: 8 dim: 4 } } }
layer { name: "ip" type: "InnerProduct" bottom: "a" top: "ip" inner_product_param { num_output: 4 weight_filler { type: "constant" value: 0 } } }
layer { name: "top" type: "InnerProduct" bottom: "ip" top: "top" inner_product_param { num_output: 4 weight_filler { type: "xavier" } } }
layer { name: "l" type: "EuclideanLoss" bottom: "top" bottom: "b" top: "l" }
`,
    marks: [],
  },
  {
    shows: 'a random filler',
    net: `layer { name: "in" type: "Input" top: "a" top: "b" input_param { shape { dim: 8 dim: 4 } } }
layer { name: "ip" type: "InnerProduct" bottom: "a" top: "ip" inner_product_param { num_output: 4 weight_filler { type: "uniform" min: -1 max: 1 } } }
layer { name: "top" type: "InnerProduct" bottom: "ip" top: "top" inner_product_param { num_output: 4 weight_filler { type: "xavier" } } }
layer { name: "l" type: "EuclideanLoss" bottom: "top" bottom: "b" top: "l" }
`,
    marks: [],
  },
  {
    shows: 'frozen weights',
    net: `layer { name: "in" type: "Input" top: "a" top: "b" input_param { shape { dim: 8 dim: 4 } } }
layer { name: "ip" type: "InnerProduct" bottom: "a" top: "ip" inner_product_param { num_output: 4 weight_filler { type: "constant" value: 1 } } param { lr_mult: 0 } }
layer { name: "top" type: "InnerProduct" bottom: "ip" top: "top" inner_product_param { num_output: 4 weight_filler { type: "xavier" } } }
layer { name: "l" type: "EuclideanLoss" bottom: "top" bottom: "b" top: "l" }
`,
    marks: [],
  },
  {
    shows: 'one output',
    net: `layer { name: "in" type: "Input" top: "a" top: "b" input_param { shape { dim: 8 dim: 4 } } }
layer { name: "ip" type: "InnerProduct" bottom: "a" top: "ip" inner_product_param { num_output: 1 weight_filler { type: "constant" value: 1 } } }
layer { name: "top" type: "InnerProduct" bottom: "ip" top: "top" inner_product_param { num_output: 4 weight_filler { type: "xavier" } } }
layer { name: "l" type: "EuclideanLoss" bottom: "top" bottom: "b" top: "l" }
`,
    marks: [],
  },
  {
    shows: 'one output for each group',
    net: `layer { name: "x" type: "Input" top: "x" input_param { shape { dim: 1 dim: 3 dim: 8 dim: 8 } } }
layer { name: "c" type: "Convolution" bottom: "x" top: "c" convolution_param { num_output: 3 group: 3 kernel_size: 3 weight_filler { value: 1 } } }
layer { name: "l" type: "EuclideanLoss" bottom: "c" bottom: "c" top: "l" }
`,
    marks: [],
  },
]);
