import type { Port } from '../../net/blobGraph.ts';
import { isKnown } from '../../shape/dim.ts';
import { formatShape, hasRank, type Shape } from '../../shape/shape.ts';
import { quoted } from '../newField.ts';

/** An input of a deployment net: its name and shape, or the unknown part of the shape. */
export interface DeployInput {
  readonly name: string;
  readonly port: Port;
  /** Undefined if an axis is unknown. */
  readonly dims: readonly number[] | undefined;
  /** The known part of the shape, `64×3×?×?`. */
  readonly found: string;
}

/** The inputs with the shapes from their data layers; the batch size is the requested or declared one, otherwise 1. */
export function deployInputs(
  ports: readonly Port[],
  stated: ReadonlyMap<string, readonly number[]>,
  batch: number | undefined,
): DeployInput[] {
  return ports.map((port) => {
    const { layer, index } = port;
    const name = layer.facts.tops[index] ?? '';
    const shape = layer.outputs[index]?.shape;
    const whole = wholeShape(stated.get(name), shape);
    const size = batch ?? whole?.[0] ?? (layer.type === 'Input' ? undefined : 1);
    return {
      name,
      port,
      dims: shape && dimsOf(shape, size),
      found: shape ? formatShape(withBatch(shape, size)) : '?',
    };
  });
}

/** The declared shape, if it has all axes, including the batch. */
function wholeShape(
  stated: readonly number[] | undefined,
  shape: Shape | undefined,
): readonly number[] | undefined {
  return shape !== undefined && hasRank(shape) && stated?.length === shape.length ? stated : undefined;
}

/** The sizes of all axes, with the batch first. */
function dimsOf(shape: Shape, batch: number | undefined): number[] | undefined {
  const dims = withBatch(shape, batch);
  if (!hasRank(dims) || dims.length === 0) return undefined;
  const known = dims.filter(isKnown);
  return known.length === dims.length ? known : undefined;
}

function withBatch(shape: Shape, batch: number | undefined): Shape {
  if (!hasRank(shape)) return shape;
  return shape.map((dim, axis) => (axis === 0 && batch !== undefined ? batch : dim));
}

/** An Input layer, as lines. */
export function inputLines({ name, dims = [] }: DeployInput, unit: string): string[] {
  const top = quoted(name);
  const shape = dims.map((dim) => `dim: ${dim}`).join(' ');
  const fields = [`name: ${top}`, 'type: "Input"', `top: ${top}`, `input_param { shape { ${shape} } }`];
  return ['layer {', ...fields.map((field) => unit + field), '}'];
}
