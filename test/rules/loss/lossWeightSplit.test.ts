import { checkFixes } from '../../support/fixTable.ts';
import { checkRule } from '../../support/ruleTable.ts';
import { layer, pair } from '../../support/smallNets.ts';

const loss = (weight: string) => pair + layer('l', 'EuclideanLoss', ['a', 'b'], ['l'], weight);
const reader = layer('r', 'Silence', ['l'], []);
const slice = (weights: string) => pair + layer('s', 'Slice', ['a'], ['c', 'd'], weights);

checkRule('loss-weight-split', [
  {
    shows: 'a loss that is read',
    net: loss('loss_weight: 2 ') + reader,
    marks: ['2'],
    says: 'default weight of 1',
  },
  { shows: 'a loss that nobody reads', net: loss('loss_weight: 2 '), marks: [] },
  { shows: 'a loss with its default weight', net: loss('') + reader, marks: [] },
  { shows: 'a loss that does not count', net: loss('loss_weight: 0 ') + reader, marks: [] },
  {
    shows: 'one of two weighted tops',
    net: slice('loss_weight: 1 loss_weight: 3 ') + layer('r', 'ReLU', ['d'], ['r']),
    marks: ['3'],
    says: 'other tops',
  },
  {
    shows: 'the only weighted one, whose weight goes along',
    net: slice('loss_weight: 0 loss_weight: 3 ') + layer('r', 'ReLU', ['d'], ['r']),
    marks: [],
  },
]);

checkFixes([
  {
    shows: 'the weight of one top goes to a copy of it',
    bad: slice('loss_weight: 1 loss_weight: ⟦3⟧ ') + layer('r', 'ReLU', ['d'], ['r']),
    code: 'loss-weight-split',
    fixed: `${slice('loss_weight: 1 loss_weight: 0 ')}layer {
  name: "d_weighted"
  type: "Power"
  bottom: "d"
  top: "d_weighted"
  loss_weight: 3
}
${layer('r', 'ReLU', ['d'], ['r'])}`,
    left: ['unused-top'],
  },
]);
