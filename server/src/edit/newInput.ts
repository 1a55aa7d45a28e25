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

/**
 * An input of a net, with its shape if all axes are known: an Input layer, or net-level fields in a net of `layers` and in
 * a Caffe without Input layers.
 */
export function newInput(name: string, shape: Shape | undefined, isOld: boolean): NewField[] {
  return isOld ? oldInput(name, shape) : [inputLayer(name, shape)];
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

function oldInput(name: string, shape: Shape | undefined): NewField[] {
  return [newField('input', quoted(name)), ...shapeField('input_shape', shape)];
}
