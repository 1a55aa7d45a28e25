import type { Layer, LayerParam } from '../../net/net.ts';
import { shapesDiffer } from '../../shape/shape.ts';

/** Two numbers of parameter blobs, or two parameter blobs at the same index. */
export type WeightDifference =
  | { readonly counts: readonly [number, number] }
  | { readonly blobs: readonly [LayerParam, LayerParam] };

/**
 * The difference for which Caffe cannot copy or share the weights of one layer to another: in number or shape (net.cpp,
 * ShareTrainedLayersWith and CopyTrainedLayersFrom). Undefined if there is none, or if not all blobs are known.
 */
export function weightDifference(one: Layer, other: Layer): WeightDifference | undefined {
  if (!isKnownLayer(one) || !isKnownLayer(other)) return undefined;
  if (one.params.length !== other.params.length) return { counts: [one.params.length, other.params.length] };
  const index = one.params.findIndex(({ shape }, blob) =>
    shapesDiffer(shape, other.params[blob]?.shape ?? shape),
  );
  const [left, right] = [one.params[index], other.params[index]];
  return left && right ? { blobs: [left, right] } : undefined;
}

function isKnownLayer({ definition, stopped }: Layer): boolean {
  return definition !== undefined && !stopped;
}
