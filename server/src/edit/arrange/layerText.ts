import type { Document } from '../../document/document.ts';
import { layerExtent, touching } from '../../document/layers.ts';
import { onceFor } from '../../memo/onceFor.ts';
import type { LayerSyntax } from '../../net/lower.ts';
import type { SyntaxTree } from '../../syntax/tree.ts';
import type { Range } from '../../text/range.ts';
import { layerBody } from '../fields.ts';
import { aboveComments } from '../layers.ts';
import { endsLine, lineStart, lineStop } from '../style.ts';

/** The layers that are written as one message each, in the order of the file. */
export const ownLayers = onceFor((document: Document): readonly LayerSyntax[] => {
  if (document.root !== 'NetParameter') return [];
  const all = document
    .netInput()
    .upgraded.layers.filter(
      (layer) => layer.field.value?.kind === 'message' && layerBody(document.tree, layer) !== undefined,
    );
  return all.every(({ field }) => field.name.text === all[0]?.field.name.text) ? all : [];
});

/** The layers of the file that a range touches. */
export function selectedLayers(document: Document, range: Range): readonly LayerSyntax[] {
  return touching(document.tree, ownLayers(document), range);
}

/**
 * The lines from one layer to another, with the comments directly above, without the last line break; only the layers
 * if these lines have other text.
 */
export function linesBetween(tree: SyntaxTree, first: LayerSyntax, last: LayerSyntax): Range {
  const { text } = tree;
  const { start } = layerExtent(tree, first);
  const { end } = layerExtent(tree, last);
  const head = lineStart(text, start);
  const alone = text.slice(head, start).trim() === '' && endsLine(text, end);
  return alone ? { start: ownComments(text, head), end: lineStop(text, end) } : { start, end };
}

/** Whether a range is one or more lines, without the last line break. */
export function isWholeLines(text: string, { start, end }: Range): boolean {
  return lineStart(text, start) === start && lineStop(text, end) === end;
}

/** The first comment line directly above a line that belongs to it: comments at the start of the file do not. */
function ownComments(text: string, line: number): number {
  const start = aboveComments(text, line);
  if (start > 0) return start;
  const own = /^[ \t]*#[ \t]*caffe-ignore:/mu.exec(text.slice(start, line));
  return own ? start + own.index : line;
}
