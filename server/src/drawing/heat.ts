import type { Category, Graph, GraphNode, Hue } from './graph.ts';

/** The upper ends of the levels of heat, as parts of the largest cost. */
const ends = [0.1, 0.25, 0.5, 1];

const hues: readonly Hue[] = ['heat1', 'heat2', 'heat3', 'heat4'];

const cold: Category = { id: 'heat0', label: 'None or unknown', hue: 'gray' };

const levels: readonly Category[] = ends.map((end, index) => ({
  id: `heat${index + 1}`,
  label: `Up to ${end * 100} % of the largest`,
  hue: hues[index] ?? 'gray',
}));

/**
 * The graph colored by a cost in place of categories: each node, with its bands, by its part of the largest cost of a
 * node. The same graph if it does not have that cost.
 */
export function heated(graph: Graph, cost: string): Graph {
  const kind = graph.costs.find(({ id }) => id === cost);
  if (!kind) return graph;
  const largest = graph.nodes.reduce((most, node) => Math.max(most, node.costs?.[cost] ?? 0), 0);
  return {
    ...graph,
    categories: [cold, ...levels],
    legend: kind.label,
    nodes: graph.nodes.map((node) => inCategory(node, levelOf(node.costs?.[cost] ?? 0, largest))),
  };
}

function levelOf(cost: number, largest: number): string {
  if (cost <= 0) return cold.id;
  return (levels[ends.findIndex((end) => cost <= end * largest)] ?? cold).id;
}

function inCategory(node: GraphNode, category: string): GraphNode {
  return { ...node, category, bands: node.bands.map((band) => ({ ...band, category })) };
}

/** The categories that a graph shows, in the order of the legend. */
export function shownCategories({ categories, nodes }: Graph): readonly Category[] {
  const shown = new Set(
    nodes.flatMap(({ category, bands }) => [category, ...bands.map((band) => band.category)]),
  );
  return categories.filter(({ id }) => shown.has(id));
}
