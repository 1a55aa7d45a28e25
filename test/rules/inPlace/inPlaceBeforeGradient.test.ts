import { checkFixes } from '../../support/fixTable.ts';
import { checkRule } from '../../support/ruleTable.ts';

checkRule('in-place-before-gradient', [
  {
    shows: 'in-place Dropout after Sigmoid',
    net: `layer { name: "in" type: "Input" top: "a" top: "b" input_param { shape { dim: 8 dim: 4 } } }
layer { name: "ip" type: "InnerProduct" bottom: "a" top: "ip" inner_product_param { num_output: 4 weight_filler { type: "xavier" } } }
layer { name: "first" type: "Sigmoid" bottom: "ip" top: "y" }
layer { name: "second" type: "Dropout" bottom: "y" top: "y" }
layer { name: "l" type: "EuclideanLoss" bottom: "y" bottom: "b" top: "l" }
`,
    marks: ['"y"'],
    messages:
      'The gradient of `first` is wrong: Sigmoid computes it from its output, which `second` overwrites. (TRAIN phase only)',
  },
  {
    shows: 'Dropout with a separate top after Sigmoid',
    net: `layer { name: "in" type: "Input" top: "a" top: "b" input_param { shape { dim: 8 dim: 4 } } }
layer { name: "ip" type: "InnerProduct" bottom: "a" top: "ip" inner_product_param { num_output: 4 weight_filler { type: "xavier" } } }
layer { name: "first" type: "Sigmoid" bottom: "ip" top: "y" }
layer { name: "second" type: "Dropout" bottom: "y" top: "z" }
layer { name: "l" type: "EuclideanLoss" bottom: "z" bottom: "b" top: "l" }
`,
    marks: [],
  },
  {
    shows: 'in-place Dropout after ReLU',
    net: `layer { name: "in" type: "Input" top: "a" top: "b" input_param { shape { dim: 8 dim: 4 } } }
layer { name: "ip" type: "InnerProduct" bottom: "a" top: "ip" inner_product_param { num_output: 4 weight_filler { type: "xavier" } } }
layer { name: "first" type: "ReLU" bottom: "ip" top: "y" }
layer { name: "second" type: "Dropout" bottom: "y" top: "y" }
layer { name: "l" type: "EuclideanLoss" bottom: "y" bottom: "b" top: "l" }
`,
    marks: [],
  },
  {
    shows: 'in-place ReLU after Sigmoid, without effect',
    net: `layer { name: "in" type: "Input" top: "a" top: "b" input_param { shape { dim: 8 dim: 4 } } }
layer { name: "ip" type: "InnerProduct" bottom: "a" top: "ip" inner_product_param { num_output: 4 weight_filler { type: "xavier" } } }
layer { name: "first" type: "Sigmoid" bottom: "ip" top: "y" }
layer { name: "second" type: "ReLU" bottom: "y" top: "y" }
layer { name: "l" type: "EuclideanLoss" bottom: "y" bottom: "b" top: "l" }
`,
    marks: [],
  },
  {
    shows: 'in-place ReLU after TanH',
    net: `layer { name: "in" type: "Input" top: "a" top: "b" input_param { shape { dim: 8 dim: 4 } } }
layer { name: "ip" type: "InnerProduct" bottom: "a" top: "ip" inner_product_param { num_output: 4 weight_filler { type: "xavier" } } }
layer { name: "first" type: "TanH" bottom: "ip" top: "y" }
layer { name: "second" type: "ReLU" bottom: "y" top: "y" }
layer { name: "l" type: "EuclideanLoss" bottom: "y" bottom: "b" top: "l" }
`,
    marks: ['"y"'],
    messages:
      'The gradient of `first` is wrong: TanH computes it from its output, which `second` overwrites. (TRAIN phase only)',
  },
  {
    shows: 'a net that is not trained',
    net: `layer { name: "in" type: "Input" top: "a" top: "b" input_param { shape { dim: 8 dim: 4 } } }
layer { name: "ip" type: "InnerProduct" bottom: "a" top: "ip" inner_product_param { num_output: 4 weight_filler { type: "xavier" } } }
layer { name: "first" type: "Sigmoid" bottom: "ip" top: "y" }
layer { name: "second" type: "Dropout" bottom: "y" top: "y" }

`,
    marks: [],
  },
  {
    shows: 'in-place Dropout after Sigmoid and a ReLU without effect',
    net: `layer { name: "in" type: "Input" top: "a" top: "b" input_param { shape { dim: 8 dim: 4 } } }
layer { name: "ip" type: "InnerProduct" bottom: "a" top: "ip" inner_product_param { num_output: 4 weight_filler { type: "xavier" } } }
layer { name: "c0" type: "Sigmoid" bottom: "ip" top: "ip" }
layer { name: "c1" type: "ReLU" bottom: "ip" top: "ip" }
layer { name: "c2" type: "Dropout" bottom: "ip" top: "ip" }
layer { name: "l" type: "EuclideanLoss" bottom: "ip" bottom: "b" top: "l" }
`,
    marks: ['"ip"'],
    messages:
      'The gradient of `c0` is wrong: Sigmoid computes it from the values in the blob, which `c2` overwrites. (TRAIN phase only)',
  },
  {
    shows: 'in-place BatchNorm and Scale after an in-place ReLU: one finding',
    net: `layer { name: "in" type: "Input" top: "a" top: "b" input_param { shape { dim: 8 dim: 4 } } }
layer { name: "ip" type: "InnerProduct" bottom: "a" top: "ip" inner_product_param { num_output: 4 weight_filler { type: "xavier" } } }
layer { name: "c0" type: "ReLU" bottom: "ip" top: "ip" }
layer { name: "c1" type: "BatchNorm" bottom: "ip" top: "ip" }
layer { name: "c2" type: "Scale" bottom: "ip" top: "ip" scale_param { bias_term: true } }
layer { name: "l" type: "EuclideanLoss" bottom: "ip" bottom: "b" top: "l" }
`,
    marks: ['"ip"'],
    messages:
      'The gradient of `c0` is wrong: ReLU computes it from the values in the blob, which `c1` overwrites. (TRAIN phase only)',
  },
  {
    shows: 'in-place BatchNorm after a ReLU with a separate top',
    net: `layer { name: "in" type: "Input" top: "a" top: "b" input_param { shape { dim: 8 dim: 4 } } }
layer { name: "ip" type: "InnerProduct" bottom: "a" top: "ip" inner_product_param { num_output: 4 weight_filler { type: "xavier" } } }
layer { name: "first" type: "ReLU" bottom: "ip" top: "y" }
layer { name: "second" type: "BatchNorm" bottom: "y" top: "y" }
layer { name: "l" type: "EuclideanLoss" bottom: "y" bottom: "b" top: "l" }
`,
    marks: [],
  },
  {
    shows: 'in-place ReLU after BatchNorm and Scale',
    net: `layer { name: "in" type: "Input" top: "a" top: "b" input_param { shape { dim: 8 dim: 4 } } }
layer { name: "ip" type: "InnerProduct" bottom: "a" top: "ip" inner_product_param { num_output: 4 weight_filler { type: "xavier" } } }
layer { name: "c0" type: "BatchNorm" bottom: "ip" top: "ip" }
layer { name: "c1" type: "Scale" bottom: "ip" top: "ip" }
layer { name: "c2" type: "ReLU" bottom: "ip" top: "ip" }
layer { name: "c3" type: "Dropout" bottom: "ip" top: "ip" }
layer { name: "l" type: "EuclideanLoss" bottom: "ip" bottom: "b" top: "l" }
`,
    marks: [],
  },
  {
    shows: 'an in-place Power that scales, after an in-place ReLU',
    net: `layer { name: "in" type: "Input" top: "a" top: "b" input_param { shape { dim: 8 dim: 4 } } }
layer { name: "ip" type: "InnerProduct" bottom: "a" top: "ip" inner_product_param { num_output: 4 weight_filler { type: "xavier" } } }
layer { name: "c0" type: "ReLU" bottom: "ip" top: "ip" }
layer { name: "c1" type: "Power" bottom: "ip" top: "ip" power_param { scale: 2 } }
layer { name: "l" type: "EuclideanLoss" bottom: "ip" bottom: "b" top: "l" }
`,
    marks: [],
  },
  {
    shows: 'an in-place Power that shifts, after an in-place ReLU',
    net: `layer { name: "in" type: "Input" top: "a" top: "b" input_param { shape { dim: 8 dim: 4 } } }
layer { name: "ip" type: "InnerProduct" bottom: "a" top: "ip" inner_product_param { num_output: 4 weight_filler { type: "xavier" } } }
layer { name: "c0" type: "ReLU" bottom: "ip" top: "ip" }
layer { name: "c1" type: "Power" bottom: "ip" top: "ip" power_param { shift: -1 } }
layer { name: "l" type: "EuclideanLoss" bottom: "ip" bottom: "b" top: "l" }
`,
    marks: ['"ip"'],
    messages:
      'The gradient of `c0` is wrong: ReLU computes it from the values in the blob, which `c1` overwrites. (TRAIN phase only)',
  },
  {
    shows: 'layers that overwrite the input that their gradient needs',
    net: `layer { name: "in" type: "Input" top: "a" top: "b" input_param { shape { dim: 8 dim: 4 } } }
layer { name: "ip" type: "InnerProduct" bottom: "a" top: "ip" inner_product_param { num_output: 4 weight_filler { type: "xavier" } } }
layer { name: "c0" type: "Clip" bottom: "ip" top: "ip" clip_param { min: 0 max: 6 } }
layer { name: "c1" type: "BNLL" bottom: "ip" top: "ip" }
layer { name: "c2" type: "Power" bottom: "ip" top: "ip" power_param { power: 2 shift: 1 } }
layer { name: "c3" type: "Log" bottom: "ip" top: "ip" log_param { shift: 1 } }
layer { name: "l" type: "EuclideanLoss" bottom: "ip" bottom: "b" top: "l" }
`,
    marks: ['"ip"', '"ip"', '"ip"', '"ip"'],
    messages: [
      'The gradient of `c0` is wrong: Clip computes it from its input, which it overwrites in place. (TRAIN phase only)',
      'The gradient of `c1` is wrong: BNLL computes it from its input, which it overwrites in place. (TRAIN phase only)',
      'The gradient of `c2` is wrong: Power computes it from its input, which it overwrites in place. (TRAIN phase only)',
      'The gradient of `c3` is wrong: Log computes it from its input, which it overwrites in place. (TRAIN phase only)',
    ],
  },
  {
    shows: 'an in-place linear Power',
    net: `layer { name: "in" type: "Input" top: "a" top: "b" input_param { shape { dim: 8 dim: 4 } } }
layer { name: "ip" type: "InnerProduct" bottom: "a" top: "ip" inner_product_param { num_output: 4 weight_filler { type: "xavier" } } }
layer { name: "c0" type: "Power" bottom: "ip" top: "ip" power_param { scale: 2 shift: 1 } }
layer { name: "l" type: "EuclideanLoss" bottom: "ip" bottom: "b" top: "l" }
`,
    marks: [],
  },
  {
    shows: 'an in-place constant Power',
    net: `layer { name: "in" type: "Input" top: "a" top: "b" input_param { shape { dim: 8 dim: 4 } } }
layer { name: "ip" type: "InnerProduct" bottom: "a" top: "ip" inner_product_param { num_output: 4 weight_filler { type: "xavier" } } }
layer { name: "c0" type: "Power" bottom: "ip" top: "ip" power_param { scale: 0 power: 3 } }
layer { name: "l" type: "EuclideanLoss" bottom: "ip" bottom: "b" top: "l" }
`,
    marks: [],
  },
  {
    shows: 'an in-place layer on data, which gets no gradient',
    net: `layer { name: "in" type: "Input" top: "a" top: "b" input_param { shape { dim: 8 dim: 4 } } }
layer { name: "n" type: "Log" bottom: "a" top: "a" }
layer { name: "ip" type: "InnerProduct" bottom: "a" top: "ip" inner_product_param { num_output: 4 weight_filler { type: "xavier" } } }
layer { name: "l" type: "EuclideanLoss" bottom: "ip" bottom: "b" top: "l" }
`,
    marks: [],
  },
]);

