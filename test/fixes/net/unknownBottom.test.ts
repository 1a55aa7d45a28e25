import { checkFixes } from '../../support/fixTable.ts';

const input = `layer { name: "x" type: "Input" top: "x" input_param { shape { dim: 2 dim: 4 dim: 8 dim: 8 } } }
`;

checkFixes([
  {
    shows: 'a layer above with the name of the blob',
    bad: `${input}layer { name: "y" type: "ReLU" bottom: "x" top: "yy" }
layer { name: "z" type: "ReLU" bottom: ⟦"y"⟧ top: "z" }
`,
    code: 'net/unknown-bottom',
    title: 'Rename the top of `y` to `y`',
    fixed: `${input}layer { name: "y" type: "ReLU" bottom: "x" top: "y" }
layer { name: "z" type: "ReLU" bottom: "y" top: "z" }
`,
  },
  {
    shows: 'a layer above without a top',
    bad: `${input}layer { name: "y" type: "Convolution" bottom: "x" convolution_param { num_output: 4 kernel_size: 3 weight_filler { type: "xavier" } } }
layer { name: "z" type: "ReLU" bottom: ⟦"y"⟧ top: "z" }
`,
    code: 'net/unknown-bottom',
    title: 'Add the top `y` to `y`',
    fixed: `${input}layer { name: "y" type: "Convolution" bottom: "x" top: "y" convolution_param { num_output: 4 kernel_size: 3 weight_filler { type: "xavier" } } }
layer { name: "z" type: "ReLU" bottom: "y" top: "z" }
`,
  },
  {
    shows: 'a different, unread blob',
    bad: `${input}layer { name: "first" type: "ReLU" bottom: "x" top: "y" }
layer { name: "z" type: "ReLU" bottom: ⟦"other_blob"⟧ top: "z" }
`,
    code: 'net/unknown-bottom',
    title: 'Replace the bottom with `y`',
    fixed: `${input}layer { name: "first" type: "ReLU" bottom: "x" top: "y" }
layer { name: "z" type: "ReLU" bottom: "y" top: "z" }
`,
  },
  {
    shows: 'a layer above its producer',
    bad: `${input}layer { name: "z" type: "ReLU" bottom: ⟦"y"⟧ top: "z" }
layer { name: "y" type: "ReLU" bottom: "x" top: "y" }
`,
    code: 'net/unknown-bottom',
    title: 'Move `z` below `y`',
    fixed: `${input}layer { name: "y" type: "ReLU" bottom: "x" top: "y" }
layer { name: "z" type: "ReLU" bottom: "y" top: "z" }
`,
  },
  {
    shows: 'two layers on one line with a comment',
    bad: `${input}layer { name: "z" type: "ReLU" bottom: ⟦"y"⟧ top: "z" } layer { name: "y" type: "ReLU" bottom: "x" top: "y" } # last
`,
    code: 'net/unknown-bottom',
    title: 'Move `z` below `y`',
    fixed: `${input} layer { name: "y" type: "ReLU" bottom: "x" top: "y" } # last
layer { name: "z" type: "ReLU" bottom: "y" top: "z" }
`,
  },
  {
    shows: 'data in only one phase',
    bad: `layer { name: "e" type: "DummyData" top: "e" dummy_data_param { shape { dim: 2 } } }
layer { name: "d" type: "DummyData" top: "data" include { phase: TRAIN } dummy_data_param { shape { dim: 2 } } }
layer { name: "y" type: "ReLU" bottom: ⟦"data"⟧ top: "y" }
layer { name: "z" type: "TanH" bottom: "y" top: "z" }
layer { name: "s" type: "Silence" bottom: "z" bottom: "e" }
`,
    code: 'net/unknown-bottom',
    title: 'Include `d` in both phases',
    fixed: `layer { name: "e" type: "DummyData" top: "e" dummy_data_param { shape { dim: 2 } } }
layer { name: "d" type: "DummyData" top: "data" dummy_data_param { shape { dim: 2 } } }
layer { name: "y" type: "ReLU" bottom: "data" top: "y" }
layer { name: "z" type: "TanH" bottom: "y" top: "z" }
layer { name: "s" type: "Silence" bottom: "z" bottom: "e" }
`,
  },
  {
    shows: 'a net without inputs',
    bad: `# a layer
layer { name: "p" type: "Pooling" bottom: ⟦"data"⟧ top: "p" pooling_param { kernel_size: 2 stride: 2 } }
layer { name: "s" type: "Silence" bottom: "p" }
`,
    code: 'net/unknown-bottom',
    title: 'Insert an Input layer for `data`',
    fixed: `layer {
  name: "data"
  type: "Input"
  top: "data"
  input_param {
    shape {
      dim: 1
      dim: 3
      dim: 224
      dim: 224
    }
  }
}
# a layer
layer { name: "p" type: "Pooling" bottom: "data" top: "p" pooling_param { kernel_size: 2 stride: 2 } }
layer { name: "s" type: "Silence" bottom: "p" }
`,
  },
  {
    shows: 'a net of old layers without inputs',
    bad: `layers { name: "s" type: SILENCE bottom: ⟦"data"⟧ }\n`,
    code: 'net/unknown-bottom',
    title: 'Insert the net-level input `data`',
    fixed: `input: "data"
input_shape {
  dim: 1
  dim: 3
  dim: 224
  dim: 224
}
layers { name: "s" type: SILENCE bottom: "data" }
`,
    left: ['deprecated-layers'],
  },
  {
    shows: 'a net of V0 layers without inputs, beside which Caffe ignores `input_shape`',
    bad: `layers { layer { name: "s" type: "relu" } bottom: ⟦"data"⟧ top: "s" }\n`,
    code: 'upgrade/v0-unknown-blob',
    title: 'Insert the net-level input `data`',
    fixed: `input: "data"
input_dim: 1
input_dim: 3
input_dim: 224
input_dim: 224
layers { layer { name: "s" type: "relu" } bottom: "data" top: "s" }
`,
    left: ['deprecated-layers', 'deprecated-input'],
  },
  {
    shows: 'a misspelled bottom of a V0 layer',
    bad: `input: "d" input_dim: 1 input_dim: 4 input_dim: 8 input_dim: 8
layers { layer { name: "fc8" type: "innerproduct" num_output: 4 weight_filler { type: "xavier" } } bottom: "d" top: "fc8" }
layers { layer { name: "p" type: "softmax" } bottom: ⟦"f8c"⟧ top: "p" }
`,
    code: 'upgrade/v0-unknown-blob',
    fixed: `input: "d" input_dim: 1 input_dim: 4 input_dim: 8 input_dim: 8
layers { layer { name: "fc8" type: "innerproduct" num_output: 4 weight_filler { type: "xavier" } } bottom: "d" top: "fc8" }
layers { layer { name: "p" type: "softmax" } bottom: "fc8" top: "p" }
`,
    left: ['deprecated-layers', 'deprecated-input'],
  },
  {
    shows: 'labels in only one of two data layers',
    bad: `layer { name: "d" type: "DummyData" top: "data" include { phase: TRAIN } dummy_data_param { shape { dim: 2 } } }
layer { name: "d" type: "DummyData" top: "data" top: "label" include { phase: TEST } dummy_data_param { shape { dim: 2 } } }
layer { name: "s" type: "Silence" bottom: "data" bottom: ⟦"label"⟧ }
`,
    code: 'net/unknown-bottom',
    title: 'Add the top `label` to `d`',
    notOffered: ['Include `d` in both phases'],
    fixed: `layer { name: "d" type: "DummyData" top: "data" top: "label" include { phase: TRAIN } dummy_data_param { shape { dim: 2 } } }
layer { name: "d" type: "DummyData" top: "data" top: "label" include { phase: TEST } dummy_data_param { shape { dim: 2 } } }
layer { name: "s" type: "Silence" bottom: "data" bottom: "label" }
`,
  },
  {
    shows: 'a missing top of a layer with labels',
    bad: `layer { name: "d" type: "DummyData" top: "label" dummy_data_param { shape { dim: 2 } } }
layer { name: "y" type: "Eltwise" bottom: ⟦"data"⟧ bottom: "label" top: "y" }
layer { name: "s" type: "Silence" bottom: "y" }
`,
    code: 'net/unknown-bottom',
    title: 'Add the top `data` to `d` before `label`',
    fixed: `layer { name: "d" type: "DummyData" top: "data" top: "label" dummy_data_param { shape { dim: 2 } } }
layer { name: "y" type: "Eltwise" bottom: "data" bottom: "label" top: "y" }
layer { name: "s" type: "Silence" bottom: "y" }
`,
  },
  {
    shows: 'a misspelled blob of an in-place layer',
    bad: `${input}layer { name: "y1" type: "Power" bottom: "x" top: "y1" }
layer { name: "y2" type: "Power" bottom: "y1" top: "y2" }
layer { name: "r" type: "ReLU" bottom: ⟦"y3"⟧ top: "y2" }
`,
    code: 'net/unknown-bottom',
    title: 'Replace with `"y2"`',
    fixed: `${input}layer { name: "y1" type: "Power" bottom: "x" top: "y1" }
layer { name: "y2" type: "Power" bottom: "y1" top: "y2" }
layer { name: "r" type: "ReLU" bottom: "y2" top: "y2" }
`,
    left: ['identity-layer'],
  },
  {
    shows: 'several blobs in one string',
    bad: `${input}layer { name: "y" type: "Power" bottom: "x" top: "y" power_param { shift: 1 } }
layer { name: "z" type: "Eltwise" bottom: ⟦"x, y"⟧ top: "z" }
`,
    code: 'net/unknown-bottom',
    title: 'Use separate bottoms `x` and `y`',
    fixed: `${input}layer { name: "y" type: "Power" bottom: "x" top: "y" power_param { shift: 1 } }
layer { name: "z" type: "Eltwise" bottom: "x" bottom: "y" top: "z" }
`,
  },
]);
