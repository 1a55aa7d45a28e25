import { checkFixes } from '../../support/fixTable.ts';
import { checkRule } from '../../support/ruleTable.ts';

checkRule('shared-param-rate', [
  {
    shows: 'a branch that cannot be frozen separately',
    net: `layer { name: "in" type: "Input" top: "a" top: "b" input_param { shape { dim: 8 dim: 4 } } }
layer { name: "one" type: "InnerProduct" bottom: "a" top: "one" inner_product_param { num_output: 4 weight_filler { type: "xavier" } } param { name: "w" } }
layer { name: "two" type: "InnerProduct" bottom: "b" top: "two" inner_product_param { num_output: 4 weight_filler { type: "xavier" } } param { name: "w" lr_mult: 0 } }
`,
    marks: ['0'],
    messages:
      '`lr_mult: 0` also applies to `one`, which owns `w` and sets no `lr_mult`: a shared parameter has one rate.',
  },
  {
    shows: 'a decay rate, if the owner sets only the learning rate',
    net: `layer { name: "in" type: "Input" top: "a" top: "b" input_param { shape { dim: 8 dim: 4 } } }
layer { name: "one" type: "InnerProduct" bottom: "a" top: "one" inner_product_param { num_output: 4 weight_filler { type: "xavier" } } param { name: "w" lr_mult: 1 } }
layer { name: "two" type: "InnerProduct" bottom: "b" top: "two" inner_product_param { num_output: 4 weight_filler { type: "xavier" } } param { name: "w" lr_mult: 1 decay_mult: 0 } }
`,
    marks: ['0'],
    messages:
      '`decay_mult: 0` also applies to `one`, which owns `w` and sets no `decay_mult`: a shared parameter has one rate.',
  },
  {
    shows: 'the default rate',
    net: `layer { name: "in" type: "Input" top: "a" top: "b" input_param { shape { dim: 8 dim: 4 } } }
layer { name: "one" type: "InnerProduct" bottom: "a" top: "one" inner_product_param { num_output: 4 weight_filler { type: "xavier" } } param { name: "w" } }
layer { name: "two" type: "InnerProduct" bottom: "b" top: "two" inner_product_param { num_output: 4 weight_filler { type: "xavier" } } param { name: "w" lr_mult: 1 } }
`,
    marks: [],
  },
  {
    shows: 'a rate in both layers',
    net: `layer { name: "in" type: "Input" top: "a" top: "b" input_param { shape { dim: 8 dim: 4 } } }
layer { name: "one" type: "InnerProduct" bottom: "a" top: "one" inner_product_param { num_output: 4 weight_filler { type: "xavier" } } param { name: "w" lr_mult: 2 } }
layer { name: "two" type: "InnerProduct" bottom: "b" top: "two" inner_product_param { num_output: 4 weight_filler { type: "xavier" } } param { name: "w" lr_mult: 2 } }
`,
    marks: [],
  },
  {
    shows: 'a rate only in the owner',
    net: `layer { name: "in" type: "Input" top: "a" top: "b" input_param { shape { dim: 8 dim: 4 } } }
layer { name: "one" type: "InnerProduct" bottom: "a" top: "one" inner_product_param { num_output: 4 weight_filler { type: "xavier" } } param { name: "w" lr_mult: 0 } }
layer { name: "two" type: "InnerProduct" bottom: "b" top: "two" inner_product_param { num_output: 4 weight_filler { type: "xavier" } } param { name: "w" } }
`,
    marks: [],
  },
  {
    shows: 'parameters without a name',
    net: `layer { name: "in" type: "Input" top: "a" top: "b" input_param { shape { dim: 8 dim: 4 } } }
layer { name: "one" type: "InnerProduct" bottom: "a" top: "one" inner_product_param { num_output: 4 weight_filler { type: "xavier" } } param { lr_mult: 0 } }
layer { name: "two" type: "InnerProduct" bottom: "b" top: "two" inner_product_param { num_output: 4 weight_filler { type: "xavier" } } param { lr_mult: 3 } }
`,
    marks: [],
  },
]);

checkFixes([
  {
    shows: 'the fix sets the rate in the owner',
    bad: `layer { name: "in" type: "Input" top: "a" top: "b" input_param { shape { dim: 8 dim: 4 } } }
layer { name: "one" type: "InnerProduct" bottom: "a" top: "one" inner_product_param { num_output: 4 weight_filler { type: "xavier" } } param { name: "w" } }
layer { name: "two" type: "InnerProduct" bottom: "b" top: "two" inner_product_param { num_output: 4 weight_filler { type: "xavier" } } param { name: "w" lr_mult: ⟦0.5⟧ } }
`,
    code: 'shared-param-rate',
    fixed: `layer { name: "in" type: "Input" top: "a" top: "b" input_param { shape { dim: 8 dim: 4 } } }
layer { name: "one" type: "InnerProduct" bottom: "a" top: "one" inner_product_param { num_output: 4 weight_filler { type: "xavier" } } param { name: "w" lr_mult: 0.5 } }
layer { name: "two" type: "InnerProduct" bottom: "b" top: "two" inner_product_param { num_output: 4 weight_filler { type: "xavier" } } param { name: "w" lr_mult: 0.5 } }
`,
  },
]);
