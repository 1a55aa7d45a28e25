import { firstIndex, groupPairs } from '../memo/lists.ts';
import type { Entry } from '../schema/message.ts';
import { nearestAll } from '../schema/nearest.ts';
import type { ConnectedLayers } from './connect.ts';
import { type Failure, layerFailure, layerLocation, topLocation } from './failure.ts';
import type { LayerSyntax } from './lower.ts';

/** A bottom that no layer produces: the indices of its layer and of the bottom in it. */
interface Missing {
  readonly layer: number;
  readonly bottom: number;
}

/** Only this number of bottoms get a suggestion: a search compares a name with all blobs above. */
const mostSuggestions = 50;

/**
 * The failures of bottoms that no layer produces (insert_splits.cpp, `Unknown bottom blob`). Takes the layers that pass
 * the filter, and `all` layers before it.
 */
export function missingBottoms(
  { connections: { missing } }: ConnectedLayers,
  layers: readonly LayerSyntax[],
  all: readonly LayerSyntax[],
): readonly Failure[] {
  if (missing.length === 0) return [];
  const names = new BlobNames(layers, all, missing.slice(0, mostSuggestions));
  return missing.flatMap(({ layer, bottom }) => {
    const entry = layers[layer]?.message.list('bottom')[bottom];
    return entry ? [missingBottom(names, layer, entry)] : [];
  });
}

/** The message and the suggestion are computed on demand: a net may be built only to count its failures. */
function missingBottom(names: BlobNames, index: number, entry: Entry): Failure {
  const layer = names.layers[index] as LayerSyntax;
  let known: Explanation | undefined;
  const explain = () => {
    known ??= explainBottom(names, index, String(entry.value));
    return known;
  };
  return {
    ...layerFailure('splits', 'net/unknown-bottom', layer, '', entry),
    get message() {
      return explain().message;
    },
    get replacement() {
      return explain().replacement;
    },
    get related() {
      return explain().related;
    },
    get cause() {
      return explain().cause;
    },
  };
}

type Explanation = Pick<Failure, 'message' | 'replacement' | 'related' | 'cause'>;

function explainBottom(names: BlobNames, index: number, blob: string): Explanation {
  const none = `No layer above produces the blob \`${blob}\``;
  const later = names.laterProducer(blob, index);
  if (later) {
    const itself = later === names.layers[index];
    const who = itself ? 'only this layer' : `\`${later.message.text('name')}\` below`;
    return {
      message: `${none}; ${who} does. Caffe runs layers in the order of the file.`,
      ...(!itself && {
        related: [{ location: topLocation(later, blob), message: `\`${blob}\` is produced here.` }],
      }),
    };
  }
  const absent = names.absentProducer(blob);
  if (absent) {
    const cause = layerLocation(absent);
    return {
      message: `${none} in this state: its producer \`${absent.message.text('name')}\` is excluded by its \`include\` or \`exclude\` rules.`,
      related: [
        {
          location: topLocation(absent, blob),
          message: `\`${blob}\` is produced here in states with this layer.`,
        },
      ],
      cause,
    };
  }
  const named = names.layerAbove(blob, index);
  if (named) {
    const tops = named.message.texts('top').map((top) => `\`${top}\``);
    const makes = tops.length === 0 ? 'has no top' : `produces ${tops.join(' and ')}`;
    return {
      message: `${none}. The layer \`${blob}\` ${makes}.`,
      related: [
        { location: layerLocation(named, named.message.list('top')[0]), message: `The layer \`${blob}\`.` },
      ],
    };
  }
  const guess = names.spellingOf(blob, index);
  return guess === undefined
    ? { message: `${none}.` }
    : { message: `${none}. Did you mean \`${guess}\`?`, replacement: `"${guess}"` };
}

