import type { Document } from '../document/document.ts';
import { onceFor } from '../memo/onceFor.ts';
import type { Layer, Net } from '../net/net.ts';
import type { LayerSetup } from '../net/setup.ts';
import { type Links, linksOf } from '../net/wiring.ts';
import { askAll, type Take } from './asking.ts';
import { Neighbours } from './neighbours.ts';
import type { Finding, Rule } from './rule.ts';
import { loadsModel, trains } from './training.ts';

/**
 * Has rules look at the single layers of a net, in order. Of a layer is kept which rules find something there: while it and
 * its neighbours stay the same, only those look at it again, so that places and fixes are those of this document.
 */
export function findInLayers(net: Net, document: Document, asked: readonly Rule[], take: Take): void {
  const walk = new Walk(net, document, asked);
  walk.run(take);
}

/** What is kept of the layers of nets that are connected alike, by their index. */
interface Known {
  readonly setups: (LayerSetup | undefined)[];
  readonly params: (Layer['params'] | undefined)[];
  readonly looking: (readonly Rule[])[];
  continues?: boolean;
}

/** What is kept of rules that are asked together. */
const memoryOf = onceFor((asked: readonly Rule[]) => ({
  ofLayers: asked.filter(({ layer }) => layer),
  byType: new Map<string, readonly Rule[]>(),
  byConnections: onceFor((_connections: object) => ({ trained: nothingKnown(), other: nothingKnown() })),
}));

function nothingKnown(): Known {
  return { setups: [], params: [], looking: [] };
}

/** Types are also what people type, so the memory is bounded. */
const mostTypes = 2000;

const nobody: readonly Rule[] = [];

class Walk {
  private readonly net: Net;
  private readonly document: Document;
  private readonly memory: ReturnType<typeof memoryOf>;
  private readonly known: Known;

  constructor(net: Net, document: Document, asked: readonly Rule[]) {
    this.net = net;
    this.document = document;
    this.memory = memoryOf(asked);
    const known = this.memory.byConnections(net.wires.connections);
    this.known = trains(net) ? known.trained : known.other;
  }

  run(take: Take): void {
    const { known } = this;
    const changed = this.changed();
    for (const [index, layer] of this.net.layers.entries()) {
      if (changed.has(index)) known.looking[index] = this.askAll(layer, take);
      else for (const rule of known.looking[index] ?? nobody) this.ask(rule, layer, take);
    }
  }

  /** The layers that are not what they were, and those that are connected with them. */
  private changed(): ReadonlySet<number> {
    const { known, net } = this;
    const continues = loadsModel(net);
    const changed = new Set<number>();
    const links = linksOf(net);
    for (const [index, { setup, params }] of net.layers.entries()) {
      const isSame = setup === known.setups[index] && params === known.params[index];
      if (isSame && known.continues === continues) continue;
      addWithNeighbours(index, links, changed);
      known.setups[index] = setup;
      known.params[index] = params;
    }
    known.continues = continues;
    return changed;
  }

  private ask(rule: Rule, layer: Layer, take: Take): void {
    take(rule, () => this.find(rule, layer, new Neighbours(this.net, layer)));
  }

  /** The rules that have to look at a layer again. */
  private askAll(layer: Layer, take: Take): readonly Rule[] {
    if (layer.automatic) return nobody;
    const near = new Neighbours(this.net, layer);
    const look = (rule: Rule) => this.find(rule, layer, near);
    return askAll(this.rulesFor(layer.type), look, take, () => near.wasAskedForNet());
  }

  private find(rule: Rule, layer: Layer, near: Neighbours): Iterable<Finding> {
    return rule.layer?.(layer, near, this.document) ?? [];
  }

  private rulesFor(type: string): readonly Rule[] {
    const { byType, ofLayers } = this.memory;
    const found = byType.get(type) ?? ofLayers.filter(({ types }) => !types || types.includes(type));
    if (byType.size < mostTypes) byType.set(type, found);
    return found;
  }
}

function addWithNeighbours(index: number, { makers, readers }: Links, changed: Set<number>): void {
  changed.add(index);
  for (const maker of makers[index] ?? []) if (maker) changed.add(maker.layer);
  for (const ends of readers[index] ?? []) for (const { layer } of ends) changed.add(layer);
}
