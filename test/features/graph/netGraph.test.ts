import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { test } from 'node:test';
import { createDocument } from '../../../server/src/document/document.ts';
import { defaultSettings } from '../../../server/src/document/settings.ts';
import { foldGroups } from '../../../server/src/drawing/fold.ts';
import { type NetGraph, netGraph } from '../../../server/src/features/graph/netGraph.ts';
import { netState, type Phase } from '../../../server/src/net/states/state.ts';

function graphOf(text: string, phase: Phase = 'TRAIN'): NetGraph {
  const document = createDocument({ uri: 'net.prototxt', version: 0, text, settings: defaultSettings });
  const found = netGraph(document, [netState(phase)]);
  assert.ok(found);
  return found;
}

/** A net of an input `d` of 1×6×5×5 and layers `name: type bottom>top`, with fields. */
function net(...layers: readonly string[]): string {
  const input =
    'layer { name: "d" type: "Input" top: "d" input_param { shape { dim: 1 dim: 6 dim: 5 dim: 5 } } }';
  const written = layers.map((layer) => {
    const [, name, type, bottoms = '', tops = '', fields = ''] =
      /^(\S*): (\S+) (\S*)>(\S*) ?(.*)$/u.exec(layer) ?? [];
    const blobs = (field: string, names: string) =>
      names
        .split(',')
        .filter(Boolean)
        .map((blob) => `${field}: "${blob}"`);
    return `layer { name: "${name}" type: "${type}" ${[...blobs('bottom', bottoms), ...blobs('top', tops)].join(' ')} ${fields} }`;
  });
  return [input, ...written].join('\n');
}

const conv = 'convolution_param { num_output: 4 kernel_size: 3 stride: 2 pad: 1 }';

function outline({ graph }: NetGraph): string[] {
  return graph.nodes.map(({ title, bands }) => [title, ...bands.map(({ text }) => text)].join(' + '));
}

function edges({ graph }: NetGraph): string[] {
  return graph.edges.map(({ from, to, name, label }) => `${from} > ${to}: ${name} ${label}`);
}

test('nodes name the layer, its type and its most important parameters', () => {
  const { graph } = graphOf(
    net(
      `c: Convolution d>c ${conv}`,
      'p: Pooling c>p pooling_param { pool: AVE global_pooling: true }',
      'q: Pooling c>q pooling_param { pool: MAX kernel_h: 2 kernel_w: 3 }',
      'e: Eltwise d,d>e eltwise_param { operation: SUM }',
    ),
  );
  assert.deepEqual(
    graph.nodes.map(({ title, subtitle, category }) => [title, subtitle, category]),
    [
      ['d', 'Input', 'data'],
      ['c', 'Convolution 4 · 3×3/2', 'convolution'],
      ['p', 'Pooling AVE · global', 'pooling'],
      ['q', 'Pooling MAX · 2×3', 'pooling'],
      ['e', 'Eltwise SUM', 'joining'],
    ],
  );
});

test('in-place layers are lines of the producer, and the edge has the last shape', () => {
  const found = graphOf(net(`c: Convolution d>c ${conv}`, 'r: ReLU c>c', 'o: Dropout c>c', 'f: Flatten c>f'));
  assert.deepEqual(outline(found), ['d', 'c + ReLU + Dropout', 'f']);
  assert.deepEqual(edges(found), ['layer:d > layer:c: d 1×6×5×5', 'layer:c > layer:f: c 1×4×3×3']);
});

test('an in-place layer after another consumer of its blob is a node', () => {
  const found = graphOf(net('a: AbsVal d>a', 'r: ReLU d>d', 's: Sigmoid d>s'));
  assert.deepEqual(outline(found), ['d', 'a', 'r', 's']);
  assert.deepEqual(edges(found), [
    'layer:d > layer:a: d 1×6×5×5',
    'layer:d > layer:r: d 1×6×5×5',
    'layer:r > layer:s: d 1×6×5×5',
  ]);
});

test('the Split layers that Caffe inserts are not shown', () => {
  const found = graphOf(net('a: AbsVal d>a', 'b: AbsVal d>b', 'e: Eltwise a,b>e'));
  assert.deepEqual(outline(found), ['d', 'a', 'b', 'e']);
});

