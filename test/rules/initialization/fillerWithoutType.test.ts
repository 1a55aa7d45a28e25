import { checkRule } from '../../support/ruleTable.ts';
import { image, layer } from '../../support/smallNets.ts';

const filled = (filler: string) =>
  image +
  layer(
    'c',
    'Convolution',
    ['x'],
    ['c'],
    `convolution_param { num_output: 2 kernel_size: 3 bias_filler { ${filler} } } `,
  );

checkRule('filler-without-type', [
  { shows: 'a deviation', net: filled('std: 0.1'), marks: ['std: 0.1'], says: '"gaussian"' },
  { shows: 'ends of a range', net: filled('min: -1 max: 1'), marks: ['min: -1'], says: '"uniform"' },
  { shows: 'a constant', net: filled('value: 0.1'), marks: [] },
  { shows: 'a type', net: filled('type: "gaussian" std: 0.1'), marks: [] },
  { shows: 'nothing', net: filled(''), marks: [] },
]);
