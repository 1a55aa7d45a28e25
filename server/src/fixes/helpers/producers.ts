import { blobGraphOf } from '../../net/blobGraph.ts';
import type { Layer, Net } from '../../net/net.ts';

/**
 * The layer whose `num_output` sets the channels of a bottom, across layers without `num_output` and with one input.
 */
export function outputsProducer(net: Net | undefined, layer: Layer, slot: number): Layer | undefined {
  const graph = net && blobGraphOf(net);
  let producer = graph?.producer(layer, slot)?.layer;
  while (producer && !producer.context.params.has('num_output') && producer.inputs.length === 1) {
    producer = graph?.producer(producer, 0)?.layer;
  }
  return producer?.context.params.has('num_output') ? producer : undefined;
}
