import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createDocument } from '../../../server/src/document/document.ts';
import { defaultSettings } from '../../../server/src/document/settings.ts';
import { type NetGraph, netGraph } from '../../../server/src/features/graph/netGraph.ts';
import { type NetState, netState } from '../../../server/src/net/states/state.ts';

const [train, test_] = [netState('TRAIN'), netState('TEST')];

function graphOf(text: string, ...states: readonly NetState[]): NetGraph {
  const document = createDocument({ uri: 'net.prototxt', version: 0, text, settings: defaultSettings });
  const found = netGraph(document, states.length > 0 ? states : document.states().states);
  assert.ok(found);
  return found;
}

const data = (batch: number, phase: string) =>
  `layer { name: "data" type: "Input" top: "data" input_param { shape { dim: ${batch} dim: 3 } } include { phase: ${phase} } }`;

const net = `name: "n" ${data(8, 'TRAIN')} ${data(2, 'TEST')}
layer { name: "a" type: "AbsVal" bottom: "data" top: "a" }
layer { name: "drop" type: "Dropout" bottom: "a" top: "a" include { phase: TRAIN } }
layer { name: "b" type: "Sigmoid" bottom: "a" top: "b" }
layer { name: "c" type: "Sigmoid" bottom: "a" top: "c" include { phase: TEST stage: "x" } }
`;

test('all states are in one picture; what only some of them have names these', () => {
  const { graph, places } = graphOf(net, train, test_);
  assert.equal(graph.title, 'n · TRAIN and TEST');
  assert.deepEqual(
    graph.nodes.map(({ id, variants, bands }) => [id, variants, bands.map(({ text }) => text).join()]),
    [
      ['layer:data', 'TRAIN only', ''],
      ['layer2:data', 'TEST only', ''],
      ['layer:a', undefined, 'Dropout · TRAIN only'],
      ['layer:b', undefined, ''],
    ],
  );
  assert.deepEqual(
    graph.edges.map(({ from, to, label, variants }) => `${from}>${to} ${label} ${variants}`),
    [
      'layer:data>layer:a 8×3 TRAIN only',
      'layer2:data>layer:a 2×3 TEST only',
      'layer:a>layer:b 8|2×3 undefined',
    ],
  );
  assert.equal(graph.nodes.at(-1)?.output, '8|2×3');
  assert.deepEqual(graph.groups, []);
  assert.equal(places.find(({ id }) => id === 'layer2:data')?.ranges[0]?.start, net.indexOf(data(2, 'TEST')));
});

test('layers that are in no shown state are listed with the states that have them, and have places', () => {
  const { graph, places } = graphOf(net, train);
  assert.deepEqual(graph.absent, [
    { id: 'absent:0', title: 'data', reason: 'TEST only' },
    { id: 'absent:1', title: 'c', reason: 'in no state of this file' },
  ]);
  assert.equal(
    places.find(({ id }) => id === 'absent:1')?.ranges[0]?.start,
    net.indexOf('layer { name: "c"'),
  );
});

test('a net without rules is the same in one and in two states', () => {
  const plain = `${data(2, 'TEST').replace(/ include.*\}/u, '}')} layer { name: "a" type: "AbsVal" bottom: "data" top: "a" }`;
  const [one, two] = [graphOf(plain, train).graph, graphOf(plain, train, test_).graph];
  assert.deepEqual(two.nodes, one.nodes);
  assert.deepEqual(two.edges, one.edges);
  assert.deepEqual(two.absent, []);
});

test('an in-place layer that is read before it in one state only is a node', () => {
  const text = `${data(2, 'TEST').replace(/ include.*\}/u, '}')}
layer { name: "t" type: "AbsVal" bottom: "data" top: "t" include { phase: TRAIN } }
layer { name: "r" type: "ReLU" bottom: "data" top: "data" }
layer { name: "s" type: "Sigmoid" bottom: "data" top: "s" }`;
  const { graph } = graphOf(text, train, test_);
  assert.deepEqual(
    graph.edges.map(({ from, to }) => `${from}>${to}`),
    ['layer:data>layer:t', 'layer:data>layer:r', 'layer:r>layer:s'],
  );
});

test('shapes of different ranks are alternatives', () => {
  const text = `layer { name: "d" type: "Input" top: "d" input_param { shape { dim: 4 dim: 5 } } include { phase: TRAIN } }
layer { name: "d" type: "Input" top: "d" input_param { shape { dim: 4 } } include { phase: TEST } }
layer { name: "a" type: "AbsVal" bottom: "d" top: "a" }`;
  assert.equal(graphOf(text, train, test_).graph.nodes.at(-1)?.output, '4×5 or 4');
});

test('names like those of properties of objects are plain names', () => {
  const text = ['constructor', '__proto__', 'toString']
    .map(
      (name) =>
        `layer { name: "${name}" type: "Input" top: "${name}" input_param { shape { dim: 1 } } include { phase: TEST } }`,
    )
    .join('\n');
  assert.equal(graphOf(text, train, test_).graph.nodes.length, 3);
  assert.equal(graphOf(text, train).graph.absent.length, 3);
});

const input =
  'layer { name: "data" type: "Input" top: "data" top: "label" input_param { shape { dim: 1 dim: 3 dim: 9 dim: 9 } } }';
const conv = (name: string, bottom: string) =>
  `layer { name: "${name}" type: "Convolution" bottom: "${bottom}" top: "${name}" convolution_param { num_output: 3 kernel_size: 3 weight_filler { type: "xavier" } } }`;

test('layers that nothing uses in training are marked, and those that only lead to them', () => {
  const text = `${input} ${conv('a', 'data')} ${conv('b', 'a')} ${conv('used', 'data')}
layer { name: "loss" type: "EuclideanLoss" bottom: "used" bottom: "used" top: "loss" }`;
  const marks = new Map(graphOf(text, train).graph.nodes.map(({ title, mark }) => [title, mark]));
  assert.equal(marks.get('b')?.kind, 'unused');
  assert.match(marks.get('b')?.message ?? '', /No layer reads/u);
  assert.deepEqual(marks.get('a'), {
    kind: 'unused',
    message: 'Only layers that nothing uses read its output.',
  });
  assert.equal(marks.get('used'), undefined);
  assert.equal(marks.get('data'), undefined);
});

test('a layer has the receptive field of its last in-place layer, and an input has none', () => {
  const { nodes } = graphOf(`${input} ${conv('a', 'data')} ${conv('b', 'a')}`, test_).graph;
  const axis = { size: 5, stride: 1, start: 0 };
  assert.deepEqual(
    nodes.map(({ fields }) => fields?.[0]),
    [
      undefined,
      { input: 'data', lengths: [9, 9], axes: [3, 3].map((size) => ({ ...axis, size })) },
      { input: 'data', lengths: [9, 9], axes: [axis, axis] },
    ],
  );
});
