import { checkFixes } from '../../support/fixTable.ts';
import { checkRule } from '../../support/ruleTable.ts';
import { inner, layer, pair } from '../../support/smallNets.ts';

const net = (first: string, second: string, top = 'y') =>
  `${pair}${inner('ip', 'a')}${layer('first', first, ['ip'], ['y'])}${layer('second', second, ['y'], [top])}${layer('l', 'EuclideanLoss', [top, 'b'], ['l'])}`;

/** Layers that all work in place on `ip`. */
const chain = (...types: readonly (readonly [string, string?])[]) =>
  `${pair}${inner('ip', 'a')}${types.map(([type, rest], index) => layer(`c${index}`, type, ['ip'], ['ip'], rest)).join('')}${layer('l', 'EuclideanLoss', ['ip', 'b'], ['l'])}`;

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
  {
    shows: 'behind a ReLU that changes nothing',
    net: chain(['Sigmoid'], ['ReLU'], ['Dropout']),
    marks: ['"ip"'],
    says: 'Sigmoid works out',
  },
  {
    shows: 'a BatchNorm over a ReLU in place, once',
    net: chain(['ReLU'], ['BatchNorm'], ['Scale', 'scale_param { bias_term: true } ']),
    marks: ['"ip"'],
    says: '`c1` overwrites',
  },
  { shows: 'a BatchNorm over a ReLU with a blob of its own', net: net('ReLU', 'BatchNorm'), marks: [] },
  { shows: 'a ReLU behind both', net: chain(['BatchNorm'], ['Scale'], ['ReLU'], ['Dropout']), marks: [] },
  {
    shows: 'a factor behind a ReLU',
    net: chain(['ReLU'], ['Power', 'power_param { scale: 2 } ']),
    marks: [],
  },
  {
    shows: 'a shift behind a ReLU',
    net: chain(['ReLU'], ['Power', 'power_param { shift: -1 } ']),
    marks: ['"ip"'],
  },
  {
    shows: 'layers that overwrite what they need themselves',
    net: chain(
      ['Clip', 'clip_param { min: 0 max: 6 } '],
      ['BNLL'],
      ['Power', 'power_param { power: 2 shift: 1 } '],
      ['Log', 'log_param { shift: 1 } '],
    ),
    marks: ['"ip"', '"ip"', '"ip"', '"ip"'],
    says: 'from its input',
  },
  {
    shows: 'a straight line in place',
    net: chain(['Power', 'power_param { scale: 2 shift: 1 } ']),
    marks: [],
  },
  { shows: 'a constant in place', net: chain(['Power', 'power_param { scale: 0 power: 3 } ']), marks: [] },
  {
    shows: 'data, to which no gradient goes',
    net:
      pair +
      layer('n', 'Log', ['a'], ['a']) +
      inner('ip', 'a') +
      layer('l', 'EuclideanLoss', ['ip', 'b'], ['l']),
    marks: [],
  },
]);

checkFixes([
  {
    shows: 'a layer that overwrites its own input',
    bad: chain(['Clip', 'clip_param { min: 0 max: 6 } '], ['Dropout']).replace(
      /("Clip" bottom: "ip" top: )"ip"/u,
      '$1⟦"ip"⟧',
    ),
    code: 'in-place-before-gradient',
    fixed: chain(['Clip', 'clip_param { min: 0 max: 6 } '], ['Dropout'])
      .replace(/("Clip" bottom: "ip" top: )"ip"/u, '$1"c0"')
      .replace('"Dropout" bottom: "ip" top: "ip"', '"Dropout" bottom: "c0" top: "c0"')
      .replace('"EuclideanLoss" bottom: "ip"', '"EuclideanLoss" bottom: "c0"'),
  },
]);
