import { firstIndex, remember, type Window, windowOf } from '../memo/lists.ts';
import type { Memo } from '../memo/memo.ts';
import { onceFor } from '../memo/onceFor.ts';
import type { Entry } from '../schema/message.ts';
import { nearestAll } from '../schema/nearest.ts';
import { type LayerFacts, sameItems } from './facts.ts';
import { type Fault, layerFault, layerPlace, topPlace } from './fault.ts';
import type { LayerSyntax } from './lower.ts';

/** How a layer is connected: the names of its blobs after Caffe's split insertion. It holds no place in the file. */
export interface Wire {
  readonly facts: LayerFacts;
  /** A field of the layer that cannot be read, if there is one. */
  readonly unread: string | undefined;
  /** The bottoms as Caffe renames them, `data_conv1_0_split_1`. */
  readonly bottoms: readonly string[];
  readonly tops: readonly string[];
  /** Its `loss_weight`s, which a split may have taken over. */
  readonly lossWeights: readonly number[];
  /** Of a Split layer that Caffe inserts, the top behind which it stands. */
  readonly splitTop: number | undefined;
}

const wiresOf = onceFor((_facts: LayerFacts): Wire[] => []);

/** Those of two states, before and after an edit. */
const mostWires = 4;

/** The same object for the same connections of a layer, of the latest ones. */
function sameWire(wire: Wire): Wire {
  const wires = wiresOf(wire.facts);
  const known = wires.find((each) => isSameWire(each, wire));
  if (known) return known;
  if (wires.length === mostWires) wires.shift();
  wires.push(wire);
  return wire;
}

function isSameWire(one: Wire, other: Wire): boolean {
  return (
    one.unread === other.unread &&
    one.splitTop === other.splitTop &&
    sameItems(one.bottoms, other.bottoms) &&
    sameItems(one.tops, other.tops) &&
    sameItems(one.lossWeights, other.lossWeights)
  );
}

/** The connections of a net. */
export interface Wires {
  /** The facts of the layers that the filter kept. */
  readonly facts: readonly LayerFacts[];
  /** The same layers, with the Split layers behind them. */
  readonly wires: readonly Wire[];
  /** Of each wire, the index of its layer, or of the one behind which it is inserted, among those that the filter kept. */
  readonly owners: readonly number[];
  /** The same object for as long as all layers are connected alike, whatever they are called. */
  readonly connections: Connections;
}

interface Connections {
  /** The bottoms that no layer makes. */
  readonly missing: readonly { readonly layer: number; readonly bottom: number }[];
}

/** One top of one layer: a version of a blob. */
interface Version {
  readonly maker: LayerFacts;
  readonly top: number;
  readonly weight: number;
  /** How often it is read, an explicit loss weight included. */
  uses: number;
  /** The next copy that a reader gets. */
  next: number;
}

/**
 * Connects bottoms to the latest top of that name, and puts a Split layer behind every top that is read more than
 * once (insert_splits.cpp). Works on the layers that the filter kept. Where these are connected as before, so are their
 * wires, but for those of layers whose own text changed.
 */
