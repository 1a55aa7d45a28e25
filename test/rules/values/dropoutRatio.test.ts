import { checkRule } from '../../support/ruleTable.ts';

const drop = (
  ratio: string,
) => `layer { name: "x" type: "Input" top: "x" input_param { shape { dim: 1 dim: 3 dim: 8 dim: 8 } } }
layer { name: "d" type: "Dropout" bottom: "x" top: "d" dropout_param { ${ratio} } }
`;

checkRule('dropout-ratio', [
  {
    shows: 'a percentage',
    net: drop('dropout_ratio: 50'),
    marks: ['50'],
    messages:
      '`dropout_ratio` is 50; it must be at least 0 and less than 1, the fraction of the values to drop.',
  },
  {
    shows: 'a ratio of 1',
    net: drop('dropout_ratio: 1'),
    marks: ['1'],
    messages:
      '`dropout_ratio` is 1; it must be at least 0 and less than 1, the fraction of the values to drop.',
  },
  {
    shows: 'a negative ratio',
    net: drop('dropout_ratio: -0.5'),
    marks: ['-0.5'],
    messages:
      '`dropout_ratio` is -0.5; it must be at least 0 and less than 1, the fraction of the values to drop.',
  },
  { shows: 'a ratio of 0.5', net: drop('dropout_ratio: 0.5'), marks: [] },
  { shows: 'a ratio of 0', net: drop('dropout_ratio: 0'), marks: [] },
  { shows: 'the default', net: drop(''), marks: [] },
]);
