import { checkFixes } from '../../support/fixTable.ts';
import { checkRule } from '../../support/ruleTable.ts';

checkRule('duplicate-layer-name', [
  {
    shows: 'two layers without a name',
    net: `layer { name: "in" type: "Input" top: "a" top: "b" input_param { shape { dim: 8 dim: 4 } } }
layer { type: "InnerProduct" bottom: "a" top: "c" inner_product_param { num_output: 4 weight_filler { type: "xavier" } } }
layer { type: "InnerProduct" bottom: "b" top: "d" inner_product_param { num_output: 4 weight_filler { type: "xavier" } } }
`,
    marks: ['"InnerProduct"'],
    messages:
      'Another layer also has no name. Caffe matches trained weights by layer name, so this layer keeps its initial weights.',
  },
  {
    shows: 'two layers with weights',
    net: `layer { name: "in" type: "Input" top: "a" top: "b" input_param { shape { dim: 8 dim: 4 } } }
layer { name: "ip" type: "InnerProduct" bottom: "a" top: "c" inner_product_param { num_output: 4 weight_filler { type: "xavier" } } }
layer { name: "ip" type: "InnerProduct" bottom: "b" top: "d" inner_product_param { num_output: 4 weight_filler { type: "xavier" } } }
`,
    marks: ['"ip"'],
    messages:
      'Another layer is also named `ip`. Caffe matches trained weights by layer name, so this layer keeps its initial weights.',
  },
  {
    shows: 'two layers without weights',
    net: `layer { name: "in" type: "Input" top: "a" top: "b" input_param { shape { dim: 8 dim: 4 } } }
layer { name: "r" type: "ReLU" bottom: "a" top: "a" }
layer { name: "r" type: "ReLU" bottom: "b" top: "b" }
`,
    marks: [],
  },
  {
    shows: 'only the first layer has weights',
    net: `layer { name: "in" type: "Input" top: "a" top: "b" input_param { shape { dim: 8 dim: 4 } } }
layer { name: "y" type: "InnerProduct" bottom: "a" top: "y" inner_product_param { num_output: 4 weight_filler { type: "xavier" } } }
layer { name: "y" type: "ReLU" bottom: "y" top: "y" }
`,
    marks: ['"y"'],
    messages:
      'Another layer is also named `y`. The first has 2 parameter blobs but this one 0: Caffe matches weights by layer name, so it stops when it loads a trained model or tests while it trains.',
  },
  {
    shows: 'only the second layer has weights',
    net: `layer { name: "in" type: "Input" top: "a" top: "b" input_param { shape { dim: 8 dim: 4 } } }
layer { name: "y" type: "ReLU" bottom: "a" top: "a" }
layer { name: "y" type: "InnerProduct" bottom: "a" top: "y" inner_product_param { num_output: 4 weight_filler { type: "xavier" } } }
`,
    marks: ['"y"'],
    messages:
      'Another layer is also named `y`. The first has 0 parameter blobs but this one 2: Caffe matches weights by layer name, so it stops when it loads a trained model or tests while it trains.',
  },
  {
    shows: 'weights of different shapes',
    net: `layer { name: "in" type: "Input" top: "a" top: "b" input_param { shape { dim: 8 dim: 4 } } }
layer { name: "ip" type: "InnerProduct" bottom: "a" top: "c" inner_product_param { num_output: 4 weight_filler { type: "xavier" } } }
layer { name: "ip" type: "InnerProduct" bottom: "c" top: "d" inner_product_param { num_output: 5 weight_filler { type: "xavier" } } }
`,
    marks: ['"ip"'],
    messages:
      'Another layer is also named `ip`. The weight of the first is 4×4 but that of this one 5×4: Caffe matches weights by layer name, so it stops when it loads a trained model or tests while it trains.',
  },
  {
    shows: 'an unknown layer',
    net: `layer { name: "in" type: "Input" top: "a" top: "b" input_param { shape { dim: 8 dim: 4 } } }
layer { name: "y" type: "InnerProduct" bottom: "a" top: "y" inner_product_param { num_output: 4 weight_filler { type: "xavier" } } }
layer { name: "y" type: "Mystery" bottom: "y" top: "z" }
`,
    marks: [],
  },
  {
    shows: 'one layer for each phase',
    net: `layer { name: "in" type: "Input" top: "a" top: "b" input_param { shape { dim: 8 dim: 4 } } }
layer { name: "ip" type: "InnerProduct" bottom: "a" top: "ip" inner_product_param { num_output: 4 weight_filler { type: "xavier" } } include { phase: TRAIN } }
layer { name: "ip" type: "InnerProduct" bottom: "b" top: "ip" inner_product_param { num_output: 4 weight_filler { type: "xavier" } } include { phase: TEST } }
`,
    marks: [],
  },
]);

checkFixes([
  {
    shows: 'the fix uses an unused name',
    bad: `layer { name: "in" type: "Input" top: "a" top: "b" input_param { shape { dim: 8 dim: 4 } } }
layer { name: "ip" type: "InnerProduct" bottom: "a" top: "c" inner_product_param { num_output: 4 weight_filler { type: "xavier" } } }
layer { name: "ip_2" type: "InnerProduct" bottom: "a" top: "e" inner_product_param { num_output: 4 weight_filler { type: "xavier" } } }
layer { name: ⟦"ip"⟧ type: "InnerProduct" bottom: "b" top: "d" inner_product_param { num_output: 4 weight_filler { type: "xavier" } } }
`,
    code: 'duplicate-layer-name',
    fixed: `layer { name: "in" type: "Input" top: "a" top: "b" input_param { shape { dim: 8 dim: 4 } } }
layer { name: "ip" type: "InnerProduct" bottom: "a" top: "c" inner_product_param { num_output: 4 weight_filler { type: "xavier" } } }
layer { name: "ip_2" type: "InnerProduct" bottom: "a" top: "e" inner_product_param { num_output: 4 weight_filler { type: "xavier" } } }
layer { name: "ip_3" type: "InnerProduct" bottom: "b" top: "d" inner_product_param { num_output: 4 weight_filler { type: "xavier" } } }
`,
  },
]);
