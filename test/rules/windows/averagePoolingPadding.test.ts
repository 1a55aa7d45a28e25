import assert from 'node:assert/strict';
import { test } from 'node:test';
import { diagnostics } from '../../../server/src/features/diagnostics/diagnostics.ts';
import { checkFixes } from '../../support/fixTable.ts';
import { open } from '../../support/fixture.ts';
import { checkRule } from '../../support/ruleTable.ts';
import { image, layer } from '../../support/smallNets.ts';

const pool = (param: string) => image + layer('p', 'Pooling', ['x'], ['p'], `pooling_param { ${param} } `);

checkRule('average-pooling-padding', [
  { shows: 'padding on both sides', net: pool('pool: AVE kernel_size: 3 pad: 1'), marks: ['1'] },
  { shows: 'padding on one side', net: pool('pool: AVE kernel_size: 3 pad_h: 0 pad_w: 1'), marks: ['1'] },
  { shows: 'a maximum', net: pool('pool: MAX kernel_size: 3 pad: 1'), marks: [] },
  { shows: 'no padding', net: pool('pool: AVE kernel_size: 3 pad: 0'), marks: [] },
  { shows: 'the whole image', net: pool('pool: AVE global_pooling: true'), marks: [] },
]);

checkFixes([
  {
    shows: 'padding on two sides',
    bad: pool('pool: AVE kernel_size: 3 pad_h: ⟦1⟧ pad_w: 1 stride: 1'),
    code: 'average-pooling-padding',
    fixed: pool('pool: AVE kernel_size: 3 stride: 1'),
  },
]);

test('average-pooling-padding: a branch that has to keep its size is left alone', () => {
  const joined = pool('pool: AVE kernel_size: 3 stride: 1 pad: 1') + layer('j', 'Concat', ['x', 'p'], ['j']);
  const [finding] = diagnostics(open(joined)).filter(({ code }) => code === 'average-pooling-padding');
  assert.deepEqual(finding?.fixes?.(), []);
});
