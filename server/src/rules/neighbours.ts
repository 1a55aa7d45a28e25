import type { Layer, Net } from '../net/net.ts';
import { type Port, type Wiring, wiringOf } from '../net/wiring.ts';
import { loadsModel, trains } from './helpers/training.ts';

/** What a rule may ask about the surroundings of a layer: the layers that it is connected with, and what the net is for. */
export class Neighbours {
  /** Whether the net learns. */
  readonly trains: boolean;
  /** Whether the net learns on from a trained model. */
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
   * The net, for what more distant layers decide. A rule that asks for it is asked about the layer each time, so it has to
   * ask late: where the layer and its neighbours leave the question open.
   */
  whole(): Net {
    this.askedForNet = true;
    return this.net;
  }

  /** Whether a rule asked for the net since this was last asked. */
  wasAskedForNet(): boolean {
    const asked = this.askedForNet;
    this.askedForNet = false;
    return asked;
  }

  /** The top that a bottom reads; undefined where nobody makes it. */
  maker(bottom: number): Port | undefined {
    return this.wiring.maker(this.layer, bottom);
  }

  /** The bottoms that read a top, those of layers that change it in place among them. */
  readers(top = 0): readonly Port[] {
    return this.wiring.readers(this.layer, top);
  }

  /** Whether the layer writes its bottom anew: top and bottom of one name at the same index. */
  inPlace(top = 0): boolean {
    return this.wiring.inPlace(this.layer, top);
  }
}
