import { layerExtent } from '../document/layers.ts';
import type { LayerSyntax } from '../net/lower.ts';
import type { SyntaxTree } from '../syntax/tree.ts';
import type { TextEdit } from '../text/edit.ts';
import type { Range } from '../text/range.ts';
import { insertion } from './fields.ts';
import { aboveComments } from './layers.ts';
import { lineStart, lineStop, styleOf } from './style.ts';

/** Moves a layer, with the comments above it, before or after another one. */
export function moveLayer(
  tree: SyntaxTree,
  layer: LayerSyntax,
  other: LayerSyntax,
  where: 'before' | 'after',
): TextEdit[] {
  const { text } = tree;
  const { eol } = styleOf(text);
  const own = linesOf(tree, layer);
  const target = linesOf(tree, other);
  const moved = text.slice(own.start, own.end).replace(/\r?\n$/u, '');
  const cut = { range: own, newText: '' };
  if (where === 'before') return [cut, insertion(target.start, `${moved}${eol}`)];
  if (text[target.end - 1] === '\n') return [cut, insertion(target.end, `${moved}${eol}`)];
  const stop = lineStop(text, target.end);
  const isLast = /^[ \t]*[;,]?[ \t]*(?:#.*)?$/u.test(text.slice(target.end, stop));
  return [cut, insertion(isLast ? stop : target.end, isLast ? `${eol}${moved}` : `${eol}${moved}${eol}`)];
}

/**
 * The lines of a layer, with the comments above and the line break after it; only the layer if its lines have other
 * text.
 */
function linesOf(tree: SyntaxTree, layer: LayerSyntax): Range {
  const { text } = tree;
  const { start, end } = layerExtent(tree, layer);
  const head = lineStart(text, start);
  const stop = lineStop(text, end);
  const alone =
    text.slice(head, start).trim() === '' && /^[ \t]*[;,]?[ \t]*(?:#.*)?$/u.test(text.slice(end, stop));
  if (!alone) return { start, end };
  const next = text.indexOf('\n', stop);
  return { start: aboveComments(text, head), end: next < 0 ? text.length : next + 1 };
}
