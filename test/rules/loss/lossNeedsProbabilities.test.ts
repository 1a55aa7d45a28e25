import { checkRule } from '../../support/ruleTable.ts';

checkRule('loss-needs-probabilities', [
  {
    shows: 'scores',
    net: `layer { name: "in" type: "Input" top: "x" top: "label" input_param { shape { dim: 8 dim: 4 } shape { dim: 8 } } }
layer { name: "ip" type: "InnerProduct" bottom: "x" top: "ip" inner_product_param { num_output: 4 weight_filler { type: "xavier" } } }
layer { name: "l" type: "MultinomialLogisticLoss" bottom: "ip" bottom: "label" top: "l" }
`,
    marks: ['"MultinomialLogisticLoss"'],
    messages:
      'MultinomialLogisticLoss expects probabilities, but `ip` computes scores. Use SoftmaxWithLoss for scores.',
  },
  {
    shows: 'probabilities',
    net: `layer { name: "in" type: "Input" top: "x" top: "label" input_param { shape { dim: 8 dim: 4 } shape { dim: 8 } } }
layer { name: "ip" type: "InnerProduct" bottom: "x" top: "ip" inner_product_param { num_output: 4 weight_filler { type: "xavier" } } }
layer { name: "p" type: "Softmax" bottom: "ip" top: "p" }
layer { name: "l" type: "MultinomialLogisticLoss" bottom: "p" bottom: "label" top: "l" }
`,
    marks: [],
  },
  {
    shows: 'data',
    net: `layer { name: "in" type: "Input" top: "x" top: "label" input_param { shape { dim: 8 dim: 4 } shape { dim: 8 } } }
layer { name: "l" type: "MultinomialLogisticLoss" bottom: "x" bottom: "label" top: "l" }
`,
    marks: [],
  },
]);
