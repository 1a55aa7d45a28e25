import { isRegistered } from '../layers/registry.ts';
import { bvlc } from '../schema/dialect.ts';
import type { Layer, Net } from './net.ts';

/** For each layer of a net, the Split layers among them, which of its bottoms are asked for a gradient in training. */
export type Gradients = ReadonlyMap<Layer, readonly boolean[]>;

/**
 * The bottoms to which a gradient flows as far as that follows from what lies before them: a layer with a parameter that
 * learns, whose `propagate_down` does not say no (net.cpp, Net::Init). Whether the layer counts for the loss is not asked.
 * Behind layers that BVLC does not have none is assumed: forks may decide otherwise.
 */
export function gradientsOf(net: Net): Gradients {
  const flagged = new Set<string>();
  const gradients = new Map<Layer, readonly boolean[]>();
  for (const layer of net.layers) {
    const reached = layer.bottoms.map((name) => flagged.has(name));
    const given = layer.automatic ? [] : layer.message.list('propagate_down');
    gradients.set(
      layer,
      reached.map((flag, index) => (given[index] ? given[index].value === true : flag)),
    );
    const learns = isRegistered(layer.type, bvlc) && (reached.includes(true) || hasLearningParam(layer));
    for (const name of layer.tops) {
      if (learns) flagged.add(name);
      else flagged.delete(name);
    }
  }
  return gradients;
}

function hasLearningParam({ params, message }: Layer): boolean {
  const specs = message.messages('param');
  return params.some((_, index) => !(specs[index]?.has('lr_mult') && specs[index].float('lr_mult') === 0));
}
