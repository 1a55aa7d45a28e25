import { checkRule } from '../../support/ruleTable.ts';
import { layer, pair } from '../../support/smallNets.ts';

const loss = (bottom: string) => layer('l', 'EuclideanLoss', [bottom, 'b'], ['l']);
const net = (first: string, rest = '') =>
  pair + layer('first', first, ['a'], ['y'], rest) + layer('second', 'ReLU', ['y'], ['y']) + loss('y');

checkRule('activation-without-effect', [
  { shows: 'two ReLUs', net: net('ReLU'), marks: ['"ReLU"'], says: '`first` makes no negative values' },
  { shows: 'a ReLU behind a sigmoid', net: net('Sigmoid'), marks: ['"ReLU"'] },
  { shows: 'a ReLU behind a leaky one', net: net('ReLU', 'relu_param { negative_slope: 0.1 } '), marks: [] },
  { shows: 'a net that does not learn', net: net('ReLU').replace(loss('y'), ''), marks: [] },
  { shows: 'a ReLU behind a tanh', net: net('TanH'), marks: [] },
  {
    shows: 'two ReLUs of one blob',
    net:
      pair +
      layer('c', 'ReLU', ['a'], ['c']) +
      layer('d', 'ReLU', ['a'], ['d']) +
      layer('l', 'EuclideanLoss', ['c', 'd'], ['l']),
    marks: [],
  },
]);
