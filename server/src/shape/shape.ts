import { type Dim, differ, product, Unknown } from './dim.ts';

/** The axes of a blob. */
export type Dims = readonly Dim[];

/** The shape of a blob; `Unknown` if not even the number of axes is known. */
export type Shape = Dims | Unknown;

/**
 * A blob that no layer shapes, such as the top of an Input layer without shapes: no axes and, unlike a scalar, a count
 * of 0. Distinguished from a scalar by identity.
 */
export const unshaped: Dims = Object.freeze([]);

export function hasRank(shape: Shape): shape is Dims {
  return !(shape instanceof Unknown);
}

/** Number of values of a blob (Blob::count). */
export function countOf(shape: Shape): Dim {
  if (!hasRank(shape)) return shape;
  return shape === unshaped ? 0 : product(shape);
}

/** Whether two shapes are known to differ, in the number of axes or in the length of one. */
export function shapesDiffer(a: Shape, b: Shape): boolean {
  if (!hasRank(a) || !hasRank(b)) return false;
  return a.length !== b.length || a.some((dim, axis) => differ(dim, b[axis] ?? dim));
}

/** Whether two shapes are equal: the same lengths, and the same unknown sizes. */
export function sameShape(a: Shape, b: Shape): boolean {
  if (a === b) return true;
  if (!hasRank(a) || !hasRank(b) || a === unshaped || b === unshaped) return false;
  return a.length === b.length && a.every((dim, axis) => dim === b[axis]);
}

/** `64×20×24×24`; `?` for an unknown axis, `scalar` without axes. */
export function formatShape(shape: Shape): string {
  if (!hasRank(shape)) return '?';
  if (shape.length === 0) return shape === unshaped ? 'empty' : 'scalar';
  return shape.map(formatDim).join('×');
}

export function formatDim(dim: Dim): string {
  return typeof dim === 'number' ? String(dim) : '?';
}

/** The distinct reasons why parts of a shape are unknown. */
export function reasons(shape: Shape): string[] {
  const unknowns = hasRank(shape) ? shape.filter((dim) => dim instanceof Unknown) : [shape];
  return [...new Set(unknowns.map((unknown) => unknown.why))];
}
