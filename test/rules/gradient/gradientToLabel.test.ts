import { checkFixes } from '../../support/fixTable.ts';
import { checkRule } from '../../support/ruleTable.ts';

checkRule('gradient-to-label', [
  {
    shows: 'labels that depend on a trained layer',
    net: `layer { name: "in" type: "Input" top: "a" top: "b" input_param { shape { dim: 8 dim: 4 } } }
layer { name: "c" type: "InnerProduct" bottom: "a" top: "c" inner_product_param { num_output: 4 weight_filler { type: "xavier" } } }
layer { name: "d" type: "InnerProduct" bottom: "b" top: "d" inner_product_param { num_output: 4 weight_filler { type: "xavier" } } }
layer { name: "l" type: "SigmoidCrossEntropyLoss" bottom: "c" bottom: "d" top: "l" }
`,
    marks: ['"d"'],
    messages:
      'Caffe stops in the first backward pass: `d` depends on layers that are trained, but SigmoidCrossEntropyLoss cannot propagate a gradient to its labels. (TRAIN phase only)',
  },
  {
    shows: 'bottoms in the wrong order',
    net: `layer { name: "in" type: "Input" top: "a" top: "b" input_param { shape { dim: 8 dim: 4 } } }
layer { name: "c" type: "InnerProduct" bottom: "a" top: "c" inner_product_param { num_output: 4 weight_filler { type: "xavier" } } }
layer { name: "l" type: "SigmoidCrossEntropyLoss" bottom: "b" bottom: "c" top: "l" }
`,
    marks: ['"c"'],
    messages:
      'Caffe stops in the first backward pass: `c` depends on layers that are trained, but SigmoidCrossEntropyLoss cannot propagate a gradient to its labels. (TRAIN phase only)',
  },
  {
    shows: 'labels from a data layer',
    net: `layer { name: "in" type: "Input" top: "a" top: "b" input_param { shape { dim: 8 dim: 4 } } }
layer { name: "c" type: "InnerProduct" bottom: "a" top: "c" inner_product_param { num_output: 4 weight_filler { type: "xavier" } } }
layer { name: "l" type: "SigmoidCrossEntropyLoss" bottom: "c" bottom: "b" top: "l" }
`,
    marks: [],
  },
  {
    shows: 'labels computed from data without weights',
    net: `layer { name: "in" type: "Input" top: "a" top: "b" input_param { shape { dim: 8 dim: 4 } } }
layer { name: "c" type: "InnerProduct" bottom: "a" top: "c" inner_product_param { num_output: 4 weight_filler { type: "xavier" } } }
layer { name: "s" type: "Sigmoid" bottom: "b" top: "s" }
layer { name: "l" type: "SigmoidCrossEntropyLoss" bottom: "c" bottom: "s" top: "l" }
`,
    marks: [],
  },
  {
    shows: '`propagate_down: false` for the labels',
    net: `layer { name: "in" type: "Input" top: "a" top: "b" input_param { shape { dim: 8 dim: 4 } } }
layer { name: "c" type: "InnerProduct" bottom: "a" top: "c" inner_product_param { num_output: 4 weight_filler { type: "xavier" } } }
layer { name: "d" type: "InnerProduct" bottom: "b" top: "d" inner_product_param { num_output: 4 weight_filler { type: "xavier" } } }
layer { name: "l" type: "SigmoidCrossEntropyLoss" bottom: "c" bottom: "d" top: "l" propagate_down: true propagate_down: false }
`,
    marks: [],
  },
  {
    shows: 'labels that depend on frozen layers',
    net: `layer { name: "in" type: "Input" top: "a" top: "b" input_param { shape { dim: 8 dim: 4 } } }
layer { name: "c" type: "InnerProduct" bottom: "a" top: "c" inner_product_param { num_output: 4 weight_filler { type: "xavier" } } }
layer { name: "d" type: "InnerProduct" bottom: "b" top: "d" inner_product_param { num_output: 4 weight_filler { type: "xavier" } } param { lr_mult: 0 } param { lr_mult: 0 } }
layer { name: "l" type: "SigmoidCrossEntropyLoss" bottom: "c" bottom: "d" top: "l" }
`,
    marks: [],
  },
  {
    shows: 'a loss that propagates the gradient to both bottoms',
    net: `layer { name: "in" type: "Input" top: "a" top: "b" input_param { shape { dim: 8 dim: 4 } } }
layer { name: "c" type: "InnerProduct" bottom: "a" top: "c" inner_product_param { num_output: 4 weight_filler { type: "xavier" } } }
layer { name: "d" type: "InnerProduct" bottom: "b" top: "d" inner_product_param { num_output: 4 weight_filler { type: "xavier" } } }
layer { name: "l" type: "EuclideanLoss" bottom: "c" bottom: "d" top: "l" }
`,
    marks: [],
  },
  {
    shows: 'a loss with the weight 0',
    net: `layer { name: "in" type: "Input" top: "a" top: "b" input_param { shape { dim: 8 dim: 4 } } }
layer { name: "c" type: "InnerProduct" bottom: "a" top: "c" inner_product_param { num_output: 4 weight_filler { type: "xavier" } } }
layer { name: "d" type: "InnerProduct" bottom: "b" top: "d" inner_product_param { num_output: 4 weight_filler { type: "xavier" } } }
layer { name: "l" type: "SigmoidCrossEntropyLoss" bottom: "c" bottom: "d" top: "l" loss_weight: 0 }
layer { name: "m" type: "EuclideanLoss" bottom: "c" bottom: "d" top: "m" }
`,
    marks: [],
  },
  {
    shows: 'an Embed layer after a trained layer',
    net: `layer { name: "in" type: "Input" top: "x" top: "label" input_param { shape { dim: 8 dim: 4 } shape { dim: 8 } } }
layer { name: "c" type: "InnerProduct" bottom: "x" top: "c" inner_product_param { num_output: 4 weight_filler { type: "xavier" } } }
layer { name: "e" type: "Embed" bottom: "c" top: "e" embed_param { num_output: 2 input_dim: 9 weight_filler { type: "xavier" } } }
layer { name: "r" type: "Reduction" bottom: "e" top: "r" loss_weight: 1 }
`,
    marks: ['"c"'],
    messages:
      'Caffe stops in the first backward pass: `c` depends on layers that are trained, but Embed cannot propagate a gradient to its indices. (TRAIN phase only)',
  },
]);

