import { checkFixes } from '../../support/fixTable.ts';
import { checkRule } from '../../support/ruleTable.ts';
import { image } from '../../support/smallNets.ts';

checkRule('net-state-phase', [
  {
    shows: 'a phase',
    net: `state { phase: TRAIN }\n${image}`,
    marks: ['TRAIN'],
    says: 'for TRAIN in training',
  },
  { shows: 'stages alone', net: `state { stage: "a" }\n${image}`, marks: [] },
  { shows: 'nothing', net: image, marks: [] },
  {
    shows: 'the state of a solver',
    net: 'net: "n"\ntrain_state { phase: TRAIN }\nbase_lr: 0.1\nlr_policy: "fixed"\nmax_iter: 9\n',
    marks: [],
  },
]);

checkFixes([
  {
    shows: 'stages stay',
    bad: `state {\n  phase: ⟦TEST⟧ # for now\n  stage: "a"\n}\n${image}`,
    code: 'net-state-phase',
    fixed: `state {\n  # for now\n  stage: "a"\n}\n${image}`,
  },
]);
