import assert from 'node:assert/strict';
import { test } from 'node:test';
import { diagnostics } from '../../../server/src/features/diagnostics/diagnostics.ts';
import { checkFixes } from '../../support/fixTable.ts';
import { open } from '../../support/fixture.ts';
import { checkRule } from '../../support/ruleTable.ts';

const pool = (
  param: string,
) => `layer { name: "x" type: "Input" top: "x" input_param { shape { dim: 1 dim: 3 dim: 8 dim: 8 } } }
layer { name: "p" type: "Pooling" bottom: "x" top: "p" pooling_param { ${param} } }
`;

checkRule('average-pooling-padding', [
  {
    shows: 'padding on both axes',
    net: pool('pool: AVE kernel_size: 3 pad: 1'),
    marks: ['1'],
    messages:
      'The zeros of the padding count in the mean: Caffe divides by the size of the whole window, not of its part inside the input.',
  },
  {
    shows: 'padding on one axis',
    net: pool('pool: AVE kernel_size: 3 pad_h: 0 pad_w: 1'),
    marks: ['1'],
    messages:
      'The zeros of the padding count in the mean: Caffe divides by the size of the whole window, not of its part inside the input.',
  },
  { shows: 'a maximum', net: pool('pool: MAX kernel_size: 3 pad: 1'), marks: [] },
  { shows: 'no padding', net: pool('pool: AVE kernel_size: 3 pad: 0'), marks: [] },
  { shows: 'global pooling', net: pool('pool: AVE global_pooling: true'), marks: [] },
]);

checkFixes([
  {
    shows: 'the fix removes the padding of both axes',
    bad: pool('pool: AVE kernel_size: 3 pad_h: ⟦1⟧ pad_w: 1 stride: 1'),
    code: 'average-pooling-padding',
    fixed: pool('pool: AVE kernel_size: 3 stride: 1'),
  },
]);

test('average-pooling-padding: no fix if a different branch needs the larger size', () => {
  const net = `layer { name: "x" type: "Input" top: "x" input_param { shape { dim: 1 dim: 3 dim: 8 dim: 8 } } }
layer { name: "p" type: "Pooling" bottom: "x" top: "p" pooling_param { pool: AVE kernel_size: 3 stride: 1 pad: 1 } }
layer { name: "j" type: "Concat" bottom: "x" bottom: "p" top: "j" }
`;
  const [finding] = diagnostics(open(net)).filter(({ code }) => code === 'average-pooling-padding');
  assert.deepEqual(finding?.fixes?.(), []);
});
