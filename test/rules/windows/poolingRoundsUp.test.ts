import assert from 'node:assert/strict';
import { test } from 'node:test';
import { diagnostics } from '../../../server/src/features/diagnostics/diagnostics.ts';
import { open } from '../../support/fixture.ts';
import { checkRule } from '../../support/ruleTable.ts';
import { image, layer } from '../../support/smallNets.ts';

const pool = (param: string) => image + layer('p', 'Pooling', ['x'], ['p'], `pooling_param { ${param} } `);

checkRule('pooling-rounds-up', [
  {
    shows: 'windows that do not fit evenly',
    net: pool('kernel_size: 3 stride: 2'),
    marks: ['"Pooling"'],
    says: '8 becomes 4; a convolution with this window would give 3',
  },
  { shows: 'windows that fit', net: pool('kernel_size: 2 stride: 2'), marks: [] },
  { shows: 'a stride of 1', net: pool('kernel_size: 3'), marks: [] },
  { shows: 'a last window that Caffe drops', net: pool('kernel_size: 2 stride: 3 pad: 1'), marks: [] },
  { shows: 'rounding down', net: pool('kernel_size: 3 stride: 2 round_mode: FLOOR'), marks: [] },
  { shows: 'the whole image', net: pool('global_pooling: true'), marks: [] },
]);

test('pooling-rounds-up: nothing is offered where another branch has the larger size', () => {
  const branch = layer(
    'c',
    'Convolution',
    ['x'],
    ['c'],
    'convolution_param { num_output: 2 kernel_size: 3 stride: 2 pad: 1 } ',
  );
  const joined = pool('kernel_size: 3 stride: 2') + branch + layer('j', 'Concat', ['p', 'c'], ['j']);
  const [found] = diagnostics(open(joined)).filter(({ code }) => code === 'pooling-rounds-up');
  assert.deepEqual(found?.fixes?.(), []);
});