/** The layers of a net by their names and by their tops; computed on demand, once. */
class BlobNames {
  readonly layers: readonly LayerSyntax[];
  private readonly all: readonly LayerSyntax[];
  /** The names of the bottoms that get a suggestion, by the index of their layer. */
  private readonly suggested: ReadonlyMap<number, readonly string[]>;
  private readonly nearestOf = new Map<string, string | undefined>();
  private named: ReadonlyMap<string, readonly number[]> | undefined;
  private producers: ReadonlyMap<string, readonly number[]> | undefined;
  private absent: ReadonlyMap<string, LayerSyntax> | undefined;

  constructor(layers: readonly LayerSyntax[], all: readonly LayerSyntax[], suggested: readonly Missing[]) {
    this.layers = layers;
    this.all = all;
    this.suggested = groupPairs(
      suggested.map(({ layer, bottom }) => [layer, layers[layer]?.facts.bottoms[bottom] ?? '']),
    );
  }

  /** The first producer of a blob below a layer; otherwise the layer itself, if it is a producer. */
  laterProducer(blob: string, index: number): LayerSyntax | undefined {
    const own = this.producersOf(blob);
    const next = own[firstIndex(own.length, (at) => (own[at] ?? 0) > index)];
    return this.layers[next ?? (own.at(-1) === index ? index : -1)];
  }

  /** The first producer of a blob among the layers that do not pass the filter. */
  absentProducer(blob: string): LayerSyntax | undefined {
    this.absent ??= this.findAbsent();
    return this.absent.get(blob);
  }

  /** The last layer with a name above another layer. */
  layerAbove(name: string, index: number): LayerSyntax | undefined {
    this.named ??= groupPairs(this.layers.map(({ facts }, each) => [facts.name, each]));
    const own = this.named.get(name) ?? [];
    return this.layers[own[firstIndex(own.length, (at) => (own[at] ?? 0) >= index) - 1] ?? -1];
  }

  /** The blob that a misspelled bottom probably names; undefined if another bottom is or may be that blob. */
  spellingOf(blob: string, index: number): string | undefined {
    const missing = this.suggested.get(index) ?? [];
    if (!missing.includes(blob)) return undefined;
    const guess = this.nearest(blob, index) ?? this.sameAnew(blob, index);
    if (guess === undefined || this.layers[index]?.facts.bottoms.includes(guess)) return undefined;
    const isTaken = missing.some((other) => other !== blob && this.nearest(other, index) === guess);
    return isTaken ? undefined : guess;
  }

  private producersOf(blob: string): readonly number[] {
    this.producers ??= groupPairs(
      this.layers.flatMap(({ facts }, each) => facts.tops.map((top) => [top, each] as const)),
    );
    return this.producers.get(blob) ?? [];
  }

  private findAbsent(): ReadonlyMap<string, LayerSyntax> {
    const present = new Set(this.layers);
    const absent = this.all.filter((layer) => !present.has(layer));
    return new Map(absent.toReversed().flatMap((layer) => layer.facts.tops.map((top) => [top, layer])));
  }

  private nearest(blob: string, index: number): string | undefined {
    const key = `${index} ${blob}`;
    const isKnown = this.nearestOf.has(key);
    const found = isKnown ? this.nearestOf.get(key) : nearestAll(blob, this.blobsFor(index))[0];
    this.nearestOf.set(key, found);
    return found;
  }

  /** The in-place blob of a layer whose name differs from the bottom only in its numbers. */
  private sameAnew(blob: string, index: number): string | undefined {
    const plain = (name: string) => name.replaceAll(/\d+/gu, '');
    return this.inPlaceOf(index).find((top) => plain(top) === plain(blob));
  }

  /** The tops of a layer that layers above it also produce. */
  private inPlaceOf(index: number): readonly string[] {
    const tops = this.layers[index]?.facts.tops ?? [];
    return tops.filter((top) => (this.producersOf(top)[0] ?? index) < index);
  }

  /**
   * The blobs that a layer may read, the preferred ones first: its in-place blobs, then the tops above it, nearest
   * first.
   */
  private blobsFor(index: number): string[] {
    const above = this.layers.slice(0, index).flatMap(({ facts }) => facts.tops);
    return [...new Set([...this.inPlaceOf(index), ...above.toReversed()])];
  }
}
