import type { Document } from '../document/document.ts';
import { allNets, layerExtent, sameLayerIn } from '../document/layers.ts';
import { ownLayers, selectedLayers } from '../edit/arrange/layerText.ts';
import { valueRange } from '../edit/fields.ts';
import { blobGraphOf } from '../net/blobGraph.ts';
import { formatState } from '../net/states/state.ts';
import type { Range } from '../text/range.ts';
import { formatBytes, formatParams, formatShort } from './numbers.ts';
import { totals } from './summary/summary.ts';

/** What the line above a net or a layer shows. */
export type LensKind =
  /** The totals of a state, by its label. */
  | { readonly kind: 'totals'; readonly state: string }
  | { readonly kind: 'graph' }
  /** The layers that read the tops of a layer. */
  | { readonly kind: 'uses' };

export interface CodeLens {
  readonly range: Range;
  readonly shows: LensKind;
}

/** The lenses that users want. */
export interface LensOptions {
  readonly enabled: boolean;
  readonly uses: boolean;
}

/** The number of states whose totals are shown. */
const mostStates = 4;

/** The lenses of a net, without their texts, which `lensText` computes when they come into view. */
export function codeLenses(document: Document, { enabled, uses }: LensOptions): CodeLens[] {
  const [first] = document.tree.blocks;
  if (!enabled || !first || document.root !== 'NetParameter') return [];
  const start = document.tree.startOf(first) + (first.fields[0]?.range.start ?? 0);
  const range = { start, end: start };
  const states = document.states().states.slice(0, mostStates);
  return [
    ...states.map((state) => ({ range, shows: { kind: 'totals', state: formatState(state) } as const })),
    { range, shows: { kind: 'graph' } },
    ...(uses ? useLenses(document) : []),
  ];
}

/** A lens for each layer that creates a blob; in-place layers change one. */
function useLenses(document: Document): CodeLens[] {
  return ownLayers(document)
    .filter(({ facts: { tops, bottoms } }) => tops.length > 0 && tops[0] !== bottoms[0])
    .map((layer) => {
      const { start } = layerExtent(document.tree, layer);
      return { range: { start, end: start }, shows: { kind: 'uses' } };
    });
}

/** The text of a lens, and for uses the offset of the blob. */
export interface LensText {
  readonly title: string;
  readonly blob?: number;
}

/** The text of a lens; undefined if the layer or the state no longer exists. */
export function lensText(document: Document, { range, shows }: CodeLens): LensText | undefined {
  if (document.root !== 'NetParameter') return undefined;
  if (shows.kind === 'graph') return { title: 'Open Graph' };
  return shows.kind === 'totals' ? totalsText(document, shows.state) : usesText(document, range.start);
}

function totalsText(document: Document, label: string): LensText | undefined {
  const state = document.states().states.find((each) => formatState(each) === label);
  if (!state) return undefined;
  const found = totals(document, state);
  const parts = [formatParams(found)];
  if (found.macsPerImage) parts.push(`${formatShort(found.macsPerImage)} MACs`);
  if (state.phase === 'TRAIN') parts.push(`${formatBytes(found.trainingBytes)} to train`);
  return { title: `${label}: ${parts.join(' · ')}` };
}

/** The number of layers that read the tops of the layer at an offset, in all states. */
function usesText(document: Document, start: number): LensText | undefined {
  const layer = selectedLayers(document, { start, end: start }).find(
    (each) => layerExtent(document.tree, each).start === start,
  );
  const [top] = layer?.message.list('top') ?? [];
  if (!layer || !top) return undefined;
  const consumers = allNets(document).flatMap((net) => {
    const own = sameLayerIn(net, layer);
    return layer.facts.tops.flatMap((_, index) =>
      own ? blobGraphOf(net).allConsumers({ layer: own, index }) : [],
    );
  });
  const count = new Set(consumers.map(({ message }) => message)).size;
  const title = count === 0 ? 'No uses' : `${count} ${count === 1 ? 'use' : 'uses'}`;
  return { title, blob: valueRange(document.tree, layer, top).start + 1 };
}
