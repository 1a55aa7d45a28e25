import { formatBytes, formatShare, formatShort } from '../text/numbers.ts';
import type { Category, CostKind, Graph, GraphNode, Hue } from './graph.ts';

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
 * node. A line of the node shows the cost, and its share of all nodes. The same graph if it does not have that cost.
 */
export function heated(graph: Graph, cost: string): Graph {
  const kind = graph.costs.find(({ id }) => id === cost);
  if (!kind) return graph;
  const total = totalCost(graph, kind);
  const largest = graph.nodes.reduce((most, node) => Math.max(most, node.costs?.[cost] ?? 0), 0);
  return {
    ...graph,
    categories: [cold, ...levels],
    legend: `${kind.label}: ${amountText(total, kind)} in all`,
    nodes: graph.nodes.map((node) => ({
      ...inCategory(node, levelOf(node.costs?.[cost] ?? 0, largest)),
      figure: costText(node, kind, total),
    })),
  };
}

/** A cost, of which a part may be unknown. */
interface Amount {
  readonly known: number;
  readonly isComplete: boolean;
}

/** A cost of all nodes together. */
export function totalCost({ nodes }: Graph, kind: CostKind): Amount {
  const amounts = nodes.map((node) => amountOf(node, kind));
  return {
    known: amounts.reduce((sum, { known }) => sum + known, 0),
    isComplete: amounts.every(({ isComplete }) => isComplete),
  };
}

/**
 * A cost of a node and its share of the total: `1.2 M · 4.5 %`; `?` if it is unknown, and a lower bound without a share if
 * it is known in part. Undefined for none.
 */
export function costText(node: GraphNode, kind: CostKind, total: Amount): string | undefined {
  const amount = amountOf(node, kind);
  if (amount.known === 0 && amount.isComplete) return undefined;
  const hasShare = amount.isComplete && total.isComplete && total.known > 0;
  const share = hasShare ? ` · ${formatShare(amount.known / total.known)}` : '';
  return `${amountText(amount, kind)}${share}`;
}

function amountOf({ costs, unknownCosts }: GraphNode, { id }: CostKind): Amount {
  return { known: costs?.[id] ?? 0, isComplete: !unknownCosts?.includes(id) };
}

function amountText({ known, isComplete }: Amount, { unit }: CostKind): string {
  if (known === 0 && !isComplete) return '?';
  return `${isComplete ? '' : '≥ '}${unit === 'bytes' ? formatBytes(known) : formatShort(known)}`;
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
