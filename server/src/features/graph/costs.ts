import { layerCosts } from '../../costs/layerCosts.ts';
import { ownBytes } from '../../costs/memory.ts';
import { ownParamCounts } from '../../costs/parameters.ts';
import type { CostKind } from '../../drawing/graph.ts';
import type { Layer } from '../../net/net.ts';
import { type Dim, isKnown } from '../../shape/dim.ts';

const kinds = {
  params: ['Parameters', (layer: Layer) => ownParamCounts(layer).all],
  macs: ['MACs', (layer: Layer, phase: string) => layerCosts(layer, phase).macs],
  memory: ['Memory', (layer: Layer) => ownBytes(layer)],
} as const satisfies Record<string, readonly [label: string, cost: (layer: Layer, phase: string) => Dim]>;

/** The costs by which a graph can be colored; see docs/costs.md. */
export const costKinds: readonly CostKind[] = Object.entries(kinds).map(([id, [label]]) => ({ id, label }));

/** The known costs of layers in a phase, by kind. */
export function costsOf(layers: readonly Layer[], phase: string): Readonly<Record<string, number>> {
  const entries = Object.entries(kinds).map(([id, [, cost]]) => {
    const known = layers.map((layer) => cost(layer, phase)).filter(isKnown);
    return [id, known.reduce((sum, count) => sum + count, 0)];
  });
  return Object.fromEntries(entries);
}
