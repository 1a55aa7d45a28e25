import { checkRule } from '../../support/ruleTable.ts';

const solver = (fields: string) => `net: "n"\nbase_lr: 0.1\nlr_policy: "fixed"\nmax_iter: 9\n${fields}\n`;

checkRule('solver-regularization', [
  { shows: 'an unknown kind', net: solver('weight_decay: 0.1 regularization_type: "L3"'), marks: ['"L3"'] },
  { shows: 'a known kind', net: solver('weight_decay: 0.1 regularization_type: "L1"'), marks: [] },
  { shows: 'no decay to apply', net: solver('regularization_type: "L3"'), marks: [] },
  { shows: 'the default', net: solver('weight_decay: 0.1'), marks: [] },
]);