checkFixes([
  {
    shows: 'the fix adds `propagate_down` on separate lines',
    bad: `layer { name: "in" type: "Input" top: "a" top: "b" input_param { shape { dim: 8 dim: 4 } } }
layer { name: "c" type: "InnerProduct" bottom: "a" top: "c" inner_product_param { num_output: 4 weight_filler { type: "xavier" } } }
layer { name: "d" type: "InnerProduct" bottom: "b" top: "d" inner_product_param { num_output: 4 weight_filler { type: "xavier" } } }
layer {
  name: "l" type: "SigmoidCrossEntropyLoss"
  bottom: "c"
  bottom: ⟦"d"⟧
  top: "l"
}
`,
    code: 'gradient-to-label',
    fixed: `layer { name: "in" type: "Input" top: "a" top: "b" input_param { shape { dim: 8 dim: 4 } } }
layer { name: "c" type: "InnerProduct" bottom: "a" top: "c" inner_product_param { num_output: 4 weight_filler { type: "xavier" } } }
layer { name: "d" type: "InnerProduct" bottom: "b" top: "d" inner_product_param { num_output: 4 weight_filler { type: "xavier" } } }
layer {
  name: "l" type: "SigmoidCrossEntropyLoss"
  bottom: "c"
  bottom: "d"
  top: "l"
  propagate_down: true
  propagate_down: false
}
`,
  },
]);
