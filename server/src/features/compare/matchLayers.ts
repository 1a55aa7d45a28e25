import { commonSubsequence, increasing, type Pair } from './alignment.ts';

/** What layers are matched by. */
export interface MatchedLayer {
  readonly name: string;
  readonly type: string;
  /** Type, fields and numbers of blobs, without names: equal for layers that do the same. */
  readonly content: string;
  /** Whether the layer has parameter blobs. Without them, many layers of a net have the same content. */
  readonly hasParams: boolean;
  /** The layers and tops that the bottoms read, by index; undefined for a blob that no layer produces. */
  readonly producers: readonly (Pair | undefined)[];
}

/**
 * Matches the layers of two nets; returns pairs of indices in the order of the first net. Layers match, in this order:
 * by name and type; by name, if both have bottoms; by content, between the same neighbors; by type and producers, between
 * the same neighbors. Renamed layers without parameters match only after the same layers. The work is proportional to the
 * number of layers.
 */
export function matchLayers(before: readonly MatchedLayer[], after: readonly MatchedLayer[]): Pair[] {
  const matching = new Matching(before, after);
  matching.byKey(({ name, type }) => (name === '' ? undefined : JSON.stringify([name, type])));
  matching.byKey(({ name, producers }) => (name === '' || producers.length === 0 ? undefined : name));
  matching.byContent();
  matching.byProducers();
  matching.removeDoubtful();
  return matching.pairs();
}

class Matching {
  private readonly before: readonly MatchedLayer[];
  private readonly after: readonly MatchedLayer[];
  /** The index after the change for each index before it. */
  private readonly matched = new Map<number, number>();
  /** The index before the change for each index after it. */
  private readonly matchedBack = new Map<number, number>();

  constructor(before: readonly MatchedLayer[], after: readonly MatchedLayer[]) {
    this.before = before;
    this.after = after;
  }

  pairs(): Pair[] {
    return [...this.matched].sort(([one], [other]) => one - other);
  }

  /** Matches layers with the same key, in their order. */
  byKey(keyOf: (layer: MatchedLayer) => string | undefined): void {
    this.byKeys(this.openBefore(), this.openAfter(), keyOf);
  }

  /** Matches layers between the same neighbors: the longest common sequence of contents. */
  byContent(): void {
    for (const [olds, news] of this.gaps()) {
      const isEqual = (old: number, current: number) =>
        this.before[olds[old] ?? -1]?.content === this.after[news[current] ?? -1]?.content;
      const common = commonSubsequence([olds.length, news.length], isEqual);
      if (common) for (const [old, current] of common) this.match(olds[old], news[current]);
      else this.byKeys(olds, news, ({ content }) => content);
    }
  }

  /**
   * Matches layers between the same neighbors, of the same type, whose bottoms read the tops of matched layers: of
   * several, one with the same content.
   */
  byProducers(): void {
    for (const [olds, news] of this.gaps()) {
      const keyOf = (index: number) =>
        this.before[index] && producerKey(this.before[index], (producer) => producer);
      const alike = queues(olds, (index) => withContent(keyOf(index), this.before[index]));
      const ofType = queues(olds, keyOf);
      for (const index of news) {
        const layer = this.after[index];
        const key = layer && producerKey(layer, (producer) => this.matchedBack.get(producer));
        if (key === undefined) continue;
        const old = this.nextOpen(alike.get(withContent(key, layer) ?? '')) ?? this.nextOpen(ofType.get(key));
        this.match(old, index);
      }
    }
  }

  /** Removes renamed layers without parameters that are after other layers, such as a Flatten of other predictions. */
  removeDoubtful(): void {
    const [olds, news] = [
      nearestMatched(this.before, this.matched),
      nearestMatched(this.after, this.matchedBack),
    ];
    for (const pair of this.pairs()) {
      const [before, after] = [this.before[pair[0]], this.after[pair[1]]];
      if (!before || !after || before.name === after.name || before.hasParams || after.hasParams) continue;
      const current = new Set(after.producers.map((producer) => producer && news[producer[0]]));
      const isSame = before.producers.some((producer) => {
        const old = producer && olds[producer[0]];
        return current.has(old === undefined ? undefined : this.matched.get(old));
      });
      if (before.producers.length > 0 && after.producers.length > 0 && !isSame) this.unmatch(pair);
    }
  }

