import { checkRule } from '../../support/ruleTable.ts';
import { image, layer } from '../../support/smallNets.ts';

const pool = (param: string) => image + layer('p', 'Pooling', ['x'], ['p'], `pooling_param { ${param} } `);

checkRule('partial-kernel-ignored', [
  { shows: 'a height', net: pool('kernel_size: 2 kernel_h: 3'), marks: ['3'], says: '`kernel_h`' },
  { shows: 'a width', net: pool('kernel_w: 3 kernel_size: 2'), marks: ['3'], says: '`kernel_w`' },
  { shows: 'both sides', net: pool('kernel_h: 2 kernel_w: 3'), marks: [] },
  { shows: 'one number', net: pool('kernel_size: 2'), marks: [] },
  { shows: 'what Caffe refuses', net: pool('kernel_size: 2 kernel_h: 2 kernel_w: 2'), marks: [] },
]);
