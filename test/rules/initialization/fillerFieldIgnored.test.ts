import { checkRule } from '../../support/ruleTable.ts';

const filled = (
  filler: string,
) => `layer { name: "x" type: "Input" top: "x" input_param { shape { dim: 1 dim: 3 dim: 8 dim: 8 } } }
layer { name: "c" type: "Convolution" bottom: "x" top: "c" convolution_param { num_output: 2 kernel_size: 3 weight_filler { ${filler} } } }
`;

checkRule('filler-field-ignored', [
  {
    shows: '`std` of an `xavier` filler',
    net: filled('type: "xavier" std: 0.1'),
    marks: ['std: 0.1'],
    messages: '`std` has no effect in a `xavier` filler.',
  },
  {
    shows: 'two fields of a `constant` filler',
    net: filled('type: "constant" mean: 0 std: 1'),
    marks: ['mean: 0', 'std: 1'],
    messages: ['`mean` has no effect in a `constant` filler.', '`std` has no effect in a `constant` filler.'],
  },
  { shows: '`std` of a `gaussian` filler', net: filled('type: "gaussian" mean: 0 std: 0.1'), marks: [] },
  {
    shows: '`variance_norm` of an `msra` filler',
    net: filled('type: "msra" variance_norm: AVERAGE'),
    marks: [],
  },
  { shows: 'a filler without a type, which another rule reports', net: filled('std: 0.1'), marks: [] },
  { shows: 'a filler of a fork', net: filled('type: "identity" std: 0.1'), marks: [] },
]);