checkFixes([
  {
    shows: 'the fix renames the top, also in the following layers',
    bad: `layer { name: "in" type: "Input" top: "a" top: "b" input_param { shape { dim: 8 dim: 4 } } }
layer { name: "ip" type: "InnerProduct" bottom: "a" top: "ip" inner_product_param { num_output: 4 weight_filler { type: "xavier" } } }
layer { name: "c0" type: "Clip" bottom: "ip" top: ⟦"ip"⟧ clip_param { min: 0 max: 6 } }
layer { name: "c1" type: "Dropout" bottom: "ip" top: "ip" }
layer { name: "l" type: "EuclideanLoss" bottom: "ip" bottom: "b" top: "l" }
`,
    code: 'in-place-before-gradient',
    fixed: `layer { name: "in" type: "Input" top: "a" top: "b" input_param { shape { dim: 8 dim: 4 } } }
layer { name: "ip" type: "InnerProduct" bottom: "a" top: "ip" inner_product_param { num_output: 4 weight_filler { type: "xavier" } } }
layer { name: "c0" type: "Clip" bottom: "ip" top: "c0" clip_param { min: 0 max: 6 } }
layer { name: "c1" type: "Dropout" bottom: "c0" top: "c0" }
layer { name: "l" type: "EuclideanLoss" bottom: "c0" bottom: "b" top: "l" }
`,
  },
]);
