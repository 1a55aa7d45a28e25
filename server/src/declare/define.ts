import { type LayerContext, SetupStop } from '../layers/context.ts';
import type { Arity, LayerDefinition } from '../layers/definition.ts';
import { type Dim, Unknown } from '../shape/dim.ts';
import { hasRank, type Shape } from '../shape/shape.ts';
import type { ShapeRule } from './shapeRules.ts';

/** A parameter blob; its shape is undefined if the layer does not have it. */
export type ParamRule = readonly [role: string, shape: ShapeRule<Shape | undefined>];

/** A layer as its declaration defines it. */
export interface LayerRules {
  /** Its type; for a Python layer `Python module.Class`. */
  readonly name: string;
  readonly doc: string | undefined;
  readonly param: string | undefined;
  readonly bottoms: Arity;
  readonly tops: Arity;
  readonly loss: boolean;
  /** One shape per top; the last one also applies to further tops. Undefined if not declared. */
  readonly shapes: readonly ShapeRule<Shape>[] | undefined;
  /** The parameter blobs by role, in Caffe's order; undefined if not declared. */
  readonly params: readonly ParamRule[] | undefined;
  readonly macs: ShapeRule<Dim> | undefined;
}

/** The definition of a declared layer. A mismatch stops it with a reason and is not a failure of the net. */
export function defineLayer(rules: LayerRules): LayerDefinition {
  const { name, doc, param, bottoms, tops, loss, params } = rules;
  return {
    type: name,
    doc: doc ?? 'Declared in `caffe-prototxt.json`.',
    ...(param !== undefined && { paramField: param }),
    loss,
    bottoms: () => bottoms,
    tops: () => tops,
    setUp(layer) {
      if (params) addParams(layer, name, params);
      else addUnknownParams(layer, name);
    },
    reshape: (layer) => layer.topNames.map((_, index) => topShape(layer, index, rules)),
    macs: (layer, shapes) => macsOf(layer, shapes, rules),
  };
}

function topShape(layer: LayerContext, index: number, { name, shapes }: LayerRules): Shape {
  const rule = shapes?.[index] ?? shapes?.at(-1);
  if (!rule) return new Unknown('undeclared', `The declaration of \`${name}\` does not specify its tops.`);
  const shape = rule.value({ name, layer, index, tops: [] });
  return hasRank(shape) ? [...shape] : shape;
}

function addParams(layer: LayerContext, name: string, params: readonly ParamRule[]): void {
  if (layer.takesGivenBlobs(...params.map(([role]) => role))) return;
  for (const [index, [role, rule]] of params.entries()) {
    const shape = rule.value({ name, layer, index, tops: [] });
    if (!shape) continue;
    if (!hasRank(shape)) throw new SetupStop(shape);
    layer.addBlob(role, shape, rule.text);
  }
}

/** If parameters are not declared, the layer has as many as it has `param` fields. */
function addUnknownParams(layer: LayerContext, name: string): void {
  const given = layer.message.count('param') - layer.blobs.length;
  const unknown = new Unknown('undeclared', `The declaration of \`${name}\` does not specify parameters.`);
  for (let count = 0; count < given; count++) layer.addBlob('blob', [unknown]);
}

function macsOf(layer: LayerContext, tops: readonly Shape[], { name, macs }: LayerRules): Dim {
  if (macs) return macs.value({ name, layer, index: 0, tops });
  if (layer.blobs.length === 0) return 0;
  return new Unknown('undeclared', `The declaration of \`${name}\` does not specify multiplications.`);
}
