import { formatDim, formatShape, hasRank, type Shape } from '../../shape/shape.ts';

/** A shape in one or several states: `64|100×1×28×28` if an axis differs. */
export function shapeText(shapes: readonly (Shape | undefined)[]): string {
  const [only] = shapes;
  if (shapes.length === 1 && only) return formatShape(only);
  const known = shapes.filter((shape) => shape !== undefined);
  const texts = new Set(known.map(formatShape));
  const [first] = known;
  if (texts.size <= 1 || !first) return [...texts][0] ?? '';
  const ranked = known.filter(hasRank);
  const rank = ranked[0]?.length ?? 0;
  if (ranked.length < known.length || rank === 0 || ranked.some(({ length }) => length !== rank))
    return [...texts].join(' or ');
  const axes = Array.from({ length: rank }, (_, axis) => [
    ...new Set(ranked.map((dims) => formatDim(dims[axis] ?? 0))),
  ]);
  return axes.map((lengths) => lengths.join('|')).join('×');
}
