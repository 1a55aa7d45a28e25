import { checkFixes } from '../../support/fixTable.ts';
import { checkRule } from '../../support/ruleTable.ts';
import { inner, labelled, layer } from '../../support/smallNets.ts';

const score = (count: number) => labelled + inner('s', 'x').replace('output: 4', `output: ${count}`);

checkRule('single-class', [
  {
    shows: 'a loss',
    net: score(1) + layer('l', 'SoftmaxWithLoss', ['s', 'label'], ['l']),
    marks: ['"SoftmaxWithLoss"'],
    says: '`s` is 8×1',
  },
  { shows: 'two classes', net: score(2) + layer('l', 'SoftmaxWithLoss', ['s', 'label'], ['l']), marks: [] },
  { shows: 'a softmax', net: score(1) + layer('p', 'Softmax', ['s'], ['p']), marks: ['"Softmax"'] },
  {
    shows: 'a softmax along another axis',
    net: score(1) + layer('p', 'Softmax', ['s'], ['p'], 'softmax_param { axis: 0 } '),
    marks: [],
  },
  {
    shows: 'the last axis',
    net: score(1) + layer('p', 'Softmax', ['s'], ['p'], 'softmax_param { axis: -1 } '),
    marks: ['"Softmax"'],
  },
  {
    shows: 'an accuracy',
    net: score(1) + layer('a', 'Accuracy', ['s', 'label'], ['a']),
    marks: ['"Accuracy"'],
    says: 'class 0',
  },
  {
    shows: 'classes of which nobody knows the number',
    net: `layer { name: "d" type: "Data" top: "x" data_param { source: "s" batch_size: 2 } }\n${layer('p', 'Softmax', ['x'], ['p'])}`,
    marks: [],
  },
]);

checkFixes([
  {
    shows: 'a softmax of one value',
    bad: `${score(1)}layer {
  name: "p"
  type: ⟦"Softmax"⟧  # for deployment
  bottom: "s"
  top: "p"
}
`,
    code: 'single-class',
    fixed: `${score(1)}layer {
  name: "p"
  type: "Sigmoid"  # for deployment
  bottom: "s"
  top: "p"
}
`,
  },
]);
