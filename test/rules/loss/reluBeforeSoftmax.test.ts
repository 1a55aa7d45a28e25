import { checkFixes } from '../../support/fixTable.ts';
import { checkRule } from '../../support/ruleTable.ts';
import { image, inner, labelled, layer } from '../../support/smallNets.ts';

const scores = labelled + inner('ip', 'x');
const loss = layer('l', 'SoftmaxWithLoss', ['ip', 'label'], ['l']);

checkRule('relu-before-softmax', [
  { shows: 'a loss', net: scores + layer('r', 'ReLU', ['ip'], ['ip']) + loss, marks: ['"ReLU"'] },
  { shows: 'scores', net: scores + loss, marks: [] },
  {
    shows: 'another loss',
    net: scores + layer('r', 'ReLU', ['ip'], ['ip']) + layer('h', 'HingeLoss', ['ip', 'label'], ['h']),
    marks: [],
  },
  {
    shows: 'a pooling between them',
    net: `${image}${layer('r', 'ReLU', ['x'], ['r'])}${layer('p', 'Pooling', ['r'], ['p'], 'pooling_param { pool: AVE global_pooling: true } ')}${layer('s', 'Softmax', ['p'], ['s'])}`,
    marks: [],
  },
  {
    shows: 'a slope below 0, which keeps the order of the scores',
    net: `${labelled}${inner('ip', 'x')}${layer('r', 'ReLU', ['ip'], ['ip'], 'relu_param { negative_slope: 0.1 } ')}${layer('p', 'Softmax', ['ip'], ['p'])}`,
    marks: [],
  },
]);

checkFixes([
  {
    shows: 'all that read its top read its bottom',
    bad: `${scores}layer { name: "r" type: ⟦"ReLU"⟧ bottom: "ip" top: "r" }  # as everywhere
${layer('l', 'SoftmaxWithLoss', ['r', 'label'], ['l'], 'include { phase: TRAIN } ')}${layer('p', 'Softmax', ['r'], ['p'], 'include { phase: TEST } ')}`,
    code: 'relu-before-softmax',
    fixed: `${scores}# as everywhere
${layer('l', 'SoftmaxWithLoss', ['ip', 'label'], ['l'], 'include { phase: TRAIN } ')}${layer('p', 'Softmax', ['ip'], ['p'], 'include { phase: TEST } ')}`,
  },
]);
