import { checkRule } from '../../support/ruleTable.ts';

checkRule('no-weight-filler', [
  {
    shows: 'a small net without fillers',
    net: `layer { name: "in" type: "Input" top: "a" top: "b" input_param { shape { dim: 8 dim: 4 } } }
layer { name: "ip0" type: "InnerProduct" bottom: "a" top: "ip0" inner_product_param { num_output: 4 } }
layer { name: "ip1" type: "InnerProduct" bottom: "ip0" top: "ip1" inner_product_param { num_output: 4 } }
layer { name: "l" type: "EuclideanLoss" bottom: "ip1" bottom: "b" top: "l" }
`,
    marks: ['"InnerProduct"', '"InnerProduct"'],
    messages: [
      'The weights of `ip0` start at 0 unless a trained model provides them: its `weight_filler` is missing. (TRAIN phase only)',
      'The weights of `ip1` start at 0 unless a trained model provides them: its `weight_filler` is missing. (TRAIN phase only)',
    ],
  },
  {
    shows: 'one layer among layers with fillers',
    net: `layer { name: "in" type: "Input" top: "a" top: "b" input_param { shape { dim: 8 dim: 4 } } }
layer { name: "i" type: "InnerProduct" bottom: "a" top: "i" inner_product_param { num_output: 4 weight_filler { type: "xavier" } } }
layer { name: "j" type: "InnerProduct" bottom: "i" top: "j" inner_product_param { num_output: 4 } }
layer { name: "l" type: "EuclideanLoss" bottom: "j" bottom: "b" top: "l" }
`,
    marks: ['"InnerProduct"'],
    messages:
      'The weights of `j` start at 0 unless a trained model provides them: its `weight_filler` is missing. (TRAIN phase only)',
  },
  {
    shows: 'a net that is not trained',
    net: `layer { name: "in" type: "Input" top: "a" top: "b" input_param { shape { dim: 8 dim: 4 } } }
layer { name: "ip0" type: "InnerProduct" bottom: "a" top: "ip0" inner_product_param { num_output: 4 } }
layer { name: "ip1" type: "InnerProduct" bottom: "ip0" top: "ip1" inner_product_param { num_output: 4 } }
`,
    marks: [],
  },
  {
    shows: 'a layer with a filler',
    net: `layer { name: "in" type: "Input" top: "a" top: "b" input_param { shape { dim: 8 dim: 4 } } }
layer { name: "i" type: "InnerProduct" bottom: "a" top: "i" inner_product_param { num_output: 4 weight_filler { type: "xavier" } } }
layer { name: "l" type: "EuclideanLoss" bottom: "i" bottom: "b" top: "l" }
`,
    marks: [],
  },
  {
    shows: 'a large net without fillers, which loads a model',
    net: `layer { name: "in" type: "Input" top: "a" top: "b" input_param { shape { dim: 8 dim: 4 } } }
layer { name: "ip0" type: "InnerProduct" bottom: "a" top: "ip0" inner_product_param { num_output: 4 } }
layer { name: "ip1" type: "InnerProduct" bottom: "ip0" top: "ip1" inner_product_param { num_output: 4 } }
layer { name: "ip2" type: "InnerProduct" bottom: "ip1" top: "ip2" inner_product_param { num_output: 4 } }
layer { name: "ip3" type: "InnerProduct" bottom: "ip2" top: "ip3" inner_product_param { num_output: 4 } }
layer { name: "ip4" type: "InnerProduct" bottom: "ip3" top: "ip4" inner_product_param { num_output: 4 } }
layer { name: "ip5" type: "InnerProduct" bottom: "ip4" top: "ip5" inner_product_param { num_output: 4 } }
layer { name: "l" type: "EuclideanLoss" bottom: "ip5" bottom: "b" top: "l" }
`,
    marks: [],
  },
  {
    shows: 'a new layer after layers of a model',
    net: `layer { name: "in" type: "Input" top: "a" top: "b" input_param { shape { dim: 8 dim: 4 } } }
layer { name: "ip0" type: "InnerProduct" bottom: "a" top: "ip0" inner_product_param { num_output: 4 } }
layer { name: "ip1" type: "InnerProduct" bottom: "ip0" top: "ip1" inner_product_param { num_output: 4 } }
layer { name: "ip2" type: "InnerProduct" bottom: "ip1" top: "ip2" inner_product_param { num_output: 4 } }
layer { name: "i" type: "InnerProduct" bottom: "ip2" top: "i" inner_product_param { num_output: 4 weight_filler { type: "xavier" } } }
layer { name: "l" type: "EuclideanLoss" bottom: "i" bottom: "b" top: "l" }
`,
    marks: [],
  },
  {
    shows: 'a net with frozen layers, which loads a model',
    net: `layer { name: "in" type: "Input" top: "a" top: "b" input_param { shape { dim: 8 dim: 4 } } }
layer { name: "i" type: "InnerProduct" bottom: "a" top: "i" inner_product_param { num_output: 4 } param { lr_mult: 0 } }
layer { name: "j" type: "InnerProduct" bottom: "i" top: "j" inner_product_param { num_output: 4 } }
layer { name: "l" type: "EuclideanLoss" bottom: "j" bottom: "b" top: "l" }
`,
    marks: [],
  },
  {
    shows: 'weights shared with an earlier layer',
    net: `layer { name: "in" type: "Input" top: "a" top: "b" input_param { shape { dim: 8 dim: 4 } } }
layer { name: "i" type: "InnerProduct" bottom: "a" top: "i" inner_product_param { num_output: 4 weight_filler { type: "xavier" } } param { name: "w" } }
layer { name: "j" type: "InnerProduct" bottom: "i" top: "j" inner_product_param { num_output: 4 } param { name: "w" } }
layer { name: "l" type: "EuclideanLoss" bottom: "j" bottom: "b" top: "l" }
`,
    marks: [],
  },
  {
    shows: 'fillers without a value',
    net: `layer { name: "in" type: "Input" top: "a" top: "b" input_param { shape { dim: 8 dim: 4 } } }
layer { name: "i" type: "InnerProduct" bottom: "a" top: "i" inner_product_param { num_output: 4 weight_filler { } } }
layer { name: "j" type: "InnerProduct" bottom: "i" top: "j" inner_product_param { num_output: 4 weight_filler { type: "constant" } } }
layer { name: "l" type: "EuclideanLoss" bottom: "j" bottom: "b" top: "l" }
`,
    marks: ['"InnerProduct"', '"InnerProduct"'],
    messages: [
      'The weights of `i` start at 0 unless a trained model provides them: its `weight_filler` has no value. (TRAIN phase only)',
      'The weights of `j` start at 0 unless a trained model provides them: its `weight_filler` has no value. (TRAIN phase only)',
    ],
  },
  {
    shows: 'an explicit 0',
    net: `layer { name: "in" type: "Input" top: "a" top: "b" input_param { shape { dim: 8 dim: 4 } } }
layer { name: "i" type: "InnerProduct" bottom: "a" top: "i" inner_product_param { num_output: 4 weight_filler { type: "constant" value: 0 } } }
layer { name: "l" type: "EuclideanLoss" bottom: "i" bottom: "b" top: "l" }
`,
    marks: [],
  },
  {
    shows: 'towers that share the weights of the first layer',
    net: `layer { name: "in" type: "Input" top: "a" top: "b" input_param { shape { dim: 8 dim: 4 } } }
layer { name: "i" type: "InnerProduct" bottom: "a" top: "i" inner_product_param { num_output: 4 weight_filler { type: "xavier" } } param { name: "w" } }
layer { name: "j" type: "InnerProduct" bottom: "b" top: "j" inner_product_param { num_output: 4 } param { name: "w" } }
layer { name: "k" type: "InnerProduct" bottom: "b" top: "k" inner_product_param { num_output: 4 } param { name: "w" } }
layer { name: "top" type: "InnerProduct" bottom: "i" top: "top" inner_product_param { num_output: 4 } }
layer { name: "l" type: "EuclideanLoss" bottom: "top" bottom: "b" top: "l" }
`,
    marks: ['"InnerProduct"'],
    messages:
      'The weights of `top` start at 0 unless a trained model provides them: its `weight_filler` is missing. (TRAIN phase only)',
  },
  {
    shows: 'a Scale layer, whose factors start at 1',
    net: `layer { name: "in" type: "Input" top: "a" top: "b" input_param { shape { dim: 8 dim: 4 } } }
layer { name: "s" type: "Scale" bottom: "a" top: "s" }
layer { name: "l" type: "EuclideanLoss" bottom: "s" bottom: "b" top: "l" }
`,
    marks: [],
  },
]);
