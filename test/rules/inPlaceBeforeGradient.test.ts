import { checkRule } from '../support/ruleTable.ts';
import { inner, layer, pair } from '../support/smallNets.ts';

const net = (first: string, second: string, top = 'y') =>
  `${pair}${inner('ip', 'a')}${layer('first', first, ['ip'], ['y'])}${layer('second', second, ['y'], [top])}${layer('l', 'EuclideanLoss', [top, 'b'], ['l'])}`;

checkRule('in-place-before-gradient', [
  { shows: 'a dropout over a sigmoid', net: net('Sigmoid', 'Dropout'), marks: ['"y"'] },
  { shows: 'a blob of its own', net: net('Sigmoid', 'Dropout', 'z'), marks: [] },
  { shows: 'a dropout over a ReLU', net: net('ReLU', 'Dropout'), marks: [] },
  { shows: 'a ReLU over a sigmoid, which changes nothing', net: net('Sigmoid', 'ReLU'), marks: [] },
  { shows: 'a ReLU over a tanh', net: net('TanH', 'ReLU'), marks: ['"y"'] },
  {
    shows: 'a net that does not learn',
    net: net('Sigmoid', 'Dropout').replace(/layer \{ name: "l".*/u, ''),
    marks: [],
  },
]);
