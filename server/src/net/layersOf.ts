import { onceFor } from '../memo/onceFor.ts';
import type { Layer, Net } from './net.ts';

/** The layers of a net that are of one of some types. The list of types has to be the same object each time. */
export function layersOf({ layers, memo }: Net, types: readonly string[]): readonly Layer[] {
  return memo.filter(layers, isOneOf(types));
}

const isOneOf = onceFor(
  (types: readonly string[]) =>
    ({ type }: Layer) =>
      types.includes(type),
);
