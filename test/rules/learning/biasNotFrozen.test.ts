import { checkFixes } from '../../support/fixTable.ts';
import { checkRule } from '../../support/ruleTable.ts';

checkRule('bias-not-frozen', [
  {
    shows: 'one `param`',
    net: `layer { name: "in" type: "Input" top: "a" top: "b" input_param { shape { dim: 8 dim: 4 } } }
layer { name: "ip" type: "InnerProduct" bottom: "a" top: "ip" inner_product_param { num_output: 4 weight_filler { type: "xavier" } } param { lr_mult: 0 } }
layer { name: "top" type: "InnerProduct" bottom: "ip" top: "top" inner_product_param { num_output: 4 weight_filler { type: "xavier" } } }
layer { name: "l" type: "EuclideanLoss" bottom: "top" bottom: "b" top: "l" }
`,
    marks: ['0'],
    messages:
      'Only the weights of `ip` are frozen: its bias has no `param`, so it is trained with `lr_mult: 1`. (TRAIN phase only)',
  },
  {
    shows: 'two `param` fields',
    net: `layer { name: "in" type: "Input" top: "a" top: "b" input_param { shape { dim: 8 dim: 4 } } }
layer { name: "ip" type: "InnerProduct" bottom: "a" top: "ip" inner_product_param { num_output: 4 weight_filler { type: "xavier" } } param { lr_mult: 0 } param { lr_mult: 0 } }
layer { name: "top" type: "InnerProduct" bottom: "ip" top: "top" inner_product_param { num_output: 4 weight_filler { type: "xavier" } } }
layer { name: "l" type: "EuclideanLoss" bottom: "top" bottom: "b" top: "l" }
`,
    marks: [],
  },
  {
    shows: 'an explicit `param` for the bias',
    net: `layer { name: "in" type: "Input" top: "a" top: "b" input_param { shape { dim: 8 dim: 4 } } }
layer { name: "ip" type: "InnerProduct" bottom: "a" top: "ip" inner_product_param { num_output: 4 weight_filler { type: "xavier" } } param { lr_mult: 0 } param { } }
layer { name: "top" type: "InnerProduct" bottom: "ip" top: "top" inner_product_param { num_output: 4 weight_filler { type: "xavier" } } }
layer { name: "l" type: "EuclideanLoss" bottom: "top" bottom: "b" top: "l" }
`,
    marks: [],
  },
  {
    shows: 'weights that are trained',
    net: `layer { name: "in" type: "Input" top: "a" top: "b" input_param { shape { dim: 8 dim: 4 } } }
layer { name: "ip" type: "InnerProduct" bottom: "a" top: "ip" inner_product_param { num_output: 4 weight_filler { type: "xavier" } } param { lr_mult: 1 } }
layer { name: "top" type: "InnerProduct" bottom: "ip" top: "top" inner_product_param { num_output: 4 weight_filler { type: "xavier" } } }
layer { name: "l" type: "EuclideanLoss" bottom: "top" bottom: "b" top: "l" }
`,
    marks: [],
  },
  {
    shows: 'a `param` with only a name',
    net: `layer { name: "in" type: "Input" top: "a" top: "b" input_param { shape { dim: 8 dim: 4 } } }
layer { name: "ip" type: "InnerProduct" bottom: "a" top: "ip" inner_product_param { num_output: 4 weight_filler { type: "xavier" } } param { name: "w" } }
layer { name: "top" type: "InnerProduct" bottom: "ip" top: "top" inner_product_param { num_output: 4 weight_filler { type: "xavier" } } }
layer { name: "l" type: "EuclideanLoss" bottom: "top" bottom: "b" top: "l" }
`,
    marks: [],
  },
  {
    shows: 'a layer without a bias',
    net: `layer { name: "in" type: "Input" top: "a" top: "b" input_param { shape { dim: 8 dim: 4 } } }
layer { name: "ip" type: "InnerProduct" bottom: "a" top: "ip" inner_product_param { num_output: 4 bias_term: false weight_filler { type: "xavier" } } param { lr_mult: 0 } }
layer { name: "top" type: "InnerProduct" bottom: "ip" top: "top" inner_product_param { num_output: 4 weight_filler { type: "xavier" } } }
layer { name: "l" type: "EuclideanLoss" bottom: "top" bottom: "b" top: "l" }
`,
    marks: [],
  },
  {
    shows: 'a net that is not trained',
    net: `layer { name: "in" type: "Input" top: "a" top: "b" input_param { shape { dim: 8 dim: 4 } } }
layer { name: "ip" type: "InnerProduct" bottom: "a" top: "ip" inner_product_param { num_output: 4 weight_filler { type: "xavier" } } param { lr_mult: 0 } }
layer { name: "top" type: "InnerProduct" bottom: "ip" top: "top" inner_product_param { num_output: 4 weight_filler { type: "xavier" } } }
`,
    marks: [],
  },
  {
    shows: 'a BatchNorm layer, whose blobs are never trained',
    net: `layer { name: "in" type: "Input" top: "a" top: "b" input_param { shape { dim: 8 dim: 4 } } }
layer { name: "bn" type: "BatchNorm" bottom: "a" top: "ip" param { lr_mult: 0 } }
layer { name: "sc" type: "Scale" bottom: "ip" top: "ip" scale_param { bias_term: true } }
layer { name: "top" type: "InnerProduct" bottom: "ip" top: "top" inner_product_param { num_output: 4 weight_filler { type: "xavier" } } }
layer { name: "l" type: "EuclideanLoss" bottom: "top" bottom: "b" top: "l" }
`,
    marks: [],
  },
]);

