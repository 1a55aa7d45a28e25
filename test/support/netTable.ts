import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createDocument } from '../../server/src/document/document.ts';
import { defaultSettings } from '../../server/src/document/settings.ts';
import type { Layer, Net } from '../../server/src/net/net.ts';
import { netState, type Phase } from '../../server/src/net/states/state.ts';
import { formatShape } from '../../server/src/shape/shape.ts';

/** A small net and its expected properties; missing properties are not compared, except `failures`. */
export interface NetCase {
  readonly shows: string;
  readonly net: readonly string[];
  readonly phase?: Phase;
  readonly level?: number;
  readonly stages?: readonly string[];
  readonly dialect?: string;
  /** Names of all layers in order, including those that Caffe inserts. */
  readonly layers?: readonly string[];
  /** Types of layers by their names. */
  readonly types?: Readonly<Record<string, string>>;
  /** Names of bottoms by the names of their layers, after Caffe's split insertion. */
  readonly bottoms?: Readonly<Record<string, string>>;
  /** Shapes of tops by the names of their layers: `2x3 2`. */
  readonly tops?: Readonly<Record<string, string>>;
  /** Parameter blobs by the names of their layers: `weight 4x3, bias 4`. */
  readonly blobs?: Readonly<Record<string, string>>;
  /** The owners of shared parameter blobs by the names of layers; `-` for a blob that is not shared. */
  readonly sharedWith?: Readonly<Record<string, string>>;
  /** Loss weights by the names of their layers. */
  readonly weights?: Readonly<Record<string, readonly number[]>>;
  /** All failures in order, each with its layer: `net/unknown-bottom a`. None by default. */
  readonly failures?: readonly string[];
}

/** Registers one test for each net of a table. */
export function specifyNets(subject: string, cases: readonly NetCase[]): void {
  for (const one of cases) test(`${subject}: ${one.shows}`, () => checkNet(one));
}

/** `layer('ReLU', 'r', 'a b > c', 'relu_param { }')`: type, name, bottoms and tops, and other text. */
export function layer(type: string, name: string, graph: string, text = ''): string {
  const [bottoms = '', tops = ''] = graph.split('>');
  const blobs = [...fields('bottom', bottoms), ...fields('top', tops)].join(' ');
  return `layer { name: "${name}" type: "${type}" ${blobs} ${text} }`;
}

function fields(field: string, names: string): string[] {
  return names
    .split(' ')
    .filter((name) => name !== '')
    .map((name) => `${field}: "${name}"`);
}

/** An Input layer with one top of the same name. */
export function input(name: string, shape: string): string {
  return layer('Input', name, `> ${name}`, `input_param { shape { dim: [${shape.replaceAll('x', ', ')}] } }`);
}

export function readNet(one: Omit<NetCase, 'shows'>): Net {
  const document = createDocument({
    uri: 'spec.prototxt',
    version: 0,
    text: one.net.join('\n'),
    settings: { ...defaultSettings, dialect: one.dialect ?? 'bvlc' },
  });
  assert.deepEqual(document.textErrors(), []);
  return document.net(netState(one.phase ?? 'TRAIN', one.level, one.stages));
}

function checkNet(one: NetCase): void {
  const net = readNet(one);
  const messages = net.failures.map(({ check, message }) => `${check}: ${message}`).join('\n');
  assert.deepEqual(
    net.failures.map((failure) => [failure.check, failure.layer].filter((part) => part !== null).join(' ')),
    one.failures ?? [],
    messages,
  );
  if (one.layers) {
    assert.deepEqual(
      net.layers.map(({ name }) => name),
      one.layers,
    );
  }
  compare(net, one.types, ({ type }) => type);
  compare(net, one.bottoms, ({ bottoms }) => bottoms.join(' '));
  compare(net, one.tops, ({ outputs }) => outputs.map(({ shape }) => shapeText(shape)).join(' '));
  compare(net, one.blobs, ({ params }) =>
    params.map(({ role, shape }) => `${role} ${shapeText(shape)}`).join(', '),
  );
  compare(net, one.sharedWith, ({ params }) => params.map((param) => param.sharedWith ?? '-').join(' '));
  compare(net, one.weights, ({ lossWeights }) => lossWeights);
}

function compare<T>(net: Net, expected: Readonly<Record<string, T>> | undefined, of: (one: Layer) => T) {
  if (!expected) return;
  const found = Object.keys(expected).map((name) => {
    const layer = net.layers.find((one) => one.name === name);
    return [name, layer && of(layer)];
  });
  assert.deepEqual(Object.fromEntries(found), expected);
}

function shapeText(shape: Parameters<typeof formatShape>[0]): string {
  return formatShape(shape).replaceAll('×', 'x');
}
