import assert from 'node:assert/strict';
import { test } from 'node:test';
import { compare, conv, data, differences, layer } from '../support/comparison.ts';

const chain = data + conv('conv1', 'data') + layer('relu1', 'ReLU', 'conv1') + conv('conv2', 'relu1');

for (const [shows, before, after, expected] of [
  ['equal nets have no differences', chain, chain, []],
  ['layout and comments are not compared', chain, chain.replaceAll('layer {', '# c\nlayer\n{'), []],
  [
    'a bottom that no layer produces',
    chain,
    chain.replace('bottom: "relu1"', 'bottom: "norm"'),
    ['changed conv2, bottoms relu1 → norm'],
  ],
  [
    'an added in-place layer is the only difference',
    chain,
    data +
      conv('conv1', 'data') +
      'layer { name: "bn" type: "BatchNorm" bottom: "conv1" top: "conv1" }\n' +
      layer('relu1', 'ReLU', 'conv1') +
      conv('conv2', 'relu1'),
    ['+ bn'],
  ],
  [
    'a removed layer, where it was',
    chain,
    data + conv('conv1', 'data') + conv('conv2', 'conv1'),
    ['- relu1', 'changed conv2, bottoms relu1 → conv1'],
  ],
  [
    'a changed field, and the layers that it affects',
    chain,
    chain.replace('num_output: 4', 'num_output: 5'),
    [
      'changed conv1, convolution_param.num_output 4 → 5, shapes 2×4×8×8 → 2×5×8×8, params 16 → 20, macs 768 → 960',
      'affected relu1, shapes 2×4×8×8 → 2×5×8×8',
      'affected conv2, params 20 → 24, macs 1024 → 1280',
    ],
  ],
  [
    'a renamed layer, whose consumers stay the same',
    chain,
    chain.replaceAll('conv1', 'first'),
    ['changed conv1 → first'],
  ],
  [
    'a layer that is renamed and changed, as before fine-tuning',
    chain,
    data +
      conv('conv1', 'data') +
      layer('relu1', 'ReLU', 'conv1') +
      conv('own', 'relu1', 'num_output: 2 kernel_size: 1'),
    [
      'changed conv2 → own, convolution_param.num_output 4 → 2, shapes 2×4×8×8 → 2×2×8×8, params 20 → 10, macs 1024 → 512',
    ],
  ],
  [
    'layers of another type are added and removed, unless they have the same name and bottoms',
    data + layer('pool', 'Pooling', 'data') + layer('act', 'ReLU', 'pool'),
    data + layer('mean', 'Reduction', 'data') + layer('act', 'TanH', 'mean'),
    ['- pool', '+ mean', 'changed act, type ReLU → TanH, bottoms pool → mean'],
  ],
  [
    'a moved layer',
    data + layer('a', 'ReLU', 'data') + layer('b', 'TanH', 'data') + layer('c', 'Sigmoid', 'data'),
    data + layer('b', 'TanH', 'data') + layer('c', 'Sigmoid', 'data') + layer('a', 'ReLU', 'data'),
    ['changed a, moved data → c'],
  ],
  [
    'layers without names are matched by content',
    `${data}layer { type: "ReLU" bottom: "data" top: "r" }\nlayer { type: "TanH" bottom: "r" top: "t" }\n`,
    `${data}layer { type: "TanH" bottom: "data" top: "t" }\n`,
    ['- ', 'changed , bottoms r → data'],
  ],
  [
    'a batch size is not a difference of the layers that follow',
    chain,
    chain.replace('dim: 2', 'dim: 7'),
    ['changed data, input_param.shape[0].dim [2, 3, 8, 8] → [7, 3, 8, 8]'],
  ],
  ['a net against an empty net', data, '', ['- data']],
  ['empty nets', '', '', []],
] as const) {
  test(shows, () => assert.deepEqual(differences(before, after), expected));
}

