import { checkFixes } from '../../support/fixTable.ts';

const input = `input: "x"
input_dim: 1
input_dim: 3
input_dim: 8
input_dim: 8
`;
const conv = `layers {
  layer {
    name: "y"
    type: "conv"
    num_output: 2
    kernelsize: 3
    weight_filler { type: "xavier" }
  }
  bottom: "x"
  top: "y"
}
layers {
  layer {
    name: "relu"
    type: "relu"
  }
  bottom: "y"
  top: "y"
}
`;

checkFixes([
  {
    shows: 'a layer with only its wiring',
    bad: `${input}${conv}⟦layers⟧ {
  bottom: "y"
  top: "z"
}
`,
    code: 'net/unknown-layer-type',
    title: 'Add a `layer` like that of `y`',
    fixed: `${input}${conv}layers {
  bottom: "y"
  top: "z"
  layer {
    name: "z"
    type: "conv"
    num_output: 2
    kernelsize: 3
    weight_filler {
      type: "xavier"
    }
  }
}
`,
    left: ['deprecated-input', 'deprecated-layers'],
  },
]);
