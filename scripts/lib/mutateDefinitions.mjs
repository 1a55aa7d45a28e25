// Mutations of layer definitions: `record` records what the tests cover, `apply` applies one mutation.

/** A key of a definition, as forks define a type differently. */
export function keyOf({ type, forks }) {
  return forks ? `${type} of ${forks.join(', ')}` : type;
}

/** Records the tops, parameter blobs and bounds of definitions during tests. */
export function record(definitions) {
  const reached = {};
  for (const definition of definitions) {
    const seen = nothing();
    reached[keyOf(definition)] = seen;
    after(definition, 'bottoms', (bounds) => noteBounds(seen.bottomBounds, bounds));
    after(definition, 'tops', (bounds) => noteBounds(seen.topBounds, bounds));
    after(definition, 'setUp', (_, layer) => {
      for (const { role, shape } of layer.blobs)
        seen.blobs[role] = Math.max(seen.blobs[role] ?? 0, shape.length);
    });
    after(definition, 'reshape', (shapes) => {
      shapes.forEach((shape, index) => {
        if (Array.isArray(shape)) seen.tops[index] = Math.max(seen.tops[index] ?? 0, shape.length);
      });
    });
    after(definition, 'macs', () => {
      seen.macs = true;
    });
  }
  return reached;
}

/** Merges the records of two runs. */
export function merge(one, other) {
  return {
    tops: maxima(one.tops, other.tops, []),
    blobs: maxima(one.blobs, other.blobs, {}),
    bottomBounds: [...new Set([...one.bottomBounds, ...other.bottomBounds])],
    topBounds: [...new Set([...one.topBounds, ...other.topBounds])],
    macs: one.macs || other.macs,
  };
}

export function nothing() {
  return { tops: [], blobs: {}, bottomBounds: [], topBounds: [], macs: false };
}

function maxima(one, other, empty) {
  const keys = Object.keys({ ...one, ...other });
  return Object.assign(
    empty,
    Object.fromEntries(keys.map((key) => [key, Math.max(one[key] ?? 0, other[key] ?? 0)])),
  );
}

/** All mutations by one of a definition, from its record. */
export function mutationsOf(
  type,
  { tops, blobs, bottomBounds, topBounds, macs },
  { equalTops = false } = {},
) {
  const axes = (rank) => (rank > 2 ? [0, 1, -1] : rank === 2 ? [0, -1] : [0]);
  return [
    ...tops.slice(0, 2).flatMap((rank, top) => axes(rank).map((axis) => ({ what: 'top', top, axis }))),
    ...Object.entries(blobs).flatMap(([role, rank]) =>
      axes(rank).map((axis) => ({ what: 'blob', role, axis })),
    ),
    ...bottomBounds.flatMap((bound) => [1, -1].map((by) => ({ what: 'bottoms', bound, by }))),
    ...topBounds.flatMap((bound) => [1, -1].map((by) => ({ what: 'tops', bound, by }))),
    ...(equalTops ? [{ what: 'equalTops' }] : []),
    ...(macs ? [{ what: 'macs' }] : []),
  ].map((mutation) => ({ type, ...mutation }));
}

/** Describes a mutation: `top 0: last axis longer by 1`. */
export function describe({ what, top, role, axis, bound, by }) {
  switch (what) {
    case 'top':
      return `top ${top}: ${axisName(axis)} longer by 1`;
    case 'blob':
      return `blob ${role}: ${axisName(axis)} longer by 1`;
    case 'equalTops':
      return 'any number of tops';
    case 'macs':
      return 'one multiply-accumulate more';
    default:
      return `${what}: ${bound} ${by > 0 ? '+' : '−'} 1`;
  }
}

function axisName(axis) {
  return axis < 0 ? 'last axis' : `axis ${axis}`;
}

/** Applies a mutation to a definition. */
export function apply(definition, mutation) {
  switch (mutation.what) {
    case 'top':
      return after(definition, 'reshape', (shapes) =>
        shapes.map((shape, index) => (index === mutation.top ? longer(shape, mutation.axis) : shape)),
      );
    case 'blob':
      return after(definition, 'setUp', (_, layer) => {
        layer.blobs.forEach((blob, index) => {
          if (blob.role !== mutation.role) return;
          layer.blobs[index] = { ...blob, shape: longer(blob.shape, mutation.axis) };
        });
      });
    case 'equalTops':
      definition.equalTops = false;
      return;
    case 'macs':
      return after(definition, 'macs', (macs) => (typeof macs === 'number' ? macs + 1 : macs));
    default:
      return after(definition, mutation.what, (bounds) => {
        const bound = bounds[mutation.bound];
        return bound === undefined ? bounds : { ...bounds, [mutation.bound]: bound + mutation.by };
      });
  }
}

/** Calls `then` with the result and the arguments of a method; a returned value replaces the result. */
function after(definition, method, then) {
  const original = definition[method];
  if (!original) return;
  definition[method] = (...given) => {
    const result = original.apply(definition, given);
    return then(result, ...given) ?? result;
  };
}

function noteBounds(noted, bounds) {
  for (const [bound, value] of Object.entries(bounds))
    if (value !== undefined && !noted.includes(bound)) noted.push(bound);
}

/** The shape with one known axis longer by one; a scalar becomes a blob with one axis. */
function longer(shape, axis) {
  if (!Array.isArray(shape)) return shape;
  if (shape.length === 0) return [2];
  const index = axis < 0 ? shape.length + axis : axis;
  return shape.map((dim, at) => (at === index && typeof dim === 'number' ? dim + 1 : dim));
}