  private unmatch([old, current]: Pair): void {
    this.matched.delete(old);
    this.matchedBack.delete(current);
  }

  /** The next index of a queue that is not matched yet. */
  private nextOpen(queue: Iterator<number, undefined> | undefined): number | undefined {
    for (;;) {
      const index = queue?.next().value;
      if (index === undefined || !this.matched.has(index)) return index;
    }
  }

  private byKeys(
    olds: readonly number[],
    news: readonly number[],
    keyOf: (layer: MatchedLayer) => string | undefined,
  ): void {
    const open = queues(olds, (index) => this.before[index] && keyOf(this.before[index]));
    for (const index of news) {
      const key = this.after[index] && keyOf(this.after[index]);
      if (key !== undefined) this.match(open.get(key)?.next().value, index);
    }
  }

  private match(old: number | undefined, current: number | undefined): void {
    if (old === undefined || current === undefined) return;
    this.matched.set(old, current);
    this.matchedBack.set(current, old);
  }

  private openBefore(): number[] {
    return [...this.before.keys()].filter((index) => !this.matched.has(index));
  }

  private openAfter(): number[] {
    return [...this.after.keys()].filter((index) => !this.matchedBack.has(index));
  }

  /** The unmatched layers between two neighbors that are matched and in the same order in both nets. */
  private gaps(): (readonly [readonly number[], readonly number[]])[] {
    const pairs = this.pairs();
    const anchors = increasing(pairs.map(([, current]) => current)).map((index) => pairs[index] as Pair);
    const olds = this.openBefore();
    const news = this.openAfter();
    const end: Pair = [this.before.length, this.after.length];
    let [old, current] = [0, 0];
    const gaps = [...anchors, end].map(([untilOld, untilNew]) => {
      const [fromOld, fromNew] = [old, current];
      while ((olds[old] ?? untilOld) < untilOld) old++;
      while ((news[current] ?? untilNew) < untilNew) current++;
      return [olds.slice(fromOld, old), news.slice(fromNew, current)] as const;
    });
    return gaps.filter(([gone, added]) => gone.length > 0 && added.length > 0);
  }
}

/** For each layer the nearest matched one on its first bottoms, which may be itself; undefined if there is none. */
function nearestMatched(
  layers: readonly MatchedLayer[],
  matched: ReadonlyMap<number, number>,
): readonly (number | undefined)[] {
  const nearest: (number | undefined)[] = [];
  for (const [index, { producers }] of layers.entries()) {
    const producer = producers[0]?.[0];
    const above = producer === undefined ? undefined : nearest[producer];
    nearest.push(matched.has(index) ? index : above);
  }
  return nearest;
}

/** The indices with each key, in order, to be taken one by one. */
function queues(
  indices: readonly number[],
  keyOf: (index: number) => string | undefined,
): ReadonlyMap<string, Iterator<number, undefined>> {
  const found = new Map<string, number[]>();
  for (const index of indices) {
    const key = keyOf(index);
    if (key === undefined) continue;
    const list = found.get(key);
    if (list) list.push(index);
    else found.set(key, [index]);
  }
  return new Map([...found].map(([key, list]) => [key, list.values()]));
}

function withContent(key: string | undefined, layer: MatchedLayer | undefined): string | undefined {
  return key === undefined || !layer ? undefined : key + layer.content;
}

/** A key of type and producers; undefined if a producer is not matched. */
function producerKey(
  { type, producers }: MatchedLayer,
  indexOf: (producer: number) => number | undefined,
): string | undefined {
  const tops: (readonly number[] | null)[] = [];
  for (const producer of producers) {
    if (!producer) {
      tops.push(null);
      continue;
    }
    const index = indexOf(producer[0]);
    if (index === undefined) return undefined;
    tops.push([index, producer[1]]);
  }
  return JSON.stringify([type, tops]);
}