test('V1 layers are compared after the upgrade', () => {
  const old = `input: "data" input_dim: 2 input_dim: 3 input_dim: 8 input_dim: 8
layers { name: "conv1" type: CONVOLUTION bottom: "data" top: "conv1" blobs_lr: 1 blobs_lr: 2 convolution_param { num_output: 4 kernel_size: 1 } }
`;
  const current = `layer { name: "input" type: "Input" top: "data" input_param { shape { dim: 2 dim: 3 dim: 8 dim: 8 } } }
${conv('conv1', 'data', 'num_output: 4 kernel_size: 1', 'param { lr_mult: 1 } param { lr_mult: 2 }')}`;
  assert.deepEqual(differences(old, current), []);
  assert.ok(compare(old, current).isEqual);
});

const phases = `layer { name: "data" type: "DummyData" top: "data" top: "label" include { phase: TRAIN } dummy_data_param { shape { dim: 9 dim: 3 } shape { dim: 9 } } }
layer { name: "data" type: "DummyData" top: "data" top: "label" include { phase: TEST } dummy_data_param { shape { dim: 5 dim: 3 } shape { dim: 5 } } }
layer { name: "ip" type: "InnerProduct" bottom: "data" top: "ip" param { lr_mult: 2 } inner_product_param { num_output: 4 weight_filler { type: "xavier" } } }
layer { name: "loss" type: "SoftmaxWithLoss" bottom: "ip" bottom: "label" top: "loss" }
`;

test('a difference in one state only is found, and others are listed once', () => {
  const changed = phases.replace('dim: 5 dim: 3', 'dim: 6 dim: 3').replace('num_output: 4', 'num_output: 7');
  const { states, isEqual } = compare(phases, changed);
  assert.ok(!isEqual);
  const names = states.map(({ before, layers }) => [
    before.phase,
    layers.map((found) => ('after' in found ? found.after.name : '')),
  ]);
  assert.deepEqual(names, [
    ['TRAIN', ['ip']],
    ['TEST', ['data']],
  ]);
});

const deploy = `layer { name: "data" type: "Input" top: "data" input_param { shape { dim: 1 dim: 3 } } }
layer { name: "ip" type: "InnerProduct" bottom: "data" top: "ip" inner_product_param { num_output: 4 } }
layer { name: "prob" type: "Softmax" bottom: "ip" top: "prob" }
`;

test('a training net differs from its deployment net in data and loss', () => {
  const { states } = compare(phases, deploy);
  assert.deepEqual(
    states.map(({ before }) => before.phase),
    ['TEST'],
  );
  assert.deepEqual(differences(phases, deploy), [
    '- data',
    '+ data',
    'affected ip, param[0].lr_mult 2 → 1, inner_product_param.weight_filler { type: "xavier" } → ',
    '- loss',
    '+ prob',
  ]);
});

test('settings for training are changes of a training net', () => {
  const changed = phases.replace('lr_mult: 2', 'lr_mult: 3');
  assert.deepEqual(differences(phases, changed), ['changed ip, param[0].lr_mult 2 → 3']);
});

test('fields of the net are compared, and its inputs as layers', () => {
  const [field, ...others] = compare(`name: "a"\n${data}`, `name: "b"\n${data}`).fields;
  assert.deepEqual([field?.path, field?.before.value, field?.after.value], ['name', 'a', 'b']);
  assert.deepEqual(others, []);
});

test('unknown sizes are not differences', () => {
  const unknown = data
    .replace('input_param { shape { dim: 2 dim: 3 dim: 8 dim: 8 } }', '')
    .replace('Input', 'Data');
  const own = (text: string) => text + conv('conv1', 'data');
  assert.deepEqual(differences(own(unknown), own(data)), ['- data', '+ data']);
});

test('all layers are matched in a net whose names all change', () => {
  const net = (prefix: string, count: number) =>
    data +
    Array.from({ length: count }, (_, index) =>
      conv(`${prefix}${index}`, index === 0 ? 'data' : `${prefix}${index - 1}`),
    ).join('');
  const { counts } = compare(net('a', 300), net('b', 301)).states[0] ?? {};
  assert.deepEqual(counts && [counts.renamed, counts.added, counts.removed, counts.changed], [300, 1, 0, 0]);
});
