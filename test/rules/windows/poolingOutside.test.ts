import assert from 'node:assert/strict';
import { test } from 'node:test';
import { diagnostics } from '../../../server/src/features/diagnostics/diagnostics.ts';
import { applyEdits } from '../../../server/src/text/edit.ts';
import { open } from '../../support/fixture.ts';
import { checkRule } from '../../support/ruleTable.ts';

const pool = (
  param: string,
) => `layer { name: "x" type: "Input" top: "x" input_param { shape { dim: 1 dim: 3 dim: 8 dim: 8 } } }
layer { name: "p" type: "Pooling" bottom: "x" top: "p" pooling_param { ${param} } }
`;

checkRule('pooling-outside', [
  {
    shows: 'a maximum over a window after the end',
    net: pool('kernel_size: 1 stride: 2'),
    marks: ['2'],
    messages:
      'The last window begins at 8, outside the 8 values of the input: its maximum is -FLT_MAX, and in training Caffe writes its gradient before the memory of the bottom.',
  },
  {
    shows: 'a mean over a window at the end',
    net: pool('pool: AVE kernel_size: 3 stride: 4'),
    marks: ['4'],
    messages:
      'The last window begins at 8, outside the 8 values of the input: its mean is 0 / 0, not a number.',
  },
  {
    shows: 'a mean over a window far after the end',
    net: pool('pool: AVE kernel_size: 1 stride: 5'),
    marks: ['5'],
    messages:
      'The last window begins at 10, outside the 8 values of the input: its mean is 0, without any value.',
  },
  {
    shows: 'windows inside the input along both axes',
    net: pool('kernel_size: 2 stride_h: 2 stride_w: 7'),
    marks: [],
  },
  {
    shows: 'a window outside the input along one axis',
    net: pool('kernel_h: 3 kernel_w: 1 stride_h: 3 stride_w: 2'),
    marks: ['3'],
    messages:
      'The last window begins at 8, outside the 8 values of the input: its maximum is -FLT_MAX, and in training Caffe writes its gradient before the memory of the bottom.',
  },
  {
    shows: 'a random sample from a window after the end',
    net: pool('pool: STOCHASTIC kernel_size: 1 stride: 2'),
    marks: ['2'],
    messages:
      'The last window begins at 8, outside the 8 values of the input: Caffe samples from values outside the input.',
  },
  { shows: 'windows partly inside the input', net: pool('kernel_size: 3 stride: 2'), marks: [] },
  { shows: 'a last window at the end of the input', net: pool('kernel_size: 1 stride: 7'), marks: [] },
  {
    shows: 'padding, for which Caffe removes the window',
    net: pool('kernel_size: 2 pad: 1 stride: 3'),
    marks: [],
  },
  { shows: '`round_mode: FLOOR`', net: pool('kernel_size: 1 stride: 2 round_mode: FLOOR'), marks: [] },
  { shows: 'global pooling', net: pool('global_pooling: true'), marks: [] },
  {
    shows: "Intel's fork, which removes windows of size 1",
    net: pool('kernel_size: 1 stride: 2'),
    settings: { dialect: 'intel' },
    marks: [],
  },
  {
    shows: 'an unknown size',
    net: `layer { name: "x" type: "Data" top: "x" data_param { source: "s" batch_size: 1 } }
layer { name: "p" type: "Pooling" bottom: "x" top: "p" pooling_param { kernel_size: 1 stride: 2 } }
`,
    marks: [],
  },
]);

/** The net after each quick fix. */
function fixesOf(net: string, dialect?: string): string[] {
  const document = open(net, dialect === undefined ? {} : { dialect });
  const finding = diagnostics(document).find(({ code }) => code === 'pooling-outside');
  return (finding?.fixes?.() ?? []).map(({ edits }) => applyEdits(net, edits));
}

test('pooling-outside: the fixes round down, or set the kernel to the size of the stride', () => {
  const net = pool('kernel_size: 1 stride: 2');
  assert.deepEqual(fixesOf(net), [
    pool('kernel_size: 1 stride: 2 round_mode: FLOOR'),
    pool('kernel_size: 2 stride: 2'),
  ]);
  assert.deepEqual(fixesOf(net, 'ssd'), [pool('kernel_size: 2 stride: 2')]);
});

test('pooling-outside: no fix if a different branch needs the size', () => {
  const net = `layer { name: "x" type: "Input" top: "x" input_param { shape { dim: 1 dim: 3 dim: 8 dim: 8 } } }
layer { name: "p" type: "Pooling" bottom: "x" top: "p" pooling_param { kernel_size: 1 stride: 2 } }
layer { name: "q" type: "Pooling" bottom: "x" top: "q" pooling_param { kernel_size: 2 stride: 2 pad: 1 } }
layer { name: "s" type: "Eltwise" bottom: "p" bottom: "q" top: "s" }
`;
  assert.deepEqual(fixesOf(net), []);
});

test('pooling-outside: pooling-rounds-up does not report the same layer', () => {
  const codes = diagnostics(open(pool('kernel_size: 1 stride: 2'))).map(({ code }) => code);
  assert.ok(!codes.includes('pooling-rounds-up'));
});
