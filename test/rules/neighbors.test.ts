import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Document } from '../../server/src/document/document.ts';
import { writtenLayers } from '../../server/src/document/layers.ts';
import type { Port } from '../../server/src/net/blobGraph.ts';
import { Layer, type Net } from '../../server/src/net/net.ts';
import { distinctStates, netState } from '../../server/src/net/states/state.ts';
import { Neighbors } from '../../server/src/rules/neighbors.ts';
import { rules } from '../../server/src/rules/registry.ts';
import type { Finding, Rule } from '../../server/src/rules/rule.ts';
import { open } from '../support/fixture.ts';

const phases = [netState('TRAIN'), netState('TEST')];
const documents = rules.flatMap(({ doc }) => [open(doc.example), open(doc.fixed)]);
const nets = documents
  .filter(({ root }) => root === 'NetParameter')
  .flatMap((document) =>
    distinctStates([...document.states().states, ...phases]).map((state) => ({
      document,
      net: document.net(state),
    })),
  );

type Found = Pick<Finding, 'message' | 'location' | 'layer' | 'related' | 'tags' | 'needsWhole'>;

/** The findings of a rule, without fixes. */
function found(rule: Rule, layer: Layer, near: Neighbors, document: Document): Found[] {
  return [...(rule.layer?.(layer, near, document) ?? [])].map(({ fixes: _, ...rest }) => rest);
}

/** An object that throws on every access. */
function sealed<T extends object>(target: T): T {
  const refuse = (_: T, name: string | symbol): never => {
    throw new Error(`a rule of one layer read \`${String(name)}\``);
  };
  return new Proxy(target, { get: refuse, has: refuse, getOwnPropertyDescriptor: refuse });
}

/** Each layer of the examples that a rule checks. */
function* looks(rule: Rule): Generator<{ document: Document; net: Net; layer: Layer }> {
  for (const { document, net } of nets)
    for (const layer of writtenLayers(net))
      if (!rule.types || rule.types.includes(layer.type)) yield { document, net, layer };
}

/** The net reduced to a layer and its producers and consumers, in the same order. */
function excerpt(net: Net, layer: Layer): Net {
  const near = new Neighbors(net, layer);
  const producers = layer.message.list('bottom').map((_, index) => near.producer(index));
  const consumers = layer.message.list('top').flatMap((_, index) => near.consumers(index));
  const kept = new Set([layer, ...[...producers, ...consumers].map((port) => port?.layer)]);
  const layers = net.layers
    .filter((each) => kept.has(each))
    .map((each, index) => new Layer(index, each, each.wire, each.setup, each.params));
  const facts = layers.map((each) => each.facts);
  const owners = [...layers.keys()];
  const connected = { facts, layers: layers.map(({ wire }) => wire), owners, connections: { missing: [] } };
  return { ...net, layers, connected };
}

/** The neighbors of a layer in an excerpt, with the purpose of the whole net. */
function nearIn(part: Net, whole: Net, layer: Layer): Neighbors {
  const { trains, loadsModel } = new Neighbors(whole, layer);
  return Object.assign(new Neighbors(part, layer), { trains, loadsModel });
}

const byLayer = rules.filter(({ layer }) => layer);

test('at least a third of the rules check one layer', () => assert.ok(byLayer.length > rules.length / 3));

for (const rule of byLayer) {
  test(`${rule.code} reads the document only for fixes`, () => {
    for (const { document, net, layer } of looks(rule)) {
      const near = new Neighbors(net, layer);
      assert.deepEqual(found(rule, layer, near, sealed(document)), found(rule, layer, near, document));
    }
  });

  test(`${rule.code} finds the same in a net reduced to a layer and its neighbors`, () => {
    for (const { document, net, layer } of looks(rule)) {
      const near = new Neighbors(net, layer);
      const expected = found(rule, layer, near, document);
      const part = excerpt(net, layer);
      const own = part.layers.find(({ message }) => message === layer.message);
      // The findings of a rule that reads the whole net are not cached.
      if (!own || near.wasAskedForNet()) continue;
      assert.deepEqual(found(rule, own, nearIn(part, net, own), document), expected);
    }
  });
}

for (const rule of rules.filter(({ net, types }) => net && types)) {
  test(`${rule.code} finds nothing in nets without layers of its types`, () => {
    for (const { document, net } of nets) {
      const layers = net.layers.filter(({ type }) => !rule.types?.includes(type));
      assert.deepEqual([...(rule.net?.({ ...net, layers }, document) ?? [])], []);
    }
  });
}

test('the neighbors of a layer are its producers and consumers', () => {
  const document = open(`layer { name: "a" type: "Input" top: "a" input_param { shape { dim: 1 dim: 3 } } }
layer { name: "b" type: "ReLU" bottom: "a" top: "b" }
layer { name: "c" type: "TanH" bottom: "b" top: "b" }`);
  const net = document.net(netState('TEST'));
  const names = (ports: readonly (Port | undefined)[]) => ports.map((port) => port?.layer.name);
  const [, b] = writtenLayers(net);
  assert.ok(b);
  const near = new Neighbors(net, b);
  assert.deepEqual(names([near.producer(0), near.producer(1), ...near.consumers()]), ['a', undefined, 'c']);
});
