import { checkFixes } from '../../support/fixTable.ts';

const conv = `layer { name: "y" type: "Convolution" bottom: "x" top: "y" convolution_param { num_output: 4 kernel_size: 3 weight_filler { type: "xavier" } } }
`;
const pool = `layer { name: "z" type: "Pooling" bottom: "y" top: "z" pooling_param { kernel_size: 2 } }
`;
const markedPool = pool.replace('"y"', '⟦"y"⟧');

checkFixes([
  {
    shows: 'an image without a batch',
    bad: `layer {
  name: "x"
  type: "Input"
  top: "x"
  input_param {
    shape {
      dim: 3 # colors
      dim: 8
      dim: 8
    }
  }
}
${conv}${markedPool}`,
    code: 'pool/four-axes',
    fixed: `layer {
  name: "x"
  type: "Input"
  top: "x"
  input_param {
    shape {
      dim: 1 dim: 3 # colors
      dim: 8
      dim: 8
    }
  }
}
${conv}${pool}`,
  },
  {
    shows: 'a list without the batch',
    bad: `layer { name: "x" type: "Input" top: "x" input_param { shape { dim: [3, 8, 8] } } }
${conv}${markedPool}`,
    code: 'pool/four-axes',
    fixed: `layer { name: "x" type: "Input" top: "x" input_param { shape { dim: [1, 3, 8, 8] } } }
${conv}${pool}`,
  },
  {
    shows: 'images without a width',
    bad: `layer { name: "x" type: "Input" top: "x" input_param { shape { dim: 64 dim: 3 dim: 8 } } }
${conv}${markedPool}`,
    code: 'pool/four-axes',
    fixed: `layer { name: "x" type: "Input" top: "x" input_param { shape { dim: 64 dim: 3 dim: 8 dim: 8 } } }
${conv}${pool}`,
  },
  {
    shows: 'a net-level shape without the batch',
    bad: `input: "x"
input_shape {
  dim: 3
  dim: 8
  dim: 8
}
${conv}${markedPool}`,
    code: 'pool/four-axes',
    fixed: `input: "x"
input_shape {
  dim: 1
  dim: 3
  dim: 8
  dim: 8
}
${conv}${pool}`,
    left: ['deprecated-input'],
  },
  {
    shows: 'three of four `input_dim`s',
    bad: `input: ⟦"x"⟧
input_dim: 3
input_dim: 8
input_dim: 8
${conv}`,
    code: 'upgrade/input-dim-missing',
    fixed: `input: "x"
input_dim: 1
input_dim: 3
input_dim: 8
input_dim: 8
${conv}`,
    left: ['deprecated-input'],
  },
]);
