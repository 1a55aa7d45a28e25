import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  consumersOf,
  type FlowLink,
  flowItem,
  producersOf,
} from '../../../server/src/features/navigation/dataFlow.ts';
import { netState } from '../../../server/src/net/states/state.ts';
import { open, withCursor } from '../../support/fixture.ts';

const train = netState('TRAIN');

const net = `layer { name: "in" type: "Input" top: "x" input_param { shape { dim: 1 dim: 3 dim: 8 dim: 8 } } }
layer { name: "c" type: "Convolution" bottom: "x" top: "c" convolution_param { num_output: 2 kernel_size: 1 } }
layer { name: "r" type: "ReLU" bottom: "c" top: "c" }
layer { name: "s" type: "Slice" bottom: "c" top: "a" top: "b" }
layer { name: "e" type: "Eltwise" bottom: "a" bottom: "b" top: "e" }
layer { name: "p" type: "Power" bottom: "b" top: "p" }
`;

function at(name: string) {
  const { text, offset } = withCursor(net.replace(`name: "${name}"`, `name: "${name}|"`));
  const document = open(text);
  const shown = (links: readonly FlowLink[]) =>
    links.map(
      ({ item, tops }) => `${item.name}: ${tops.map(({ start, end }) => text.slice(start, end)).join()}`,
    );
  return {
    item: flowItem(document, offset, train),
    producers: shown(producersOf(document, offset, train)),
    consumers: shown(consumersOf(document, offset, train)),
    text,
  };
}

test('a layer with its type and shapes; its name is selected', () => {
  const { item, text } = at('s');
  assert.equal(item?.name, 's');
  assert.equal(item?.detail, 'Slice · 1×1×8×8, 1×1×8×8');
  assert.equal(text.slice(item?.selectionRange.start, item?.selectionRange.end), 's');
  assert.match(text.slice(item?.range.start, item?.range.end), /^layer \{ name: "s".*\}$/u);
});

test('producers and consumers, each with the tops between them', () => {
  assert.deepEqual(at('in').producers, []);
  assert.deepEqual(at('c').producers, ['in: x']);
  assert.deepEqual(at('s').producers, ['r: c']);
  assert.deepEqual(at('e').producers, ['s: a,b']);
  assert.deepEqual(at('c').consumers, ['r: c']);
  assert.deepEqual(at('s').consumers, ['e: a,b', 'p: b']);
  assert.deepEqual(at('p').consumers, []);
});

test('a blob that is read twice is one top', () => {
  const { text, offset } = withCursor(
    `${net}layer { name: "d" type: "Eltwise" bottom: "p" bottom: "p" top: "|d" }`,
  );
  const [link] = producersOf(open(text), offset, train);
  assert.equal(link?.tops.length, 1);
});

test('nothing outside of layers', () => {
  assert.equal(flowItem(open('# comment\n'), 3, train), undefined);
  assert.deepEqual(producersOf(open(''), 0, train), []);
});
