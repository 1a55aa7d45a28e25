import { checkFixes } from '../../support/fixTable.ts';
import { checkRule } from '../../support/ruleTable.ts';

checkRule('relu-before-softmax', [
  {
    shows: 'a ReLU before SoftmaxWithLoss',
    net: `layer { name: "in" type: "Input" top: "x" top: "label" input_param { shape { dim: 8 dim: 4 } shape { dim: 8 } } }
layer { name: "ip" type: "InnerProduct" bottom: "x" top: "ip" inner_product_param { num_output: 4 weight_filler { type: "xavier" } } }
layer { name: "r" type: "ReLU" bottom: "ip" top: "ip" }
layer { name: "l" type: "SoftmaxWithLoss" bottom: "ip" bottom: "label" top: "l" }
`,
    marks: ['"ReLU"'],
    messages: '`r` sets every negative score to 0 before `l` reads it.',
  },
  {
    shows: 'no ReLU',
    net: `layer { name: "in" type: "Input" top: "x" top: "label" input_param { shape { dim: 8 dim: 4 } shape { dim: 8 } } }
layer { name: "ip" type: "InnerProduct" bottom: "x" top: "ip" inner_product_param { num_output: 4 weight_filler { type: "xavier" } } }
layer { name: "l" type: "SoftmaxWithLoss" bottom: "ip" bottom: "label" top: "l" }
`,
    marks: [],
  },
  {
    shows: 'a ReLU before a different loss',
    net: `layer { name: "in" type: "Input" top: "x" top: "label" input_param { shape { dim: 8 dim: 4 } shape { dim: 8 } } }
layer { name: "ip" type: "InnerProduct" bottom: "x" top: "ip" inner_product_param { num_output: 4 weight_filler { type: "xavier" } } }
layer { name: "r" type: "ReLU" bottom: "ip" top: "ip" }
layer { name: "h" type: "HingeLoss" bottom: "ip" bottom: "label" top: "h" }
`,
    marks: [],
  },
  {
    shows: 'a Pooling between the ReLU and the softmax',
    net: `layer { name: "x" type: "Input" top: "x" input_param { shape { dim: 1 dim: 3 dim: 8 dim: 8 } } }
layer { name: "r" type: "ReLU" bottom: "x" top: "r" }
layer { name: "p" type: "Pooling" bottom: "r" top: "p" pooling_param { pool: AVE global_pooling: true } }
layer { name: "s" type: "Softmax" bottom: "p" top: "s" }
`,
    marks: [],
  },
  {
    shows: 'a leaky ReLU, which keeps the order of the scores',
    net: `layer { name: "in" type: "Input" top: "x" top: "label" input_param { shape { dim: 8 dim: 4 } shape { dim: 8 } } }
layer { name: "ip" type: "InnerProduct" bottom: "x" top: "ip" inner_product_param { num_output: 4 weight_filler { type: "xavier" } } }
layer { name: "r" type: "ReLU" bottom: "ip" top: "ip" relu_param { negative_slope: 0.1 } }
layer { name: "p" type: "Softmax" bottom: "ip" top: "p" }
`,
    marks: [],
  },
]);

checkFixes([
  {
    shows: 'the fix connects all consumers of the top to the bottom',
    bad: `layer { name: "in" type: "Input" top: "x" top: "label" input_param { shape { dim: 8 dim: 4 } shape { dim: 8 } } }
layer { name: "ip" type: "InnerProduct" bottom: "x" top: "ip" inner_product_param { num_output: 4 weight_filler { type: "xavier" } } }
layer { name: "r" type: ⟦"ReLU"⟧ bottom: "ip" top: "r" }  # as everywhere
layer { name: "l" type: "SoftmaxWithLoss" bottom: "r" bottom: "label" top: "l" include { phase: TRAIN } }
layer { name: "p" type: "Softmax" bottom: "r" top: "p" include { phase: TEST } }
`,
    code: 'relu-before-softmax',
    fixed: `layer { name: "in" type: "Input" top: "x" top: "label" input_param { shape { dim: 8 dim: 4 } shape { dim: 8 } } }
layer { name: "ip" type: "InnerProduct" bottom: "x" top: "ip" inner_product_param { num_output: 4 weight_filler { type: "xavier" } } }
# as everywhere
layer { name: "l" type: "SoftmaxWithLoss" bottom: "ip" bottom: "label" top: "l" include { phase: TRAIN } }
layer { name: "p" type: "Softmax" bottom: "ip" top: "p" include { phase: TEST } }
`,
  },
]);
