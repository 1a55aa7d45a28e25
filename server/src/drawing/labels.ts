import type { Graph, GraphEdge } from './graph.ts';
import { sizes, textWidth } from './sizes.ts';

/** Where the labels of a graph are. */
export interface Labels {
  /** The label below each node, right of its center: that of its edges, if they have only one. */
  readonly below: readonly (string | undefined)[];
  /** The widths of these labels. */
  readonly widths: readonly number[];
  /** The label of each edge of a node with several labels, for the first edge with that label. */
  readonly onEdges: readonly (string | undefined)[];
}

/** Decides which labels are drawn where: edges with the same source and name share one. */
export function labelsOf({ nodes, edges }: Graph): Labels {
  const outgoing = new Map<string, Map<string, GraphEdge>>();
  for (const edge of edges) {
    const named = outgoing.get(edge.from) ?? new Map<string, GraphEdge>();
    if (!named.has(edge.name)) named.set(edge.name, edge);
    outgoing.set(edge.from, named);
  }
  const below = nodes.map(({ id, output }) => {
    const named = [...(outgoing.get(id)?.values() ?? [])];
    return named.length === 0 ? output : named.length === 1 ? named[0]?.label : undefined;
  });
  return {
    below,
    widths: below.map((label) => (label ? textWidth(label, sizes.label) + labelGap : 0)),
    onEdges: edges.map((edge) => {
      const named = outgoing.get(edge.from);
      return named && named.size > 1 && named.get(edge.name) === edge ? edge.label : undefined;
    }),
  };
}

/** The space between the line of an edge and its label. */
export const labelGap = 6;
