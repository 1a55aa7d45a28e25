import { checkFixes } from '../../support/fixTable.ts';
import { checkRule } from '../../support/ruleTable.ts';
import { layer, pair } from '../../support/smallNets.ts';

const join = (param: string) =>
  pair + layer('e', 'Eltwise', ['a', 'b'], ['e'], `eltwise_param { ${param} } `);

checkRule('eltwise-coeff-ignored', [
  { shows: 'factors of a maximum', net: join('operation: MAX coeff: 1 coeff: 2'), marks: ['1'] },
  { shows: 'factors of a sum', net: join('operation: SUM coeff: 1 coeff: 2'), marks: [] },
  { shows: 'a maximum alone', net: join('operation: MAX'), marks: [] },
]);

checkFixes([
  {
    shows: 'a list goes as a whole',
    bad: join('operation: MAX coeff: [⟦1⟧, -1]'),
    code: 'eltwise-coeff-ignored',
    fixed: join('operation: MAX'),
  },
]);
