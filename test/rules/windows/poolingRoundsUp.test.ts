import assert from 'node:assert/strict';
import { test } from 'node:test';
import { diagnostics } from '../../../server/src/features/diagnostics/diagnostics.ts';
import { open } from '../../support/fixture.ts';
import { checkRule } from '../../support/ruleTable.ts';

const pool = (
  param: string,
) => `layer { name: "x" type: "Input" top: "x" input_param { shape { dim: 1 dim: 3 dim: 8 dim: 8 } } }
layer { name: "p" type: "Pooling" bottom: "x" top: "p" pooling_param { ${param} } }
`;

checkRule('pooling-rounds-up', [
  {
    shows: 'windows that do not fit evenly',
    net: pool('kernel_size: 3 stride: 2'),
    marks: ['"Pooling"'],
    messages: 'The output size for 8 is rounded up to 4; a convolution with this window gives 3.',
  },
  { shows: 'windows that fit evenly', net: pool('kernel_size: 2 stride: 2'), marks: [] },
  { shows: 'a stride of 1', net: pool('kernel_size: 3'), marks: [] },
  { shows: 'a last window that Caffe removes', net: pool('kernel_size: 2 stride: 3 pad: 1'), marks: [] },
  { shows: '`round_mode: FLOOR`', net: pool('kernel_size: 3 stride: 2 round_mode: FLOOR'), marks: [] },
  { shows: 'global pooling', net: pool('global_pooling: true'), marks: [] },
]);

test('pooling-rounds-up: no fix if a different branch has the larger size', () => {
  const net = `layer { name: "x" type: "Input" top: "x" input_param { shape { dim: 1 dim: 3 dim: 8 dim: 8 } } }
layer { name: "p" type: "Pooling" bottom: "x" top: "p" pooling_param { kernel_size: 3 stride: 2 } }
layer { name: "c" type: "Convolution" bottom: "x" top: "c" convolution_param { num_output: 2 kernel_size: 3 stride: 2 pad: 1 } }
layer { name: "j" type: "Concat" bottom: "p" bottom: "c" top: "j" }
`;
  const [finding] = diagnostics(open(net)).filter(({ code }) => code === 'pooling-rounds-up');
  assert.deepEqual(finding?.fixes?.(), []);
});
