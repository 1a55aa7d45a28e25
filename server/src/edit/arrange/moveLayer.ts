import type { LayerSyntax } from '../../net/lower.ts';
import type { SyntaxTree } from '../../syntax/tree.ts';
import type { TextEdit } from '../../text/edit.ts';
import { insertion } from '../fields.ts';
import { endsLine, lineStart, lineStop, styleOf } from '../style.ts';
import { isWholeLines, linesBetween } from './layerText.ts';

/** Moves a layer, with the comments above it, to lines of its own before or after another one. */
export function moveLayer(
  tree: SyntaxTree,
  layer: LayerSyntax,
  other: LayerSyntax,
  where: 'before' | 'after',
): TextEdit[] {
  const { text } = tree;
  const { eol } = styleOf(text);
  const own = linesBetween(tree, layer, layer);
  const target = linesBetween(tree, other, other);
  const moved = text.slice(own.start, own.end);
  const next = isWholeLines(text, own) ? text.indexOf('\n', own.end) + 1 || text.length : own.end;
  const cut = { range: { start: own.start, end: next }, newText: '' };
  if (where === 'before') {
    const isFirst = text.slice(lineStart(text, target.start), target.start).trim() === '';
    return [cut, insertion(target.start, `${isFirst ? '' : eol}${moved}${eol}`)];
  }
  const isLast = endsLine(text, target.end);
  const place = isLast ? lineStop(text, target.end) : target.end;
  return [cut, insertion(place, `${eol}${moved}${isLast ? '' : eol}`)];
}
