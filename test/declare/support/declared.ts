import assert from 'node:assert/strict';
import { readDeclarations } from '../../../server/src/declare/declarations.ts';
import { createDocument } from '../../../server/src/document/document.ts';
import { defaultSettings } from '../../../server/src/document/settings.ts';
import { emptyContext } from '../../../server/src/document/workspaceContext.ts';
import { netState } from '../../../server/src/net/states/state.ts';
import { openDialect } from '../../../server/src/schema/dialect.ts';
import { readProtoFile } from '../../../server/src/schema/protoFile.ts';
import type { Dim } from '../../../server/src/shape/dim.ts';
import { hasRank, reasons, type Shape, unshaped } from '../../../server/src/shape/shape.ts';

/** A Caffe with a custom layer, `My`, and fields of every kind for it. */
const caffe = `
  syntax = "proto2";
  package caffe;
  message BlobShape { repeated int64 dim = 1; }
  message BlobProto { optional BlobShape shape = 7; repeated float data = 5; }
  message NetParameter { optional string name = 1; repeated LayerParameter layer = 100; }
  enum Phase { TRAIN = 0; TEST = 1; }
  message NetStateRule { optional Phase phase = 1; }
  message ParamSpec { optional string name = 1; optional float lr_mult = 3 [default = 1]; }
  message InputParameter { repeated BlobShape shape = 1; }
  message PythonParameter { optional string module = 1; optional string layer = 2; optional string param_str = 3; }
  message MyParameter {
    enum Mode { UP = 0; DOWN = 1; }
    message Part { optional int32 size = 1 [default = 4]; repeated int32 sides = 2; }
    optional int32 scale = 1 [default = 2];
    optional uint32 num_output = 2;
    optional float ratio = 3 [default = 0.5];
    optional double exact = 4 [default = 0.25];
    optional bool bias_term = 5 [default = true];
    optional Mode mode = 6 [default = UP];
    optional string label = 7;
    repeated uint32 kernel = 8;
    repeated float weights = 9;
    repeated Mode modes = 10;
    optional Part part = 11;
    repeated Part parts = 12;
    repeated double exacts = 13;
    repeated bool flags = 14;
    optional int64 big = 15;
  }
  message LayerParameter {
    optional string name = 1;
    optional string type = 2;
    repeated string bottom = 3;
    repeated string top = 4;
    optional Phase phase = 10;
    repeated float loss_weight = 5;
    repeated ParamSpec param = 6;
    repeated BlobProto blobs = 7;
    repeated bool propagate_down = 11;
    repeated NetStateRule include = 8;
    repeated NetStateRule exclude = 9;
    optional InputParameter input_param = 143;
    optional PythonParameter python_param = 130;
    optional MyParameter my_param = 200;
  }`;

const dialect = (() => {
  const { schema, problems: errors } = readProtoFile(caffe);
  assert.deepEqual(errors, []);
  assert.ok(schema);
  return openDialect('caffe.proto', schema);
})();

/** A layer of type `My` by default, and its inputs. */
export interface Example {
  /** Shapes of the bottoms, `2x3`; `?` for an unknown axis, `unknown` for one of unknown rank. */
  readonly bottoms?: readonly string[];
  /** Text inside the layer besides its name, type, bottoms and tops. */
  readonly text?: string;
  readonly type?: string;
  /** Number of tops, 1 by default. */
  readonly tops?: number;
}

/** The results of a layer: shapes as text, `?` for unknown, each reason once, and Caffe's failures. */
export interface Outcome {
  readonly tops: readonly string[];
  readonly params: readonly string[];
  readonly macs: string;
  readonly why: readonly string[];
  readonly errors: readonly string[];
}

/** Sets the layer up with the declarations of a file; other keys than `My` declare other layers. */
export function setUp(layers: object, { bottoms = [], text = '', type = 'My', tops = 1 }: Example): Outcome {
  const { declarations, problems: diagnostics } = readDeclarations(
    JSON.stringify({ layers: { ...layers, ...sources } }),
  );
  assert.deepEqual(diagnostics, []);
  const inputs = bottoms.map((shape, index) => inputLayer(shape, `in${index}`));
  const names = Array.from({ length: tops }, (_, index) => `top: "top${index}"`);
  const layer = `layer { name: "test" type: "${type}" ${bottoms.map((_, index) => `bottom: "in${index}"`).join(' ')} ${names.join(' ')} ${text} }`;
  const document = createDocument({
    uri: 'test.prototxt',
    version: 0,
    text: [...inputs, layer].join('\n'),
    settings: defaultSettings,
    context: { ...emptyContext, dialect, declared: declarations.layers },
  });
  assert.deepEqual(document.textErrors(), []);
  const net = document.net(netState('TRAIN'));
  const found = net.layers.find(({ name }) => name === 'test');
  assert.ok(found);
  const shapes = found.outputs.map(({ shape }) => shape);
  return {
    tops: shapes.map(written),
    params: found.params.map(({ role, shape }) => `${role} ${written(shape)}`),
    macs: dimText(found.macs),
    why: [...new Set(shapes.flatMap(reasons))],
    errors: net.failures.map(({ check, message }) => `${check}: ${message}`),
  };
}

/** Layers whose results the text format cannot express. */
const sources = { Open: { bottoms: 0, tops: 1 }, Source: { shapes: [['?', 3, '?']] } };

function inputLayer(shape: string, name: string): string {
  if (shape === 'unknown') return `layer { name: "${name}" type: "Open" top: "${name}" }`;
  if (shape === '?x3x?') return `layer { name: "${name}" type: "Source" top: "${name}" }`;
  const dims = shape === 'scalar' ? [] : shape.split('x');
  return `layer { name: "${name}" type: "Input" top: "${name}" input_param { shape { ${dims.map((dim) => `dim: ${dim}`).join(' ')} } } }`;
}

function written(shape: Shape): string {
  if (!hasRank(shape)) return '?';
  if (shape.length === 0) return shape === unshaped ? 'unshaped' : 'scalar';
  return shape.map(dimText).join('x');
}

function dimText(dim: Dim): string {
  return typeof dim === 'number' ? String(dim) : '?';
}
