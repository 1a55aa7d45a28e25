import { type Fault, layerRange } from './fault.ts';
import type { Layer, Net } from './net.ts';

/**
 * A bottom too many that nobody makes, such as the `label` of a Softmax, is refused twice: as unknown, and by its number.
 * Both faults get one cause, and the first, which is Caffe's, names the number too.
 */
export function withSurplusBottoms(net: Net): Net {
  const surplus = new Map<number, Layer>();
  for (const { check, range } of net.faults) {
    if (check !== 'net/exact-bottoms' && check !== 'net/max-bottoms') continue;
    const layer = net.layers.find((one) => !one.automatic && lastBottom(one) === range.start);
    if (layer && surplusOf(layer) > 0) surplus.set(range.start, layer);
  }
  if (surplus.size === 0) return net;
  const faults = net.faults.map((fault) => {
    const layer = [...surplus.values()].find((one) => isOf(one, fault));
    return layer ? withCause(fault, layer, unknownOf(net, layer)) : fault;
  });
  return { ...net, faults };
}

/** How many bottoms a layer has too many. */
export function surplusOf({ definition, context, inputs }: Layer): number {
  const { exact, max } = definition?.bottoms(context) ?? {};
  return Math.max(inputs.length - (exact ?? max ?? inputs.length), 0);
}

/** Arity is reported at the last bottom. */
function lastBottom(layer: Layer): number | undefined {
  const last = layer.message.list('bottom').at(-1);
  return last && layerRange(layer, last).start;
}

function isOf(layer: Layer, { check, range }: Fault): boolean {
  if (!/^net\/(?:unknown-bottom|exact-bottoms|max-bottoms)$/u.test(check)) return false;
  return layer.message.list('bottom').some((entry) => layerRange(layer, entry).start === range.start);
}

/** The faults of the last bottoms, beyond those that the layer takes, that nobody makes. */
function unknownOf({ faults }: Net, layer: Layer): Fault[] {
  const surplus = layer.message.list('bottom').slice(-surplusOf(layer));
  const starts = new Set(surplus.map((entry) => layerRange(layer, entry).start));
  return faults.filter(({ check, range }) => check === 'net/unknown-bottom' && starts.has(range.start));
}

function withCause(fault: Fault, layer: Layer, unknown: readonly Fault[]): Fault {
  const [first] = unknown;
  const surplus = surplusOf(layer);
  if (!first || unknown.length < surplus) return fault;
  const cause = first.cause ?? first.range;
  if (fault.check !== 'net/unknown-bottom') return { ...fault, cause };
  if (!unknown.includes(fault)) return fault;
  const most = layer.inputs.length - surplus;
  const message = `${fault.message} ${layer.type} takes ${most === 1 ? 'only 1 bottom' : `no more than ${most} bottoms`}.`;
  return {
    ...fault,
    message,
    instead: undefined,
    cause: fault === first ? cause : (fault.cause ?? fault.range),
  };
}
