import { firstIndex, remember, type Window, windowOf } from '../memo/lists.ts';
import type { Memo } from '../memo/memo.ts';
import { onceFor } from '../memo/onceFor.ts';
import { type LayerFacts, sameItems } from './facts.ts';
import type { LayerSyntax } from './lower.ts';

/**
 * The connections of a layer: the names of its blobs after Caffe's split insertion. Independent of the file location.
 */
export interface ConnectedLayer {
  readonly facts: LayerFacts;
  /** A field of the layer that cannot be read, if there is one. */
  readonly unread: string | undefined;
  /** The bottoms as Caffe renames them, `data_conv1_0_split_1`. */
  readonly bottoms: readonly string[];
  readonly tops: readonly string[];
  /** Its `loss_weight`s, unless a Split layer has them. */
  readonly lossWeights: readonly number[];
  /** For a Split layer, the index of the top after which Caffe inserts it. */
  readonly splitTop: number | undefined;
}

const latestOf = onceFor((_facts: LayerFacts): ConnectedLayer[] => []);

/** The number of connections kept for a layer: two states, before and after an edit. */
const mostKept = 4;

/** The same object for the same connections, among the latest ones of the layer. */
function interned(own: ConnectedLayer): ConnectedLayer {
  const connected = latestOf(own.facts);
  const known = connected.find((each) => isSameConnection(each, own));
  if (known) return known;
  if (connected.length === mostKept) connected.shift();
  connected.push(own);
  return own;
}

function isSameConnection(one: ConnectedLayer, other: ConnectedLayer): boolean {
  return (
    one.unread === other.unread &&
    one.splitTop === other.splitTop &&
    sameItems(one.bottoms, other.bottoms) &&
    sameItems(one.tops, other.tops) &&
    sameItems(one.lossWeights, other.lossWeights)
  );
}

/** The connections of a net. */
export interface ConnectedLayers {
  /** The facts of the layers that pass the filter. */
  readonly facts: readonly LayerFacts[];
  /** The same layers, each followed by its Split layers. */
  readonly layers: readonly ConnectedLayer[];
  /** For each connected layer, the index in `facts` of its layer or, for a Split layer, of the layer before it. */
  readonly owners: readonly number[];
  /** The same object while all connections are the same; the names of layers do not matter. */
  readonly connections: Connections;
}

interface Connections {
  /** The bottoms that no layer produces. */
  readonly missing: readonly { readonly layer: number; readonly bottom: number }[];
}

/** One top of one layer: a version of a blob. */
interface Version {
  readonly producer: LayerFacts;
  readonly top: number;
  readonly weight: number;
  /** The number of consumers; an explicit loss weight counts as one. */
  uses: number;
  /** The copy that the next consumer gets. */
  next: number;
}

/**
 * Connects each bottom to the latest top of that name, and inserts a Split layer after every top with several consumers
 * (insert_splits.cpp). Takes the layers that pass the filter. If their connections are the same as before, only the
 * changed layers are replaced.
 */
export function connectLayers(
  layers: readonly LayerSyntax[],
  memo: Memo,
  before?: ConnectedLayers,
): ConnectedLayers {
  const facts = memo.map(layers, factsOfLayer);
  if (before?.facts === facts) return before;
  const changed = before && windowOf(before.facts, facts);
  if (changed && areConnectedAlike(facts, before, changed))
    return reconnected(layers, facts, before, changed);
  const { versions, reads, missing } = connect(facts);
  const connected: ConnectedLayer[] = [];
  const owners: number[] = [];
  for (const [owner, { unread }] of layers.entries()) {
    const own = facts[owner] as LayerFacts;
    const tops = versions[owner] ?? [];
    const isCleared = tops.some(({ uses, weight }) => uses > 1 && weight !== 0);
    connected.push(
      interned({
        facts: own,
        unread,
        bottoms: copiesOf(own.bottoms, reads[owner] ?? []),
        tops: own.tops,
        lossWeights: isCleared ? noWeights : own.lossWeights,
        splitTop: undefined,
      }),
    );
    owners.push(owner);
    for (const version of tops) {
      if (version.uses <= 1) continue;
      connected.push(splitAfter(version));
      owners.push(owner);
    }
  }
  return { facts, layers: connected, owners, connections: { missing } };
}

