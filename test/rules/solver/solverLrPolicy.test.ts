import { checkFixes } from '../../support/fixTable.ts';
import { checkRule } from '../../support/ruleTable.ts';

const solver = (fields: string) => `net: "n"
base_lr: 0.1
max_iter: 9
${fields}`;

checkRule('solver-lr-policy', [
  {
    shows: 'a broken field in another part of the file',
    net: 'train_state { stage: "a" }\nnet: "n"\nbase_lr: 0.1\nmax_iter: 9\nlr_policy: fixed"\ntest_state { stage: "a" }\n',
    marks: [],
  },
  {
    shows: 'an unknown policy',
    net: solver('lr_policy: "cosine"\n'),
    marks: ['"cosine"'],
    messages:
      'Unknown learning rate policy `cosine`: Caffe stops at the first iteration. Use one of `fixed`, `step`, `exp`, `inv`, `multistep`, `poly`, `sigmoid`.',
  },
  {
    shows: 'no policy',
    net: solver(''),
    marks: ['net'],
    messages:
      '`lr_policy` is missing: Caffe stops at the first iteration. Use one of `fixed`, `step`, `exp`, `inv`, `multistep`, `poly`, `sigmoid`.',
  },
  { shows: "a policy of BVLC's Caffe", net: solver('lr_policy: "fixed"\n'), marks: [] },
  {
    shows: 'a policy of a fork',
    net: solver('lr_policy: "plateau"\n'),
    settings: { dialect: 'ssd' },
    marks: [],
  },
  {
    shows: 'a fork that may have additional policies',
    net: solver('lr_policy: "cosine"\n'),
    settings: { dialect: 'caffe-windows' },
    marks: [],
  },
]);

checkFixes([
  {
    shows: 'the fix corrects the case of a policy',
    bad: solver('lr_policy: ⟦"Fixed"⟧\n'),
    code: 'solver-lr-policy',
    fixed: solver('lr_policy: "fixed"\n'),
  },
  {
    shows: 'the fix adds a missing policy',
    bad: `⟦net⟧: "n"
base_lr: 0.1
max_iter: 9
`,
    code: 'solver-lr-policy',
    fixed: solver('lr_policy: "fixed"\n'),
  },
]);
