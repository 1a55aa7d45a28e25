import { checkRule } from '../../support/ruleTable.ts';

const solver = (fields: string) => `net: "n"\nbase_lr: 0.1\nmax_iter: 9\n${fields}\n`;

checkRule('solver-field-ignored', [
  {
    shows: 'a type that nobody knows',
    net: solver('lr_policy: "fixed" type: "Mystery" momentum2: 0.9'),
    marks: [],
  },
  {
    shows: 'fields of other policies',
    net: solver('lr_policy: "fixed" gamma: 0.1 stepsize: 5'),
    marks: ['0.1', '5'],
  },
  { shows: 'fields of the policy', net: solver('lr_policy: "step" gamma: 0.1 stepsize: 5'), marks: [] },
  { shows: 'a policy that nobody knows', net: solver('lr_policy: "bogus" gamma: 0.1'), marks: [] },
  {
    shows: 'a field of another type',
    net: solver('lr_policy: "fixed" momentum2: 0.9'),
    marks: ['0.9'],
    says: '`SGD`',
  },
  {
    shows: 'a field of the type',
    net: solver('lr_policy: "fixed" type: "Adam" momentum2: 0.9 delta: 1e-8'),
    marks: [],
  },
  { shows: 'an old type', net: solver('lr_policy: "fixed" solver_type: ADAM momentum2: 0.9'), marks: [] },
]);
