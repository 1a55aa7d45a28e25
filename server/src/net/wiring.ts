import type { Layer, Net } from './net.ts';

/** One end of a connection: a bottom or a top of a layer, by its index. */
export interface Port {
  readonly layer: Layer;
  readonly index: number;
}

/** Who makes and who reads what, as people wrote it: without the Split layers that Caffe inserts. */
export class Wiring {
  private readonly makers = new Map<Layer, readonly (Port | undefined)[]>();
  private readonly uses = new Map<Layer, Port[][]>();

  constructor(net: Net) {
    const latest = new Map<string, Port>();
    for (const layer of net.layers.filter(({ automatic }) => !automatic)) {
      const makers = layer.message.texts('bottom').map((name) => latest.get(name));
      this.makers.set(layer, makers);
      makers.forEach((maker, index) =>
        this.uses.get(maker?.layer ?? layer)?.[maker?.index ?? -1]?.push({ layer, index }),
      );
      const tops = layer.message.texts('top');
      this.uses.set(
        layer,
        tops.map(() => []),
      );
      tops.forEach((name, index) => latest.set(name, { layer, index }));
    }
  }

  /** The top that a bottom reads; undefined where nobody makes it. */
  maker(layer: Layer, bottom: number): Port | undefined {
    return this.makers.get(layer)?.[bottom];
  }

  /** The bottoms that read a top, those of layers that change it in place among them. */
  readers(layer: Layer, top = 0): readonly Port[] {
    return this.uses.get(layer)?.[top] ?? [];
  }

  /** Whether a layer writes its bottom anew: top and bottom of one name at the same index. */
  inPlace(layer: Layer, top = 0): boolean {
    const name = layer.message.texts('top')[top];
    return name !== undefined && layer.message.texts('bottom')[top] === name;
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
}

const known = new WeakMap<Net, Wiring>();

/** The wiring of a net, worked out once. */
export function wiringOf(net: Net): Wiring {
  const wiring = known.get(net) ?? new Wiring(net);
  known.set(net, wiring);
  return wiring;
}
