import { checkFixes } from '../../support/fixTable.ts';
import { checkRule } from '../../support/ruleTable.ts';

checkRule('activation-before-loss', [
  {
    shows: 'a Reshape between the softmax and the loss',
    net: `layer { name: "in" type: "Input" top: "x" top: "label" input_param { shape { dim: 8 dim: 4 } shape { dim: 8 } } }
layer { name: "ip" type: "InnerProduct" bottom: "x" top: "ip" inner_product_param { num_output: 4 weight_filler { type: "xavier" } } }
layer { name: "prob" type: "Softmax" bottom: "ip" top: "prob" }
layer { name: "r" type: "Reshape" bottom: "prob" top: "r" reshape_param { shape { dim: 8 dim: -1 } } }
layer { name: "loss" type: "SoftmaxWithLoss" bottom: "r" bottom: "label" top: "loss" }
`,
    marks: ['"r"'],
    messages:
      'SoftmaxWithLoss applies Softmax itself, so with `prob` it is applied twice. Use the bottom of `prob` instead.',
  },
  {
    shows: 'a Softmax before SoftmaxWithLoss',
    net: `layer { name: "in" type: "Input" top: "x" top: "label" input_param { shape { dim: 8 dim: 4 } shape { dim: 8 } } }
layer { name: "ip" type: "InnerProduct" bottom: "x" top: "ip" inner_product_param { num_output: 4 weight_filler { type: "xavier" } } }
layer { name: "prob" type: "Softmax" bottom: "ip" top: "prob" }
layer { name: "loss" type: "SoftmaxWithLoss" bottom: "prob" bottom: "label" top: "loss" }
`,
    marks: ['"prob"'],
    messages:
      'SoftmaxWithLoss applies Softmax itself, so with `prob` it is applied twice. Use the bottom of `prob` instead.',
  },
  {
    shows: 'scores',
    net: `layer { name: "in" type: "Input" top: "x" top: "label" input_param { shape { dim: 8 dim: 4 } shape { dim: 8 } } }
layer { name: "ip" type: "InnerProduct" bottom: "x" top: "ip" inner_product_param { num_output: 4 weight_filler { type: "xavier" } } }
layer { name: "loss" type: "SoftmaxWithLoss" bottom: "ip" bottom: "label" top: "loss" }
`,
    marks: [],
  },
  {
    shows: 'a Softmax beside the loss',
    net: `layer { name: "in" type: "Input" top: "x" top: "label" input_param { shape { dim: 8 dim: 4 } shape { dim: 8 } } }
layer { name: "ip" type: "InnerProduct" bottom: "x" top: "ip" inner_product_param { num_output: 4 weight_filler { type: "xavier" } } }
layer { name: "prob" type: "Softmax" bottom: "ip" top: "prob" }
layer { name: "loss" type: "SoftmaxWithLoss" bottom: "ip" bottom: "label" top: "loss" }
`,
    marks: [],
  },
  {
    shows: 'a Sigmoid before SigmoidCrossEntropyLoss',
    net: `layer { name: "in" type: "Input" top: "a" top: "b" input_param { shape { dim: 8 dim: 4 } } }
layer { name: "ip" type: "InnerProduct" bottom: "a" top: "ip" inner_product_param { num_output: 4 weight_filler { type: "xavier" } } }
layer { name: "s" type: "Sigmoid" bottom: "ip" top: "ip" }
layer { name: "loss" type: "SigmoidCrossEntropyLoss" bottom: "ip" bottom: "b" top: "loss" }
`,
    marks: ['"ip"'],
    messages:
      'SigmoidCrossEntropyLoss applies Sigmoid itself, so with `s` it is applied twice. Use the bottom of `s` instead.',
  },
  {
    shows: 'a Sigmoid before EuclideanLoss',
    net: `layer { name: "in" type: "Input" top: "a" top: "b" input_param { shape { dim: 8 dim: 4 } } }
layer { name: "ip" type: "InnerProduct" bottom: "a" top: "ip" inner_product_param { num_output: 4 weight_filler { type: "xavier" } } }
layer { name: "s" type: "Sigmoid" bottom: "ip" top: "s" }
layer { name: "loss" type: "EuclideanLoss" bottom: "s" bottom: "b" top: "loss" }
`,
    marks: [],
  },
  {
    shows: 'a Softmax before MultinomialLogisticLoss',
    net: `layer { name: "in" type: "Input" top: "x" top: "label" input_param { shape { dim: 8 dim: 4 } shape { dim: 8 } } }
layer { name: "ip" type: "InnerProduct" bottom: "x" top: "ip" inner_product_param { num_output: 4 weight_filler { type: "xavier" } } }
layer { name: "prob" type: "Softmax" bottom: "ip" top: "prob" }
layer { name: "loss" type: "MultinomialLogisticLoss" bottom: "prob" bottom: "label" top: "loss" }
`,
    marks: [],
  },
]);

