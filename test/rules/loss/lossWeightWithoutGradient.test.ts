import { checkFixes } from '../../support/fixTable.ts';
import { checkRule } from '../../support/ruleTable.ts';
import { labelled, layer } from '../../support/smallNets.ts';

const accuracy = (weight: string) => labelled + layer('a', 'Accuracy', ['x', 'label'], ['a'], weight);

checkRule('loss-weight-without-gradient', [
  { shows: 'an accuracy', net: accuracy('loss_weight: 1 '), marks: ['1'] },
  { shows: 'an accuracy that does not count', net: accuracy('loss_weight: 0 '), marks: [] },
  { shows: 'no weight', net: accuracy(''), marks: [] },
  {
    shows: 'a sum as a loss',
    net: labelled + layer('r', 'Reduction', ['x'], ['r'], 'loss_weight: 1 '),
    marks: [],
  },
]);

const perClass = (weights: string) => labelled + layer('a', 'Accuracy', ['x', 'label'], ['a', 'b'], weights);

checkFixes([
  {
    shows: 'two weights on one line',
    bad: perClass('loss_weight: ⟦1⟧ loss_weight: 1 '),
    code: 'loss-weight-without-gradient',
    title: 'Remove `loss_weight`',
    fixed: perClass(''),
  },
]);
