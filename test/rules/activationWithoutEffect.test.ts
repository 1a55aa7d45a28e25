import { checkRule } from '../support/ruleTable.ts';
import { image, layer } from '../support/smallNets.ts';

const net = (first: string, rest = '') =>
  image + layer('first', first, ['x'], ['y'], rest) + layer('second', 'ReLU', ['y'], ['y']);

checkRule('activation-without-effect', [
  { shows: 'two ReLUs', net: net('ReLU'), marks: ['"ReLU"'], says: '`first` makes no negative values' },
  { shows: 'a ReLU behind a sigmoid', net: net('Sigmoid'), marks: ['"ReLU"'] },
  { shows: 'a ReLU behind a leaky one', net: net('ReLU', 'relu_param { negative_slope: 0.1 } '), marks: [] },
  { shows: 'a ReLU behind a tanh', net: net('TanH'), marks: [] },
  {
    shows: 'two ReLUs of one blob',
    net: image + layer('a', 'ReLU', ['x'], ['a']) + layer('b', 'ReLU', ['x'], ['b']),
    marks: [],
  },
]);
