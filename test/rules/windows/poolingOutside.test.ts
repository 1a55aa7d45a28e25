import assert from 'node:assert/strict';
import { test } from 'node:test';
import { diagnostics } from '../../../server/src/features/diagnostics/diagnostics.ts';
import { applyEdits } from '../../../server/src/text/edit.ts';
import { open } from '../../support/fixture.ts';
import { checkRule } from '../../support/ruleTable.ts';
import { image, layer } from '../../support/smallNets.ts';

const pool = (param: string) => image + layer('p', 'Pooling', ['x'], ['p'], `pooling_param { ${param} } `);

checkRule('pooling-outside', [
  {
    shows: 'a kernel of 1 that steps over the end',
    net: pool('kernel_size: 1 stride: 2'),
    marks: ['2'],
    says: 'begins at 8, outside of the 8 values of the input: its maximum is -FLT_MAX',
  },
  {
    shows: 'a mean of nothing',
    net: pool('pool: AVE kernel_size: 3 stride: 4'),
    marks: ['4'],
    says: '0 / 0',
  },
  {
    shows: 'a mean far behind the end',
    net: pool('pool: AVE kernel_size: 1 stride: 5'),
    marks: ['5'],
    says: 'begins at 10, outside of the 8 values of the input: its mean is 0 of no values',
  },
  { shows: 'one axis of two', net: pool('kernel_size: 2 stride_h: 2 stride_w: 7'), marks: [] },
  { shows: 'the other axis', net: pool('kernel_h: 3 kernel_w: 1 stride_h: 3 stride_w: 2'), marks: ['3'] },
  { shows: 'samples of nothing', net: pool('pool: STOCHASTIC kernel_size: 1 stride: 2'), marks: ['2'] },
  { shows: 'windows with a part inside', net: pool('kernel_size: 3 stride: 2'), marks: [] },
  { shows: 'a kernel of 1 that ends with the input', net: pool('kernel_size: 1 stride: 7'), marks: [] },
  {
    shows: 'padding, with which Caffe drops the window',
    net: pool('kernel_size: 2 pad: 1 stride: 3'),
    marks: [],
  },
  { shows: 'rounding down', net: pool('kernel_size: 1 stride: 2 round_mode: FLOOR'), marks: [] },
  { shows: 'the whole image', net: pool('global_pooling: true'), marks: [] },
  {
    shows: "Intel's fork, which drops windows of 1",
    net: pool('kernel_size: 1 stride: 2'),
    settings: { dialect: 'intel' },
    marks: [],
  },
  {
    shows: 'a size that is not known',
    net:
      layer('x', 'Data', [], ['x'], 'data_param { source: "s" batch_size: 1 } ') +
      layer('p', 'Pooling', ['x'], ['p'], 'pooling_param { kernel_size: 1 stride: 2 } '),
    marks: [],
  },
]);

function repairs(net: string, dialect?: string): string[] {
  const document = open(net, dialect === undefined ? {} : { dialect });
  const found = diagnostics(document).find(({ code }) => code === 'pooling-outside');
  return (found?.fixes?.() ?? []).map(({ edits }) => applyEdits(net, edits));
}

test('pooling-outside: rounds down, or makes the kernel as large as the stride', () => {
  const net = pool('kernel_size: 1 stride: 2');
  assert.deepEqual(repairs(net), [
    pool('kernel_size: 1 stride: 2 round_mode: FLOOR'),
    pool('kernel_size: 2 stride: 2'),
  ]);
  assert.deepEqual(repairs(net, 'ssd'), [pool('kernel_size: 2 stride: 2')]);
});

test('pooling-outside: nothing is offered that another branch contradicts', () => {
  const other = layer('q', 'Pooling', ['x'], ['q'], 'pooling_param { kernel_size: 2 stride: 2 pad: 1 } ');
  const sum = layer('s', 'Eltwise', ['p', 'q'], ['s']);
  assert.deepEqual(repairs(pool('kernel_size: 1 stride: 2') + other + sum), []);
});

test('pooling-outside: the hint about rounding is left out', () => {
  const codes = diagnostics(open(pool('kernel_size: 1 stride: 2'))).map(({ code }) => code);
  assert.ok(!codes.includes('pooling-rounds-up'));
});
