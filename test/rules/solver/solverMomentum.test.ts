import { checkFixes } from '../../support/fixTable.ts';
import { checkRule } from '../../support/ruleTable.ts';

const solver = (type: string) =>
  `net: "n.prototxt"\nbase_lr: 0.01\nlr_policy: "fixed"\nmax_iter: 10\n${type}\n`;

checkRule('solver-momentum', [
  { shows: 'Adam', net: solver('type: "Adam"'), marks: ['"Adam"'], says: 'β₁ is 0' },
  { shows: 'AdaDelta', net: solver('type: "AdaDelta" delta: 1e-6'), marks: ['"AdaDelta"'] },
  { shows: 'a type of the old enum', net: solver('solver_type: NESTEROV'), marks: ['NESTEROV'] },
  { shows: 'plain descent', net: solver('type: "SGD"'), marks: [] },
  { shows: 'no type', net: solver(''), marks: [] },
  { shows: 'a type that has no momentum', net: solver('type: "RMSProp" rms_decay: 0.9'), marks: [] },
  { shows: 'a momentum', net: solver('type: "Adam" momentum: 0.9'), marks: [] },
  { shows: 'a written 0', net: solver('type: "Adam" momentum: 0'), marks: [] },
]);

checkFixes([
  {
    shows: 'the usual one of AdaDelta',
    bad: solver('type: ⟦"AdaDelta"⟧'),
    code: 'solver-momentum',
    fixed: `${solver('type: "AdaDelta"')}momentum: 0.95\n`,
  },
]);
