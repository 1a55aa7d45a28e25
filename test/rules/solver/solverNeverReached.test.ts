import { checkRule } from '../../support/ruleTable.ts';

const solver = (fields: string) => `net: "n" base_lr: 0.1 ${fields}\n`;

checkRule('solver-never-reached', [
  {
    shows: 'steps after the end',
    net: solver('lr_policy: "multistep" gamma: 0.5 stepvalue: [5, 20, 30] max_iter: 10'),
    marks: ['20', '30'],
    messages: [20, 30].map(
      (step) => `Training ends after 10 iterations, before ${step}: this step is never reached.`,
    ),
  },
  {
    shows: 'a step that is longer than the training',
    net: solver('lr_policy: "step" gamma: 0.5 stepsize: 20 max_iter: 10'),
    marks: ['20'],
    messages: 'Training ends after 10 iterations, before 20: the learning rate never changes.',
  },
  {
    shows: 'a last step at the end, which is usual',
    net: solver('lr_policy: "multistep" gamma: 0.5 stepvalue: 5 stepvalue: 10 max_iter: 10'),
    marks: [],
  },
  {
    shows: 'the center of a sigmoid',
    net: solver('lr_policy: "sigmoid" gamma: 0.5 stepsize: 20 max_iter: 10'),
    marks: [],
  },
  {
    shows: 'no end',
    net: solver('lr_policy: "step" gamma: 0.5 stepsize: 20'),
    marks: [],
  },
  {
    shows: 'fields that the policy does not read',
    net: solver('lr_policy: "fixed" stepsize: 20 max_iter: 10'),
    marks: [],
  },
]);
