import type { Document } from '../../document/document.ts';
import type { Port } from '../../net/wiring.ts';
import { isKnown } from '../../shape/dim.ts';
import { formatShape, hasRank, type Shape } from '../../shape/shape.ts';
import { quoted } from '../draft.ts';

/** An input of a deployed net: its name and shape, or why there is none. */
export interface DeployInput {
  readonly name: string;
  readonly port: Port;
  /** Undefined while it is not known whole. */
  readonly dims: readonly number[] | undefined;
  /** As far as it is known, `64×3×?×?`. */
  readonly found: string;
}

/** The inputs with the shapes that the data layers give them, for a batch of a size. */
export function deployInputs(
  document: Document,
  ports: readonly Port[],
  batch: number | undefined,
): DeployInput[] {
  return ports.map((port) => {
    const { layer, index } = port;
    const name = layer.message.texts('top')[index] ?? '';
    const shape = layer.outputs[index]?.shape;
    const stated = document.settings.inputShapes.get(name);
    const size = batch ?? (layer.type === 'Input' || wholeShape(stated, shape) ? undefined : 1);
    return { name, port, dims: shape && dimsOf(shape, size), found: shape ? formatShape(shape) : '?' };
  });
}

/** Whether somebody stated all axes, that of the batch among them. */
function wholeShape(stated: readonly number[] | undefined, shape: Shape | undefined): boolean {
  return stated !== undefined && shape !== undefined && hasRank(shape) && stated.length === shape.length;
}

/** The first axis is the batch. */
function dimsOf(shape: Shape, batch: number | undefined): number[] | undefined {
  if (!hasRank(shape) || shape.length === 0) return undefined;
  const dims = shape.map((dim, axis) => (axis === 0 && batch !== undefined ? batch : dim));
  const known = dims.filter(isKnown);
  return known.length === dims.length ? known : undefined;
}

/** An Input layer, as lines. */
export function inputLines({ name, dims = [] }: DeployInput, unit: string): string[] {
  const top = quoted(name);
  const shape = dims.map((dim) => `dim: ${dim}`).join(' ');
  const fields = [`name: ${top}`, 'type: "Input"', `top: ${top}`, `input_param { shape { ${shape} } }`];
  return ['layer {', ...fields.map((field) => unit + field), '}'];
}
