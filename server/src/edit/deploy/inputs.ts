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

/** The inputs with the shapes that the data layers give them, in batches as asked for or stated, else of one. */
export function deployInputs(
  ports: readonly Port[],
  stated: ReadonlyMap<string, readonly number[]>,
  batch: number | undefined,
): DeployInput[] {
  return ports.map((port) => {
    const { layer, index } = port;
    const name = layer.message.texts('top')[index] ?? '';
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

/** What somebody stated, if that is all axes, that of the batch among them. */
function wholeShape(
  stated: readonly number[] | undefined,
  shape: Shape | undefined,
): readonly number[] | undefined {
  return shape !== undefined && hasRank(shape) && stated?.length === shape.length ? stated : undefined;
}

/** The sizes of all axes, of which the first is the batch. */
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
