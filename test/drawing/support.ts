import type { Graph, GraphNode } from '../../server/src/drawing/graph.ts';

/** A graph from edges such as `a>b`; nodes are in the order of their first use. `groups` lists the members of each group. */
export function graphOf(
  edges: string,
  groups: Readonly<Record<string, string>> = {},
  change: Partial<GraphNode> = {},
): Graph {
  const pairs = edges.split(' ').map((edge) => edge.split('>'));
  const groupOf = new Map(
    Object.entries(groups).flatMap(([group, members]) => members.split(' ').map((node) => [node, group])),
  );
  return {
    title: 'Test',
    things: 'layers',
    nodes: [...new Set(pairs.flat())].map((id) => ({
      id,
      title: id,
      subtitle: 'Thing',
      category: 'thing',
      bands: [],
      ...(groupOf.has(id) && { group: groupOf.get(id) }),
      ...change,
    })),
    edges: pairs.flatMap(([from, to]) =>
      from && to ? [{ from, to, name: from, label: `out of ${from}`, weight: 0.5 }] : [],
    ),
    groups: Object.keys(groups).map((id) => ({
      id,
      title: id,
      ...(groupOf.has(id) && { parent: groupOf.get(id) }),
    })),
    categories: [{ id: 'thing', label: 'Thing', hue: 'blue' }],
    legend: 'Kinds',
    costs: [{ id: 'size', label: 'Size', unit: 'count' }],
    absent: [],
  };
}

/** A chain of `count` nodes in which every third edge also skips a node. */
export function chainOf(count: number): Graph {
  const edges = Array.from({ length: count - 1 }, (_, index) => `n${index}>n${index + 1}`);
  const skips = edges.flatMap((_, index) =>
    index % 3 === 0 && index + 2 < count ? [`n${index}>n${index + 2}`] : [],
  );
  return graphOf([...edges, ...skips].join(' '));
}
