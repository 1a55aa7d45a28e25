import { isRegistered } from '../layers/registry.ts';
import { bvlc } from '../schema/dialect.ts';
import type { Layer, Net } from './net.ts';

/** For each layer of a net, Split layers included, which of its bottoms get a gradient in training. */
export type Gradients = ReadonlyMap<Layer, readonly boolean[]>;

/**
 * The bottoms that need a gradient because a layer above them has a learning parameter, unless `propagate_down` is
 * false (net.cpp, Net::Init). Whether the layer contributes to the loss is not considered. After layers that BVLC does
 * not have, no gradient is assumed: forks may decide differently.
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
