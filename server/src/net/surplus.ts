import { type Fault, layerRange } from './fault.ts';
import type { Layer, Net } from './net.ts';

/**
 * A bottom too many that nobody makes, such as the `label` of a Softmax, is refused twice: as unknown, and by its number.
 * Both faults get one cause, and the first, which is Caffe's, names the number too.
 */
export function withSurplusBottoms(net: Net): Net {
  const [counted, unknown] = [net.faults.filter(isOfCount), net.faults.filter(isUnknown)];
  if (counted.length === 0 || unknown.length === 0) return net;
  const starts = new Set(counted.map(({ range }) => range.start));
  const surplus = net.layers.filter((layer) => !layer.automatic && starts.has(lastBottom(layer) ?? -1));
  const byBottom = new Map(
    surplus.flatMap((layer) => bottomsOf(layer).map((start) => [start, layer] as const)),
  );
  const unknownAt = new Map(unknown.map((fault) => [fault.range.start, fault]));
  const faults = net.faults.map((fault) => {
    const layer = isOfCount(fault) || isUnknown(fault) ? byBottom.get(fault.range.start) : undefined;
    return layer && surplusOf(layer) > 0 ? withCause(fault, layer, unknownOf(unknownAt, layer)) : fault;
  });
  return { ...net, faults };
}

function isOfCount({ check }: Fault): boolean {
  return check === 'net/exact-bottoms' || check === 'net/max-bottoms';
}

function isUnknown({ check }: Fault): boolean {
  return check === 'net/unknown-bottom';
}

/** How many bottoms a layer has too many. */
export function surplusOf({ definition, context, inputs }: Layer): number {
  const { exact, max } = definition?.bottoms(context) ?? {};
  return Math.max(inputs.length - (exact ?? max ?? inputs.length), 0);
}

/** The number of bottoms is reported at the last one. */
function lastBottom(layer: Layer): number | undefined {
  return bottomsOf(layer).at(-1);
}

function bottomsOf(layer: Layer): number[] {
  return layer.message.list('bottom').map((entry) => layerRange(layer, entry).start);
}

/** The faults of the last bottoms, beyond those that the layer takes, that nobody makes. */
function unknownOf(unknownAt: ReadonlyMap<number, Fault>, layer: Layer): Fault[] {
  return bottomsOf(layer)
    .slice(-surplusOf(layer))
    .flatMap((start) => unknownAt.get(start) ?? []);
}

/** What the faults say is looked for only when somebody asks: a net may be built only to count them. */
function withCause(fault: Fault, layer: Layer, unknown: readonly Fault[]): Fault {
  const [first] = unknown;
  const surplus = surplusOf(layer);
  if (!first || unknown.length < surplus) return fault;
  if (!isUnknown(fault)) {
    return {
      ...fault,
      get cause() {
        return first.cause ?? first.range;
      },
    };
  }
  if (!unknown.includes(fault)) return fault;
  const { check, stage, range, layer: name } = fault;
  const most = layer.inputs.length - surplus;
  return {
    check,
    stage,
    range,
    layer: name,
    get message() {
      return `${fault.message} ${layer.type} takes ${most === 1 ? 'only 1 bottom' : `no more than ${most} bottoms`}.`;
    },
    get related() {
      return fault.related;
    },
    get cause() {
      return fault.cause ?? range;
    },
  };
}
