import assert from 'node:assert/strict';
import { test } from 'node:test';
import { memoryOf, memoryToTrain } from '../../server/src/costs/memory.ts';
import { netState } from '../../server/src/net/states/state.ts';
import { open } from '../support/fixture.ts';

const input =
  'layer { name: "x" type: "Input" top: "x" input_param { shape { dim: 1 dim: 4 dim: 5 dim: 5 } } }\n';
/** The bytes of a blob of the shape of the input. */
const blob = 4 * 100;

function memory(layers: string) {
  const net = open(input + layers).net(netState('TRAIN'));
  assert.deepEqual(net.failures, []);
  return memoryOf(net);
}

test('an in-place top is the memory of its bottom, but Caffe counts it again', () => {
  const { activations, required } = memory('layer { name: "r" type: "ReLU" bottom: "x" top: "x" }');
  assert.deepEqual([activations, required], [blob, 2 * blob]);
});

test('the tops of Split layers that Caffe inserts are the memory of their bottom, but are counted', () => {
  const { activations, required } = memory(
    ['a', 'b'].map((name) => `layer { name: "${name}" type: "ReLU" bottom: "x" top: "${name}" }`).join('\n'),
  );
  assert.deepEqual([activations, required], [3 * blob, 5 * blob]);
});

test('Flatten and Reshape do not copy', () => {
  const { activations } = memory('layer { name: "f" type: "Flatten" bottom: "x" top: "f" }');
  assert.equal(activations, blob);
});

test('a chain of layers needs two blobs at a time if memory is used again', () => {
  const names = ['x', 'a', 'b', 'c', 'd'];
  const chain = names
    .slice(1)
    .map((name, index) => `layer { name: "${name}" type: "ReLU" bottom: "${names[index]}" top: "${name}" }`);
  const { activations, reused, training } = memory(chain.join('\n'));
  assert.deepEqual([activations, reused, training], [5 * blob, 2 * blob, 10 * blob]);
});

test('a shortcut is kept until it is read', () => {
  const { reused } = memory(`
layer { name: "a" type: "ReLU" bottom: "x" top: "a" }
layer { name: "b" type: "ReLU" bottom: "a" top: "b" }
layer { name: "c" type: "Eltwise" bottom: "x" bottom: "b" top: "c" }
`);
  assert.equal(reused, 3 * blob);
});

test('convolutions need columns, except for 1×1', () => {
  const conv = (kernel: number, pad: number) =>
    memory(
      `layer { name: "c" type: "Convolution" bottom: "x" top: "c" convolution_param { num_output: 2 kernel_size: ${kernel} pad: ${pad} } }`,
    ).buffers;
  assert.deepEqual([conv(3, 1), conv(1, 0)], [9 * blob, 0]);
});

test('memory that depends on unknown sizes is unknown', () => {
  const net = open('layer { name: "d" type: "Mystery" top: "d" }').net(netState('TEST'));
  assert.equal(typeof memoryOf(net).required, 'object');
});

test('memory to train: activations and buffers, and three or four values for each parameter', () => {
  const memory = { activations: 1000, training: 2000, reused: 500, buffers: 100, required: 1000 };
  const { SGD, Adam } = memoryToTrain(memory, 10);
  assert.deepEqual([SGD, Adam], [2000 + 100 + 3 * 40, 2000 + 100 + 4 * 40]);
});
