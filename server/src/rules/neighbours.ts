import type { Layer, Net } from '../net/net.ts';
import { type Port, type Wiring, wiringOf } from '../net/wiring.ts';
import { loadsModel, trains } from './helpers/training.ts';

/** What a rule of one layer may read besides the layer: its producers and consumers, and the purpose of the net. */
export class Neighbours {
  /** Whether the net is trained. */
  readonly trains: boolean;
  /** Whether training starts from a trained model. */
  readonly loadsModel: boolean;
  private readonly net: Net;
  private readonly wiring: Wiring;
  private readonly layer: Layer;
  private askedForNet = false;

  constructor(net: Net, layer: Layer) {
    this.trains = trains(net);
    this.loadsModel = loadsModel(net);
    this.net = net;
    this.wiring = wiringOf(net);
    this.layer = layer;
  }

  /**
   * The whole net, for conditions that depend on more distant layers. A rule that calls this runs on the layer on every
   * check, so call it only when the layer and its neighbours do not decide.
   */
  whole(): Net {
    this.askedForNet = true;
    return this.net;
  }

  /** Whether `whole` was called since the last call of this method. */
  wasAskedForNet(): boolean {
    const asked = this.askedForNet;
    this.askedForNet = false;
    return asked;
  }

  /** The top that a bottom reads; undefined if it has no producer. */
  maker(bottom: number): Port | undefined {
    return this.wiring.maker(this.layer, bottom);
  }

  /** The bottoms that read a top, including those of in-place layers. */
  readers(top = 0): readonly Port[] {
    return this.wiring.readers(this.layer, top);
  }

  /** Whether the layer works in place: its top and bottom at an index have the same name. */
  inPlace(top = 0): boolean {
    return this.wiring.inPlace(this.layer, top);
  }
}
