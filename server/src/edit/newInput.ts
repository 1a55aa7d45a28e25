import type { Document } from '../document/document.ts';
import { hasInputLayers } from '../layers/registry.ts';
import type { LayerSyntax } from '../net/lower.ts';
import { isKnown } from '../shape/dim.ts';
import { hasRank, type Shape } from '../shape/shape.ts';
import { type NewField, newField, quoted } from './newField.ts';
import { hasV0Layers } from './upgrade/layers.ts';

/** The axes of a shape if all are known and positive. */
export function knownDims(shape: Shape | undefined): number[] | undefined {
  if (!shape || !hasRank(shape) || shape.length === 0) return undefined;
  const dims = shape.filter(isKnown);
  return dims.length === shape.length && dims.every((dim) => dim > 0) ? dims : undefined;
}

/** How the inputs of a net are written: as Input layers, or at net level with one of the fields for their shapes. */
export type InputForm = 'layer' | 'input_shape' | 'input_dim';

/**
 * The form for inputs before a layer: net-level for `layers`, and for a Caffe without Input layers. The oldest Caffes
 * have no `input_shape`, and others ignore it beside V0 layers.
 */
export function inputFormFor(document: Document, { field }: LayerSyntax): InputForm {
  const { dialect, schema } = document;
  if (field.name.text !== 'layers' && hasInputLayers(dialect)) return 'layer';
  const hasShapes = schema.message('NetParameter')?.fields.has('input_shape');
  return hasShapes && !hasV0Layers(document) ? 'input_shape' : 'input_dim';
}

/** The name of an input and its shape. */
export type NamedShape = readonly [name: string, shape: Shape | undefined];

/** Inputs of a net, with their shapes as far as all axes are known. */
export function newInputs(inputs: readonly NamedShape[], form: InputForm): NewField[] {
  if (form === 'layer') return inputs.map(inputLayer);
  return form === 'input_shape' ? withShapes(inputs) : withDims(inputs);
}

function inputLayer([name, shape]: NamedShape): NewField {
  const dims = knownDims(shape);
  return newField('layer', [
    newField('name', quoted(name)),
    newField('type', quoted('Input')),
    newField('top', quoted(name)),
    ...(dims ? [newField('input_param', [shapeField('shape', dims)])] : []),
  ]);
}

/** Shapes belong to inputs by their position, so an unknown shape between others is empty. */
function withShapes(inputs: readonly NamedShape[]): NewField[] {
  const someKnown = inputs.some(([, shape]) => knownDims(shape));
  return inputs.flatMap(([name, shape]) => [
    newField('input', quoted(name)),
    ...(someKnown ? [shapeField('input_shape', knownDims(shape) ?? [])] : []),
  ]);
}

/** Four lengths for each input. No lengths can stand for an unknown shape, so such inputs are last. */
function withDims(inputs: readonly NamedShape[]): NewField[] {
  const written = inputs.map(([name, shape]) => [newField('input', quoted(name)), ...dimFields(shape)]);
  return [
    ...written.filter(({ length }) => length > 1),
    ...written.filter(({ length }) => length === 1),
  ].flat();
}

function dimFields(shape: Shape | undefined): NewField[] {
  const dims = knownDims(shape) ?? [];
  if (dims.length === 0 || dims.length > 4) return [];
  return [0, 1, 2, 3].map((axis) => newField('input_dim', dims[axis] ?? 1));
}

function shapeField(name: string, dims: readonly number[]): NewField {
  return newField(
    name,
    dims.map((dim) => newField('dim', dim)),
  );
}
