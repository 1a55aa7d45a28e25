import assert from 'node:assert/strict';
import { test } from 'node:test';
import { compare, conv, data, differences, layer } from '../support/comparison.ts';

/** The differences of the fields of a convolution. */
function ofConv(before: string, after: string, rest: readonly [string, string] = ['', '']): string[] {
  const shown = 'num_output: 4 ';
  return fieldsOf(conv('c', 'data', shown + before, rest[0]), conv('c', 'data', shown + after, rest[1]));
}

function fieldsOf(before: string, after: string): string[] {
  const [state] = compare(data + before, data + after).states;
  return (state?.layers ?? []).flatMap((found) =>
    'fields' in found
      ? found.fields.map(({ path, before: one, after: other }) => `${path}: ${one.text} → ${other.text}`)
      : [],
  );
}

for (const [shows, before, after, expected] of [
  ['an explicit default', 'kernel_size: 1', 'kernel_size: 1 bias_term: true group: 1', []],
  ['defaults of lists', 'kernel_size: 1', 'kernel_size: 1 pad: 0 stride: 1 dilation: 1', []],
  ['one value for all axes', 'kernel_size: 3', 'kernel_size: 3 kernel_size: 3', []],
  [
    'equal floats',
    'kernel_size: 1 weight_filler { std: 0.1 }',
    'kernel_size: 1 weight_filler { std: 1e-1 }',
    [],
  ],
  ['an enum value and its number', 'kernel_size: 1 engine: CAFFE', 'kernel_size: 1 engine: 1', []],
  [
    'a list of different lengths',
    'kernel_size: 3',
    'kernel_size: 3 kernel_size: 1',
    ['convolution_param.kernel_size: 3 → [3, 1]'],
  ],
  [
    'a default and another value',
    'kernel_size: 1',
    'kernel_size: 1 bias_term: false',
    ['convolution_param.bias_term: true → false'],
  ],
  [
    'a message that is not set',
    'kernel_size: 1',
    'kernel_size: 1 weight_filler {}',
    ['convolution_param.weight_filler:  → {}'],
  ],
  [
    'a field of a message',
    'kernel_size: 1 weight_filler { type: "xavier" }',
    'kernel_size: 1 weight_filler { type: "msra" }',
    ['convolution_param.weight_filler.type: "xavier" → "msra"'],
  ],
] as const) {
  test(shows, () => assert.deepEqual(ofConv(before, after), expected));
}

test('a param that is not set has the default rates', () => {
  assert.deepEqual(
    ofConv('kernel_size: 1', 'kernel_size: 1', ['', 'param { lr_mult: 1 decay_mult: 1 }']),
    [],
  );
  assert.deepEqual(ofConv('kernel_size: 1', 'kernel_size: 1', ['', 'param { lr_mult: 0 }']), [
    'param[0].lr_mult: 1 → 0',
  ]);
});

test('a field without a default is compared by whether it is set', () => {
  const loss = (param: string) => layer('l', 'Softmax', 'data', `loss_param { ${param} }`);
  assert.deepEqual(fieldsOf(loss(''), loss('ignore_label: 0')), ['loss_param.ignore_label:  → 0']);
});

test('a loss weight of 1 is the default of a loss', () => {
  const net = (weight: string) => data + layer('l', 'EuclideanLoss', 'data', `bottom: "data" ${weight}`);
  assert.deepEqual(differences(net(''), net('loss_weight: 1')), []);
  assert.deepEqual(differences(net(''), net('loss_weight: 2')), ['changed l, loss_weight  → 2']);
});

test('defaults that only one net sets are listed apart', () => {
  const [state] = compare(
    data + conv('c', 'data'),
    data + conv('c', 'data', 'num_output: 4 kernel_size: 1 group: 1'),
  ).states;
  const [written] = state?.writtenDefaults ?? [];
  assert.deepEqual(
    [written?.layer, written?.path, written?.before.isDefault, written?.after.isDefault],
    ['c', 'convolution_param.group', true, false],
  );
});
