import { hasInputLayers } from '../layers/registry.ts';
import type { LayerSyntax } from '../net/lower.ts';
import type { Dialect } from '../schema/dialect.ts';
import { isKnown } from '../shape/dim.ts';
import { hasRank, type Shape } from '../shape/shape.ts';
import { type NewField, newField, quoted } from './newField.ts';

/** The axes of a shape if all are known and positive. */
export function knownDims(shape: Shape | undefined): number[] | undefined {
  if (!shape || !hasRank(shape) || shape.length === 0) return undefined;
  const dims = shape.filter(isKnown);
  return dims.length === shape.length && dims.every((dim) => dim > 0) ? dims : undefined;
}

function shapeField(name: string, shape: Shape | undefined): NewField[] {
  const dims = knownDims(shape);
  return dims
    ? [
        newField(
          name,
          dims.map((dim) => newField('dim', dim)),
        ),
      ]
    : [];
}

/** Whether a net has net-level inputs instead of Input layers: one of `layers`, or for a Caffe without Input layers. */
export function hasNetInputs({ field }: LayerSyntax, dialect: Dialect): boolean {
  return field.name.text === 'layers' || !hasInputLayers(dialect);
}

/** An input of a net, with its shape if all axes are known, as an Input layer or as net-level fields. */
export function newInput(name: string, shape: Shape | undefined, atNetLevel: boolean): NewField[] {
  return atNetLevel ? netInput(name, shape) : [inputLayer(name, shape)];
}

function inputLayer(name: string, shape: Shape | undefined): NewField {
  const shapes = shapeField('shape', shape);
  return newField('layer', [
    newField('name', quoted(name)),
    newField('type', quoted('Input')),
    newField('top', quoted(name)),
    ...(shapes.length > 0 ? [newField('input_param', shapes)] : []),
  ]);
}

function netInput(name: string, shape: Shape | undefined): NewField[] {
  return [newField('input', quoted(name)), ...shapeField('input_shape', shape)];
}
