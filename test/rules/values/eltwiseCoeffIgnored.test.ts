import { checkFixes } from '../../support/fixTable.ts';
import { checkRule } from '../../support/ruleTable.ts';

const join = (
  param: string,
) => `layer { name: "in" type: "Input" top: "a" top: "b" input_param { shape { dim: 8 dim: 4 } } }
layer { name: "e" type: "Eltwise" bottom: "a" bottom: "b" top: "e" eltwise_param { ${param} } }
`;

checkRule('eltwise-coeff-ignored', [
  {
    shows: 'coefficients of a maximum',
    net: join('operation: MAX coeff: 1 coeff: 2'),
    marks: ['1'],
    messages: '`coeff` applies only to `operation: SUM`; Caffe ignores it with `operation: MAX`.',
  },
  { shows: 'coefficients of a sum', net: join('operation: SUM coeff: 1 coeff: 2'), marks: [] },
  { shows: 'a maximum without coefficients', net: join('operation: MAX'), marks: [] },
]);

checkFixes([
  {
    shows: 'the fix removes a whole list',
    bad: join('operation: MAX coeff: [⟦1⟧, -1]'),
    code: 'eltwise-coeff-ignored',
    fixed: join('operation: MAX'),
  },
]);
