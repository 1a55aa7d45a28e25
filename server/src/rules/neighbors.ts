import { type BlobGraph, blobGraphOf, type Port } from '../net/blobGraph.ts';
import type { Layer, Net } from '../net/net.ts';
import { isFineTuned, isTrainingNet } from './helpers/training.ts';

/** What a rule of one layer may read besides the layer: its producers and consumers, and the purpose of the net. */
export class Neighbors {
  /** Whether the net is trained. */
  readonly trains: boolean;
  /** Whether training starts from a trained model. */
  readonly loadsModel: boolean;
  private readonly net: Net;
  private readonly graph: BlobGraph;
  private readonly layer: Layer;
  private askedForNet = false;

  constructor(net: Net, layer: Layer) {
    this.trains = isTrainingNet(net);
    this.loadsModel = isFineTuned(net);
    this.net = net;
    this.graph = blobGraphOf(net);
    this.layer = layer;
  }

  /**
   * The whole net, for conditions that depend on more distant layers. A rule that calls this runs on the layer on every
   * check, so call it only when the layer and its neighbors do not decide.
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
  producer(bottom: number): Port | undefined {
    return this.graph.producer(this.layer, bottom);
  }

  /** The bottoms that read a top, including those of in-place layers. */
  consumers(top = 0): readonly Port[] {
    return this.graph.consumers(this.layer, top);
  }

  /** Whether the layer works in place: its top and bottom at an index have the same name. */
  inPlace(top = 0): boolean {
    return this.graph.inPlace(this.layer, top);
  }
}
