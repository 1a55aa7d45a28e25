import { checkFixes } from '../../support/fixTable.ts';
import { checkRule } from '../../support/ruleTable.ts';

checkRule('unused-top', [
  {
    shows: 'a branch without consumers',
    net: `layer { name: "in" type: "Input" top: "a" top: "b" input_param { shape { dim: 8 dim: 4 } } }
layer { name: "ip" type: "InnerProduct" bottom: "a" top: "ip" inner_product_param { num_output: 4 weight_filler { type: "xavier" } } }
layer { name: "l" type: "EuclideanLoss" bottom: "ip" bottom: "b" top: "l" }
layer { name: "r" type: "ReLU" bottom: "a" top: "r" }
`,
    marks: ['"r"'],
    messages: 'No layer reads `r` in training; Caffe prints it as an output of the net. (TRAIN phase only)',
  },
  {
    shows: 'a net without a loss',
    net: `layer { name: "in" type: "Input" top: "a" top: "b" input_param { shape { dim: 8 dim: 4 } } }
layer { name: "ip" type: "InnerProduct" bottom: "a" top: "ip" inner_product_param { num_output: 4 weight_filler { type: "xavier" } } }
layer { name: "r" type: "ReLU" bottom: "a" top: "r" }
`,
    marks: [],
  },
  {
    shows: 'a Softmax',
    net: `layer { name: "in" type: "Input" top: "a" top: "b" input_param { shape { dim: 8 dim: 4 } } }
layer { name: "ip" type: "InnerProduct" bottom: "a" top: "ip" inner_product_param { num_output: 4 weight_filler { type: "xavier" } } }
layer { name: "l" type: "EuclideanLoss" bottom: "ip" bottom: "b" top: "l" }
layer { name: "p" type: "Softmax" bottom: "ip" top: "p" }
`,
    marks: [],
  },
  {
    shows: 'an Accuracy layer',
    net: `layer { name: "in" type: "Input" top: "x" top: "label" input_param { shape { dim: 8 dim: 4 } shape { dim: 8 } } }
layer { name: "ip" type: "InnerProduct" bottom: "x" top: "ip" inner_product_param { num_output: 4 weight_filler { type: "xavier" } } }
layer { name: "l" type: "SoftmaxWithLoss" bottom: "ip" bottom: "label" top: "l" }
layer { name: "acc" type: "Accuracy" bottom: "ip" bottom: "label" top: "acc" }
`,
    marks: [],
  },
  {
    shows: 'one of two tops',
    net: `layer { name: "in" type: "Input" top: "a" top: "b" input_param { shape { dim: 8 dim: 4 } } }
layer { name: "ip" type: "InnerProduct" bottom: "a" top: "ip" inner_product_param { num_output: 4 weight_filler { type: "xavier" } } }
layer { name: "l" type: "EuclideanLoss" bottom: "ip" bottom: "b" top: "l" }
layer { name: "s" type: "Slice" bottom: "a" top: "c" top: "d" }
layer { name: "sil" type: "Silence" bottom: "c" }
`,
    marks: [],
  },
  {
    shows: 'a layer of the TEST phase',
    net: `layer { name: "in" type: "Input" top: "a" top: "b" input_param { shape { dim: 8 dim: 4 } } }
layer { name: "ip" type: "InnerProduct" bottom: "a" top: "ip" inner_product_param { num_output: 4 weight_filler { type: "xavier" } } }
layer { name: "l" type: "EuclideanLoss" bottom: "ip" bottom: "b" top: "l" }
layer { name: "r" type: "ReLU" bottom: "a" top: "r" include { phase: TEST } }
`,
    marks: [],
  },
  {
    shows: 'a data top without consumers',
    net: `layer { name: "d" type: "DummyData" top: "a" top: "b" top: "c" dummy_data_param { shape { dim: 8 dim: 4 } } }
layer { name: "ip" type: "InnerProduct" bottom: "a" top: "ip" inner_product_param { num_output: 4 weight_filler { type: "xavier" } } }
layer { name: "l" type: "EuclideanLoss" bottom: "ip" bottom: "b" top: "l" }
`,
    marks: ['"c"'],
    messages: 'No layer reads `c` in training; Caffe prints it as an output of the net. (TRAIN phase only)',
  },
  {
    shows: 'the required label top of an ImageData layer',
    net: `# shape: a 8x4
layer { name: "d" type: "ImageData" top: "a" top: "c" image_data_param { source: "l.txt" batch_size: 8 } }
layer { name: "in" type: "Input" top: "b" input_param { shape { dim: 8 dim: 4 } } }
layer { name: "ip" type: "InnerProduct" bottom: "a" top: "ip" inner_product_param { num_output: 4 weight_filler { type: "xavier" } } }
layer { name: "l" type: "EuclideanLoss" bottom: "ip" bottom: "b" top: "l" }
`,
    marks: [],
  },
  {
    shows: 'an unknown layer',
    net: `layer { name: "in" type: "Input" top: "a" top: "b" input_param { shape { dim: 8 dim: 4 } } }
layer { name: "ip" type: "InnerProduct" bottom: "a" top: "ip" inner_product_param { num_output: 4 weight_filler { type: "xavier" } } }
layer { name: "l" type: "EuclideanLoss" bottom: "ip" bottom: "b" top: "l" }
layer { name: "m" type: "Mystery" bottom: "a" top: "m" }
`,
    marks: [],
  },
  {
    shows: 'a top with a Silence layer',
    net: `layer { name: "in" type: "Input" top: "a" top: "b" input_param { shape { dim: 8 dim: 4 } } }
layer { name: "ip" type: "InnerProduct" bottom: "a" top: "ip" inner_product_param { num_output: 4 weight_filler { type: "xavier" } } }
layer { name: "l" type: "EuclideanLoss" bottom: "ip" bottom: "b" top: "l" }
layer { name: "r" type: "ReLU" bottom: "a" top: "r" }
layer { name: "sil" type: "Silence" bottom: "r" }
`,
    marks: [],
  },
]);

checkFixes([
  {
    shows: 'the fix adds a Silence layer if the TEST phase reads the top',
    bad: `layer { name: "in" type: "Input" top: "a" top: "b" input_param { shape { dim: 8 dim: 4 } } }
layer { name: "ip" type: "InnerProduct" bottom: "a" top: "ip" inner_product_param { num_output: 4 weight_filler { type: "xavier" } } }
layer { name: "l" type: "EuclideanLoss" bottom: "ip" bottom: "b" top: "l" }
layer { name: "r" type: "ReLU" bottom: "a" top: ⟦"r"⟧ }
layer { name: "s" type: "Sigmoid" bottom: "r" top: "s" include { phase: TEST } }
`,
    code: 'unused-top',
    fixed: `layer { name: "in" type: "Input" top: "a" top: "b" input_param { shape { dim: 8 dim: 4 } } }
layer { name: "ip" type: "InnerProduct" bottom: "a" top: "ip" inner_product_param { num_output: 4 weight_filler { type: "xavier" } } }
layer { name: "l" type: "EuclideanLoss" bottom: "ip" bottom: "b" top: "l" }
layer { name: "r" type: "ReLU" bottom: "a" top: "r" }
layer {
  name: "silence_r"
  type: "Silence"
  bottom: "r"
  include {
    phase: TRAIN
  }
}
layer { name: "s" type: "Sigmoid" bottom: "r" top: "s" include { phase: TEST } }
`,
  },
]);
