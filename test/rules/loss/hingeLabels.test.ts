import { checkRule } from '../../support/ruleTable.ts';

checkRule('hinge-labels', [
  {
    shows: 'one label for each score',
    net: `layer { name: "in" type: "Input" top: "a" top: "b" input_param { shape { dim: 8 dim: 4 } } }
layer { name: "ip" type: "InnerProduct" bottom: "a" top: "ip" inner_product_param { num_output: 4 weight_filler { type: "xavier" } } }
layer { name: "l" type: "HingeLoss" bottom: "ip" bottom: "b" top: "l" }
`,
    marks: ['"b"'],
    messages:
      '`b` is 8×4, 4 labels for each item, but HingeLoss reads one for each item, from the beginning of the blob.',
  },
  {
    shows: 'one label for each item',
    net: `layer { name: "in" type: "Input" top: "x" top: "label" input_param { shape { dim: 8 dim: 4 } shape { dim: 8 } } }
layer { name: "ip" type: "InnerProduct" bottom: "x" top: "ip" inner_product_param { num_output: 4 weight_filler { type: "xavier" } } }
layer { name: "l" type: "HingeLoss" bottom: "ip" bottom: "label" top: "l" }
`,
    marks: [],
  },
  {
    shows: 'a different loss',
    net: `layer { name: "in" type: "Input" top: "a" top: "b" input_param { shape { dim: 8 dim: 4 } } }
layer { name: "ip" type: "InnerProduct" bottom: "a" top: "ip" inner_product_param { num_output: 4 weight_filler { type: "xavier" } } }
layer { name: "l" type: "SigmoidCrossEntropyLoss" bottom: "ip" bottom: "b" top: "l" }
`,
    marks: [],
  },
]);
