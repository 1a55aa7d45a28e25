import { checkRule } from '../../support/ruleTable.ts';
import { layer, pair } from '../../support/smallNets.ts';

const loss = (name: string, weight: string) => layer(name, 'EuclideanLoss', ['a', 'b'], [name], weight);

checkRule('losses-weigh-zero', [
  {
    shows: 'the only loss',
    net: pair + loss('l', 'loss_weight: 0 '),
    marks: ['0'],
    says: 'TRAIN phase only',
  },
  { shows: 'one of two', net: pair + loss('l', 'loss_weight: 0 ') + loss('m', ''), marks: [] },
  {
    shows: 'a sum that counts instead',
    net: pair + loss('l', 'loss_weight: 0 ') + layer('r', 'Reduction', ['a'], ['r'], 'loss_weight: 1 '),
    marks: [],
  },
  { shows: 'in testing', net: pair + loss('l', 'loss_weight: 0 include { phase: TEST } '), marks: [] },
  { shows: 'no loss at all', net: pair, marks: [] },
]);
