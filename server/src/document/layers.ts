import { firstIndex } from '../memo/lists.ts';
import { onceFor } from '../memo/onceFor.ts';
import type { LayerSyntax } from '../net/lower.ts';
import type { Layer, Net } from '../net/net.ts';
import { distinctStates, type NetState, netState, phases } from '../net/states/state.ts';
import type { SyntaxTree } from '../syntax/tree.ts';
import { overlaps, type Range } from '../text/range.ts';
import type { Document } from './document.ts';

type LayerText = Pick<LayerSyntax, 'block' | 'field'>;

/** The range of a whole layer, `layer { … }`. */
export function layerExtent(tree: SyntaxTree, { block, field }: LayerText): Range {
  return tree.rangeOf({ block, range: field.range });
}

/**
 * The layer whose text contains an offset: in the given state (by default the first in which the net is built),
 * otherwise in another state in which it is built, otherwise in either phase.
 */
export function layerAt(
  document: Document,
  offset: number,
  state: NetState = document.states().states[0],
): { layer: Layer; state: NetState } | undefined {
  for (const candidate of distinctStates([state, ...allStates(document)])) {
    const [layer] = layersTouching(document, candidate, { start: offset, end: offset });
    if (layer) return { layer, state: candidate };
  }
  return undefined;
}

/** The layers in the text of a document in a state. */
export function layersIn(document: Document, state: NetState): readonly Layer[] {
  return document.root === 'NetParameter' ? writtenLayers(document.net(state)) : [];
}

/** The layers in the text of a document in a state that overlap or touch a range. */
export function layersTouching(document: Document, state: NetState, range: Range): readonly Layer[] {
  return touching(document.tree, layersIn(document, state), range);
}

/** Of layers in the order of the file, those that overlap or touch a range. */
export function touching<T extends LayerText>(
  tree: SyntaxTree,
  all: readonly T[],
  range: Range,
): readonly T[] {
  // The layer for net-level inputs is the first, wherever these are in the file.
  const inputs = all[0]?.field.name.text === 'input' ? 1 : 0;
  const startAt = (index: number) => tree.startOf((all[index] as T).block);
  const reaches = (index: number) => startAt(index) + (all[index]?.block.text.length ?? 0) >= range.start;
  const from = firstIndex(all.length, (index) => index >= inputs && reaches(index));
  const to = firstIndex(all.length, (index) => index >= inputs && startAt(index) > range.end);
  return [...all.slice(0, inputs), ...all.slice(from, to)].filter((layer) =>
    overlaps(layerExtent(tree, layer), range),
  );
}

/** The layers in the text, without the Split layers that Caffe inserts. */
export function writtenLayers({ layers, memo }: Net): readonly Layer[] {
  return memo.filter(layers, isWritten);
}

function isWritten({ automatic }: Layer): boolean {
  return !automatic;
}

/** The nets of a document, one for each state in which it is built. */
export function builtNets(document: Document): readonly Net[] {
  if (document.root !== 'NetParameter') return [];
  return document.states().states.map((state) => document.net(state));
}

/** The training and the test net, if the document is built for both. */
export function trainAndTest(document: Document): readonly [train: Net, test: Net] | undefined {
  const [train, test] = phases.map((phase) => builtNets(document).find(({ state }) => state.phase === phase));
  return train && test && [train, test];
}

function plainStates({ settings: { level, stages } }: Document): NetState[] {
  return phases.map((phase) => netState(phase, level, stages));
}

/**
 * The nets of every state in which the document is built, and of both phases: those that an edit of the text changes.
 */
export function allNets(document: Document): readonly Net[] {
  if (document.root !== 'NetParameter') return [];
  return allStates(document).map((state) => document.net(state));
}

function allStates(document: Document): readonly NetState[] {
  return distinctStates([...document.states().states, ...plainStates(document)]);
}

/** The same layer of the text in a net of a different state, if it exists there. */
export function sameLayerIn(net: Net, { message }: Pick<LayerSyntax, 'message'>): Layer | undefined {
  return layersByMessage(net).get(message);
}

const layersByMessage = onceFor(
  ({ layers }: Net) => new Map(layers.toReversed().map((layer) => [layer.message, layer])),
);
