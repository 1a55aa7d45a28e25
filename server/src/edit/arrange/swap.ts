import type { Document } from '../../document/document.ts';
import { allNets, sameLayerIn } from '../../document/layers.ts';
import type { LayerSyntax } from '../../net/lower.ts';
import type { TextEdit } from '../../text/edit.ts';
import type { Range } from '../../text/range.ts';
import { lineStart, lineStop, styleOf } from '../style.ts';
import { isWholeLines, linesBetween, ownLayers } from './layerText.ts';

/** A layer with the in-place layers that follow it in the file. */
type Unit = readonly [LayerSyntax, ...LayerSyntax[]];

/** The exchange of two neighbors in the file. */
export interface Swap {
  /** The layers that move. */
  readonly moved: readonly LayerSyntax[];
  /** The layer above or below which they are then. */
  readonly other: LayerSyntax;
  readonly edits: readonly TextEdit[];
}

/**
 * Moves a layer with its in-place layers over the previous or next layer with its in-place layers; undefined if one
 * depends on the other, so that the net would change.
 */
export function swap(document: Document, layer: LayerSyntax, direction: 'up' | 'down'): Swap | undefined {
  const all = ownLayers(document);
  const at = all.findIndex(({ message }) => message === layer.message);
  const moved = unitAt(all, at);
  if (!moved) return undefined;
  const others = direction === 'up' ? unitAbove(all, at) : unitAt(all, at + moved.length);
  const [first, second] = direction === 'up' ? [others, moved] : [moved, others];
  if (!first || !second || !areIndependent(document, first, second)) return undefined;
  const { tree } = document;
  const [above, below] = [first, second].map((unit) => linesBetween(tree, unit[0], unit.at(-1) ?? unit[0]));
  if (!above || !below || above.end > below.start) return undefined;
  return {
    moved,
    other: direction === 'up' ? first[0] : (second.at(-1) ?? second[0]),
    edits: [replaceBy(tree.text, above, below), replaceBy(tree.text, below, above)],
  };
}

/** Replaces a range by the text of another one; whole lines stay so, since a comment includes what follows on its line. */
function replaceBy(text: string, place: Range, from: Range): TextEdit {
  const own = text.slice(from.start, from.end);
  const { eol } = styleOf(text);
  const isLines = isWholeLines(text, from);
  const before = isLines && text.slice(lineStart(text, place.start), place.start).trim() !== '' ? eol : '';
  const after = isLines && text.slice(place.end, lineStop(text, place.end)).trim() !== '' ? eol : '';
  return { range: place, newText: before + own + after };
}

/** Units that are longer are not moved as one. */
const longestUnit = 50;

/** The layer at an index, with the in-place layers on its tops that directly follow it. */
function unitAt(all: readonly LayerSyntax[], at: number): Unit | undefined {
  const first = all[at];
  if (!first) return undefined;
  const after = all.slice(at + 1, at + longestUnit);
  const end = after.findIndex((layer) => !isInPlaceOn(layer, first));
  return [first, ...(end < 0 ? after : after.slice(0, end))];
}

/** The layers that end before an index. */
function unitAbove(all: readonly LayerSyntax[], at: number): Unit | undefined {
  const least = Math.max(0, at - longestUnit);
  let start = at - 1;
  for (let layer = all[start]; layer && start > least && isInPlaceOn(layer, layer); layer = all[start])
    start--;
  const unit = unitAt(all, start);
  return unit && start + unit.length >= at ? unit : unitAt(all, at - 1);
}

function isInPlaceOn({ facts: { bottoms, tops } }: LayerSyntax, producer: LayerSyntax): boolean {
  const [top] = tops;
  return top !== undefined && top === bottoms[0] && producer.facts.tops.includes(top);
}

/** Whether the order of two groups of layers does not matter in any state. */
function areIndependent(document: Document, first: Unit, second: Unit): boolean {
  const nets = allNets(document);
  const meet = (one: LayerSyntax, other: LayerSyntax) =>
    nets.some((net) => sameLayerIn(net, one) && sameLayerIn(net, other));
  return first.every((one) => second.every((other) => !conflict(one, other) || !meet(one, other)));
}

/** Whether a layer writes what the other one reads or writes. */
function conflict(
  { facts: one, message }: LayerSyntax,
  { facts: other, message: otherMessage }: LayerSyntax,
): boolean {
  const touched = new Set([...other.bottoms, ...other.tops]);
  if (one.tops.some((top) => touched.has(top)) || one.bottoms.some((bottom) => other.tops.includes(bottom)))
    return true;
  if (!one.namesParams || !other.namesParams) return false;
  const shared = new Set(message.messages('param').map((spec) => spec.text('name')));
  return otherMessage.messages('param').some((spec) => spec.has('name') && shared.has(spec.text('name')));
}
