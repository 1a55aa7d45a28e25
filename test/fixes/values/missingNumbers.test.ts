import { checkFixes } from '../../support/fixTable.ts';

const input = `layer { name: "x" type: "Input" top: "x" input_param { shape { dim: 2 dim: 4 dim: 8 dim: 8 } } }
`;

checkFixes([
  {
    shows: 'the number of outputs of a similar layer',
    bad: `${input}layer { name: "y" type: "Convolution" bottom: "x" top: "y" convolution_param { num_output: 4 kernel_size: 3 weight_filler { type: "xavier" } } }
layer { name: "z" type: "Convolution" bottom: "y" top: "z" ⟦convolution_param⟧ { kernel_size: 3 weight_filler { type: "xavier" } } }
`,
    code: 'conv/num-output',
    title: 'Set `num_output: 4`, as in `y`',
    fixed: `${input}layer { name: "y" type: "Convolution" bottom: "x" top: "y" convolution_param { num_output: 4 kernel_size: 3 weight_filler { type: "xavier" } } }
layer { name: "z" type: "Convolution" bottom: "y" top: "z" convolution_param { kernel_size: 3 weight_filler { type: "xavier" } num_output: 4 } }
`,
  },
  {
    shows: 'tiles',
    bad: `${input}layer { name: "y" type: "Tile" bottom: "x" top: "y" ⟦tile_param⟧ { axis: 1 } }
`,
    code: 'tile/tiles-missing',
    title: 'Set `tiles: 2`',
    fixed: `${input}layer { name: "y" type: "Tile" bottom: "x" top: "y" tile_param { axis: 1 tiles: 2 } }
`,
  },
]);
