import { checkFixes } from '../../support/fixTable.ts';
import { checkRule } from '../../support/ruleTable.ts';

checkRule('single-class', [
  {
    shows: 'SoftmaxWithLoss with one class',
    net: `layer { name: "in" type: "Input" top: "x" top: "label" input_param { shape { dim: 8 dim: 4 } shape { dim: 8 } } }
layer { name: "s" type: "InnerProduct" bottom: "x" top: "s" inner_product_param { num_output: 1 weight_filler { type: "xavier" } } }
layer { name: "l" type: "SoftmaxWithLoss" bottom: "s" bottom: "label" top: "l" }
`,
    marks: ['"SoftmaxWithLoss"'],
    messages:
      '`s` is 8×1, a single class: the softmax is always 1, so the loss is 0 and the net does not learn.',
  },
  {
    shows: 'two classes',
    net: `layer { name: "in" type: "Input" top: "x" top: "label" input_param { shape { dim: 8 dim: 4 } shape { dim: 8 } } }
layer { name: "s" type: "InnerProduct" bottom: "x" top: "s" inner_product_param { num_output: 2 weight_filler { type: "xavier" } } }
layer { name: "l" type: "SoftmaxWithLoss" bottom: "s" bottom: "label" top: "l" }
`,
    marks: [],
  },
  {
    shows: 'Softmax with one class',
    net: `layer { name: "in" type: "Input" top: "x" top: "label" input_param { shape { dim: 8 dim: 4 } shape { dim: 8 } } }
layer { name: "s" type: "InnerProduct" bottom: "x" top: "s" inner_product_param { num_output: 1 weight_filler { type: "xavier" } } }
layer { name: "p" type: "Softmax" bottom: "s" top: "p" }
`,
    marks: ['"Softmax"'],
    messages: '`s` is 8×1, a single class: a softmax over one value is always 1.',
  },
  {
    shows: 'Softmax along a different axis',
    net: `layer { name: "in" type: "Input" top: "x" top: "label" input_param { shape { dim: 8 dim: 4 } shape { dim: 8 } } }
layer { name: "s" type: "InnerProduct" bottom: "x" top: "s" inner_product_param { num_output: 1 weight_filler { type: "xavier" } } }
layer { name: "p" type: "Softmax" bottom: "s" top: "p" softmax_param { axis: 0 } }
`,
    marks: [],
  },
  {
    shows: 'Softmax along the last axis',
    net: `layer { name: "in" type: "Input" top: "x" top: "label" input_param { shape { dim: 8 dim: 4 } shape { dim: 8 } } }
layer { name: "s" type: "InnerProduct" bottom: "x" top: "s" inner_product_param { num_output: 1 weight_filler { type: "xavier" } } }
layer { name: "p" type: "Softmax" bottom: "s" top: "p" softmax_param { axis: -1 } }
`,
    marks: ['"Softmax"'],
    messages: '`s` is 8×1, a single class: a softmax over one value is always 1.',
  },
  {
    shows: 'Accuracy with one class',
    net: `layer { name: "in" type: "Input" top: "x" top: "label" input_param { shape { dim: 8 dim: 4 } shape { dim: 8 } } }
layer { name: "s" type: "InnerProduct" bottom: "x" top: "s" inner_product_param { num_output: 1 weight_filler { type: "xavier" } } }
layer { name: "a" type: "Accuracy" bottom: "s" bottom: "label" top: "a" }
`,
    marks: ['"Accuracy"'],
    messages: '`s` is 8×1, a single class: the best class is always 0.',
  },
  {
    shows: 'an unknown number of classes',
    net: `layer { name: "d" type: "Data" top: "x" data_param { source: "s" batch_size: 2 } }
layer { name: "p" type: "Softmax" bottom: "x" top: "p" }
`,
    marks: [],
  },
]);

checkFixes([
  {
    shows: 'the fix changes the type to Sigmoid',
    bad: `layer { name: "in" type: "Input" top: "x" top: "label" input_param { shape { dim: 8 dim: 4 } shape { dim: 8 } } }
layer { name: "s" type: "InnerProduct" bottom: "x" top: "s" inner_product_param { num_output: 1 weight_filler { type: "xavier" } } }
layer {
  name: "p"
  type: ⟦"Softmax"⟧  # for deployment
  bottom: "s"
  top: "p"
}
`,
    code: 'single-class',
    fixed: `layer { name: "in" type: "Input" top: "x" top: "label" input_param { shape { dim: 8 dim: 4 } shape { dim: 8 } } }
layer { name: "s" type: "InnerProduct" bottom: "x" top: "s" inner_product_param { num_output: 1 weight_filler { type: "xavier" } } }
layer {
  name: "p"
  type: "Sigmoid"  # for deployment
  bottom: "s"
  top: "p"
}
`,
  },
]);
