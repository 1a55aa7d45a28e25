import type { Layer, Net } from '../../net/net.ts';
import { wiringOf } from '../../net/wiring.ts';

/**
 * The layer whose `num_output` sets the channels of a bottom, across layers without `num_output` and with one input.
 */
export function outputsMaker(net: Net | undefined, layer: Layer, slot: number): Layer | undefined {
  const wiring = net && wiringOf(net);
  let maker = wiring?.maker(layer, slot)?.layer;
  while (maker && !maker.context.params.has('num_output') && maker.inputs.length === 1) {
    maker = wiring?.maker(maker, 0)?.layer;
  }
  return maker?.context.params.has('num_output') ? maker : undefined;
}
