import { checkRule } from '../../support/ruleTable.ts';

const solver = (fields: string) => `net: "n"\nbase_lr: 0.1\nlr_policy: "fixed"\n${fields}`;

checkRule('solver-max-iter', [
  { shows: 'none', net: solver(''), marks: ['net'] },
  { shows: 'a number', net: solver('max_iter: 9\n'), marks: [] },
  { shows: 'a 0 that is meant: only the first test is wanted', net: solver('max_iter: 0\n'), marks: [] },
]);
