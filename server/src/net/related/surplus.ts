import type { Range } from '../../text/range.ts';
import type { Fault } from '../fault.ts';
import type { Layer, Net } from '../net.ts';

/**
 * A bottom too many that nobody makes, such as the `label` of a Softmax, is refused twice: as unknown, and by its number.
 * Both faults get one cause, and the first, which is Caffe's, names the number too.
 */
export function withSurplusBottoms(net: Net): Net {
  const [counted, unknown] = [net.faults.filter(isOfCount), net.faults.filter(isUnknown)];
  if (counted.length === 0 || unknown.length === 0) return net;
  const lastBottoms = new Set(counted.map(({ place }) => place.range));
  const surplus = net.layers.filter((layer) => !layer.automatic && endsWithOneOf(layer, lastBottoms));
  const byBottom = new Map(
    surplus.flatMap((layer) => bottomsOf(layer).map((bottom) => [bottom, layer] as const)),
  );
  const unknownAt = new Map(unknown.map((fault) => [fault.place.range, fault]));
  const faults = net.faults.map((fault) => {
    const layer = isOfCount(fault) || isUnknown(fault) ? byBottom.get(fault.place.range) : undefined;
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
function endsWithOneOf(layer: Layer, places: ReadonlySet<Range>): boolean {
  const last = bottomsOf(layer).at(-1);
  return last !== undefined && places.has(last);
}

/** Where the bottoms are written: each is a range object of its own. */
function bottomsOf({ message }: Layer): readonly Range[] {
  return message.list('bottom').map(({ node }) => node.range);
}

/** The faults of the last bottoms, beyond those that the layer takes, that nobody makes. */
function unknownOf(unknownAt: ReadonlyMap<Range, Fault>, layer: Layer): Fault[] {
  return bottomsOf(layer)
    .slice(-surplusOf(layer))
    .flatMap((bottom) => unknownAt.get(bottom) ?? []);
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
        return first.cause ?? first.place;
      },
    };
  }
  if (!unknown.includes(fault)) return fault;
  const { check, stage, place, layer: name } = fault;
  const most = layer.inputs.length - surplus;
  return {
    check,
    stage,
    place,
    layer: name,
    get message() {
      return `${fault.message} ${layer.type} takes ${most === 1 ? 'only 1 bottom' : `no more than ${most} bottoms`}.`;
    },
    get related() {
      return fault.related;
    },
    get cause() {
      return fault.cause ?? place;
    },
  };
}
