import { checkFixes } from '../../support/fixTable.ts';
import { checkRule } from '../../support/ruleTable.ts';
import { inner, layer, pair } from '../../support/smallNets.ts';

checkRule('duplicate-layer-name', [
  {
    shows: 'two layers without a name',
    net: (pair + inner('c', 'a') + inner('d', 'b')).replaceAll(/name: "[cd]" /gu, ''),
    marks: ['"InnerProduct"'],
    says: 'without a name',
  },
  {
    shows: 'two layers with weights',
    net: pair + inner('ip', 'a', 'c') + inner('ip', 'b', 'd'),
    marks: ['"ip"'],
  },
  {
    shows: 'layers without weights',
    net: pair + layer('r', 'ReLU', ['a'], ['a']) + layer('r', 'ReLU', ['b'], ['b']),
    marks: [],
  },
  {
    shows: 'one of them has none, and Caffe looks into the first alone',
    net: pair + inner('y', 'a') + layer('y', 'ReLU', ['y'], ['y']),
    marks: ['"y"'],
    says: '2 parameter blobs and this one 0',
  },
  {
    shows: 'the first of them has none',
    net: pair + layer('y', 'ReLU', ['a'], ['a']) + inner('y', 'a'),
    marks: ['"y"'],
    says: '0 parameter blobs and this one 2',
  },
  {
    shows: 'weights of two shapes',
    net: `${pair}${inner('ip', 'a', 'c')}${inner('ip', 'c', 'd').replace('output: 4', 'output: 5')}`,
    marks: ['"ip"'],
    says: '4×4 and that of this one 5×4',
  },
  {
    shows: 'a layer of which nobody knows whether it has any',
    net: pair + inner('y', 'a') + layer('y', 'Mystery', ['y'], ['z']),
    marks: [],
  },
  {
    shows: 'one for each phase',
    net:
      pair +
      inner('ip', 'a').replace('}\n', 'include { phase: TRAIN } }\n') +
      inner('ip', 'b').replace('}\n', 'include { phase: TEST } }\n'),
    marks: [],
  },
]);

checkFixes([
  {
    shows: 'a name that nobody has',
    bad:
      pair +
      inner('ip', 'a', 'c') +
      inner('ip_2', 'a', 'e') +
      inner('ip', 'b', 'd').replace('"ip"', '⟦"ip"⟧'),
    code: 'duplicate-layer-name',
    fixed: pair + inner('ip', 'a', 'c') + inner('ip_2', 'a', 'e') + inner('ip_3', 'b', 'd'),
  },
]);