export function wireLayers(layers: readonly LayerSyntax[], memo: Memo, before?: Wires): Wires {
  const facts = memo.map(layers, factsOfLayer);
  if (before?.facts === facts) return before;
  const changed = before && windowOf(before.facts, facts);
  if (changed && areConnectedAlike(facts, before, changed)) return rewired(layers, facts, before, changed);
  const { versions, reads, missing } = connect(facts);
  const wires: Wire[] = [];
  const owners: number[] = [];
  for (const [owner, { unread }] of layers.entries()) {
    const own = facts[owner] as LayerFacts;
    const tops = versions[owner] ?? [];
    const isCleared = tops.some(({ uses, weight }) => uses > 1 && weight !== 0);
    wires.push(
      sameWire({
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
      wires.push(splitWire(version));
      owners.push(owner);
    }
  }
  return { facts, wires, owners, connections: { missing } };
}

function factsOfLayer({ facts }: LayerSyntax): LayerFacts {
  return facts;
}

/** Whether the layers that changed are connected as before. What a Split layer is called goes by the layer in front of it. */
function areConnectedAlike(
  facts: readonly LayerFacts[],
  { facts: old, owners }: Wires,
  { from, to }: Window,
): boolean {
  if (facts.length !== old.length) return false;
  return facts.slice(from, to).every((own, at) => {
    const known = old[from + at] as LayerFacts;
    return own.connectsLike(known) && (own.name === known.name || !hasSplits(owners, from + at));
  });
}

function hasSplits(owners: readonly number[], owner: number): boolean {
  const first = firstWire(owners, owner);
  return owners[first + 1] === owner;
}

/** The index of the first wire of a layer and those behind it. */
function firstWire(owners: readonly number[], owner: number): number {
  return firstIndex(owners.length, (index) => (owners[index] ?? 0) >= owner);
}

/** The wires of layers that are connected as before, with the facts of those whose text changed. */
function rewired(
  layers: readonly LayerSyntax[],
  facts: readonly LayerFacts[],
  before: Wires,
  { from, to }: Window,
): Wires {
  const { owners, connections } = before;
  const [first, last] = [firstWire(owners, from), firstWire(owners, to)];
  const wires = before.wires.slice();
  remember(before.wires, wires, { from: first, before: last, to: last });
  for (let index = first; index < last; index++) {
    const owner = owners[index] ?? 0;
    const old = wires[index] as Wire;
    const own = facts[owner] as LayerFacts;
    const { splitTop } = old;
    const next = splitTop === undefined ? own : own.split(splitTop).facts;
    wires[index] = sameWire({ ...old, facts: next, unread: layers[owner]?.unread });
  }
  return { facts, wires, owners, connections };
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

function addTops(maker: LayerFacts, latest: Map<string, Version>): Version[] {
  return maker.tops.map((blob, top) => {
    const weight = maker.lossWeights[top] ?? 0;
    // A weighted top is read once more, by the loss, which takes the first copy.
    const read = weight === 0 ? 0 : 1;
    const version = { maker, top, weight, uses: read, next: read };
    latest.set(blob, version);
    return version;
  });
}

/** The names under which a layer reads its bottoms: of those that several layers read, each has a copy. */
function copiesOf(bottoms: readonly string[], read: readonly (Version | undefined)[]): readonly string[] {
  if (!read.some(isShared)) return bottoms;
  return bottoms.map((name, slot) => {
    const version = read[slot];
    return version && isShared(version) ? version.maker.split(version.top).copy(version.next++) : name;
  });
}

function isShared(version: Version | undefined): boolean {
  return version !== undefined && version.uses > 1;
}

function splitWire({ maker, top, uses, weight }: Version): Wire {
  const split = maker.split(top);
  const tops = Array.from({ length: uses }, (_, copy) => split.copy(copy));
  const lossWeights = weight === 0 ? noWeights : tops.map((_, copy) => (copy === 0 ? weight : 0));
  const bottoms = [maker.tops[top] ?? ''];
  const { facts } = split;
  return sameWire({ facts, unread: undefined, bottoms, tops, lossWeights, splitTop: top });
}

/** What is wrong with the bottoms that no layer makes; `all` are the layers before the filter. */
export function missingBottoms(
  { connections: { missing } }: Wires,
  layers: readonly LayerSyntax[],
  all: readonly LayerSyntax[],
): readonly Fault[] {
  return missing.flatMap(({ layer, bottom }) => {
    const entry = layers[layer]?.message.list('bottom')[bottom];
    return entry ? [unknownBottom(layers, all, layer, entry)] : [];
  });
}

/** What it says and what was meant are looked for only when somebody asks: a net may be built only to count its faults. */
function unknownBottom(
  layers: readonly LayerSyntax[],
  all: readonly LayerSyntax[],
  index: number,
  entry: Entry,
): Fault {
  const layer = layers[index] as LayerSyntax;
  let known: Explanation | undefined;
  const explain = () => {
    known ??= explainBottom(layers, all, index, String(entry.value));
    return known;
  };
  return {
    ...layerFault('splits', 'net/unknown-bottom', layer, '', entry),
    get message() {
      return explain().message;
    },
    get instead() {
      return explain().instead;
    },
    get related() {
      return explain().related;
    },
    get cause() {
      return explain().cause;
    },
  };
}

type Explanation = Pick<Fault, 'message' | 'instead' | 'related' | 'cause'>;

function explainBottom(
  layers: readonly LayerSyntax[],
  all: readonly LayerSyntax[],
  index: number,
  blob: string,
): Explanation {
  const nobody = `No layer above makes the blob \`${blob}\``;
  const makes = ({ message }: LayerSyntax) => message.texts('top').includes(blob);
  const later = layers.slice(index + 1).find(makes) ?? layers.slice(index, index + 1).find(makes);
  if (later) {
    const itself = later === layers[index];
    const who = itself ? 'this layer itself' : `\`${later.message.text('name')}\` below`;
    return {
      message: `${nobody}; ${who} does. Layers run in the order of the file.`,
      ...(!itself && { related: [{ place: topPlace(later, blob), message: `\`${blob}\` is made here.` }] }),
    };
  }
  const absent = all.find((layer) => !layers.includes(layer) && layer.message.texts('top').includes(blob));
  if (absent) {
    const cause = layerPlace(absent);
    return {
      message: `${nobody} here: \`${absent.message.text('name')}\`, which makes it, is left out by its rules.`,
      related: [
        { place: topPlace(absent, blob), message: `\`${blob}\` is made here, where this layer exists.` },
      ],
      cause,
    };
  }
  const named = layers.slice(0, index).findLast(({ message }) => message.text('name') === blob);
  if (named) {
    const tops = named.message.texts('top').map((top) => `\`${top}\``);
    const makes = tops.length === 0 ? 'it has no top' : `its top is ${tops.join(' and ')}`;
    return {
      message: `${nobody}. There is a layer \`${blob}\`, but ${makes}.`,
      related: [
        { place: layerPlace(named, named.message.list('top')[0]), message: `The layer \`${blob}\`.` },
      ],
    };
  }
  const guess = spellingOf(layers, index, blob);
  return guess === undefined
    ? { message: `${nobody}.` }
    : { message: `${nobody}. Did you mean \`${guess}\`?`, instead: `"${guess}"` };
}

/** The blob for which a bottom is probably misspelt; undefined where another bottom is that, or may as well be. */
function spellingOf(layers: readonly LayerSyntax[], index: number, blob: string): string | undefined {
  const blobs = blobsFor(layers, index);
  const [guess = sameAnew(layers, index, blob)] = nearestAll(blob, blobs);
  const others = layers[index]?.message.texts('bottom').filter((other) => other !== blob) ?? [];
  const unknown = others.filter((other) => !blobs.includes(other));
  const taken = guess !== undefined && others.includes(guess);
  return taken || unknown.some((other) => nearestAll(other, blobs)[0] === guess) ? undefined : guess;
}

/** The blob that a layer changes in place, where its bottom differs from that by a number only. */
function sameAnew(layers: readonly LayerSyntax[], index: number, blob: string): string | undefined {
  const plain = (name: string) => name.replaceAll(/\d+/gu, '');
  return inPlaceOf(layers, index).find((top) => plain(top) === plain(blob));
}

/** The tops of a layer that layers above it make. */
function inPlaceOf(layers: readonly LayerSyntax[], index: number): string[] {
  const above = new Set(layers.slice(0, index).flatMap(({ message }) => message.texts('top')));
  return layers[index]?.message.texts('top').filter((top) => above.has(top)) ?? [];
}

/** What a layer may read: of equally near names, what it changes in place counts, then what is made last above it. */
function blobsFor(layers: readonly LayerSyntax[], index: number): string[] {
  const above = layers.slice(0, index).flatMap(({ message }) => message.texts('top'));
  return [...new Set([...inPlaceOf(layers, index), ...above.toReversed()])];
}
