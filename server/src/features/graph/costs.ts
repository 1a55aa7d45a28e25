import { layerCosts } from '../../costs/layerCosts.ts';
import { ownBytes } from '../../costs/memory.ts';
import { ownParamCounts } from '../../costs/parameters.ts';
import type { CostKind, GraphNode } from '../../drawing/graph.ts';
import { onceFor } from '../../memo/onceFor.ts';
import type { Layer } from '../../net/net.ts';
import { type Dim, isKnown } from '../../shape/dim.ts';

interface Cost extends Omit<CostKind, 'id'> {
  readonly of: (layer: Layer, phase: string) => Dim;
}

const kinds: Readonly<Record<string, Cost>> = {
  params: { label: 'Parameters', unit: 'count', of: (layer) => ownParamCounts(layer).all },
  macs: { label: 'MACs per batch', unit: 'count', of: (layer, phase) => layerCosts(layer, phase).macs },
  memory: { label: 'Memory', unit: 'bytes', of: (layer) => ownBytes(layer) },
};

/** The costs by which a graph can be colored; see docs/costs.md. */
export const costKinds: readonly CostKind[] = Object.entries(kinds).map(([id, { label, unit }]) => ({
  id,
  label,
  unit,
}));

/** The sums of the known costs of layers in a phase, by kind, and the kinds of which a part is unknown. */
export function costsOf(
  layers: readonly Layer[],
  phase: string,
): Required<Pick<GraphNode, 'costs'>> & Pick<GraphNode, 'unknownCosts'> {
  const costs: Record<string, number> = {};
  const unknownCosts: string[] = [];
  const ofLayers = layers.map((layer) => costsOfLayer(layer, phase));
  for (const [index, id] of Object.keys(kinds).entries()) {
    const all = ofLayers.map((ofLayer) => ofLayer[index] ?? 0);
    const known = all.filter(isKnown);
    costs[id] = known.reduce((sum, count) => sum + count, 0);
    if (known.length < all.length) unknownCosts.push(id);
  }
  return { costs, ...(unknownCosts.length > 0 && { unknownCosts }) };
}

const byPhase = onceFor((_layer: Layer) => new Map<string, readonly Dim[]>());

/** The costs of a layer in the order of their kinds. */
function costsOfLayer(layer: Layer, phase: string): readonly Dim[] {
  const known = byPhase(layer);
  const costs = known.get(phase) ?? Object.values(kinds).map(({ of }) => of(layer, phase));
  known.set(phase, costs);
  return costs;
}
