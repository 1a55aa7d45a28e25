import { checkRule } from '../../support/ruleTable.ts';

const solver = (fields: string, rate = 'base_lr: 0.1') => `net: "n"\n${rate}\nmax_iter: 9\n${fields}\n`;

checkRule('solver-lr-policy-field', [
  { shows: 'no step', net: solver('lr_policy: "step" gamma: 0.1'), marks: ['"step"'], says: '`stepsize`' },
  { shows: 'a step of 0', net: solver('lr_policy: "step" gamma: 0.1 stepsize: 0'), marks: ['0'] },
  { shows: 'no factor', net: solver('lr_policy: "exp"'), marks: ['"exp"'], says: '`gamma`' },
  { shows: 'a negative factor', net: solver('lr_policy: "exp" gamma: -1'), marks: ['-1'] },
  {
    shows: 'no steps',
    net: solver('lr_policy: "multistep" gamma: 0.1'),
    marks: ['"multistep"'],
    says: 'never change',
  },
  {
    shows: 'steps in the wrong order',
    net: solver('lr_policy: "multistep" gamma: 0.1 stepvalue: 20 stepvalue: 10'),
    marks: ['10'],
    says: 'only after 20',
  },
  { shows: 'no rate', net: solver('lr_policy: "fixed"', ''), marks: ['net'] },
  { shows: 'fixed', net: solver('lr_policy: "fixed"'), marks: [] },
  { shows: 'step', net: solver('lr_policy: "step" gamma: 0.1 stepsize: 5'), marks: [] },
  {
    shows: 'multistep',
    net: solver('lr_policy: "multistep" gamma: 0.1 stepvalue: 10 stepvalue: 20'),
    marks: [],
  },
  { shows: 'poly', net: solver('lr_policy: "poly" power: 0.9'), marks: [] },
  { shows: 'inv', net: solver('lr_policy: "inv" gamma: 0.1 power: 0.75'), marks: [] },
  { shows: 'sigmoid', net: solver('lr_policy: "sigmoid" gamma: 0.1 stepsize: 5'), marks: [] },
  { shows: 'a policy that nobody knows', net: solver('lr_policy: "bogus"'), marks: [] },
]);
