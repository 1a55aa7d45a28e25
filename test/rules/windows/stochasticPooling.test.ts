import { checkRule } from '../../support/ruleTable.ts';
import { image, layer } from '../../support/smallNets.ts';

const pool = (method: string) =>
  image + layer('p', 'Pooling', ['x'], ['p'], `pooling_param { pool: ${method} kernel_size: 2 stride: 2 } `);

checkRule('stochastic-pooling', [
  { shows: 'by chance', net: pool('STOCHASTIC'), marks: ['STOCHASTIC'], says: 'a GPU alone' },
  { shows: 'its number', net: pool('2'), marks: ['2'] },
  { shows: 'the maximum', net: pool('MAX'), marks: [] },
  {
    shows: 'the old syntax',
    net: `input: "x" input_dim: 1 input_dim: 3 input_dim: 8 input_dim: 8
layers { name: "p" type: POOLING bottom: "x" top: "p" pooling_param { pool: STOCHASTIC kernel_size: 2 stride: 2 } }
`,
    marks: ['STOCHASTIC'],
  },
]);
