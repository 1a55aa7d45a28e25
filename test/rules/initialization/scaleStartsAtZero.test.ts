import { checkRule } from '../../support/ruleTable.ts';

const scale = (
  param: string,
) => `layer { name: "in" type: "Input" top: "a" top: "b" input_param { shape { dim: 8 dim: 4 } } }
layer { name: "s" type: "Scale" bottom: "a" top: "s" scale_param { ${param} } }
layer { name: "l" type: "EuclideanLoss" bottom: "s" bottom: "b" top: "l" }
`;

checkRule('scale-starts-at-zero', [
  {
    shows: 'an empty filler',
    net: scale('filler { }'),
    marks: ['filler'],
    messages:
      'The factors of `s` start at 0: the `value` of its constant filler is 0 by default. (TRAIN phase only)',
  },
  {
    shows: 'a constant without a value',
    net: scale('filler { type: "constant" }'),
    marks: ['filler'],
    messages:
      'The factors of `s` start at 0: the `value` of its constant filler is 0 by default. (TRAIN phase only)',
  },
  { shows: 'a constant of 1', net: scale('filler { value: 1 }'), marks: [] },
  { shows: 'an explicit 0', net: scale('filler { value: 0 }'), marks: [] },
  { shows: 'no filler', net: scale('bias_term: true'), marks: [] },
  { shows: 'a filler for the bias only', net: scale('bias_term: true bias_filler { }'), marks: [] },
  { shows: 'a random filler', net: scale('filler { type: "uniform" }'), marks: [] },
  {
    shows: 'a net that is not trained',
    net: `layer { name: "in" type: "Input" top: "a" top: "b" input_param { shape { dim: 8 dim: 4 } } }
layer { name: "s" type: "Scale" bottom: "a" top: "s" scale_param { filler { } } }

`,
    marks: [],
  },
]);
