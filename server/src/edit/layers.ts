import { layerExtent } from '../document/layers.ts';
import type { LayerSyntax } from '../net/lower.ts';
import type { SyntaxTree } from '../syntax/tree.ts';
import type { TextEdit } from '../text/edit.ts';
import { insertion, removeField } from './fields.ts';
import { type NewField, printField } from './newField.ts';
import { endsLine, indentAt, lineStart, lineStop, styleOf } from './style.ts';

/** Adds a layer after another one, with its indentation. */
export function addLayerAfter(tree: SyntaxTree, layer: LayerSyntax, added: NewField): TextEdit {
  const { text } = tree;
  const style = styleOf(text);
  const { start, end } = layerExtent(tree, layer);
  const indent = indentAt(text, start);
  const place = endsLine(text, end) ? lineStop(text, end) : end;
  return insertion(place, `${style.eol}${indent}${printField(added, style, indent)}`);
}

/** Adds a layer before another one, above the comments directly above it. */
export function addLayerBefore(tree: SyntaxTree, layer: LayerSyntax, added: NewField): TextEdit {
  const { text } = tree;
  const style = styleOf(text);
  const { start } = layerExtent(tree, layer);
  const indent = indentAt(text, start);
  return insertion(
    aboveComments(text, lineStart(text, start)),
    `${indent}${printField(added, style, indent)}${style.eol}`,
  );
}

/** Removes a layer and its lines. The comments above it stay. */
export function removeLayer(tree: SyntaxTree, layer: LayerSyntax): TextEdit {
  return removeField(tree.text, layerExtent(tree, layer));
}

/** The start of the first comment line of those directly above a line. */
export function aboveComments(text: string, line: number): number {
  let start = line;
  while (start > 0) {
    const previous = lineStart(text, start - 1);
    if (!/^[ \t]*#/u.test(text.slice(previous, start))) break;
    start = previous;
  }
  return start;
}
