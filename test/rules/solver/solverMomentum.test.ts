import { checkFixes } from '../../support/fixTable.ts';
import { checkRule } from '../../support/ruleTable.ts';

const solver = (type: string) => `net: "n"
base_lr: 0.1
lr_policy: "fixed"
max_iter: 9
${type}
`;

checkRule('solver-momentum', [
  {
    shows: 'a broken field in another part of the file',
    net: 'train_state { stage: "a" }\nnet: "n"\nbase_lr: 0.1\nlr_policy: "fixed"\nmax_iter: 9\ntype: "Nesterov"\ntest_state { stage: "a" }\nmomentum:\n',
    marks: [],
  },
  {
    shows: 'Adam',
    net: solver('type: "Adam"'),
    marks: ['"Adam"'],
    messages:
      'The `momentum` of this Adam solver is 0 by default: β₁ is 0, so each step follows the current gradient only.',
  },
  {
    shows: 'AdaDelta',
    net: solver('type: "AdaDelta" delta: 1e-6'),
    marks: ['"AdaDelta"'],
    messages:
      'The `momentum` of this AdaDelta solver is 0 by default: the averages contain only the current gradient.',
  },
  {
    shows: 'a deprecated `solver_type`',
    net: solver('solver_type: NESTEROV'),
    marks: ['NESTEROV'],
    messages: 'The `momentum` of this Nesterov solver is 0 by default: the solver is plain gradient descent.',
  },
  { shows: 'SGD', net: solver('type: "SGD"'), marks: [] },
  { shows: 'no type', net: solver(''), marks: [] },
  { shows: 'a type without momentum', net: solver('type: "RMSProp" rms_decay: 0.9'), marks: [] },
  { shows: 'an explicit momentum', net: solver('type: "Adam" momentum: 0.9'), marks: [] },
  { shows: 'an explicit 0', net: solver('type: "Adam" momentum: 0'), marks: [] },
]);

checkFixes([
  {
    shows: 'the fix adds the usual value for AdaDelta',
    bad: solver('type: ⟦"AdaDelta"⟧'),
    code: 'solver-momentum',
    fixed: `net: "n"
base_lr: 0.1
lr_policy: "fixed"
max_iter: 9
type: "AdaDelta"
momentum: 0.95
`,
  },
]);
