import { checkFixes } from '../../support/fixTable.ts';
import { checkRule } from '../../support/ruleTable.ts';
import { inner, labelled, layer, pair } from '../../support/smallNets.ts';

const loss = (bottoms: readonly string[], more = '') =>
  layer('l', 'SigmoidCrossEntropyLoss', bottoms, ['l'], more);
const two = pair + inner('c', 'a') + inner('d', 'b');

checkRule('gradient-to-label', [
  { shows: 'labels that are learned', net: two + loss(['c', 'd']), marks: ['"d"'], says: 'TRAIN phase only' },
  { shows: 'bottoms in the wrong order', net: pair + inner('c', 'a') + loss(['b', 'c']), marks: ['"c"'] },
  { shows: 'labels of the data', net: pair + inner('c', 'a') + loss(['c', 'b']), marks: [] },
  {
    shows: 'labels made of the data without weights',
    net: pair + inner('c', 'a') + layer('s', 'Sigmoid', ['b'], ['s']) + loss(['c', 's']),
    marks: [],
  },
  {
    shows: 'a gradient that is stopped',
    net: two + loss(['c', 'd'], 'propagate_down: true propagate_down: false '),
    marks: [],
  },
  {
    shows: 'layers that do not learn',
    net:
      pair +
      inner('c', 'a') +
      inner('d', 'b').replace('}\n', 'param { lr_mult: 0 } param { lr_mult: 0 } }\n') +
      loss(['c', 'd']),
    marks: [],
  },
  { shows: 'a loss that passes it', net: two + layer('l', 'EuclideanLoss', ['c', 'd'], ['l']), marks: [] },
  {
    shows: 'a loss without a weight',
    net: two + loss(['c', 'd'], 'loss_weight: 0 ') + layer('m', 'EuclideanLoss', ['c', 'd'], ['m']),
    marks: [],
  },
  {
    shows: 'an embedding of what was learned',
    net: `${labelled}${inner('c', 'x')}${layer('e', 'Embed', ['c'], ['e'], 'embed_param { num_output: 2 input_dim: 9 weight_filler { type: "xavier" } } ')}${layer('r', 'Reduction', ['e'], ['r'], 'loss_weight: 1 ')}`,
    marks: ['"c"'],
  },
]);

checkFixes([
  {
    shows: 'on lines of their own',
    bad: `${two}layer {
  name: "l" type: "SigmoidCrossEntropyLoss"
  bottom: "c"
  bottom: ⟦"d"⟧
  top: "l"
}
`,
    code: 'gradient-to-label',
    fixed: `${two}layer {
  name: "l" type: "SigmoidCrossEntropyLoss"
  bottom: "c"
  bottom: "d"
  top: "l"
  propagate_down: true
  propagate_down: false
}
`,
  },
]);
