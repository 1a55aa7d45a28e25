import { checkRule } from '../support/ruleTable.ts';
import { image, layer } from '../support/smallNets.ts';

const pool = (param: string) => image + layer('p', 'Pooling', ['x'], ['p'], `pooling_param { ${param} } `);

checkRule('average-pooling-padding', [
  { shows: 'padding on both sides', net: pool('pool: AVE kernel_size: 3 pad: 1'), marks: ['1'] },
  { shows: 'padding on one side', net: pool('pool: AVE kernel_size: 3 pad_h: 0 pad_w: 1'), marks: ['1'] },
  { shows: 'a maximum', net: pool('pool: MAX kernel_size: 3 pad: 1'), marks: [] },
  { shows: 'no padding', net: pool('pool: AVE kernel_size: 3 pad: 0'), marks: [] },
  { shows: 'the whole image', net: pool('pool: AVE global_pooling: true'), marks: [] },
]);
