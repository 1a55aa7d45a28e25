import { checkRule } from '../../support/ruleTable.ts';
import { inner, layer, pair } from '../../support/smallNets.ts';

const loss = layer('l', 'EuclideanLoss', ['top', 'b'], ['l']);
const scale = (param: string) => layer('sc', 'Scale', ['y'], ['y'], param && `scale_param { ${param} } `);
const net = (param: string, behind = layer('r', 'ReLU', ['y'], ['y'])) =>
  pair + layer('bn', 'BatchNorm', ['a'], ['y']) + scale(param) + behind + inner('top', 'y') + loss;

checkRule('scale-without-bias', [
  { shows: 'a factor alone', net: net(''), marks: ['"Scale"'], says: 'shifts nothing' },
  { shows: 'a bias', net: net('bias_term: true'), marks: [] },
  { shows: 'a written false', net: net('bias_term: false'), marks: [] },
  {
    shows: 'a filler of no bias',
    net: net('bias_filler { value: 0 }', ''),
    marks: ['bias_filler'],
    says: 'has a `bias_filler` and no bias',
  },
  { shows: 'a layer with a bias of its own behind it', net: net('', ''), marks: [] },
  { shows: 'a Bias layer', net: net('', layer('bi', 'Bias', ['y'], ['y'])), marks: [] },
  { shows: 'a net that does not learn', net: net('').replace(loss, ''), marks: [] },
  {
    shows: 'a Scale behind something else',
    net:
      pair +
      layer('bn', 'Power', ['a'], ['y']) +
      scale('') +
      layer('r', 'ReLU', ['y'], ['y']) +
      inner('top', 'y') +
      loss,
    marks: [],
  },
]);
