import type { Document } from '../../document/document.ts';
import { layerExtent } from '../../document/layers.ts';
import { lineEnd, type TextEdit } from '../../text/edit.ts';

/** Sets the dialect of a file in a comment on its first line; `auto` removes the comment. */
export function writeDialect({ text, directives }: Document, name: string): TextEdit[] {
  const { dialect } = directives;
  if (name !== 'auto') {
    if (dialect) return [{ range: dialect.range, newText: name }];
    return [{ range: { start: 0, end: 0 }, newText: `# caffe-dialect: ${name}${lineEnd(text)}` }];
  }
  if (!dialect) return [];
  const start = text.lastIndexOf('\n', dialect.range.start) + 1;
  const next = text.indexOf('\n', start);
  return [{ range: { start, end: next < 0 ? text.length : next + 1 }, newText: '' }];
}

/** States the shape of a blob in a comment above its first producer, or at the start of the file if there is none. */
export function writeShape(document: Document, blob: string, dims: readonly number[]): TextEdit[] {
  const shape = dims.join('x');
  const stated = document.directives.shapes.get(blob);
  if (stated) return [{ range: stated.range, newText: shape }];
  const layer = document
    .netInput()
    .upgraded.layers.find(({ message }) => message.texts('top').includes(blob));
  const { text } = document;
  const line = layer ? text.lastIndexOf('\n', layerExtent(document.tree, layer).start - 1) + 1 : 0;
  const [indent = ''] = /^[ \t]*/u.exec(text.slice(line)) ?? [];
  const newText = `${indent}# shape: ${blob} ${shape}${lineEnd(text)}`;
  return [{ range: { start: line, end: line }, newText }];
}