test('a layer that reads a blob twice has one edge; two layers of one name are two nodes', () => {
  const found = graphOf(net('e: Eltwise d,d>e', 'e: AbsVal e>f'));
  assert.deepEqual(edges(found), ['layer:d > layer:e: d 1×6×5×5', 'layer:e > layer2:e: e 1×6×5×5']);
});

test('tops that no layer reads are labels of their node', () => {
  const { graph } = graphOf(net('s: Slice d>a,b slice_param { slice_point: 2 }', 'x: AbsVal a>x'));
  assert.deepEqual(
    graph.nodes.map(({ output }) => output),
    [undefined, '1×4×5×5', '1×2×5×5'],
  );
});

test('the layers of the state are shown', () => {
  const text = net('a: AbsVal d>a include { phase: TRAIN }', 'b: AbsVal d>b include { phase: TEST }');
  assert.deepEqual(outline(graphOf(text, 'TRAIN')), ['d', 'a']);
  assert.deepEqual(outline(graphOf(text, 'TEST')), ['d', 'b']);
});

test('layers with errors, warnings and unknown shapes are marked where these begin', () => {
  const { graph } = graphOf(
    net(
      'c: Convolution d>c convolution_param { kernel_size: 3 }',
      'u: Mystery d>u',
      'v: AbsVal u>v',
      'w: ReLU d>w',
      'x: Sigmoid w>x',
    ).replace('type: "Input" top: "d"', 'type: "Input" top: "d" top: "d2"'),
  );
  const marks = new Map(graph.nodes.map(({ title, mark }) => [title, mark?.kind]));
  assert.equal(marks.get('c'), 'error');
  assert.equal(marks.get('u'), 'error');
  assert.equal(marks.get('v'), undefined);
  assert.equal(marks.get('x'), undefined);
});

test('a shape that is unknown without an error is marked where it begins', () => {
  const { graph } = graphOf(
    'layer { name: "x" type: "Data" top: "x" data_param { source: "s" batch_size: 2 } } layer { name: "y" type: "AbsVal" bottom: "x" top: "y" }',
  );
  assert.deepEqual(
    graph.nodes.map(({ mark }) => mark?.kind),
    ['unknown', undefined],
  );
});

test('the places are the ranges of the layers, the in-place ones after the layer of the node', () => {
  const text = net('a: AbsVal d>a', 'r: ReLU a>a');
  const { places } = graphOf(text);
  const [, of] = places;
  assert.equal(of?.id, 'layer:a');
  assert.deepEqual(
    of.ranges.map(({ start, end }) => text.slice(start, end).replace(/ type.*/u, '')),
    ['layer { name: "a"', 'layer { name: "r"'],
  );
});

test('control characters of names are visible, and a net without layers is an empty graph', () => {
  const [node] = graphOf('layer { name: "a\\nb\\x1b" type: "Silence" }').graph.nodes;
  assert.equal(node?.title, 'a⏎b\\x1b');
  assert.deepEqual(graphOf('name: "n"').graph.nodes, []);
});

test('a file that is not a net has no graph', () => {
  const document = createDocument({
    uri: 'solver.prototxt',
    version: 0,
    text: 'base_lr: 0.1',
    settings: defaultSettings,
  });
  assert.equal(netGraph(document, [netState('TRAIN')]), undefined);
});

test('ResNet-50 has a group for each residual block, which folds to one node', () => {
  const text = readFileSync(resolve(import.meta.dirname, '../../../examples/resnet50.prototxt'), 'utf8');
  const { graph } = graphOf(text, 'TEST');
  assert.equal(graph.groups.length, 16);
  const folded = foldGroups(graph, new Set(graph.groups.map(({ id }) => id)));
  assert.equal(folded.nodes.length, 22);
  assert.equal(folded.edges.length, 21);
});

test('the costs of a node are those of the layer and its in-place layers', () => {
  const { graph } = graphOf(net(`c: Convolution d>c ${conv}`, 'p: PReLU c>c', 'e: Mystery c>e'));
  const [, first, mystery] = graph.nodes;
  // 4 filters of 6×3×3 with biases and 4 slopes; outputs of 4×3×3.
  assert.deepEqual(first?.costs, { params: 4 * 54 + 4 + 4, macs: 54 * 36, memory: 4 * 36 });
  assert.deepEqual(mystery?.costs, { params: 0, macs: 0, memory: 0 });
  assert.deepEqual(mystery?.unknownCosts, ['params', 'macs', 'memory']);
  assert.equal(first?.unknownCosts, undefined);
});
