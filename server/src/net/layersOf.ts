import { onceFor } from '../memo/onceFor.ts';
import type { Layer, Net } from './net.ts';

/** The layers of a net that have one of the types. The list of types must be the same object on each call. */
export function layersOf({ layers, memo }: Net, types: readonly string[]): readonly Layer[] {
  return memo.filter(layers, isOneOf(types));
}

const isOneOf = onceFor(
  (types: readonly string[]) =>
    ({ type }: Layer) =>
      types.includes(type),
);
