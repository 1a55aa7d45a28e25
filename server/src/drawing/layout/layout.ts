import type { Graph } from '../graph.ts';
import { labelsOf } from '../labels.ts';
import { nodeSize } from '../sizes.ts';
import { partsOf } from './cuts.ts';
import { arrange } from './graphviz.ts';
import type { Layout } from './positions.ts';
import { stack } from './stack.ts';

/** Up to this number of nodes, a graph is arranged as a whole. */
const large = 300;

/**
 * Arranges a graph in rows from top to bottom. The same graph always has the same layout. A large graph is cut where all
 * paths lead through one node, since the time for a part grows faster than its size.
 */
export async function layOut(graph: Graph): Promise<Layout> {
  const { widths } = labelsOf(graph);
  const sizes = graph.nodes.map((node, index) => nodeSize(node, widths[index] ?? 0));
  if (graph.nodes.length <= large) return arrange(graph, sizes);
  const { parts, bypasses } = partsOf(graph);
  const arranged = [];
  for (const part of parts) {
    const own = part.nodes.map((index) => sizes[index] ?? { width: 0, height: 0 });
    arranged.push({ part, layout: await arrange(part.graph, own, part.order) });
  }
  return stack(graph, sizes, arranged, bypasses);
}
