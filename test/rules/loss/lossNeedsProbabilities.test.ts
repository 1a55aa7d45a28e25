import { checkRule } from '../../support/ruleTable.ts';
import { inner, labelled, layer } from '../../support/smallNets.ts';

const loss = (bottom: string) => layer('l', 'MultinomialLogisticLoss', [bottom, 'label'], ['l']);

checkRule('loss-needs-probabilities', [
  { shows: 'scores', net: labelled + inner('ip', 'x') + loss('ip'), marks: ['"MultinomialLogisticLoss"'] },
  {
    shows: 'probabilities',
    net: labelled + inner('ip', 'x') + layer('p', 'Softmax', ['ip'], ['p']) + loss('p'),
    marks: [],
  },
  { shows: 'data', net: labelled + loss('x'), marks: [] },
]);
