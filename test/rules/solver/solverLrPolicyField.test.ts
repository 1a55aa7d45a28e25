import { checkFixes } from '../../support/fixTable.ts';
import { checkRule } from '../../support/ruleTable.ts';

const solver = (fields: string, rate = 'base_lr: 0.1') => `net: "n"
${rate}
max_iter: 9
${fields}
`;

checkRule('solver-lr-policy-field', [
  {
    shows: 'a broken field in another part of the file',
    net: 'train_state { stage: "a" }\nnet: "n"\nbase_lr: 0.1\nlr_policy: "step"\nstepsize: 5\nmax_iter: 9\ntest_state { stage: "a" }\ngamma:\n',
    marks: [],
  },
  {
    shows: '`step` without `stepsize`',
    net: solver('lr_policy: "step" gamma: 0.1'),
    marks: ['"step"'],
    messages: 'The policy `step` requires `stepsize`; without it, Caffe stops at the first iteration.',
  },
  {
    shows: '`step` with a `stepsize` of 0',
    net: solver('lr_policy: "step" gamma: 0.1 stepsize: 0'),
    marks: ['0'],
    messages: '`stepsize` must be 1 or more; otherwise Caffe stops at the first iteration.',
  },
  {
    shows: '`exp` without `gamma`',
    net: solver('lr_policy: "exp"'),
    marks: ['"exp"'],
    messages: 'The policy `exp` requires `gamma`; without it, the learning rate is 0 after the first step.',
  },
  {
    shows: '`exp` with a negative `gamma`',
    net: solver('lr_policy: "exp" gamma: -1'),
    marks: ['-1'],
    messages: '`gamma` must not be negative; otherwise Caffe stops at the first iteration.',
  },
  {
    shows: '`multistep` without `stepvalue`',
    net: solver('lr_policy: "multistep" gamma: 0.1'),
    marks: ['"multistep"'],
    messages: 'The policy `multistep` requires `stepvalue`; without it, the learning rate never changes.',
  },
  {
    shows: '`multistep` with decreasing `stepvalue`',
    net: solver('lr_policy: "multistep" gamma: 0.1 stepvalue: 20 stepvalue: 10'),
    marks: ['10'],
    messages: '`stepvalue` must increase: Caffe applies 10 only after 20.',
  },
  {
    shows: 'no `base_lr`',
    net: solver('lr_policy: "fixed"', ''),
    marks: ['net'],
    messages: 'The learning rate is 0; set `base_lr`.',
  },
  { shows: 'a complete `fixed`', net: solver('lr_policy: "fixed"'), marks: [] },
  { shows: 'a complete `step`', net: solver('lr_policy: "step" gamma: 0.1 stepsize: 5'), marks: [] },
  {
    shows: 'a complete `multistep`',
    net: solver('lr_policy: "multistep" gamma: 0.1 stepvalue: 10 stepvalue: 20'),
    marks: [],
  },
  { shows: 'a complete `poly`', net: solver('lr_policy: "poly" power: 0.9'), marks: [] },
  { shows: 'a complete `inv`', net: solver('lr_policy: "inv" gamma: 0.1 power: 0.75'), marks: [] },
  { shows: 'a complete `sigmoid`', net: solver('lr_policy: "sigmoid" gamma: 0.1 stepsize: 5'), marks: [] },
  {
    shows: 'a `plateau` of SSD without the lengths of its windows',
    net: solver('lr_policy: "plateau" gamma: 0.1'),
    settings: { dialect: 'ssd' },
    marks: ['"plateau"'],
    messages: 'The policy `plateau` requires `plateau_winsize`; without it, the learning rate never changes.',
  },
  {
    shows: 'a complete `plateau`',
    net: solver('lr_policy: "plateau" gamma: 0.1 plateau_winsize: 1000'),
    settings: { dialect: 'ssd' },
    marks: [],
  },
  { shows: 'an unknown policy', net: solver('lr_policy: "bogus"'), marks: [] },
]);

const step = (fields: string) => `net: "n"
base_lr: 0.1
lr_policy: ⟦"step"⟧
gamma: 0.1
${fields}`;

checkFixes([
  {
    shows: 'a missing `stepsize`',
    bad: step('max_iter: 450000\n'),
    code: 'solver-lr-policy-field',
    title: 'Add `stepsize: 200000`',
    fixed: step('max_iter: 450000\nstepsize: 200000\n').replace(/[⟦⟧]/gu, ''),
  },
  {
    shows: 'a missing `stepsize` of a short training',
    bad: step('max_iter: 1\n'),
    code: 'solver-lr-policy-field',
    title: 'Add `stepsize: 1`',
    fixed: step('max_iter: 1\nstepsize: 1\n').replace(/[⟦⟧]/gu, ''),
  },
  {
    shows: 'a `stepsize` of 0',
    bad: `${step('max_iter: 3000').replace(/[⟦⟧]/gu, '')}\nstepsize: ⟦0⟧\n`,
    code: 'solver-lr-policy-field',
    title: 'Set `stepsize: 1000`',
    fixed: step('max_iter: 3000\nstepsize: 1000\n').replace(/[⟦⟧]/gu, ''),
  },
]);