function factsOfLayer({ facts }: LayerSyntax): LayerFacts {
  return facts;
}

/** Whether the changed layers are connected as before. The name of a Split layer depends on the layer before it. */
function areConnectedAlike(
  facts: readonly LayerFacts[],
  { facts: old, owners }: ConnectedLayers,
  { from, to }: Window,
): boolean {
  if (facts.length !== old.length) return false;
  return facts.slice(from, to).every((own, at) => {
    const known = old[from + at] as LayerFacts;
    return own.connectsLike(known) && (own.name === known.name || !hasSplits(owners, from + at));
  });
}

function hasSplits(owners: readonly number[], owner: number): boolean {
  const first = firstOf(owners, owner);
  return owners[first + 1] === owner;
}

/** The index of the first connected layer that belongs to a layer or to one after it. */
function firstOf(owners: readonly number[], owner: number): number {
  return firstIndex(owners.length, (index) => (owners[index] ?? 0) >= owner);
}

/** The previous connections, with the facts of changed layers. */
function reconnected(
  layers: readonly LayerSyntax[],
  facts: readonly LayerFacts[],
  before: ConnectedLayers,
  { from, to }: Window,
): ConnectedLayers {
  const { owners, connections } = before;
  const [first, last] = [firstOf(owners, from), firstOf(owners, to)];
  const connected = before.layers.slice();
  remember(before.layers, connected, { from: first, before: last, to: last });
  for (let index = first; index < last; index++) {
    const owner = owners[index] ?? 0;
    const old = connected[index] as ConnectedLayer;
    const own = facts[owner] as LayerFacts;
    const { splitTop } = old;
    const next = splitTop === undefined ? own : own.split(splitTop).facts;
    connected[index] = interned({ ...old, facts: next, unread: layers[owner]?.unread });
  }
  return { facts, layers: connected, owners, connections };
}

const noWeights: readonly number[] = [];

function connect(facts: readonly LayerFacts[]) {
  const latest = new Map<string, Version>();
  const versions: Version[][] = [];
  const reads: (Version | undefined)[][] = [];
  const missing: { layer: number; bottom: number }[] = [];
  for (const [layer, own] of facts.entries()) {
    const read = own.bottoms.map((name) => latest.get(name));
    for (const [bottom, version] of read.entries()) {
      if (version) version.uses++;
      else missing.push({ layer, bottom });
    }
    reads.push(read);
    versions.push(addTops(own, latest));
  }
  return { versions, reads, missing };
}

function addTops(producer: LayerFacts, latest: Map<string, Version>): Version[] {
  return producer.tops.map((blob, top) => {
    const weight = producer.lossWeights[top] ?? 0;
    // The loss also reads a weighted top, and gets the first copy.
    const read = weight === 0 ? 0 : 1;
    const version = { producer, top, weight, uses: read, next: read };
    latest.set(blob, version);
    return version;
  });
}

/** The names of a layer's bottoms after split insertion: a bottom with several consumers becomes a copy. */
function copiesOf(bottoms: readonly string[], read: readonly (Version | undefined)[]): readonly string[] {
  if (!read.some(isShared)) return bottoms;
  return bottoms.map((name, slot) => {
    const version = read[slot];
    return version && isShared(version) ? version.producer.split(version.top).copy(version.next++) : name;
  });
}

function isShared(version: Version | undefined): boolean {
  return version !== undefined && version.uses > 1;
}

function splitAfter({ producer, top, uses, weight }: Version): ConnectedLayer {
  const split = producer.split(top);
  const tops = Array.from({ length: uses }, (_, copy) => split.copy(copy));
  const lossWeights = weight === 0 ? noWeights : tops.map((_, copy) => (copy === 0 ? weight : 0));
  const bottoms = [producer.tops[top] ?? ''];
  const { facts } = split;
  return interned({ facts, unread: undefined, bottoms, tops, lossWeights, splitTop: top });
}
