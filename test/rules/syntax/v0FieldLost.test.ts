import { checkRule } from '../../support/ruleTable.ts';

checkRule('v0-field-lost', [
  {
    shows: 'an `include` rule beside the inner layer',
    net: `input: "x" input_dim: 1 input_dim: 3 input_dim: 8 input_dim: 8
layers { layer { name: "relu" type: "relu" } bottom: "x" top: "y" include { phase: TEST } }
`,
    marks: ['include'],
    messages:
      'Caffe drops `include` here: the net has V0 layers, the syntax of 2013, which has no such field.',
  },
  {
    shows: 'a layer in current syntax',
    net: `input: "x" input_dim: 1 input_dim: 3 input_dim: 8 input_dim: 8
layers { layer { name: "relu" type: "relu" } bottom: "x" top: "y" }
layer { name: "z" type: "ReLU" bottom: "x" top: "z" }
`,
    marks: ['layer'],
    messages: 'Caffe drops `layer` here: the net has V0 layers, the syntax of 2013, which has no such field.',
  },
  {
    shows: 'an entry without an inner layer',
    net: `input: "x" input_dim: 1 input_dim: 3 input_dim: 8 input_dim: 8
layers { layer { name: "relu" type: "relu" } bottom: "x" top: "y" }
layers { name: "z" type: RELU bottom: "y" top: "z" }
`,
    marks: ['name', 'type'],
    messages: [
      'Caffe drops `name` here: the net has V0 layers, the syntax of 2013, which has no such field.',
      'Caffe drops `type` here: the net has V0 layers, the syntax of 2013, which has no such field.',
    ],
  },
  {
    shows: 'an `input_shape`',
    net: `input: "x" input_shape { dim: 1 dim: 3 }
layers { layer { name: "relu" type: "relu" } bottom: "x" top: "y" }
`,
    marks: ['input_shape'],
    messages:
      'Caffe drops `input_shape` here: the net has V0 layers, the syntax of 2013, which has no such field.',
  },
  {
    shows: 'a net with V0 syntax only',
    net: `name: "n"
force_backward: true
input: "x" input_dim: 1 input_dim: 3 input_dim: 8 input_dim: 8
layers { layer { name: "relu" type: "relu" } bottom: "x" top: "y" }
`,
    marks: [],
  },
  {
    shows: 'a net with V1 syntax only',
    net: `input: "x" input_dim: 1 input_dim: 3 input_dim: 8 input_dim: 8
layers { name: "z" type: RELU bottom: "x" top: "z" include { phase: TEST } }
`,
    marks: [],
  },
]);
