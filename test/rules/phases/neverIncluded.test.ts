import { checkRule } from '../../support/ruleTable.ts';
import { image, layer } from '../../support/smallNets.ts';

const relu = (rules: string) => image + layer('r', 'ReLU', ['x'], ['r'], rules);

checkRule('never-included', [
  {
    shows: 'a state between two rules, with one of their stages',
    net: `${image}${layer('r', 'ReLU', ['x'], ['r'], 'exclude { not_stage: "a" } exclude { stage: "a" stage: "b" } ')}`,
    marks: [],
  },
  {
    shows: 'a stage that is and is not',
    net: `${image}${layer('r', 'ReLU', ['x'], ['r'], 'exclude { not_stage: "a" } exclude { stage: "a" } ')}`,
    marks: ['exclude'],
  },
  {
    shows: 'levels that exclude each other',
    net: relu('include { min_level: 2 max_level: 1 } '),
    marks: ['include'],
  },
  {
    shows: 'a stage and not that stage',
    net: relu('include { stage: "a" not_stage: "a" } '),
    marks: ['include'],
  },
  { shows: 'an exclusion that always holds', net: relu('exclude { } '), marks: ['exclude'] },
  { shows: 'one phase', net: relu('include { phase: TEST } '), marks: [] },
  {
    shows: 'a stage that somebody may ask for',
    net: relu('include { stage: "deploy" not_stage: "val" } '),
    marks: [],
  },
  { shows: 'a high level', net: relu('include { min_level: 7 } '), marks: [] },
  {
    shows: 'a level between the excluded ones',
    net: relu('exclude { max_level: 3 } exclude { min_level: 5 } '),
    marks: [],
  },
  { shows: 'an inclusion that always holds', net: relu('include { } '), marks: [] },
  {
    shows: 'one of two rules',
    net: relu('include { min_level: 2 max_level: 1 } include { phase: TRAIN } '),
    marks: [],
  },
]);
