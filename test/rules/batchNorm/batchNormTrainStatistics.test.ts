import { checkFixes } from '../../support/fixTable.ts';
import { checkRule } from '../../support/ruleTable.ts';

checkRule('batch-norm-train-statistics', [
  {
    shows: 'a net that is trained',
    net: `layer { name: "in" type: "Input" top: "x" top: "label" input_param { shape { dim: 8 dim: 4 } shape { dim: 8 } } }
layer { name: "ip" type: "InnerProduct" bottom: "x" top: "ip" inner_product_param { num_output: 4 weight_filler { type: "xavier" } } }
layer { name: "bn" type: "BatchNorm" bottom: "ip" top: "ip" batch_norm_param { use_global_stats: true } }
layer { name: "loss" type: "SoftmaxWithLoss" bottom: "ip" bottom: "label" top: "loss" }
`,
    marks: ['true'],
    messages:
      '`bn` does not update its mean and variance in training: they stay those of a loaded model, or 0. (TRAIN phase only)',
  },
  {
    shows: 'a net without a loss',
    net: `layer { name: "in" type: "Input" top: "x" top: "label" input_param { shape { dim: 8 dim: 4 } shape { dim: 8 } } }
layer { name: "ip" type: "InnerProduct" bottom: "x" top: "ip" inner_product_param { num_output: 4 weight_filler { type: "xavier" } } }
layer { name: "bn" type: "BatchNorm" bottom: "ip" top: "ip" batch_norm_param { use_global_stats: true } }
`,
    marks: [],
  },
  {
    shows: 'a layer of the TEST phase',
    net: `layer { name: "in" type: "Input" top: "x" top: "label" input_param { shape { dim: 8 dim: 4 } shape { dim: 8 } } }
layer { name: "ip" type: "InnerProduct" bottom: "x" top: "ip" inner_product_param { num_output: 4 weight_filler { type: "xavier" } } }
layer { name: "bn" type: "BatchNorm" bottom: "ip" top: "ip" batch_norm_param { use_global_stats: true } include { phase: TEST } }
layer { name: "loss" type: "SoftmaxWithLoss" bottom: "ip" bottom: "label" top: "loss" }
`,
    marks: [],
  },
  {
    shows: 'a net that is fine-tuned: the weights of its first layer are frozen',
    net: `layer { name: "in" type: "Input" top: "x" top: "label" input_param { shape { dim: 8 dim: 4 } shape { dim: 8 } } }
layer { name: "ip" type: "InnerProduct" bottom: "x" top: "ip" inner_product_param { num_output: 4 weight_filler { type: "xavier" } } param { lr_mult: 0 } }
layer { name: "top" type: "InnerProduct" bottom: "ip" top: "top" inner_product_param { num_output: 4 weight_filler { type: "xavier" } } }
layer { name: "bn" type: "BatchNorm" bottom: "top" top: "top" batch_norm_param { use_global_stats: true } }
layer { name: "loss" type: "SoftmaxWithLoss" bottom: "top" bottom: "label" top: "loss" }
`,
    marks: [],
  },
  {
    shows: 'a frozen scale',
    net: `layer { name: "in" type: "Input" top: "x" top: "label" input_param { shape { dim: 8 dim: 4 } shape { dim: 8 } } }
layer { name: "ip" type: "InnerProduct" bottom: "x" top: "ip" inner_product_param { num_output: 4 weight_filler { type: "xavier" } } }
layer { name: "bn" type: "BatchNorm" bottom: "ip" top: "ip" batch_norm_param { use_global_stats: true } }
layer { name: "sc" type: "Scale" bottom: "ip" top: "ip" param { lr_mult: 0 } }
layer { name: "loss" type: "SoftmaxWithLoss" bottom: "ip" bottom: "label" top: "loss" }
`,
    marks: [],
  },
  {
    shows: 'batch statistics',
    net: `layer { name: "in" type: "Input" top: "x" top: "label" input_param { shape { dim: 8 dim: 4 } shape { dim: 8 } } }
layer { name: "ip" type: "InnerProduct" bottom: "x" top: "ip" inner_product_param { num_output: 4 weight_filler { type: "xavier" } } }
layer { name: "bn" type: "BatchNorm" bottom: "ip" top: "ip" batch_norm_param { use_global_stats: false } }
layer { name: "loss" type: "SoftmaxWithLoss" bottom: "ip" bottom: "label" top: "loss" }
`,
    marks: [],
  },
]);

checkFixes([
  {
    shows: 'the fix keeps other fields and comments',
    bad: `layer { name: "in" type: "Input" top: "x" top: "label" input_param { shape { dim: 8 dim: 4 } shape { dim: 8 } } }
layer { name: "ip" type: "InnerProduct" bottom: "x" top: "ip" inner_product_param { num_output: 4 weight_filler { type: "xavier" } } }
layer {
  name: "bn" type: "BatchNorm" bottom: "ip" top: "ip"
  batch_norm_param {
    use_global_stats: ⟦true⟧  # frozen
    eps: 0.001
  }
}
layer { name: "sc" type: "Scale" bottom: "ip" top: "ip" }
layer { name: "loss" type: "SoftmaxWithLoss" bottom: "ip" bottom: "label" top: "loss" }
`,
    code: 'batch-norm-train-statistics',
    fixed: `layer { name: "in" type: "Input" top: "x" top: "label" input_param { shape { dim: 8 dim: 4 } shape { dim: 8 } } }
layer { name: "ip" type: "InnerProduct" bottom: "x" top: "ip" inner_product_param { num_output: 4 weight_filler { type: "xavier" } } }
layer {
  name: "bn" type: "BatchNorm" bottom: "ip" top: "ip"
  batch_norm_param {
    # frozen
    eps: 0.001
  }
}
layer { name: "sc" type: "Scale" bottom: "ip" top: "ip" }
layer { name: "loss" type: "SoftmaxWithLoss" bottom: "ip" bottom: "label" top: "loss" }
`,
  },
]);
