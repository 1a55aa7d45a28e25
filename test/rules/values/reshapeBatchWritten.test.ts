import { checkRule } from '../../support/ruleTable.ts';
import { layer, pair } from '../../support/smallNets.ts';

const reshape = (param: string) => pair + layer('r', 'Reshape', ['a'], ['r'], `reshape_param { ${param} } `);

checkRule('reshape-batch-written', [
  {
    shows: 'the batch',
    net: reshape('shape { dim: 8 dim: 2 dim: 2 }'),
    marks: ['8'],
    says: '8 is the batch',
  },
  { shows: 'a copy of it', net: reshape('shape { dim: 0 dim: 2 dim: 2 }'), marks: [] },
  { shows: 'what is left', net: reshape('shape { dim: -1 dim: 4 }'), marks: [] },
  { shows: 'another length', net: reshape('shape { dim: 4 dim: 8 }'), marks: [] },
  { shows: 'another axis', net: reshape('axis: 1 shape { dim: 2 dim: 2 }'), marks: [] },
  {
    shows: 'a batch of one',
    net: reshape('shape { dim: 1 dim: 4 dim: 1 }').replace('dim: 8', 'dim: 1'),
    marks: [],
  },
]);
