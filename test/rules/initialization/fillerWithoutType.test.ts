import { checkRule } from '../../support/ruleTable.ts';

const filled = (
  filler: string,
) => `layer { name: "x" type: "Input" top: "x" input_param { shape { dim: 1 dim: 3 dim: 8 dim: 8 } } }
layer { name: "c" type: "Convolution" bottom: "x" top: "c" convolution_param { num_output: 2 kernel_size: 3 bias_filler { ${filler} } } }
`;

checkRule('filler-without-type', [
  {
    shows: '`std` without a type',
    net: filled('std: 0.1'),
    marks: ['std: 0.1'],
    messages:
      'Without a `type` the filler is `constant`, so `std` has no effect. Did you mean `type: "gaussian"`?',
  },
  {
    shows: '`min` and `max` without a type',
    net: filled('min: -1 max: 1'),
    marks: ['min: -1'],
    messages:
      'Without a `type` the filler is `constant`, so `min` has no effect. Did you mean `type: "uniform"`?',
  },
  { shows: '`value` without a type', net: filled('value: 0.1'), marks: [] },
  { shows: 'an explicit type', net: filled('type: "gaussian" std: 0.1'), marks: [] },
  { shows: 'an empty filler', net: filled(''), marks: [] },
]);