checkFixes([
  {
    shows: 'the fix copies the first `param` without its comment',
    bad: `layer { name: "in" type: "Input" top: "a" top: "b" input_param { shape { dim: 8 dim: 4 } } }
layer {
  name: "ip"
  type: "InnerProduct"
  bottom: "a"
  top: "ip"
  param {
    lr_mult: ⟦0⟧
    decay_mult: 0
  }  # from the model
  inner_product_param { num_output: 4 weight_filler { type: "xavier" } }
}
layer { name: "top" type: "InnerProduct" bottom: "ip" top: "top" inner_product_param { num_output: 4 weight_filler { type: "xavier" } } }
layer { name: "l" type: "EuclideanLoss" bottom: "top" bottom: "b" top: "l" }
`,
    code: 'bias-not-frozen',
    fixed: `layer { name: "in" type: "Input" top: "a" top: "b" input_param { shape { dim: 8 dim: 4 } } }
layer {
  name: "ip"
  type: "InnerProduct"
  bottom: "a"
  top: "ip"
  param {
    lr_mult: 0
    decay_mult: 0
  }
  param {
    lr_mult: 0
    decay_mult: 0
  }  # from the model
  inner_product_param { num_output: 4 weight_filler { type: "xavier" } }
}
layer { name: "top" type: "InnerProduct" bottom: "ip" top: "top" inner_product_param { num_output: 4 weight_filler { type: "xavier" } } }
layer { name: "l" type: "EuclideanLoss" bottom: "top" bottom: "b" top: "l" }
`,
  },
  {
    shows: 'the fix does not copy a name',
    bad: `layer { name: "in" type: "Input" top: "a" top: "b" input_param { shape { dim: 8 dim: 4 } } }
layer { name: "ip" type: "InnerProduct" bottom: "a" top: "ip" inner_product_param { num_output: 4 weight_filler { type: "xavier" } } param { name: "w" lr_mult: ⟦0⟧ } }
layer { name: "top" type: "InnerProduct" bottom: "ip" top: "top" inner_product_param { num_output: 4 weight_filler { type: "xavier" } } }
layer { name: "l" type: "EuclideanLoss" bottom: "top" bottom: "b" top: "l" }
`,
    code: 'bias-not-frozen',
    fixed: `layer { name: "in" type: "Input" top: "a" top: "b" input_param { shape { dim: 8 dim: 4 } } }
layer { name: "ip" type: "InnerProduct" bottom: "a" top: "ip" inner_product_param { num_output: 4 weight_filler { type: "xavier" } } param { name: "w" lr_mult: 0 } param { lr_mult: 0 } }
layer { name: "top" type: "InnerProduct" bottom: "ip" top: "top" inner_product_param { num_output: 4 weight_filler { type: "xavier" } } }
layer { name: "l" type: "EuclideanLoss" bottom: "top" bottom: "b" top: "l" }
`,
  },
]);
