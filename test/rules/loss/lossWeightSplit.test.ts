import { checkFixes } from '../../support/fixTable.ts';
import { checkRule } from '../../support/ruleTable.ts';

checkRule('loss-weight-split', [
  {
    shows: 'a weighted loss with a consumer',
    net: `layer { name: "in" type: "Input" top: "a" top: "b" input_param { shape { dim: 8 dim: 4 } } }
layer { name: "l" type: "EuclideanLoss" bottom: "a" bottom: "b" top: "l" loss_weight: 2 }
layer { name: "r" type: "Silence" bottom: "l" }
`,
    marks: ['2'],
    messages:
      '`r` reads `l`: Caffe then counts the loss with the weight 2, and again with the default weight of 1.',
  },
  {
    shows: 'a weighted loss without consumers',
    net: `layer { name: "in" type: "Input" top: "a" top: "b" input_param { shape { dim: 8 dim: 4 } } }
layer { name: "l" type: "EuclideanLoss" bottom: "a" bottom: "b" top: "l" loss_weight: 2 }
`,
    marks: [],
  },
  {
    shows: 'a loss with its default weight',
    net: `layer { name: "in" type: "Input" top: "a" top: "b" input_param { shape { dim: 8 dim: 4 } } }
layer { name: "l" type: "EuclideanLoss" bottom: "a" bottom: "b" top: "l" }
layer { name: "r" type: "Silence" bottom: "l" }
`,
    marks: [],
  },
  {
    shows: 'a loss with the weight 0',
    net: `layer { name: "in" type: "Input" top: "a" top: "b" input_param { shape { dim: 8 dim: 4 } } }
layer { name: "l" type: "EuclideanLoss" bottom: "a" bottom: "b" top: "l" loss_weight: 0 }
layer { name: "r" type: "Silence" bottom: "l" }
`,
    marks: [],
  },
  {
    shows: 'a consumer of one of two weighted tops',
    net: `layer { name: "in" type: "Input" top: "a" top: "b" input_param { shape { dim: 8 dim: 4 } } }
layer { name: "s" type: "Slice" bottom: "a" top: "c" top: "d" loss_weight: 1 loss_weight: 3 }
layer { name: "r" type: "ReLU" bottom: "d" top: "r" }
`,
    marks: ['3'],
    messages: '`r` reads `d`: Caffe then drops the loss weights of the other tops.',
  },
  {
    shows: 'a consumer of the only weighted top, whose weight is kept',
    net: `layer { name: "in" type: "Input" top: "a" top: "b" input_param { shape { dim: 8 dim: 4 } } }
layer { name: "s" type: "Slice" bottom: "a" top: "c" top: "d" loss_weight: 0 loss_weight: 3 }
layer { name: "r" type: "ReLU" bottom: "d" top: "r" }
`,
    marks: [],
  },
]);

checkFixes([
  {
    shows: 'the fix moves the weight to a copy of the top',
    bad: `layer { name: "in" type: "Input" top: "a" top: "b" input_param { shape { dim: 8 dim: 4 } } }
layer { name: "s" type: "Slice" bottom: "a" top: "c" top: "d" loss_weight: 1 loss_weight: ⟦3⟧ }
layer { name: "r" type: "ReLU" bottom: "d" top: "r" }
`,
    code: 'loss-weight-split',
    fixed: `layer { name: "in" type: "Input" top: "a" top: "b" input_param { shape { dim: 8 dim: 4 } } }
layer { name: "s" type: "Slice" bottom: "a" top: "c" top: "d" loss_weight: 1 loss_weight: 0 }
layer {
  name: "d_weighted"
  type: "Power"
  bottom: "d"
  top: "d_weighted"
  loss_weight: 3
}
layer { name: "r" type: "ReLU" bottom: "d" top: "r" }
`,
    left: ['unused-top'],
  },
]);
