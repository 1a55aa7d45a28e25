import { checkFixes } from '../../support/fixTable.ts';

const input = `layer { name: "x" type: "Input" top: "x" input_param { shape { dim: 1 dim: 3 dim: 8 dim: 8 } } }\n`;
const old = `layers { name: "x" type: DUMMY_DATA top: "x" dummy_data_param { shape { dim: 1 dim: 3 } } }\n`;

checkFixes([
  {
    shows: 'both syntaxes in a file',
    bad: `${input}⟦layers⟧ {
  name: "y" type: RELU bottom: "x" top: "y" # comment
}
layers { name: "z" type: TANH bottom: "y" top: "z" }
`,
    code: 'upgrade/mixed-layer-layers',
    fixed: `${input}layer {
  name: "y" type: "ReLU" bottom: "x" top: "y" # comment
}
layer { name: "z" type: "TanH" bottom: "y" top: "z" }
`,
  },
  {
    shows: 'a current type in old layers',
    bad: `${old}layers { name: "y" type: ⟦"ReLU"⟧ bottom: "x" top: "y" }\n`,
    code: 'text/enum-token',
    title: 'Convert all layers to `layer { … }`',
    fixed: `layer { name: "x" type: "DummyData" top: "x" dummy_data_param { shape { dim: 1 dim: 3 } } }
layer { name: "y" type: "ReLU" bottom: "x" top: "y" }
`,
  },
  {
    shows: 'a current layer spelled `layers`',
    bad: `${input}layers {
  name: "y" type: ⟦"InnerProduct"⟧ bottom: "x" top: "y"
  param { lr_mult: 1 }
  inner_product_param { num_output: 2 weight_filler { type: "xavier" } }
}
`,
    code: 'text/enum-token',
    title: 'Convert the layer to `layer { … }`',
    fixed: `${input}layer {
  name: "y" type: "InnerProduct" bottom: "x" top: "y"
  param { lr_mult: 1 }
  inner_product_param { num_output: 2 weight_filler { type: "xavier" } }
}
`,
  },
  {
    shows:
      'a current type in one of several old layers with net-level inputs: all, since Caffe rejects a mixture',
    bad: `input: "x" input_shape { dim: 1 }
layers { name: "y" type: ⟦"TanH"⟧ bottom: "x" top: "y" }
layers { name: "z" type: TANH bottom: "y" top: "z" }
`,
    code: 'text/enum-token',
    title: 'Convert all layers to `layer { … }`',
    notOffered: ['Convert the layer to `layer { … }`'],
    fixed: `layer { name: "x" type: "Input" top: "x" input_param { shape { dim: 1 } } }
layer { name: "y" type: "TanH" bottom: "x" top: "y" }
layer { name: "z" type: "TanH" bottom: "y" top: "z" }
`,
  },
  {
    shows: 'a current `param` in old layers',
    bad: `layers { name: "y" type: "InnerProduct" top: "y" ⟦param⟧ { lr_mult: 1 } }\n`,
    code: 'text/expected-colon',
    title: 'Convert the layer to `layer { … }`',
    fixed: `layer { name: "y" type: "InnerProduct" top: "y" param { lr_mult: 1 } }\n`,
    left: ['net/exact-bottoms', 'ip/num-output'],
  },
  {
    shows: 'an old type and old rates in a current layer',
    bad: `${input}layer {
  name: "y" type: ⟦INNER_PRODUCT⟧ bottom: "x" top: "y"
  blobs_lr: 1
  weight_decay: 0
  inner_product_param { num_output: 2 weight_filler { type: "xavier" } }
}
`,
    code: 'text/expected-string',
    title: 'Convert the layer to the current syntax',
    fixed: `${input}layer {
  name: "y" type: "InnerProduct" bottom: "x" top: "y"
  param { lr_mult: 1 decay_mult: 0 }
  inner_product_param { num_output: 2 weight_filler { type: "xavier" } }
}
`,
  },
]);
