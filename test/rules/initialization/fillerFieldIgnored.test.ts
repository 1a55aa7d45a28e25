import { checkRule } from '../../support/ruleTable.ts';
import { image, layer } from '../../support/smallNets.ts';

const filled = (filler: string) =>
  image +
  layer(
    'c',
    'Convolution',
    ['x'],
    ['c'],
    `convolution_param { num_output: 2 kernel_size: 3 weight_filler { ${filler} } } `,
  );

checkRule('filler-field-ignored', [
  { shows: 'a deviation of xavier', net: filled('type: "xavier" std: 0.1'), marks: ['std: 0.1'] },
  { shows: 'two at once', net: filled('type: "constant" mean: 0 std: 1'), marks: ['mean: 0', 'std: 1'] },
  { shows: 'the deviation of a gaussian', net: filled('type: "gaussian" mean: 0 std: 0.1'), marks: [] },
  { shows: 'how msra takes its deviation', net: filled('type: "msra" variance_norm: AVERAGE'), marks: [] },
  { shows: 'no type, which another rule speaks of', net: filled('std: 0.1'), marks: [] },
  { shows: 'a filler of a fork', net: filled('type: "identity" std: 0.1'), marks: [] },
]);
