import type { Range } from '../../text/range.ts';
import type { Fault } from '../fault.ts';
import type { Layer, Net } from '../net.ts';

/**
 * An extra bottom that no layer produces, such as the `label` of a Softmax, fails two checks: the blob is unknown, and
 * the layer has too many bottoms. Both failures get the same cause, and the first, which is Caffe's, also states the
 * number.
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

/** The number of extra bottoms of a layer. */
export function surplusOf({ definition, context, inputs }: Layer): number {
  const { exact, max } = definition?.bottoms(context) ?? {};
  return Math.max(inputs.length - (exact ?? max ?? inputs.length), 0);
}

/** The number of bottoms is reported at the last one. */
function endsWithOneOf(layer: Layer, places: ReadonlySet<Range>): boolean {
  const last = bottomsOf(layer).at(-1);
  return last !== undefined && places.has(last);
}

/** The ranges of the bottoms; each is a distinct object. */
function bottomsOf({ message }: Layer): readonly Range[] {
  return message.list('bottom').map(({ node }) => node.range);
}

/** The failures of the extra bottoms that no layer produces. */
function unknownOf(unknownAt: ReadonlyMap<Range, Fault>, layer: Layer): Fault[] {
  return bottomsOf(layer)
    .slice(-surplusOf(layer))
    .flatMap((bottom) => unknownAt.get(bottom) ?? []);
}

/** Messages are computed on demand: a net may be built only to count its failures. */
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
      return `${fault.message} ${layer.type} takes ${most === 1 ? 'only 1 bottom' : `at most ${most} bottoms`}.`;
    },
    get related() {
      return fault.related;
    },
    get cause() {
      return fault.cause ?? place;
    },
  };
}
