import { checkFixes } from '../../support/fixTable.ts';
import { checkRule } from '../../support/ruleTable.ts';

checkRule('net-state-phase', [
  {
    shows: 'a phase in `state`',
    net: `state { phase: TRAIN }
layer { name: "x" type: "Input" top: "x" input_param { shape { dim: 1 dim: 3 dim: 8 dim: 8 } } }
`,
    marks: ['TRAIN'],
    messages:
      'A solver builds this net for TRAIN both in training and in testing: the `phase` in the `state` of a net overrides the phase that the solver requests.',
  },
  {
    shows: 'only stages in `state`',
    net: `state { stage: "a" }
layer { name: "x" type: "Input" top: "x" input_param { shape { dim: 1 dim: 3 dim: 8 dim: 8 } } }
`,
    marks: [],
  },
  {
    shows: 'no `state`',
    net: 'layer { name: "x" type: "Input" top: "x" input_param { shape { dim: 1 dim: 3 dim: 8 dim: 8 } } }\n',
    marks: [],
  },
  {
    shows: 'the state of a solver',
    net: `net: "n"
train_state { phase: TRAIN }
base_lr: 0.1
lr_policy: "fixed"
max_iter: 9
`,
    marks: [],
  },
]);

checkFixes([
  {
    shows: 'the fix keeps the stages',
    bad: `state {
  phase: ⟦TEST⟧ # for now
  stage: "a"
}
layer { name: "x" type: "Input" top: "x" input_param { shape { dim: 1 dim: 3 dim: 8 dim: 8 } } }
`,
    code: 'net-state-phase',
    fixed: `state {
  # for now
  stage: "a"
}
layer { name: "x" type: "Input" top: "x" input_param { shape { dim: 1 dim: 3 dim: 8 dim: 8 } } }
`,
  },
]);
