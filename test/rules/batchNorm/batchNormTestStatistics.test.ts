import { checkRule } from '../../support/ruleTable.ts';
import { inner, labelled, layer } from '../../support/smallNets.ts';

const norm = (value: string, more = '') =>
  layer('bn', 'BatchNorm', ['ip'], ['ip'], `batch_norm_param { use_global_stats: ${value} } ${more}`);
const loss = (bottom = 'ip') => layer('loss', 'SoftmaxWithLoss', [bottom, 'label'], ['loss']);
const start = labelled + inner('ip', 'x');
const accuracy = layer('acc', 'Accuracy', ['ip', 'label'], ['acc'], 'include { phase: TEST } ');

checkRule('batch-norm-test-statistics', [
  { shows: 'a net without a loss', net: start + norm('false'), marks: ['false'], says: 'TEST phase only' },
  { shows: 'a net for both phases', net: start + norm('false') + loss() + accuracy, marks: ['false'] },
  { shows: 'a net for training alone', net: start + norm('false') + loss(), marks: [] },
  { shows: 'statistics of training', net: start + norm('true'), marks: [] },
  {
    shows: 'one BatchNorm for each phase',
    net:
      start +
      norm('false', 'include { phase: TRAIN } ') +
      norm('true', 'include { phase: TEST } ') +
      loss() +
      accuracy,
    marks: [],
  },
  { shows: 'the choice of the phase', net: start + layer('bn', 'BatchNorm', ['ip'], ['ip']), marks: [] },
]);
