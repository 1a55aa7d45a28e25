import { add, type Dim, multiply } from '../shape/dim.ts';
import { countOf, type Shape } from '../shape/shape.ts';
import type { LayerContext } from './context.ts';

/**
 * Kinds of operations other than multiply-accumulates: additions of learned biases, other additions and
 * subtractions, multiplications, comparisons, divisions, and functions such as exp, log, pow, sqrt and tanh.
 */
export const operationKinds = [
  'biases',
  'additions',
  'multiplications',
  'comparisons',
  'divisions',
  'exponentials',
] as const;

export type OperationKind = (typeof operationKinds)[number];

/** The number of operations of each kind in a forward pass over the whole batch; 0 for kinds that are not listed. */
export type Operations = Partial<Readonly<Record<OperationKind, Dim>>>;

/** The phase is not that of the context: both phases share a set-up that does not depend on it. */
export type OperationRule = (layer: LayerContext, tops: readonly Shape[], phase: string) => Operations;

/** A fixed number of operations for each value of the tops. */
export function perValue(counts: Readonly<Partial<Record<OperationKind, number>>>): OperationRule {
  return (_layer, tops) => times(counts, valuesOf(tops));
}

/** A number of operations for each of `values` values. */
export function times(counts: Readonly<Partial<Record<OperationKind, Dim>>>, values: Dim): Operations {
  return Object.fromEntries(Object.entries(counts).map(([kind, count]) => [kind, multiply(count, values)]));
}

/** The operations of two steps. */
export function sumOfOperations(one: Operations, other: Operations): Operations {
  return Object.fromEntries(operationKinds.map((kind) => [kind, add(one[kind] ?? 0, other[kind] ?? 0)]));
}

/** The number of values of all tops. */
export function valuesOf(tops: readonly Shape[]): Dim {
  return tops.map(countOf).reduce(add, 0);
}

/** The additions of a learned bias to each value of the tops. */
export const biasOperations: OperationRule = ({ params }, tops) =>
  params.bool('bias_term') ? { biases: valuesOf(tops) } : {};
