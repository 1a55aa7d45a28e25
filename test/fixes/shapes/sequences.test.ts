import { checkFixes } from '../../support/fixTable.ts';

const net = (x: string, lstm: string, between = '') =>
  `layer { name: "x" type: "Input" top: "x" top: "cont" input_param { shape { ${x} } shape { dim: 4 dim: 3 } } }
${between}layer { name: "lstm" type: "LSTM" ${lstm} top: "h" recurrent_param { num_output: 5 weight_filler { type: "xavier" } } }
`;

const reshape = (dims: readonly number[]) => `layer {
  name: "x_sequence"
  type: "Reshape"
  bottom: "x"
  top: "x_sequence"
  reshape_param {
    shape {
${dims.map((dim) => `      dim: ${dim}\n`).join('')}    }
  }
}
`;

checkFixes([
  {
    shows: 'steps and streams in one axis',
    bad: net('dim: 12 dim: 20', 'bottom: "x" bottom: ⟦"cont"⟧'),
    code: 'recurrent/cont-time',
    fixed: net('dim: 12 dim: 20', 'bottom: "x_sequence" bottom: "cont"', reshape([4, 3, -1])),
  },
  {
    shows: 'one value for each step and stream',
    bad: net('dim: 4 dim: 3', 'bottom: ⟦"x"⟧ bottom: "cont"'),
    code: 'recurrent/x-three-axes',
    fixed: net('dim: 4 dim: 3', 'bottom: "x_sequence" bottom: "cont"', reshape([0, 0, 1])),
  },
]);
