import { checkRule } from '../../support/ruleTable.ts';
import { image, layer } from '../../support/smallNets.ts';

const conv = (outputs: string) =>
  image +
  layer('c', 'Convolution', ['x'], ['c'], `convolution_param { num_output: ${outputs} kernel_size: 3 } `);

checkRule('octal-number', [
  { shows: 'a leading zero', net: conv('010'), marks: ['010'], says: '`num_output` is 8' },
  { shows: 'several of them', net: conv('0012'), marks: ['0012'] },
  { shows: 'a list', net: image.replace('dim: 1 dim: 3', 'dim: [012, 3]'), marks: ['012'] },
  { shows: 'a number that is the same in both', net: conv('07'), marks: [] },
  { shows: 'zero', net: conv('4').replace('kernel_size: 3', 'kernel_size: 3 pad: 00'), marks: [] },
  { shows: 'a number in base 16', net: conv('0x10'), marks: [] },
  { shows: 'a string', net: conv('4').replace('"c"', '"010"'), marks: [] },
  {
    shows: 'a number with a fraction',
    net: image + layer('d', 'Dropout', ['x'], ['d'], 'dropout_param { dropout_ratio: 0.25 } '),
    marks: [],
  },
]);
