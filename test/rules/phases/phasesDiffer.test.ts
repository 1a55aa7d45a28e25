import { checkFixes } from '../../support/fixTable.ts';
import { checkRule } from '../../support/ruleTable.ts';

checkRule('phases-differ', [
  {
    shows: 'different image sizes before an InnerProduct',
    net: `layer { name: "x" type: "Input" top: "x" include { phase: TRAIN } input_param { shape { dim: 2 dim: 3 dim: 8 dim: 8 } } }
layer { name: "x" type: "Input" top: "x" include { phase: TEST } input_param { shape { dim: 2 dim: 3 dim: 9 dim: 9 } } }
layer { name: "ip" type: "InnerProduct" bottom: "x" top: "ip" inner_product_param { num_output: 4 weight_filler { type: "xavier" } } }
`,
    marks: ['"InnerProduct"'],
    messages:
      'The weight of `ip` is 4×192 in the TRAIN phase but 4×243 in the TEST phase. A solver that trains and tests this net stops when it shares the weights.',
  },
  {
    shows: 'different image sizes before a convolution',
    net: `layer { name: "x" type: "Input" top: "x" include { phase: TRAIN } input_param { shape { dim: 2 dim: 3 dim: 8 dim: 8 } } }
layer { name: "x" type: "Input" top: "x" include { phase: TEST } input_param { shape { dim: 2 dim: 3 dim: 9 dim: 9 } } }
layer { name: "c" type: "Convolution" bottom: "x" top: "c" convolution_param { num_output: 2 kernel_size: 3 } }
`,
    marks: [],
  },
  {
    shows: 'equal image sizes',
    net: `layer { name: "x" type: "Input" top: "x" include { phase: TRAIN } input_param { shape { dim: 2 dim: 3 dim: 8 dim: 8 } } }
layer { name: "x" type: "Input" top: "x" include { phase: TEST } input_param { shape { dim: 2 dim: 3 dim: 8 dim: 8 } } }
layer { name: "ip" type: "InnerProduct" bottom: "x" top: "ip" inner_product_param { num_output: 4 weight_filler { type: "xavier" } } }
`,
    marks: [],
  },
  {
    shows: 'a bias in only one phase',
    net: `layer { name: "x" type: "Input" top: "x" include { phase: TRAIN } input_param { shape { dim: 2 dim: 3 dim: 8 dim: 8 } } }
layer { name: "x" type: "Input" top: "x" include { phase: TEST } input_param { shape { dim: 2 dim: 3 dim: 8 dim: 8 } } }
layer { name: "ip" type: "InnerProduct" bottom: "x" top: "ip" inner_product_param { num_output: 4 weight_filler { type: "xavier" } } include { phase: TRAIN } }
layer { name: "ip" type: "InnerProduct" bottom: "x" top: "ip" inner_product_param { num_output: 4 bias_term: false weight_filler { type: "xavier" } } include { phase: TEST } }
`,
    marks: ['"InnerProduct"'],
    messages:
      '`ip` has 2 parameter blobs in the TRAIN phase but 1 in the TEST phase. A solver that trains and tests this net stops when it shares the weights.',
  },
  {
    shows: 'a name that a different layer has in the TEST phase',
    net: `layer { name: "x" type: "Input" top: "x" include { phase: TRAIN } input_param { shape { dim: 2 dim: 3 dim: 8 dim: 8 } } }
layer { name: "x" type: "Input" top: "x" include { phase: TEST } input_param { shape { dim: 2 dim: 3 dim: 8 dim: 8 } } }
layer { name: "ip" type: "InnerProduct" bottom: "x" top: "ip" inner_product_param { num_output: 4 weight_filler { type: "xavier" } } include { phase: TRAIN } }
layer { name: "ip" type: "ReLU" bottom: "x" top: "ip" include { phase: TEST } }
`,
    marks: ['"InnerProduct"'],
    messages:
      '`ip` has 2 parameter blobs in the TRAIN phase but 0 in the TEST phase. A solver that trains and tests this net stops when it shares the weights.',
  },
  {
    shows: 'a name of two layers without weights',
    net: `layer { name: "x" type: "Input" top: "x" include { phase: TRAIN } input_param { shape { dim: 2 dim: 3 dim: 8 dim: 8 } } }
layer { name: "x" type: "Input" top: "x" include { phase: TEST } input_param { shape { dim: 2 dim: 3 dim: 9 dim: 9 } } }
layer { name: "y" type: "ReLU" bottom: "x" top: "y" include { phase: TRAIN } }
layer { name: "y" type: "Sigmoid" bottom: "x" top: "y" include { phase: TEST } }
`,
    marks: [],
  },
  {
    shows: 'a net for one phase only',
    net: `layer { name: "x" type: "Input" top: "x" include { phase: TRAIN } input_param { shape { dim: 2 dim: 3 dim: 8 dim: 8 } } }
layer { name: "ip" type: "InnerProduct" bottom: "x" top: "ip" inner_product_param { num_output: 4 weight_filler { type: "xavier" } } include { phase: TRAIN } }
`,
    marks: [],
  },
]);

