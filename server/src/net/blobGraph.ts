import { onceFor } from '../memo/onceFor.ts';
import { Positions } from '../memo/positions.ts';
import type { ConnectedLayer } from './connect.ts';
import type { Layer, Net } from './net.ts';

/** One end of a connection: a bottom or a top of a layer, by its index. */
export interface Port {
  readonly layer: Layer;
  readonly index: number;
}

/** One end of a connection by the index of its layer. */
interface End {
  readonly layer: number;
  readonly index: number;
}

/** Producers and consumers by the indices of layers: the same for all nets with the same connections. */
export interface Links {
  /** For each layer, the tops that its bottoms read. */
  readonly producers: readonly (readonly (End | undefined)[])[];
  /** For each layer, the bottoms that read each of its tops. */
  readonly consumers: readonly (readonly (readonly End[])[])[];
}

function link(layers: readonly ConnectedLayer[]): Links {
  const latest = new Map<string, End>();
  const producers: (End | undefined)[][] = [];
  const consumers: End[][][] = [];
  for (const [layer, { facts, splitTop }] of layers.entries()) {
    const isWritten = splitTop === undefined;
    const own = isWritten ? facts.bottoms.map((name) => latest.get(name)) : [];
    for (const [index, producer] of own.entries())
      if (producer) consumers[producer.layer]?.[producer.index]?.push({ layer, index });
    producers.push(own);
    consumers.push(isWritten ? facts.tops.map(() => []) : []);
    if (isWritten) for (const [index, name] of facts.tops.entries()) latest.set(name, { layer, index });
  }
  return { producers, consumers };
}

const memory = onceFor((_connections: object): { links?: Links } => ({}));

/** The links of a net; nets with the same connections share them. */
export function linksOf({ connected: { connections, layers } }: Net): Links {
  const known = memory(connections);
  known.links ??= link(layers);
  return known.links;
}

/** Producers and consumers as in the file, without the Split layers that Caffe inserts. */
export class BlobGraph {
  private readonly layers: readonly Layer[];
  private readonly positions: Positions<Layer>;
  private readonly links: Links;

  constructor(net: Net) {
    this.layers = net.layers;
    this.positions = positionsOf(net.layers);
    this.links = linksOf(net);
  }

  /** The top that a bottom reads; undefined if no layer produces it. */
  producer(layer: Layer, bottom: number): Port | undefined {
    const end = this.links.producers[this.indexOf(layer)]?.[bottom];
    return end && this.portOf(end);
  }

  /** The bottoms that read a top, including those of in-place layers. */
  consumers(layer: Layer, top = 0): readonly Port[] {
    const ends = this.links.consumers[this.indexOf(layer)]?.[top];
    return ends?.map((end) => this.portOf(end)) ?? none;
  }

  /** Whether a layer is in-place: top and bottom have the same name at the same index. */
  inPlace(layer: Layer, top = 0): boolean {
    const { tops, bottoms } = layer.facts;
    const name = tops[top];
    return name !== undefined && bottoms[top] === name;
  }

  /** The layers that produce a blob up to a top, in order: the first, and those that modify it in place. */
  producers(port: Port): readonly Layer[] {
    const producers: Layer[] = [];
    for (let at: Port | undefined = port; at; ) {
      producers.push(at.layer);
      at = this.inPlace(at.layer, at.index) ? this.producer(at.layer, at.index) : undefined;
    }
    return producers.reverse();
  }

  /** The layers that read a blob from a top on, including in-place layers and their consumers. */
  allConsumers(port: Port): readonly Layer[] {
    const found: Layer[] = [];
    const open = [port];
    for (let at = open.pop(); at; at = open.pop()) {
      for (const { layer, index } of this.consumers(at.layer, at.index)) {
        found.push(layer);
        if (this.inPlace(layer, index)) open.push({ layer, index });
      }
    }
    return found;
  }

  /** The layers on the path to a bottom, the nearest first, along the first bottom of each. */
  path(layer: Layer, bottom: number): readonly Layer[] {
    const path: Layer[] = [];
    for (
      let producer = this.producer(layer, bottom)?.layer;
      producer;
      producer = this.producer(producer, 0)?.layer
    ) {
      path.push(producer);
    }
    return path;
  }

  /** A layer and the in-place layers that modify its first top, in order: `conv`, then `ReLU`. */
  chain(layer: Layer): readonly Layer[] {
    const chain: Layer[] = [];
    for (let next: Layer | undefined = layer; next; ) {
      chain.push(next);
      next = this.consumers(next).find((port) => port.index === 0 && this.inPlace(port.layer))?.layer;
    }
    return chain;
  }

  private portOf({ layer, index }: End): Port {
    return { layer: this.layers[layer] as Layer, index };
  }

  /** −1 for a layer of another net. */
  private indexOf(layer: Layer): number {
    return this.positions.of(layer) ?? -1;
  }
}

const positionsOf = onceFor((layers: readonly Layer[]) => new Positions(layers));

const none: readonly Port[] = [];

/** The wiring of a net, computed once. */
export const blobGraphOf = onceFor((net: Net) => new BlobGraph(net));