checkFixes([
  {
    shows: 'the fix keeps an activation with other consumers',
    bad: `layer { name: "in" type: "Input" top: "x" top: "label" input_param { shape { dim: 8 dim: 4 } shape { dim: 8 } } }
layer { name: "ip" type: "InnerProduct" bottom: "x" top: "ip" inner_product_param { num_output: 4 weight_filler { type: "xavier" } } }
layer { name: "prob" type: "Softmax" bottom: "ip" top: "prob" }
layer { name: "loss" type: "SoftmaxWithLoss" bottom: ⟦"prob"⟧ bottom: "label" top: "loss" }
layer { name: "show" type: "Silence" bottom: "prob" }
`,
    code: 'activation-before-loss',
    fixed: `layer { name: "in" type: "Input" top: "x" top: "label" input_param { shape { dim: 8 dim: 4 } shape { dim: 8 } } }
layer { name: "ip" type: "InnerProduct" bottom: "x" top: "ip" inner_product_param { num_output: 4 weight_filler { type: "xavier" } } }
layer { name: "prob" type: "Softmax" bottom: "ip" top: "prob" }
layer { name: "loss" type: "SoftmaxWithLoss" bottom: "ip" bottom: "label" top: "loss" }
layer { name: "show" type: "Silence" bottom: "prob" }
`,
  },
  {
    shows: 'the fix removes an in-place activation and keeps the names',
    bad: `layer { name: "in" type: "Input" top: "x" top: "label" input_param { shape { dim: 8 dim: 4 } shape { dim: 8 } } }
layer { name: "ip" type: "InnerProduct" bottom: "x" top: "ip" inner_product_param { num_output: 4 weight_filler { type: "xavier" } } }
layer { name: "prob" type: "Softmax" bottom: "ip" top: "ip" }
layer { name: "loss" type: "SoftmaxWithLoss" bottom: ⟦"ip"⟧ bottom: "label" top: "loss" }
`,
    code: 'activation-before-loss',
    fixed: `layer { name: "in" type: "Input" top: "x" top: "label" input_param { shape { dim: 8 dim: 4 } shape { dim: 8 } } }
layer { name: "ip" type: "InnerProduct" bottom: "x" top: "ip" inner_product_param { num_output: 4 weight_filler { type: "xavier" } } }
layer { name: "loss" type: "SoftmaxWithLoss" bottom: "ip" bottom: "label" top: "loss" }
`,
  },
  {
    shows: 'the fix connects a Reshape to the scores',
    bad: `layer { name: "in" type: "Input" top: "x" top: "label" input_param { shape { dim: 8 dim: 4 } shape { dim: 8 } } }
layer { name: "ip" type: "InnerProduct" bottom: "x" top: "ip" inner_product_param { num_output: 4 weight_filler { type: "xavier" } } }
layer { name: "prob" type: "Softmax" bottom: "ip" top: "prob" }
layer { name: "r" type: "Reshape" bottom: "prob" top: "r" reshape_param { shape { dim: 8 dim: -1 } } }
layer { name: "loss" type: "SoftmaxWithLoss" bottom: ⟦"r"⟧ bottom: "label" top: "loss" }
`,
    code: 'activation-before-loss',
    fixed: `layer { name: "in" type: "Input" top: "x" top: "label" input_param { shape { dim: 8 dim: 4 } shape { dim: 8 } } }
layer { name: "ip" type: "InnerProduct" bottom: "x" top: "ip" inner_product_param { num_output: 4 weight_filler { type: "xavier" } } }
layer { name: "r" type: "Reshape" bottom: "ip" top: "r" reshape_param { shape { dim: 8 dim: -1 } } }
layer { name: "loss" type: "SoftmaxWithLoss" bottom: "r" bottom: "label" top: "loss" }
`,
  },
]);
