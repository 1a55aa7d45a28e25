import assert from 'node:assert/strict';
import { test } from 'node:test';
import { layerCosts } from '../../server/src/costs/layerCosts.ts';
import { netState, type Phase } from '../../server/src/net/states/state.ts';
import { open } from '../support/fixture.ts';

const input =
  'layer { name: "x" type: "Input" top: "x" top: "z" input_param { shape { dim: 2 dim: 3 dim: 4 dim: 4 } } }\n';
const values = 2 * 3 * 4 * 4;

/** The operations of a layer on a 2×3×4×4 input, without those of which there are none. */
function operations(layer: string, phase: Phase = 'TEST'): Record<string, unknown> {
  const { layers, failures } = open(`${input}layer { name: "y" ${layer} }\n`).net(netState(phase));
  assert.deepEqual(failures, []);
  const last = layers.at(-1);
  assert.ok(last);
  const costs = layerCosts(last, phase);
  const counted = Object.entries({ macs: costs.macs, connections: costs.connections, ...costs.operations });
  return Object.fromEntries(counted.filter(([, count]) => count !== 0));
}

const one = 'bottom: "x" top: "y"';

for (const [shows, layer, expected] of [
  ['moving values costs no operation', `type: "Flatten" ${one}`, {}],
  ['ReLU', `type: "ReLU" ${one}`, { comparisons: values }],
  [
    'ReLU with a slope',
    `type: "ReLU" ${one} relu_param { negative_slope: 0.1 }`,
    { comparisons: values, multiplications: values },
  ],
  [
    'Power without scale and shift',
    `type: "Power" ${one} power_param { power: 2 }`,
    { exponentials: values },
  ],
  [
    'a maximum over windows compares every value of a window',
    `type: "Pooling" ${one} pooling_param { kernel_size: 2 stride: 2 }`,
    { comparisons: values },
  ],
  [
    'a mean over windows',
    `type: "Pooling" ${one} pooling_param { pool: AVE kernel_size: 2 stride: 2 }`,
    { additions: values, divisions: values / 4 },
  ],
  [
    'a grouped convolution reads the channels of its group',
    `type: "Convolution" ${one} convolution_param { num_output: 6 group: 3 kernel_size: 3 pad: 1 }`,
    { macs: 2 * 6 * 16 * 9, biases: 2 * 6 * 16, connections: 2 * 6 * 16 * 10 },
  ],
  [
    'a dilated convolution costs as much as one without dilation',
    `type: "Convolution" ${one} convolution_param { num_output: 2 kernel_size: 3 dilation: 2 pad: 2 bias_term: false }`,
    { macs: 2 * 2 * 16 * 27, connections: 2 * 2 * 16 * 27 },
  ],
  [
    'a deconvolution multiplies every input value by its weights',
    `type: "Deconvolution" ${one} convolution_param { num_output: 2 kernel_size: 2 stride: 2 bias_term: false }`,
    { macs: values * 2 * 4, connections: values * 2 * 4 },
  ],
  [
    'a learned scale and bias',
    `type: "Scale" ${one} scale_param { bias_term: true }`,
    { multiplications: values, biases: values, connections: 2 * values },
  ],
  ['the sum of two blobs', 'type: "Eltwise" bottom: "x" bottom: "z" top: "y"', { additions: values }],
  [
    'softmax',
    `type: "Softmax" ${one}`,
    { comparisons: values, additions: 2 * values, divisions: values, exponentials: values },
  ],
] as const) {
  test(shows, () => assert.deepEqual(operations(layer), expected));
}

test('the costs of a phase do not depend on which phase is built first', () => {
  const document = open(`${input}layer { name: "y" type: "Dropout" ${one} }\n`);
  const counts = (phase: Phase) => {
    const layer = document.net(netState(phase)).layers.at(-1);
    return layer && layerCosts(layer, phase).operations.multiplications;
  };
  assert.deepEqual(
    ['TEST', 'TRAIN', 'TEST'].map((phase) => counts(phase as Phase)),
    [0, 2 * values, 0],
  );
});

test('BatchNorm computes statistics in training only', () => {
  assert.deepEqual(operations(`type: "BatchNorm" ${one}`), { additions: values, divisions: values });
  assert.deepEqual(operations(`type: "BatchNorm" ${one}`, 'TRAIN'), {
    additions: 3 * values,
    multiplications: values,
    divisions: values,
  });
});
