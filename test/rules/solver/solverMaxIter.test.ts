import { checkRule } from '../../support/ruleTable.ts';

const solver = (fields: string) => `net: "n"
base_lr: 0.1
lr_policy: "fixed"
${fields}`;

checkRule('solver-max-iter', [
  {
    shows: 'a broken field in another part of the file',
    net: 'train_state { stage: "a" }\nnet: "n"\nbase_lr: 0.1\nlr_policy: "fixed"\nmax_iter:\ntest_state { stage: "a" }\n',
    marks: [],
  },
  {
    shows: 'no `max_iter`',
    net: solver(''),
    marks: ['net'],
    messages: '`max_iter` is missing: the number of iterations is 0, so `caffe train` ends immediately.',
  },
  { shows: 'a positive number', net: solver('max_iter: 9\n'), marks: [] },
  { shows: 'an explicit 0, to run only the first test', net: solver('max_iter: 0\n'), marks: [] },
]);
