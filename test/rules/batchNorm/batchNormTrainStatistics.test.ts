import { checkFixes } from '../../support/fixTable.ts';
import { checkRule } from '../../support/ruleTable.ts';
import { inner, labelled, layer } from '../../support/smallNets.ts';

const norm = (value: string, more = '') =>
  layer('bn', 'BatchNorm', ['ip'], ['ip'], `batch_norm_param { use_global_stats: ${value} } ${more}`);
const scale = layer('sc', 'Scale', ['ip'], ['ip']);
const loss = layer('loss', 'SoftmaxWithLoss', ['ip', 'label'], ['loss']);
const start = labelled + inner('ip', 'x');

checkRule('batch-norm-train-statistics', [
  { shows: 'a net that learns', net: start + norm('true') + loss, marks: ['true'], says: 'TRAIN phase only' },
  { shows: 'a net that does not', net: start + norm('true'), marks: [] },
  { shows: 'the TEST phase', net: start + norm('true', 'include { phase: TEST } ') + loss, marks: [] },
  {
    shows: 'a net that is fine-tuned, its first weights frozen',
    net:
      labelled +
      inner('ip', 'x').replace('}\n', 'param { lr_mult: 0 } }\n') +
      inner('top', 'ip') +
      norm('true').replaceAll('"ip"', '"top"') +
      loss.replace('"ip"', '"top"'),
    marks: [],
  },
  {
    shows: 'a frozen scale',
    net: start + norm('true') + scale.replace('}\n', 'param { lr_mult: 0 } }\n') + loss,
    marks: [],
  },
  { shows: 'statistics of the batch', net: start + norm('false') + loss, marks: [] },
]);

checkFixes([
  {
    shows: 'the other parameters stay',
    bad: `${start}layer {
  name: "bn" type: "BatchNorm" bottom: "ip" top: "ip"
  batch_norm_param {
    use_global_stats: ⟦true⟧  # frozen
    eps: 0.001
  }
}
${scale}${loss}`,
    code: 'batch-norm-train-statistics',
    fixed: `${start}layer {
  name: "bn" type: "BatchNorm" bottom: "ip" top: "ip"
  batch_norm_param {
    # frozen
    eps: 0.001
  }
}
${scale}${loss}`,
  },
]);
