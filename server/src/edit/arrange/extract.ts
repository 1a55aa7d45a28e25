import type { Document } from '../../document/document.ts';
import type { LayerSyntax } from '../../net/lower.ts';
import { formatShape, type Shape } from '../../shape/shape.ts';
import { printField } from '../newField.ts';
import { inputFormFor, knownDims, newInputs } from '../newInput.ts';
import { styleOf } from '../style.ts';
import { type Bottom, bottomsOf } from './inner.ts';
import { linesBetween } from './layerText.ts';

/** Shapes by the names of blobs. */
export type Shapes = ReadonlyMap<string, readonly number[]>;

/** Layers as a net of their own. */
export interface Extract {
  readonly text: string;
  /** The inputs whose shapes are not known, with what is known. */
  readonly unknown: readonly { readonly name: string; readonly shape: string }[];
}

/**
 * A net of selected layers, in their order and with their comments; the blobs that they read from others are inputs,
 * with the given shapes or those of the net. Undefined if the inputs depend on the state.
 */
export function extract(
  document: Document,
  layers: readonly LayerSyntax[],
  shapes: Shapes,
): Extract | undefined {
  const [first] = layers;
  const found = inputsOf(document, layers);
  if (!first || !found) return undefined;
  const { tree } = document;
  const style = styleOf(tree.text);
  const inputs = [...found].map(([name, shape]) => [name, shapes.get(name) ?? shape] as const);
  const fields = newInputs(inputs, inputFormFor(document, first));
  const lines = layers.map((layer) => {
    const { start, end } = linesBetween(tree, layer, layer);
    return tree.text.slice(start, end);
  });
  const parts = [...dialectLines(document), ...fields.map((field) => printField(field, style, '')), ...lines];
  const unknown = inputs
    .filter(([, shape]) => knownDims(shape) === undefined)
    .map(([name, shape]) => ({ name, shape: shape ? formatShape(shape) : '?' }));
  return { text: parts.join(style.eol) + style.eol, unknown };
}

function dialectLines({ directives }: Document): string[] {
  const { dialect } = directives;
  return dialect ? [`# caffe-dialect: ${dialect.value}`] : [];
}

/** The blobs that layers read from others, with their shapes; undefined if this depends on the state. */
function inputsOf(
  document: Document,
  layers: readonly LayerSyntax[],
): ReadonlyMap<string, Shape | undefined> | undefined {
  const bottoms = bottomsOf(document, layers);
  if (!bottoms) return undefined;
  const inputs = new Map<string, Bottom | undefined>();
  for (const { message, facts } of layers) {
    for (const [index, name] of facts.bottoms.entries()) {
      const bottom = bottoms.get(message)?.[index];
      const known = inputs.get(name);
      if (!bottom?.isInner && (!known || (bottom && bottom.state < known.state))) inputs.set(name, bottom);
    }
  }
  return new Map([...inputs].map(([name, bottom]) => [name, bottom?.shape]));
}
