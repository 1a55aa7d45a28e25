import { checkRule } from '../../support/ruleTable.ts';
import { layer, pair } from '../../support/smallNets.ts';

const scale = (param: string, more = '') =>
  `${pair}${layer('s', 'Scale', ['a'], ['s'], `scale_param { ${param} } ${more}`)}${layer('l', 'EuclideanLoss', ['s', 'b'], ['l'])}`;

checkRule('scale-starts-at-zero', [
  { shows: 'an empty filler', net: scale('filler { }'), marks: ['filler'] },
  { shows: 'a constant without a value', net: scale('filler { type: "constant" }'), marks: ['filler'] },
  { shows: 'a constant of 1', net: scale('filler { value: 1 }'), marks: [] },
  { shows: 'a 0 that is meant', net: scale('filler { value: 0 }'), marks: [] },
  { shows: 'no filler', net: scale('bias_term: true'), marks: [] },
  { shows: 'a filler of the bias', net: scale('bias_term: true bias_filler { }'), marks: [] },
  { shows: 'a random filler', net: scale('filler { type: "uniform" }'), marks: [] },
  {
    shows: 'a net that does not learn',
    net: scale('filler { }').replace(/layer \{ name: "l".*/u, ''),
    marks: [],
  },
]);
