import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createDocument } from '../../server/src/document/document.ts';
import { defaultSettings } from '../../server/src/document/settings.ts';
import { mayHaveBlobs } from '../../server/src/layers/definition.ts';
import { isRegistered } from '../../server/src/layers/registry.ts';
import type { Net } from '../../server/src/net/net.ts';
import { netState, type Phase } from '../../server/src/net/states/state.ts';
import { findDialect } from '../../server/src/schema/dialect.ts';
import { hasRank, type Shape, unshaped } from '../../server/src/shape/shape.ts';

/** One case of a layer's specification: the layer, and what Caffe computes or rejects. */
export interface LayerCase {
  /** The name of the test. */
  readonly shows: string;
  /** Shapes of the bottoms, `2x3x8x8`; `scalar` for no axes, `unshaped` for a blob without a shape. */
  readonly bottoms?: readonly string[];
  /** Text of the layer besides its name, type, bottoms and tops. */
  readonly text?: string;
  /** Expected shapes of the tops. With `refused`, set `topNames` instead if the number of tops is not one. */
  readonly tops?: readonly string[];
  /** Names of the tops, `top0`, `top1`, … by default; bottoms are named `in0`, `in1`, … */
  readonly topNames?: readonly string[];
  /** Expected parameter blobs in order, `weight 20x1x5x5`; none by default. */
  readonly blobs?: readonly string[];
  /** Expected multiply-accumulates for the batch. */
  readonly macs?: number;
  /** The check that fails, so Caffe rejects the layer. */
  readonly refused?: string;
  readonly dialect?: string;
  readonly phase?: Phase;
  /** Channels, height and width of one datum, for layers that read data. */
  readonly datum?: readonly number[];
}

/** Registers one test for each case of a layer type's specification. */
export function specify(type: string, cases: readonly LayerCase[]): void {
  for (const one of cases) test(`${type}: ${one.shows}`, () => checkCase(type, one));
}

function checkCase(type: string, one: LayerCase): void {
  const net = buildNet(type, one);
  if (one.refused !== undefined) {
    assert.deepEqual(
      net.failures.map((failure) => [failure.check, failure.layer])[0],
      [one.refused, 'test'],
      describe(net),
    );
    return;
  }
  assert.equal(net.failures.length, 0, describe(net));
  const layer = net.layers.find(({ name }) => name === 'test');
  assert.deepEqual(
    layer?.outputs.map(({ shape }) => text(shape)),
    one.tops ?? [],
  );
  assert.deepEqual(
    layer?.params.map(({ role, shape }) => `${role} ${text(shape)}`),
    one.blobs ?? [],
  );
  const { definition } = layer ?? {};
  assert.ok(
    layer?.params.length === 0 || !definition || mayHaveBlobs(definition),
    `${type} has \`hasBlobs\``,
  );
  if (one.macs !== undefined) assert.equal(layer?.macs, one.macs);
}

function describe(net: Net): string {
  return net.failures.map((failure) => `${failure.check}: ${failure.message}`).join('\n');
}

function buildNet(type: string, one: LayerCase): Net {
  const { bottoms = [], dialect = 'bvlc' } = one;
  const names = one.topNames ?? (one.tops ?? ['top']).map((_, index) => `top${index}`);
  const blobs = [
    ...bottoms.map((_, index) => `bottom: "in${index}"`),
    ...names.map((name) => `top: "${name}"`),
  ];
  const layer = `layer { name: "test" type: "${type}" ${blobs.join(' ')} ${one.text ?? ''} }`;
  const document = createDocument({
    uri: 'spec.prototxt',
    version: 0,
    text: [...inputs(bottoms, dialect), layer].join('\n'),
    settings: { ...defaultSettings, dialect, dataShape: one.datum },
  });
  assert.deepEqual(document.textErrors(), []);
  return document.net(netState(one.phase ?? 'TRAIN'));
}

/** The bottoms as Input layers, or as inputs of the net if the dialect has no Input layers. */
function inputs(shapes: readonly string[], dialect: string): string[] {
  const known = findDialect(dialect);
  const hasInput = known === undefined || isRegistered('Input', known);
  return shapes.map((shape, index) => {
    const dims = shape === 'scalar' || shape === 'unshaped' ? [] : shape.split('x');
    const lengths = `{ ${dims.map((dim) => `dim: ${dim}`).join(' ')} }`;
    if (!hasInput) return `input: "in${index}" input_shape ${lengths}`;
    const param = shape === 'unshaped' ? '' : `input_param { shape ${lengths} }`;
    return `layer { name: "in${index}" type: "Input" top: "in${index}" ${param} }`;
  });
}

function text(shape: Shape): string {
  if (!hasRank(shape)) return '?';
  if (shape.length === 0) return shape === unshaped ? 'unshaped' : 'scalar';
  return shape.map((dim) => (typeof dim === 'number' ? dim : '?')).join('x');
}
