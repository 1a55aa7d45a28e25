import { checkRule } from '../../support/ruleTable.ts';

checkRule('no-gradient', [
  {
    shows: 'a Threshold before a loss',
    net: `layer { name: "in" type: "Input" top: "a" top: "b" input_param { shape { dim: 8 dim: 4 } } }
layer { name: "ip" type: "InnerProduct" bottom: "a" top: "ip" inner_product_param { num_output: 4 weight_filler { type: "xavier" } } }
layer { name: "t" type: "Threshold" bottom: "ip" top: "t" }
layer { name: "l" type: "EuclideanLoss" bottom: "t" bottom: "b" top: "l" }
`,
    marks: ['"Threshold"'],
    messages:
      'Caffe stops in the first backward pass: Threshold has no gradient, but is between trained layers and a loss. (TRAIN phase only)',
  },
  {
    shows: 'another layer between the Threshold and the loss',
    net: `layer { name: "in" type: "Input" top: "a" top: "b" input_param { shape { dim: 8 dim: 4 } } }
layer { name: "ip" type: "InnerProduct" bottom: "a" top: "ip" inner_product_param { num_output: 4 weight_filler { type: "xavier" } } }
layer { name: "t" type: "Threshold" bottom: "ip" top: "t" }
layer { name: "r" type: "ReLU" bottom: "t" top: "t" }
layer { name: "l" type: "EuclideanLoss" bottom: "t" bottom: "b" top: "l" }
`,
    marks: ['"Threshold"'],
    messages:
      'Caffe stops in the first backward pass: Threshold has no gradient, but is between trained layers and a loss. (TRAIN phase only)',
  },
  {
    shows: 'a loss with `propagate_down: false`',
    net: `layer { name: "in" type: "Input" top: "a" top: "b" input_param { shape { dim: 8 dim: 4 } } }
layer { name: "ip" type: "InnerProduct" bottom: "a" top: "ip" inner_product_param { num_output: 4 weight_filler { type: "xavier" } } }
layer { name: "t" type: "Threshold" bottom: "ip" top: "t" }
layer { name: "q" type: "InnerProduct" bottom: "b" top: "q" inner_product_param { num_output: 4 weight_filler { type: "xavier" } } }
layer { name: "l" type: "EuclideanLoss" bottom: "t" bottom: "q" top: "l" propagate_down: false propagate_down: true }
`,
    marks: [],
  },
  {
    shows: 'only data before the Threshold',
    net: `layer { name: "in" type: "Input" top: "a" top: "b" input_param { shape { dim: 8 dim: 4 } } }
layer { name: "t" type: "Threshold" bottom: "a" top: "t" }
layer { name: "ip" type: "InnerProduct" bottom: "t" top: "ip" inner_product_param { num_output: 4 weight_filler { type: "xavier" } } }
layer { name: "l" type: "EuclideanLoss" bottom: "ip" bottom: "b" top: "l" }
`,
    marks: [],
  },
  {
    shows: 'a blob that no loss depends on',
    net: `layer { name: "in" type: "Input" top: "a" top: "b" input_param { shape { dim: 8 dim: 4 } } }
layer { name: "ip" type: "InnerProduct" bottom: "a" top: "ip" inner_product_param { num_output: 4 weight_filler { type: "xavier" } } }
layer { name: "t" type: "ArgMax" bottom: "ip" top: "t" }
layer { name: "l" type: "EuclideanLoss" bottom: "ip" bottom: "b" top: "l" }
`,
    marks: [],
  },
  {
    shows: 'an Accuracy without consumers',
    net: `layer { name: "in" type: "Input" top: "x" top: "label" input_param { shape { dim: 8 dim: 4 } shape { dim: 8 } } }
layer { name: "ip" type: "InnerProduct" bottom: "x" top: "ip" inner_product_param { num_output: 4 weight_filler { type: "xavier" } } }
layer { name: "l" type: "SoftmaxWithLoss" bottom: "ip" bottom: "label" top: "l" }
layer { name: "acc" type: "Accuracy" bottom: "ip" bottom: "label" top: "acc" }
`,
    marks: [],
  },
  {
    shows: 'labels of a loss, which another rule reports',
    net: `layer { name: "in" type: "Input" top: "x" top: "label" input_param { shape { dim: 8 dim: 4 } shape { dim: 8 } } }
layer { name: "ip" type: "InnerProduct" bottom: "x" top: "ip" inner_product_param { num_output: 4 weight_filler { type: "xavier" } } }
layer { name: "t" type: "ArgMax" bottom: "ip" top: "t" }
layer { name: "s" type: "InnerProduct" bottom: "x" top: "s" inner_product_param { num_output: 4 weight_filler { type: "xavier" } } }
layer { name: "l" type: "SoftmaxWithLoss" bottom: "s" bottom: "t" top: "l" }
`,
    marks: [],
  },
]);
