import type { Range } from '../../text/range.ts';
import type { Failure } from '../failure.ts';
import type { Layer, Net } from '../net.ts';

/**
 * An extra bottom that no layer produces, such as the `label` of a Softmax, fails two checks: the blob is unknown, and
 * the layer has too many bottoms. Both failures get the same cause, and the first, which is Caffe's, also states the
 * number.
 */
export function withSurplusBottoms(net: Net): Net {
  const [counted, unknown] = [net.failures.filter(isOfCount), net.failures.filter(isUnknown)];
  if (counted.length === 0 || unknown.length === 0) return net;
  const lastBottoms = new Set(counted.map(({ location }) => location.range));
  const surplus = net.layers.filter((layer) => !layer.automatic && endsWithOneOf(layer, lastBottoms));
  const byBottom = new Map(
    surplus.flatMap((layer) => bottomsOf(layer).map((bottom) => [bottom, layer] as const)),
  );
  const unknownAt = new Map(unknown.map((failure) => [failure.location.range, failure]));
  const failures = net.failures.map((failure) => {
    const layer = isOfCount(failure) || isUnknown(failure) ? byBottom.get(failure.location.range) : undefined;
    return layer && surplusOf(layer) > 0 ? withCause(failure, layer, unknownOf(unknownAt, layer)) : failure;
  });
  return { ...net, failures };
}

function isOfCount({ check }: Failure): boolean {
  return check === 'net/exact-bottoms' || check === 'net/max-bottoms';
}

function isUnknown({ check }: Failure): boolean {
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
function unknownOf(unknownAt: ReadonlyMap<Range, Failure>, layer: Layer): Failure[] {
  return bottomsOf(layer)
    .slice(-surplusOf(layer))
    .flatMap((bottom) => unknownAt.get(bottom) ?? []);
}

/** Messages are computed on demand: a net may be built only to count its failures. */
function withCause(failure: Failure, layer: Layer, unknown: readonly Failure[]): Failure {
  const [first] = unknown;
  const surplus = surplusOf(layer);
  if (!first || unknown.length < surplus) return failure;
  if (!isUnknown(failure)) {
    return {
      ...failure,
      get cause() {
        return first.cause ?? first.location;
      },
    };
  }
  if (!unknown.includes(failure)) return failure;
  const { check, step, location, layer: name } = failure;
  const most = layer.inputs.length - surplus;
  return {
    check,
    step,
    location,
    layer: name,
    get message() {
      return `${failure.message} ${layer.type} takes ${most === 1 ? 'only 1 bottom' : `at most ${most} bottoms`}.`;
    },
    get related() {
      return failure.related;
    },
    get cause() {
      return failure.cause ?? location;
    },
  };
}
