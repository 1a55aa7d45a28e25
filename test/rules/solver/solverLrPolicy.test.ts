import { checkFixes } from '../../support/fixTable.ts';
import { checkRule } from '../../support/ruleTable.ts';

const solver = (fields: string) => `net: "n"\nbase_lr: 0.1\nmax_iter: 9\n${fields}`;

checkRule('solver-lr-policy', [
  { shows: 'a policy that nobody knows', net: solver('lr_policy: "cosine"\n'), marks: ['"cosine"'] },
  { shows: 'none', net: solver(''), marks: ['net'] },
  { shows: 'one of Caffe', net: solver('lr_policy: "fixed"\n'), marks: [] },
  { shows: 'one of a fork', net: solver('lr_policy: "plateau"\n'), settings: { dialect: 'ssd' }, marks: [] },
  {
    shows: 'a fork that may have more',
    net: solver('lr_policy: "cosine"\n'),
    settings: { dialect: 'caffe-windows' },
    marks: [],
  },
]);

checkFixes([
  {
    shows: 'a policy in capitals',
    bad: solver('lr_policy: ⟦"Fixed"⟧\n'),
    code: 'solver-lr-policy',
    fixed: solver('lr_policy: "fixed"\n'),
  },
  {
    shows: 'a policy where there was none',
    bad: solver('').replace('net', '⟦net⟧'),
    code: 'solver-lr-policy',
    fixed: solver('lr_policy: "fixed"\n'),
  },
]);
