import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createDocument } from '../../server/src/document/document.ts';
import { defaultSettings } from '../../server/src/document/settings.ts';
import type { Net } from '../../server/src/net/net.ts';
import { netState, type Phase } from '../../server/src/net/states/state.ts';
import { hasRank, type Shape, unshaped } from '../../server/src/shape/shape.ts';

/** One line of a layer's specification: what goes in, and what Caffe makes of it. */
export interface LayerCase {
  /** What the case shows, as the name of its test. */
  readonly shows: string;
  /** Shapes of the bottoms, `2x3x8x8`; `scalar` for no axes, `unshaped` for a blob that was never shaped. */
  readonly bottoms?: readonly string[];
  /** Text inside the layer besides its name, type, bottoms and tops. */
  readonly text?: string;
  /** Expected shapes of the tops. With `refused`, give `topNames` instead where there is not one top. */
  readonly tops?: readonly string[];
  /** Names of the tops, `top0`, `top1`, … by default; a bottom is called `in0`, `in1`, … */
  readonly topNames?: readonly string[];
  /** Expected parameter blobs in order, `weight 20x1x5x5`; none by default. */
  readonly blobs?: readonly string[];
  /** Expected multiply-accumulates of the batch. */
  readonly macs?: number;
  /** The check for which Caffe refuses the layer. */
  readonly refused?: string;
  readonly dialect?: string;
  readonly phase?: Phase;
  /** Channels, height and width of one datum, for layers that read data. */
  readonly datum?: readonly number[];
}

/** Makes a test of every line of a layer type's specification. */
export function specify(type: string, cases: readonly LayerCase[]): void {
  for (const one of cases) test(`${type}: ${one.shows}`, () => checkCase(type, one));
}

function checkCase(type: string, one: LayerCase): void {
  const net = buildNet(type, one);
  if (one.refused !== undefined) {
    assert.deepEqual(
      net.faults.map((fault) => [fault.check, fault.layer])[0],
      [one.refused, 'test'],
      describe(net),
    );
    return;
  }
  assert.equal(net.faults.length, 0, describe(net));
  const layer = net.layers.find(({ name }) => name === 'test');
  assert.deepEqual(
    layer?.outputs.map(({ shape }) => text(shape)),
    one.tops ?? [],
  );
  assert.deepEqual(
    layer?.params.map(({ role, shape }) => `${role} ${text(shape)}`),
    one.blobs ?? [],
  );
  if (one.macs !== undefined) assert.equal(layer?.macs, one.macs);
}

function describe(net: Net): string {
  return net.faults.map((fault) => `${fault.check}: ${fault.message}`).join('\n');
}

function buildNet(type: string, one: LayerCase): Net {
  const bottoms = one.bottoms ?? [];
  const names = one.topNames ?? (one.tops ?? ['top']).map((_, index) => `top${index}`);
  const blobs = [
    ...bottoms.map((_, index) => `bottom: "in${index}"`),
    ...names.map((name) => `top: "${name}"`),
  ];
  const layer = `layer { name: "test" type: "${type}" ${blobs.join(' ')} ${one.text ?? ''} }`;
  const document = createDocument({
    uri: 'spec.prototxt',
    version: 0,
    text: [...bottoms.map(inputLayer), layer].join('\n'),
    settings: { ...defaultSettings, dialect: one.dialect ?? 'bvlc', dataShape: one.datum },
  });
  assert.deepEqual(document.textProblems(), []);
  return document.net(netState(one.phase ?? 'TRAIN'));
}

function inputLayer(shape: string, index: number): string {
  const dims = shape === 'scalar' ? [] : shape.split('x');
  const param =
    shape === 'unshaped' ? '' : `input_param { shape { ${dims.map((dim) => `dim: ${dim}`).join(' ')} } }`;
  return `layer { name: "in${index}" type: "Input" top: "in${index}" ${param} }`;
}

function text(shape: Shape): string {
  if (!hasRank(shape)) return '?';
  if (shape.length === 0) return shape === unshaped ? 'unshaped' : 'scalar';
  return shape.map((dim) => (typeof dim === 'number' ? dim : '?')).join('x');
}
