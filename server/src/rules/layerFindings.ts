import type { Document } from '../document/document.ts';
import type { Layer, Net } from '../net/net.ts';
import type { LayerSetup } from '../net/setup.ts';
import { type Port, type Wiring, wiringOf } from '../net/wiring.ts';
import { onceFor } from '../syntax/onceFor.ts';
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
  for (const layer of net.layers) if (!layer.automatic) walk.look(layer, take);
}

/** Which rules find something in a layer, and what that depends on besides its set-up. */
interface Known {
  readonly surroundings: readonly unknown[];
  readonly finding: readonly Rule[];
}

/** What is kept of rules that are asked together. */
const memoryOf = onceFor((asked: readonly Rule[]) => ({
  byType: new Map<string, readonly Rule[]>(),
  /** By the set-up of a layer: in a net that is trained, and in one that is not. */
  bySetup: onceFor((_: LayerSetup): { train?: Known; test?: Known } => ({})),
  ofLayers: asked.filter(({ layer }) => layer),
}));

/** Types are also what people type, so the memory is bounded. */
const mostTypes = 2000;

class Walk {
  private readonly net: Net;
  private readonly document: Document;
  private readonly memory: ReturnType<typeof memoryOf>;
  private readonly wiring: Wiring;
  private readonly kind: 'train' | 'test';
  private readonly continues: boolean;
  /** The surroundings of the layer that is looked at: one list for all of them. */
  private readonly near: unknown[] = [];

  constructor(net: Net, document: Document, asked: readonly Rule[]) {
    this.net = net;
    this.document = document;
    this.memory = memoryOf(asked);
    this.wiring = wiringOf(net);
    this.kind = trains(net) ? 'train' : 'test';
    this.continues = loadsModel(net);
  }

  look(layer: Layer, take: Take): void {
    this.readSurroundings(layer);
    const memory = this.memory.bySetup(layer.setup);
    const known = memory[this.kind];
    if (known && isSame(known.surroundings, this.near)) {
      const near = known.finding.length > 0 ? new Neighbours(this.net, layer) : undefined;
      for (const rule of known.finding) if (near) take(rule, () => this.ask(rule, layer, near));
    } else {
      const finding = this.askAll(layer, take);
      memory[this.kind] = { surroundings: [...this.near], finding };
    }
  }

  /** The rules that find something, or fail. */
  private askAll(layer: Layer, take: Take): readonly Rule[] {
    const near = new Neighbours(this.net, layer);
    return askAll(this.rulesFor(layer.type), (rule) => this.ask(rule, layer, near), take);
  }

  private ask(rule: Rule, layer: Layer, near: Neighbours): Iterable<Finding> {
    return rule.layer?.(layer, near, this.document) ?? [];
  }

  private rulesFor(type: string): readonly Rule[] {
    const { byType, ofLayers } = this.memory;
    const found = byType.get(type) ?? ofLayers.filter(({ types }) => !types || types.includes(type));
    if (byType.size < mostTypes) byType.set(type, found);
    return found;
  }

  /** All that a rule can see of a layer besides its set-up, as far as that may change. */
  private readSurroundings(layer: Layer): void {
    this.near.length = 0;
    this.near.push(this.continues, layer.params);
    const { bottoms, tops } = layer.facts;
    for (let bottom = 0; bottom < bottoms.length; bottom++) this.addPort(this.wiring.maker(layer, bottom));
    for (let top = 0; top < tops.length; top++) {
      for (const reader of this.wiring.readers(layer, top)) this.addPort(reader);
      this.addPort(undefined);
    }
  }

  private addPort(port: Port | undefined): void {
    this.near.push(port?.layer.setup, port?.layer.params, port?.index);
  }
}

function isSame(one: readonly unknown[], other: readonly unknown[]): boolean {
  return one.length === other.length && one.every((item, index) => item === other[index]);
}
