import { checkFixes } from '../../support/fixTable.ts';
import { checkRule } from '../../support/ruleTable.ts';
import { inner, labelled, layer, pair } from '../../support/smallNets.ts';

const scores = labelled + inner('ip', 'x');
const prob = layer('prob', 'Softmax', ['ip'], ['prob']);
const loss = (bottom: string) => layer('loss', 'SoftmaxWithLoss', [bottom, 'label'], ['loss']);

checkRule('activation-before-loss', [
  {
    shows: 'another shape between them',
    net: `${scores}${prob}${layer('r', 'Reshape', ['prob'], ['r'], 'reshape_param { shape { dim: 8 dim: -1 } } ')}${loss('r')}`,
    marks: ['"r"'],
    says: '`prob` has done so',
  },
  {
    shows: 'two softmaxes',
    net: scores + prob + loss('prob'),
    marks: ['"prob"'],
    says: '`prob` has done so',
  },
  { shows: 'scores', net: scores + loss('ip'), marks: [] },
  { shows: 'a softmax beside the loss', net: scores + prob + loss('ip'), marks: [] },
  {
    shows: 'a sigmoid before its loss',
    net: `${pair}${inner('ip', 'a')}${layer('s', 'Sigmoid', ['ip'], ['ip'])}${layer('loss', 'SigmoidCrossEntropyLoss', ['ip', 'b'], ['loss'])}`,
    marks: ['"ip"'],
  },
  {
    shows: 'a sigmoid before a squared error',
    net: `${pair}${inner('ip', 'a')}${layer('s', 'Sigmoid', ['ip'], ['s'])}${layer('loss', 'EuclideanLoss', ['s', 'b'], ['loss'])}`,
    marks: [],
  },
  {
    shows: 'a softmax before the loss that needs it',
    net: scores + prob + layer('loss', 'MultinomialLogisticLoss', ['prob', 'label'], ['loss']),
    marks: [],
  },
]);

checkFixes([
  {
    shows: 'a softmax that somebody else reads stays',
    bad: scores + prob + loss('prob').replace('"prob"', '⟦"prob"⟧') + layer('show', 'Silence', ['prob'], []),
    code: 'activation-before-loss',
    fixed: scores + prob + loss('ip') + layer('show', 'Silence', ['prob'], []),
  },
  {
    shows: 'an activation in place goes, and the names stay',
    bad: scores + layer('prob', 'Softmax', ['ip'], ['ip']) + loss('ip').replace('"ip"', '⟦"ip"⟧'),
    code: 'activation-before-loss',
    fixed: scores + loss('ip'),
  },
  {
    shows: 'who gives it another shape reads the scores',
    bad: `${scores}${prob}${layer('r', 'Reshape', ['prob'], ['r'], 'reshape_param { shape { dim: 8 dim: -1 } } ')}${loss('r').replace('"r"', '⟦"r"⟧')}`,
    code: 'activation-before-loss',
    fixed: `${scores}${layer('r', 'Reshape', ['ip'], ['r'], 'reshape_param { shape { dim: 8 dim: -1 } } ')}${loss('r')}`,
  },
]);
