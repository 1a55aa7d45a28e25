import { checkRule } from '../../support/ruleTable.ts';

const solver = (fields: string, net = 'net: "n"') =>
  `${net}\nbase_lr: 0.1\nlr_policy: "fixed"\nmax_iter: 9\n${fields}\n`;

checkRule('solver-never-tests', [
  { shows: 'an interval alone', net: solver('test_interval: 5'), marks: ['5'] },
  { shows: 'an interval and batches', net: solver('test_interval: 5 test_iter: 9'), marks: [] },
  { shows: 'neither', net: solver(''), marks: [] },
  { shows: 'a net for training alone', net: solver('test_interval: 5', 'train_net: "n"'), marks: [] },
]);