checkFixes([
  {
    shows: 'the fix sets the missing `crop_size`',
    bad: `layer {
  name: "x" type: "ImageData" top: "x" top: "label" include { phase: TRAIN }
  image_data_param { source: "list.txt" batch_size: 2 new_height: 32 new_width: 32 }
  transform_param { mirror: true crop_size: 28 }
}
layer {
  name: "x" type: "ImageData" top: "x" top: "label" include { phase: TEST }
  image_data_param { source: "list.txt" batch_size: 2 new_height: 32 new_width: 32 }
}
layer { name: "ip" type: ⟦"InnerProduct"⟧ bottom: "x" top: "ip" inner_product_param { num_output: 4 weight_filler { type: "xavier" } } }
`,
    code: 'phases-differ',
    fixed: `layer {
  name: "x" type: "ImageData" top: "x" top: "label" include { phase: TRAIN }
  image_data_param { source: "list.txt" batch_size: 2 new_height: 32 new_width: 32 }
  transform_param { mirror: true crop_size: 28 }
}
layer {
  name: "x" type: "ImageData" top: "x" top: "label" include { phase: TEST }
  image_data_param { source: "list.txt" batch_size: 2 new_height: 32 new_width: 32 }
  transform_param {
    crop_size: 28
  }
}
layer { name: "ip" type: "InnerProduct" bottom: "x" top: "ip" inner_product_param { num_output: 4 weight_filler { type: "xavier" } } }
`,
  },
  {
    shows: 'the fix sets the image size of the TRAIN phase',
    bad: `layer {
  name: "x" type: "ImageData" top: "x" top: "label" include { phase: TRAIN }
  image_data_param { source: "list.txt" batch_size: 2 new_height: 32 new_width: 32 }
}
layer {
  name: "x" type: "ImageData" top: "x" top: "label" include { phase: TEST }
  image_data_param { source: "list.txt" batch_size: 2 new_height: 28 new_width: 28 }
}
layer { name: "ip" type: ⟦"InnerProduct"⟧ bottom: "x" top: "ip" inner_product_param { num_output: 4 weight_filler { type: "xavier" } } }
`,
    code: 'phases-differ',
    fixed: `layer {
  name: "x" type: "ImageData" top: "x" top: "label" include { phase: TRAIN }
  image_data_param { source: "list.txt" batch_size: 2 new_height: 32 new_width: 32 }
}
layer {
  name: "x" type: "ImageData" top: "x" top: "label" include { phase: TEST }
  image_data_param { source: "list.txt" batch_size: 2 new_height: 32 new_width: 32 }
}
layer { name: "ip" type: "InnerProduct" bottom: "x" top: "ip" inner_product_param { num_output: 4 weight_filler { type: "xavier" } } }
`,
  },
  {
    shows: 'the fix sets `bias_term` in the TEST phase',
    bad: `layer { name: "x" type: "Input" top: "x" include { phase: TRAIN } input_param { shape { dim: 2 dim: 3 dim: 8 dim: 8 } } }
layer { name: "x" type: "Input" top: "x" include { phase: TEST } input_param { shape { dim: 2 dim: 3 dim: 8 dim: 8 } } }
layer { name: "ip" type: ⟦"InnerProduct"⟧ bottom: "x" top: "ip" inner_product_param { num_output: 4 weight_filler { type: "xavier" } } include { phase: TRAIN } }
layer { name: "ip" type: "InnerProduct" bottom: "x" top: "ip" inner_product_param { num_output: 4 bias_term: false weight_filler { type: "xavier" } } include { phase: TEST } }
`,
    code: 'phases-differ',
    fixed: `layer { name: "x" type: "Input" top: "x" include { phase: TRAIN } input_param { shape { dim: 2 dim: 3 dim: 8 dim: 8 } } }
layer { name: "x" type: "Input" top: "x" include { phase: TEST } input_param { shape { dim: 2 dim: 3 dim: 8 dim: 8 } } }
layer { name: "ip" type: "InnerProduct" bottom: "x" top: "ip" inner_product_param { num_output: 4 weight_filler { type: "xavier" } } include { phase: TRAIN } }
layer { name: "ip" type: "InnerProduct" bottom: "x" top: "ip" inner_product_param { num_output: 4 bias_term: true weight_filler { type: "xavier" } } include { phase: TEST } }
`,
  },
]);
