import type { Layer, Net } from '../net/net.ts';
import { wiringOf } from '../net/wiring.ts';

/** The layer whose `num_output` decides how long a bottom is: above those that leave that as it is. */
export function outputsMaker(net: Net | undefined, layer: Layer, slot: number): Layer | undefined {
  const wiring = net && wiringOf(net);
  let maker = wiring?.maker(layer, slot)?.layer;
  while (maker && !maker.context.params.has('num_output') && maker.inputs.length === 1) {
    maker = wiring?.maker(maker, 0)?.layer;
  }
  return maker?.context.params.has('num_output') ? maker : undefined;
}

/** The layers from which a bottom comes, the nearest first, as far as each reads one blob; up to some that are given. */
export function pathAbove(
  net: Net,
  layer: Layer,
  slot: number,
  stop: ReadonlySet<Layer> = new Set(),
): Layer[] {
  const wiring = wiringOf(net);
  const path: Layer[] = [];
  let maker = wiring.maker(layer, slot)?.layer;
  while (maker && !stop.has(maker) && !path.includes(maker)) {
    path.push(maker);
    maker = wiring.maker(maker, 0)?.layer;
  }
  return path;
}
