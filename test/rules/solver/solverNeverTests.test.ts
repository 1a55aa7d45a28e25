import { checkRule } from '../../support/ruleTable.ts';

const solver = (fields: string, net = 'net: "n"') => `${net}
base_lr: 0.1
lr_policy: "fixed"
max_iter: 9
${fields}
`;

checkRule('solver-never-tests', [
  {
    shows: 'a broken field in another part of the file',
    net: 'train_state { stage: "a" }\nnet: "n"\nbase_lr: 0.1\nlr_policy: "fixed"\nmax_iter: 9\ntest_interval: 5\ntest_state { stage: "a" }\ntest_iter:\n',
    marks: [],
  },
  {
    shows: '`test_interval` only',
    net: solver('test_interval: 5'),
    marks: ['5'],
    messages:
      'The solver never tests: without `test_iter`, the number of batches of a test, Caffe builds no test net.',
  },
  { shows: '`test_interval` and `test_iter`', net: solver('test_interval: 5 test_iter: 9'), marks: [] },
  { shows: 'neither field', net: solver(''), marks: [] },
  { shows: 'a net for training only', net: solver('test_interval: 5', 'train_net: "n"'), marks: [] },
]);
