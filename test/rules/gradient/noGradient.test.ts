import { checkRule } from '../../support/ruleTable.ts';
import { inner, labelled, layer, pair } from '../../support/smallNets.ts';

const behind = (type: string, rest = '') => layer('t', type, ['ip'], ['t'], rest);
const loss = layer('l', 'EuclideanLoss', ['t', 'b'], ['l']);

checkRule('no-gradient', [
  {
    shows: 'a threshold before a loss',
    net: pair + inner('ip', 'a') + behind('Threshold') + loss,
    marks: ['"Threshold"'],
    says: 'first backward pass',
  },
  {
    shows: 'layers between it and the loss',
    net: pair + inner('ip', 'a') + behind('Threshold') + layer('r', 'ReLU', ['t'], ['t']) + loss,
    marks: ['"Threshold"'],
  },
  {
    shows: 'a loss that asks for no gradient',
    net: `${pair}${inner('ip', 'a')}${behind('Threshold')}${inner('q', 'b')}${layer('l', 'EuclideanLoss', ['t', 'q'], ['l'], 'propagate_down: false propagate_down: true ')}`,
    marks: [],
  },
  {
    shows: 'data alone before it',
    net:
      pair +
      layer('t', 'Threshold', ['a'], ['t']) +
      inner('ip', 't') +
      layer('l', 'EuclideanLoss', ['ip', 'b'], ['l']),
    marks: [],
  },
  {
    shows: 'a blob that no loss depends on',
    net: pair + inner('ip', 'a') + behind('ArgMax') + layer('l', 'EuclideanLoss', ['ip', 'b'], ['l']),
    marks: [],
  },
  {
    shows: 'an accuracy to look at',
    net:
      labelled +
      inner('ip', 'x') +
      layer('l', 'SoftmaxWithLoss', ['ip', 'label'], ['l']) +
      layer('acc', 'Accuracy', ['ip', 'label'], ['acc']),
    marks: [],
  },
  {
    shows: 'labels, of which another rule speaks',
    net:
      labelled +
      inner('ip', 'x') +
      behind('ArgMax') +
      inner('s', 'x') +
      layer('l', 'SoftmaxWithLoss', ['s', 't'], ['l']),
    marks: [],
  },
]);
