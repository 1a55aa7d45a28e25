import { checkRule } from '../../support/ruleTable.ts';

const relu = (
  rules: string,
) => `layer { name: "x" type: "Input" top: "x" input_param { shape { dim: 1 dim: 3 dim: 8 dim: 8 } } }
layer { name: "r" type: "ReLU" bottom: "x" top: "r" ${rules}}
`;

checkRule('never-included', [
  {
    shows: 'two `exclude` rules that leave one combination of stages',
    net: `layer { name: "x" type: "Input" top: "x" input_param { shape { dim: 1 dim: 3 dim: 8 dim: 8 } } }
layer { name: "r" type: "ReLU" bottom: "x" top: "r" exclude { not_stage: "a" } exclude { stage: "a" stage: "b" } }
`,
    marks: [],
  },
  {
    shows: 'two `exclude` rules: with a stage, and without it',
    net: `layer { name: "x" type: "Input" top: "x" input_param { shape { dim: 1 dim: 3 dim: 8 dim: 8 } } }
layer { name: "r" type: "ReLU" bottom: "x" top: "r" exclude { not_stage: "a" } exclude { stage: "a" } }
`,
    marks: ['exclude'],
    messages:
      '`r` is never built: its `include` or `exclude` rules exclude it for every phase, level and stage.',
  },
  {
    shows: 'a level range that is empty',
    net: relu('include { min_level: 2 max_level: 1 } '),
    marks: ['include'],
    messages:
      '`r` is never built: its `include` or `exclude` rules exclude it for every phase, level and stage.',
  },
  {
    shows: 'a stage that is both required and excluded',
    net: relu('include { stage: "a" not_stage: "a" } '),
    marks: ['include'],
    messages:
      '`r` is never built: its `include` or `exclude` rules exclude it for every phase, level and stage.',
  },
  {
    shows: 'an empty `exclude` rule',
    net: relu('exclude { } '),
    marks: ['exclude'],
    messages:
      '`r` is never built: its `include` or `exclude` rules exclude it for every phase, level and stage.',
  },
  { shows: 'one phase', net: relu('include { phase: TEST } '), marks: [] },
  {
    shows: 'stages that can be requested',
    net: relu('include { stage: "deploy" not_stage: "val" } '),
    marks: [],
  },
  { shows: 'a high level', net: relu('include { min_level: 7 } '), marks: [] },
  {
    shows: 'a level between two excluded ranges',
    net: relu('exclude { max_level: 3 } exclude { min_level: 5 } '),
    marks: [],
  },
  { shows: 'an empty `include` rule', net: relu('include { } '), marks: [] },
  {
    shows: 'one of two `include` rules can be met',
    net: relu('include { min_level: 2 max_level: 1 } include { phase: TRAIN } '),
    marks: [],
  },
]);
