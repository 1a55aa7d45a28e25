import { isShapeName } from '../document/directives.ts';
import type { Document } from '../document/document.ts';
import { layerExtent } from '../document/layers.ts';
import { lineEnd, type TextEdit } from '../text/edit.ts';
import { insertion } from './fields.ts';
import { fileStart, lineStart } from './style.ts';

/**
 * States the shape of a blob in a comment above its first producer, or at the start of the file if there is none; no
 * edits if a comment cannot name the blob.
 */
export function writeShape(document: Document, blob: string, dims: readonly number[]): TextEdit[] {
  if (!isShapeName(blob)) return [];
  const shape = dims.join('x');
  const stated = document.directives.shapes.get(blob);
  if (stated) return [{ range: stated.range, newText: shape }];
  const layer = document
    .netInput()
    .upgraded.layers.find(({ message }) => message.texts('top').includes(blob));
  const { text } = document;
  const first = fileStart(text);
  const line = layer ? Math.max(lineStart(text, layerExtent(document.tree, layer).start), first) : first;
  const [indent = ''] = /^[ \t]*/u.exec(text.slice(line)) ?? [];
  return [insertion(line, `${indent}# shape: ${blob} ${shape}${lineEnd(text)}`)];
}
