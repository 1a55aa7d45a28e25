import type { Document } from '../../document/document.ts';
import { layerExtent } from '../../document/layers.ts';
import { ownLayers } from '../../edit/arrange/layerText.ts';
import { lineStart } from '../../edit/style.ts';
import type { LayerSyntax } from '../../net/lower.ts';
import type { Range } from '../../text/range.ts';
import { prefixesOf } from '../moduleNames.ts';

/** The fewest layers that are folded as a module: single layers can be folded anyway. */
const fewest = 3;

/** The outermost modules whose layers are neighbors in the file, each from the comment line above it, if there is one. */
export function moduleFolds(document: Document): Range[] {
  const layers = ownLayers(document);
  const prefixes = layers.map(({ facts }) => prefixesOf(facts.name));
  const found: Range[] = [];
  for (let start = 0; start < layers.length; ) {
    const end = moduleEnd(prefixes, start);
    const [first, last] = [layers[start], layers[end - 1]];
    if (end - start >= fewest && first && last) found.push(rangeOf(document, first, last));
    start = end - start >= fewest ? end : start + 1;
  }
  return found;
}

/** The index after the outermost module that starts at a layer; a name that all layers have is none. */
function moduleEnd(prefixes: readonly (readonly string[])[], start: number): number {
  for (const prefix of prefixes[start] ?? []) {
    let end = start + 1;
    while (prefixes[end]?.includes(prefix)) end++;
    if (end - start >= fewest && end - start < prefixes.length) return end;
  }
  return start + 1;
}

function rangeOf({ tree }: Document, first: LayerSyntax, last: LayerSyntax): Range {
  const { start } = layerExtent(tree, first);
  const above = singleComment(tree.text, lineStart(tree.text, start));
  return { start: above ?? start, end: layerExtent(tree, last).end };
}

/** The start of the comment line directly above a line, unless other comments are above it or it starts a region. */
function singleComment(text: string, line: number): number | undefined {
  if (line === 0) return undefined;
  const comment = lineStart(text, line - 1);
  const isComment = /^[ \t]*#(?!\s*(?:end)?region\b)/u.test(text.slice(comment, line));
  const isSingle = comment === 0 || !/^[ \t]*#/u.test(text.slice(lineStart(text, comment - 1), comment));
  return isComment && isSingle ? comment : undefined;
}
