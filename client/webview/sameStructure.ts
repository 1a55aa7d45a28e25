import type { Graph } from '../../server/src/drawing/graph.ts';
import { labelsOf } from '../../server/src/drawing/labels.ts';
import { nodeSize } from '../../server/src/drawing/sizes.ts';

/** Whether two graphs have the same layout: the same nodes, of the same sizes, with the same edges and groups. */
export function sameStructure(one: Graph, other: Graph): boolean {
  return (
    sameLists(one.nodes, other.nodes, ({ id, group }) => `${id}\n${group}`) &&
    sameLists(one.groups, other.groups, ({ id, parent }) => `${id}\n${parent}`) &&
    sameLists(one.edges, other.edges, ({ from, to }) => `${from}\n${to}`) &&
    sameLists(sizesOf(one), sizesOf(other), String)
  );
}

function sizesOf(graph: Graph): string[] {
  const { widths } = labelsOf(graph);
  return graph.nodes.map((node, index) => {
    const { width, height } = nodeSize(node, widths[index] ?? 0);
    return `${width} ${height}`;
  });
}

function sameLists<T>(one: readonly T[], other: readonly T[], key: (item: T) => string): boolean {
  return (
    one.length === other.length &&
    one.every((item, index) => {
      const counterpart = other[index];
      return counterpart !== undefined && key(item) === key(counterpart);
    })
  );
}
