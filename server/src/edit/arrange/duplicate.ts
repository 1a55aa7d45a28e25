import type { Document } from '../../document/document.ts';
import type { LayerSyntax } from '../../net/lower.ts';
import type { Entry } from '../../schema/message.ts';
import { applyEdits, type TextEdit } from '../../text/edit.ts';
import { type Range, shift } from '../../text/range.ts';
import { insertion, valueRange } from '../fields.ts';
import { quoted } from '../newField.ts';
import { styleOf } from '../style.ts';
import { bottomsOf } from './inner.ts';
import { isWholeLines, linesBetween, ownLayers } from './layerText.ts';
import { type Renaming, renaming } from './renaming.ts';

/** A copy of layers after them. */
export interface Duplicate {
  readonly names: Renaming;
  readonly edits: readonly TextEdit[];
}

/**
 * Inserts a copy of neighbors in the file after them, with new names for the layers and for the blobs that they
 * produce; it reads the same inputs. Undefined if they change an input in place, so that a copy would read a different
 * one, or if they have no names.
 */
export function duplicate(document: Document, layers: readonly LayerSyntax[]): Duplicate | undefined {
  const [first, last] = [layers[0], layers.at(-1)];
  const uses = usesOf(document, layers);
  if (!first || !last || !uses || layers.some(({ facts }) => facts.name === '')) return undefined;
  const own = [
    ...new Set([...layers.map(({ facts }) => facts.name), ...layers.flatMap(({ facts }) => facts.tops)]),
  ];
  const taken = new Set(
    ownLayers(document).flatMap(({ facts }) => [facts.name, ...facts.tops, ...facts.bottoms]),
  );
  const names = renaming(own, taken);
  const { tree } = document;
  const { text } = tree;
  const lines = linesBetween(tree, first, last);
  const edits = uses.map(({ layer, entry }) => ({
    range: shift(valueRange(tree, layer, entry), -lines.start),
    newText: quoted(names.get(String(entry.value)) ?? String(entry.value)),
  }));
  const copy = applyEdits(text.slice(lines.start, lines.end), edits);
  return { names, edits: [insertion(lines.end, separator(document, lines, layers) + copy)] };
}

interface Use {
  readonly layer: LayerSyntax;
  readonly entry: Entry;
}

/** The names that a copy changes: of the layers, their tops, and the bottoms that read these. */
function usesOf(document: Document, layers: readonly LayerSyntax[]): Use[] | undefined {
  const bottoms = bottomsOf(document, layers);
  const inputs = new Set<string>();
  const uses: Use[] = [];
  for (const layer of layers) {
    const { message } = layer;
    for (const [index, entry] of message.list('bottom').entries()) {
      if (bottoms?.get(message)?.[index]?.isInner) uses.push({ layer, entry });
      else inputs.add(String(entry.value));
    }
    const named = [...message.list('top'), ...message.list('name').slice(-1)];
    uses.push(...named.map((entry) => ({ layer, entry })));
  }
  const changesInput = layers.some(({ facts }) => facts.tops.some((top) => inputs.has(top)));
  return bottoms && !changesInput ? uses : undefined;
}

/** What is between the original and the copy: a line break, and a blank line if the file has one there. */
function separator(document: Document, lines: Range, layers: readonly LayerSyntax[]): string {
  const { text } = document.tree;
  const { eol } = styleOf(text);
  const { start, end } = lines;
  if (!isWholeLines(text, lines)) return ' ';
  const above = text.slice(0, start).endsWith(eol + eol);
  const below = text.slice(end, end + 2 * eol.length) === eol + eol;
  return above || (below && layers.length > 1) ? eol + eol : eol;
}
