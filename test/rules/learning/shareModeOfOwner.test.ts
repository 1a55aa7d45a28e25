import { checkRule } from '../../support/ruleTable.ts';

checkRule('share-mode-of-owner', [
  {
    shows: '`share_mode` in the owner',
    net: `layer { name: "in" type: "Input" top: "a" top: "b" input_param { shape { dim: 8 dim: 4 } } }
layer { name: "one" type: "InnerProduct" bottom: "a" top: "one" inner_product_param { num_output: 4 weight_filler { type: "xavier" } } param { name: "w" share_mode: PERMISSIVE } }
layer { name: "two" type: "InnerProduct" bottom: "b" top: "two" inner_product_param { num_output: 4 weight_filler { type: "xavier" } } param { name: "w" } }
`,
    marks: ['PERMISSIVE'],
    messages:
      '`one` is the first layer to name `w`, so it owns the parameter; `share_mode` has an effect only in later layers.',
  },
  {
    shows: '`share_mode` in the layer that shares the parameter',
    net: `layer { name: "in" type: "Input" top: "a" top: "b" input_param { shape { dim: 8 dim: 4 } } }
layer { name: "one" type: "InnerProduct" bottom: "a" top: "one" inner_product_param { num_output: 4 weight_filler { type: "xavier" } } param { name: "w" } }
layer { name: "two" type: "InnerProduct" bottom: "b" top: "two" inner_product_param { num_output: 4 weight_filler { type: "xavier" } } param { name: "w" share_mode: PERMISSIVE } }
`,
    marks: [],
  },
  {
    shows: 'the default mode in the owner',
    net: `layer { name: "in" type: "Input" top: "a" top: "b" input_param { shape { dim: 8 dim: 4 } } }
layer { name: "one" type: "InnerProduct" bottom: "a" top: "one" inner_product_param { num_output: 4 weight_filler { type: "xavier" } } param { name: "w" share_mode: STRICT } }
layer { name: "two" type: "InnerProduct" bottom: "b" top: "two" inner_product_param { num_output: 4 weight_filler { type: "xavier" } } param { name: "w" } }
`,
    marks: [],
  },
]);
