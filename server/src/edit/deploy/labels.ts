import type { Layer } from '../../net/net.ts';
import type { Port, Wiring } from '../../net/wiring.ts';
import { isLoss, isMeasure, isSource } from './roles.ts';

/** Which layers cannot be deployed since they need the right answer. */
export class Labels {
  private readonly wiring: Wiring;
  private readonly computed: ReadonlySet<Layer>;
  private readonly needing = new Map<Layer, boolean>();

  constructor(wiring: Wiring, computed: ReadonlySet<Layer>) {
    this.wiring = wiring;
    this.computed = computed;
  }

  /** What is left of a top without labels: itself, or what the layer computes it from, as far as that is predicted. */
  without(port: Port): Port[] {
    if (!this.needs(port.layer)) return [port];
    return this.makers(port.layer)
      .filter(({ layer }) => this.computed.has(layer))
      .flatMap((maker) => this.without(maker));
  }

  /** Whether a layer reads labels, as a classifier with a margin does, or what such a layer makes. */
  needs(layer: Layer): boolean {
    const known = this.needing.get(layer);
    if (known !== undefined) return known;
    const found = this.makers(layer).some((maker) =>
      this.computed.has(maker.layer) ? this.needs(maker.layer) : this.isLabel(maker),
    );
    this.needing.set(layer, found);
    return found;
  }

  private makers(layer: Layer): Port[] {
    return layer.inputs.flatMap((_, index) => this.wiring.maker(layer, index) ?? []);
  }

  /** Whether data is only there to be compared with: a loss reads it, and nothing computes mainly of it. */
  private isLabel(port: Port): boolean {
    const readers = this.wiring.readers(port.layer, port.index);
    return readers.some((reader) => this.compares(reader)) && readers.every((reader) => this.spares(reader));
  }

  private compares({ layer }: Port): boolean {
    if (isLoss(layer) || isMeasure(layer)) return true;
    return !this.computed.has(layer) && this.tops(layer).some((top) => this.isLabel(top));
  }

  private spares(reader: Port): boolean {
    const { layer, index } = reader;
    if (this.compares(reader) || layer.message.count('top') === 0) return true;
    return this.computed.has(layer) && !isSource(layer) && index > 0;
  }

  private tops(layer: Layer): Port[] {
    return layer.message.texts('top').map((_, index) => ({ layer, index }));
  }
}
