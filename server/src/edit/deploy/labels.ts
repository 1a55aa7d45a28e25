import type { Layer } from '../../net/net.ts';
import type { Port, Wiring } from '../../net/wiring.ts';
import { isLoss, isMeasure, isSource } from './roles.ts';

/** Decides which layers cannot be deployed because they need labels. */
export class Labels {
  private readonly wiring: Wiring;
  private readonly computed: ReadonlySet<Layer>;
  private readonly needing = new Map<Layer, boolean>();

  constructor(wiring: Wiring, computed: ReadonlySet<Layer>) {
    this.wiring = wiring;
    this.computed = computed;
  }

  /** The top itself if it needs no labels; otherwise the computed tops from which its layer is computed. */
  without(port: Port): Port[] {
    if (!this.needs(port.layer)) return [port];
    return this.makers(port.layer)
      .filter(({ layer }) => this.computed.has(layer))
      .flatMap((maker) => this.without(maker));
  }

  /** Whether a layer reads labels, such as a classifier with a margin, or reads the tops of such a layer. */
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

  /** Whether data is only used as a label: a loss reads it, and no layer has it as its main input. */
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
