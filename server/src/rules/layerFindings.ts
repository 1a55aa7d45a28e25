import type { Document } from '../document/document.ts';
import { windowOf } from '../memo/lists.ts';
import type { Memo } from '../memo/memo.ts';
import { onceFor } from '../memo/onceFor.ts';
import { finish, type Steps } from '../memo/steps.ts';
import { type Links, linksOf } from '../net/blobGraph.ts';
import { sameItems } from '../net/facts.ts';
import type { Layer, Net } from '../net/net.ts';
import { isFineTuned, isTrainingNet } from './helpers/training.ts';
import { matchingRules, type TakeFindings } from './matchingRules.ts';
import { Neighbors } from './neighbors.ts';
import type { Finding, Rule } from './rule.ts';

/**
 * Runs rules on each layer of a net, in order. The rules that find something at a layer are remembered: while the layer and
 * its neighbors are unchanged, only those run on it again, so locations and fixes belong to this document. The memo
 * belongs to the rules and the state.
 */
export function findInLayers(
  net: Net,
  document: Document,
  asked: readonly Rule[],
  memo: Memo,
  take: TakeFindings,
): void {
  const { looking } = finish(checkLayers(net, document, asked, memo));
  new Walk(net, document, asked).take(looking, take);
}

/** Determines which rules run on each layer of a net, one step for each layer that an edit may affect. */
export function* checkLayers(
  net: Net,
  document: Document,
  asked: readonly Rule[],
  memo: Memo,
): Steps<Walked> {
  const last = memo.last<Walked>(checkLayers);
  const walked = last?.net === net ? last : yield* new Walk(net, document, asked).after(last);
  return memo.keep(checkLayers, walked);
}

/** Which rules run on each layer of a net. */
interface Walked {
  readonly net: Net;
  readonly looking: readonly (readonly Rule[] | undefined)[];
}

/** The memory of a layer: the inputs of the rules, and which rules must run again. */
interface Known {
  seen?: readonly unknown[];
  looking?: readonly Rule[] | undefined;
}

/** The memory of a set of rules. */
const memoryOf = onceFor((asked: readonly Rule[]) => ({
  ofLayers: asked.filter(({ layer }) => layer),
  byType: new Map<string, readonly Rule[]>(),
  of: onceFor((_layer: Layer): Known => ({})),
}));

/** Users type arbitrary layer types, so the memory is bounded. */
const mostTypes = 2000;

class Walk {
  private readonly net: Net;
  private readonly document: Document;
  private readonly memory: ReturnType<typeof memoryOf>;
  private readonly links: Links;
  private readonly trains: boolean;
  private readonly continues: boolean;

  constructor(net: Net, document: Document, asked: readonly Rule[]) {
    this.net = net;
    this.document = document;
    this.memory = memoryOf(asked);
    this.links = linksOf(net);
    this.trains = isTrainingNet(net);
    this.continues = isFineTuned(net);
  }

  /** Which rules run on each layer, determined again only for layers that an edit may affect. */
  *after(last: Walked | undefined): Steps<Walked> {
    const { net } = this;
    const before = last && this.isLike(last.net) ? last : undefined;
    const looking = before?.looking.slice() ?? [];
    for (const index of before ? this.concerned(before.net) : net.layers.keys()) {
      looking[index] = this.lookingAt(index);
      yield;
    }
    return { net, looking };
  }

  take(looking: Walked['looking'], take: TakeFindings): void {
    // An iterator would dominate the cost of this loop.
    for (let index = 0; index < looking.length; index++) {
      const rules = looking[index];
      const layer = rules && this.net.layers[index];
      if (!layer) continue;
      for (const rule of rules) take(rule, () => this.look(rule, layer, new Neighbors(this.net, layer)));
    }
  }

  /** Whether another net has the same connections and the same purpose. */
  private isLike(other: Net): boolean {
    return (
      other.connected.connections === this.net.connected.connections &&
      isTrainingNet(other) === this.trains &&
      isFineTuned(other) === this.continues
    );
  }

  /** The layers that changed, and the layers connected to them. */
  private concerned({ layers: old }: Net): ReadonlySet<number> {
    const { layers } = this.net;
    const concerned = new Set<number>();
    const { from, to } = windowOf(old, layers);
    for (let index = from; index < to; index++) {
      if (layers[index] === old[index]) continue;
      concerned.add(index);
      for (const near of this.near(index)) concerned.add(near);
    }
    return concerned;
  }

  /** The producers and the consumers of a layer. */
  private near(index: number): number[] {
    const near: number[] = [];
    for (const end of this.links.producers[index] ?? []) if (end) near.push(end.layer);
    for (const ends of this.links.consumers[index] ?? []) for (const { layer } of ends) near.push(layer);
    return near;
  }

  private lookingAt(index: number): readonly Rule[] | undefined {
    const layer = this.net.layers[index];
    if (!layer || layer.automatic) return undefined;
    const known = this.memory.of(layer);
    const seen = [this.trains, this.continues, ...this.near(index).map((near) => this.net.layers[near])];
    if (!known.seen || !sameItems(known.seen, seen)) {
      known.looking = this.ask(layer);
      known.seen = seen;
    }
    return known.looking;
  }

  private ask(layer: Layer): readonly Rule[] | undefined {
    const near = new Neighbors(this.net, layer);
    const look = (rule: Rule) => this.look(rule, layer, near);
    return matchingRules(this.rulesFor(layer.type), look, () => near.wasAskedForNet());
  }

  private look(rule: Rule, layer: Layer, near: Neighbors): Iterable<Finding> {
    return rule.layer?.(layer, near, this.document) ?? [];
  }

  private rulesFor(type: string): readonly Rule[] {
    const { byType, ofLayers } = this.memory;
    const found = byType.get(type) ?? ofLayers.filter(({ types }) => !types || types.includes(type));
    if (byType.size < mostTypes) byType.set(type, found);
    return found;
  }
}
