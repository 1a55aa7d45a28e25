import type { BlobGraph, Port } from '../../net/blobGraph.ts';
import type { Layer } from '../../net/net.ts';
import { isLoss, isMeasure, isSource } from './roles.ts';

/** Decides which layers cannot be deployed because they need labels. */
export class Labels {
  private readonly graph: BlobGraph;
  private readonly computed: ReadonlySet<Layer>;
  private readonly needing = new Map<Layer, boolean>();

  private readonly labels = new Map<Layer, Map<number, boolean>>();

  constructor(layers: readonly Layer[], graph: BlobGraph, computed: ReadonlySet<Layer>) {
    this.graph = graph;
    this.computed = computed;
    // In this order, the answers that an answer depends on are known, so no recursion is deep.
    for (const layer of layers.toReversed()) for (const top of this.tops(layer)) this.isLabel(top);
    for (const layer of layers) this.needs(layer);
  }

  /** The top itself if it needs no labels; otherwise the computed tops from which its layer is computed. */
  without(port: Port): Port[] {
    const found: Port[] = [];
    const seen = new Set<Layer>();
    const open = [port];
    for (let next = open.pop(); next; next = open.pop()) {
      if (!this.needs(next.layer)) {
        found.push(next);
      } else if (!seen.has(next.layer)) {
        seen.add(next.layer);
        for (const producer of this.producers(next.layer))
          if (this.computed.has(producer.layer)) open.push(producer);
      }
    }
    return found;
  }

  /** Whether a layer reads labels, such as a classifier with a margin, or reads the tops of such a layer. */
  needs(layer: Layer): boolean {
    const known = this.needing.get(layer);
    if (known !== undefined) return known;
    const found = this.producers(layer).some((producer) =>
      this.computed.has(producer.layer) ? this.needs(producer.layer) : this.isLabel(producer),
    );
    this.needing.set(layer, found);
    return found;
  }

  private producers(layer: Layer): Port[] {
    return layer.inputs.flatMap((_, index) => this.graph.producer(layer, index) ?? []);
  }

  /** Whether data is only used as a label: a loss reads it, and no layer has it as its main input. */
  private isLabel(port: Port): boolean {
    const known = this.labels.get(port.layer) ?? new Map<number, boolean>();
    this.labels.set(port.layer, known);
    const found = known.get(port.index) ?? this.isOnlyCompared(port);
    known.set(port.index, found);
    return found;
  }

  private isOnlyCompared({ layer, index }: Port): boolean {
    const consumers = this.graph.consumers(layer, index);
    return (
      consumers.some((consumer) => this.compares(consumer)) &&
      consumers.every((consumer) => this.spares(consumer))
    );
  }

  private compares({ layer }: Port): boolean {
    if (isLoss(layer) || isMeasure(layer)) return true;
    return !this.computed.has(layer) && this.tops(layer).some((top) => this.isLabel(top));
  }

  private spares(consumer: Port): boolean {
    const { layer, index } = consumer;
    if (this.compares(consumer) || layer.message.count('top') === 0) return true;
    return this.computed.has(layer) && !isSource(layer) && index > 0;
  }

  private tops(layer: Layer): Port[] {
    return layer.message.texts('top').map((_, index) => ({ layer, index }));
  }
}
