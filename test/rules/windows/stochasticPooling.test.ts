import { checkRule } from '../../support/ruleTable.ts';

const pool = (
  method: string,
) => `layer { name: "x" type: "Input" top: "x" input_param { shape { dim: 1 dim: 3 dim: 8 dim: 8 } } }
layer { name: "p" type: "Pooling" bottom: "x" top: "p" pooling_param { pool: ${method} kernel_size: 2 stride: 2 } }
`;

checkRule('stochastic-pooling', [
  {
    shows: 'STOCHASTIC by name',
    net: pool('STOCHASTIC'),
    marks: ['STOCHASTIC'],
    messages: 'Stochastic pooling needs a GPU: on a CPU, Caffe stops in the first forward pass.',
  },
  {
    shows: 'STOCHASTIC by number',
    net: pool('2'),
    marks: ['2'],
    messages: 'Stochastic pooling needs a GPU: on a CPU, Caffe stops in the first forward pass.',
  },
  { shows: 'MAX', net: pool('MAX'), marks: [] },
  {
    shows: 'V1 syntax',
    net: `input: "x" input_dim: 1 input_dim: 3 input_dim: 8 input_dim: 8
layers { name: "p" type: POOLING bottom: "x" top: "p" pooling_param { pool: STOCHASTIC kernel_size: 2 stride: 2 } }
`,
    marks: ['STOCHASTIC'],
    messages: 'Stochastic pooling needs a GPU: on a CPU, Caffe stops in the first forward pass.',
  },
]);
