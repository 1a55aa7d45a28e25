import { onceFor } from '../syntax/onceFor.ts';
import type { Layer, Net } from './net.ts';

/** One end of a connection: a bottom or a top of a layer, by its index. */
export interface Port {
  readonly layer: Layer;
  readonly index: number;
}

/** Who makes and who reads what, as people wrote it: without the Split layers that Caffe inserts. */
export class Wiring {
  private readonly layers: readonly Layer[];
  /** By the index of a layer: the tops that its bottoms read. */
  private readonly makers: (readonly (Port | undefined)[])[] = [];
  /** By the index of a layer: the bottoms that read each of its tops. */
  private readonly uses: Port[][][] = [];

  constructor(layers: readonly Layer[]) {
    this.layers = layers;
    const latest = new Map<string, Port>();
    for (const layer of layers) {
      const { bottoms, tops } = layer.facts;
      const makers = layer.automatic ? [] : bottoms.map((name) => latest.get(name));
      this.makers.push(makers);
      for (const [index, maker] of makers.entries())
        if (maker) this.uses[maker.layer.index]?.[maker.index]?.push({ layer, index });
      this.uses.push(layer.automatic ? [] : tops.map(() => []));
      if (!layer.automatic) for (const [index, name] of tops.entries()) latest.set(name, { layer, index });
    }
  }

  /** The top that a bottom reads; undefined where nobody makes it. */
  maker(layer: Layer, bottom: number): Port | undefined {
    return this.has(layer) ? this.makers[layer.index]?.[bottom] : undefined;
  }

  /** The bottoms that read a top, those of layers that change it in place among them. */
  readers(layer: Layer, top = 0): readonly Port[] {
    return (this.has(layer) ? this.uses[layer.index]?.[top] : undefined) ?? nobody;
  }

  /** Whether a layer writes its bottom anew: top and bottom of one name at the same index. */
  inPlace(layer: Layer, top = 0): boolean {
    const { tops, bottoms } = layer.facts;
    const name = tops[top];
    return name !== undefined && bottoms[top] === name;
  }

  /** The layers from which a bottom comes, the nearest first, along the first bottom of each. */
  path(layer: Layer, bottom: number): readonly Layer[] {
    const path: Layer[] = [];
    for (let maker = this.maker(layer, bottom)?.layer; maker; maker = this.maker(maker, 0)?.layer) {
      path.push(maker);
    }
    return path;
  }

  /** Everything behind a top, the layers that change it in place one after another: `conv` of `conv → ReLU in place`. */
  chain(layer: Layer): readonly Layer[] {
    const next = this.readers(layer).find((port) => port.index === 0 && this.inPlace(port.layer));
    return next ? [layer, ...this.chain(next.layer)] : [layer];
  }

  private has(layer: Layer): boolean {
    return this.layers[layer.index] === layer;
  }
}

const nobody: readonly Port[] = [];

const ofLayers = onceFor((layers: readonly Layer[]) => new Wiring(layers));

/** The wiring of a net, worked out once. */
export function wiringOf({ layers }: Net): Wiring {
  return ofLayers(layers);
}
