import { checkRule } from '../../support/ruleTable.ts';
import { inner, labelled, layer, pair } from '../../support/smallNets.ts';

checkRule('hinge-labels', [
  {
    shows: 'as many labels as scores',
    net: pair + inner('ip', 'a') + layer('l', 'HingeLoss', ['ip', 'b'], ['l']),
    marks: ['"b"'],
    says: '4 labels for each item',
  },
  {
    shows: 'one label an item',
    net: labelled + inner('ip', 'x') + layer('l', 'HingeLoss', ['ip', 'label'], ['l']),
    marks: [],
  },
  {
    shows: 'another loss',
    net: pair + inner('ip', 'a') + layer('l', 'SigmoidCrossEntropyLoss', ['ip', 'b'], ['l']),
    marks: [],
  },
]);
