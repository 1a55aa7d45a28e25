import type { Layer } from '../net/net.ts';
import { add, type Dim, multiply } from '../shape/dim.ts';
import { layerCosts, otherOperations } from './layerCosts.ts';

/** "FLOPs" of a forward pass over the whole batch, as publications count them. Unknown where shapes are. */
export interface Flops {
  /** 2 · MACs. */
  readonly twiceMacs: Dim;
  /** 2 · MACs and the additions of biases. */
  readonly withBiases: Dim;
  /** 2 · MACs and all other operations: normalization, activations, pooling and losses. */
  readonly withAll: Dim;
  /** 2 · MACs of Convolution layers: darknet's FLOPs, which it prints in billions. */
  readonly convolutions: Dim;
}

/** The FLOPs of layers in a phase (`TRAIN` or `TEST`), in the conventions of docs/costs.md. */
export function flopsOf(layers: readonly Layer[], phase: string): Flops {
  const sum = (of: (layer: Layer) => Dim) => layers.map(of).reduce(add, 0);
  const twice = (layer: Layer) => multiply(layerCosts(layer, phase).macs, 2);
  const twiceMacs = sum(twice);
  return {
    twiceMacs,
    withBiases: add(
      twiceMacs,
      sum((layer) => layerCosts(layer, phase).operations.biases),
    ),
    withAll: add(
      twiceMacs,
      sum((layer) => otherOperations(layerCosts(layer, phase))),
    ),
    convolutions: sum((layer) => (layer.type === 'Convolution' ? twice(layer) : 0)),
  };
}
