import { checkFixes } from '../../support/fixTable.ts';
import { checkRule } from '../../support/ruleTable.ts';
import { inner, pair } from '../../support/smallNets.ts';

const named = (name: string, bottom: string, spec: string) =>
  inner(name, bottom).replace('}\n', `param { ${spec} } }\n`);

checkRule('shared-param-rate', [
  {
    shows: 'a branch that is to be frozen alone',
    net: pair + named('one', 'a', 'name: "w"') + named('two', 'b', 'name: "w" lr_mult: 0'),
    marks: ['0'],
    says: 'holds for `one` too',
  },
  {
    shows: 'the decay, where the owner has another rate',
    net:
      pair +
      named('one', 'a', 'name: "w" lr_mult: 1') +
      named('two', 'b', 'name: "w" lr_mult: 1 decay_mult: 0'),
    marks: ['0'],
    says: '`decay_mult: 0`',
  },
  {
    shows: 'the rate that all have',
    net: pair + named('one', 'a', 'name: "w"') + named('two', 'b', 'name: "w" lr_mult: 1'),
    marks: [],
  },
  {
    shows: 'a rate that both write',
    net: pair + named('one', 'a', 'name: "w" lr_mult: 2') + named('two', 'b', 'name: "w" lr_mult: 2'),
    marks: [],
  },
  {
    shows: 'a rate of the owner alone',
    net: pair + named('one', 'a', 'name: "w" lr_mult: 0') + named('two', 'b', 'name: "w"'),
    marks: [],
  },
  {
    shows: 'no name',
    net: pair + named('one', 'a', 'lr_mult: 0') + named('two', 'b', 'lr_mult: 3'),
    marks: [],
  },
]);

checkFixes([
  {
    shows: 'the owner says what holds for it',
    bad: pair + named('one', 'a', 'name: "w"') + named('two', 'b', 'name: "w" lr_mult: ⟦0.5⟧'),
    code: 'shared-param-rate',
    fixed: pair + named('one', 'a', 'name: "w" lr_mult: 0.5') + named('two', 'b', 'name: "w" lr_mult: 0.5'),
  },
]);
