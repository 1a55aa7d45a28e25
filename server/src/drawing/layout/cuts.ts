import type { Graph, GraphEdge, GraphGroup, GraphNode } from '../graph.ts';
import type { Order } from './positions.ts';

/** A part of a graph between two nodes that it shares with the parts before and after it. */
export interface Part {
  readonly graph: Graph;
  /** The indices of its nodes in the whole graph, the shared ones first and last. */
  readonly nodes: readonly number[];
  /** The indices of its edges in the whole graph. */
  readonly edges: readonly number[];
  /** Keeps all nodes between the shared ones. */
  readonly order: Order;
}

export interface Parts {
  readonly parts: readonly Part[];
  /** The indices of long edges, which are beside all parts. */
  readonly bypasses: readonly number[];
}

/** Edges over at least this number of nodes are beside the parts, as those from labels to losses. */
const longSpan = 60;

/** Parts are joined up to this number of nodes. */
const smallPart = 100;

/** Cuts a graph at nodes through which all paths lead, apart from long edges. */
export function partsOf(graph: Graph): Parts {
  const indices = new Map(graph.nodes.map(({ id }, index) => [id, index]));
  const ends = graph.edges.map(({ from, to }) => [indices.get(from) ?? 0, indices.get(to) ?? 0] as const);
  const order = topological(graph.nodes.length, ends);
  const positions: number[] = [];
  for (const [position, node] of order.entries()) positions[node] = position;
  const spans = ends.map(([from, to]) => [positions[from] ?? 0, positions[to] ?? 0] as const);
  const isLong = ([from, to]: readonly [number, number]) => to - from >= longSpan || to < from;
  const bounds = boundsOf(
    graph,
    positions,
    spans.filter((span) => !isLong(span)),
  );
  const partAt = bounds.slice(1).flatMap((end, part) => Array<number>(end - (bounds[part] ?? 0)).fill(part));
  const edgesOf = bounds.slice(1).map((): number[] => []);
  const bypasses: number[] = [];
  for (const [edge, span] of spans.entries())
    if (isLong(span)) bypasses.push(edge);
    else edgesOf[partAt[span[0]] ?? 0]?.push(edge);
  const parts = edgesOf.map((edges, part) => {
    const nodes = order.slice(bounds[part], (bounds[part + 1] ?? 0) + 1);
    return partOf(graph, nodes, edges, { isFirst: part === 0, isLast: part === edgesOf.length - 1 });
  });
  return { parts, bypasses };
}

/** The nodes in an order in which each comes after its sources, otherwise unchanged. Edges that close a cycle are ignored. */
function topological(count: number, ends: readonly (readonly [number, number])[]): number[] {
  const sources: number[][] = Array.from({ length: count }, () => []);
  for (const [from, to] of ends) sources[to]?.push(from);
  const order: number[] = [];
  const state = Array<'new' | 'entered' | 'done'>(count).fill('new');
  for (const start of state.keys()) {
    const stack = [start];
    while (stack.length > 0) {
      const node = stack.at(-1) ?? 0;
      if (state[node] === 'new') {
        state[node] = 'entered';
        for (const source of sources[node]?.toReversed() ?? [])
          if (state[source] === 'new') stack.push(source);
        continue;
      }
      stack.pop();
      if (state[node] === 'entered') order.push(node);
      state[node] = 'done';
    }
  }
  return order;
}

type Span = readonly [from: number, to: number];

/** The positions of the shared nodes, and the first and the last position. */
function boundsOf(graph: Graph, positions: readonly number[], spans: readonly Span[]): number[] {
  const last = graph.nodes.length - 1;
  const changes = Array<number>(graph.nodes.length + 1).fill(0);
  for (const [from, to] of [...spans, ...mixedSpans(graph, positions)]) {
    changes[from + 1] = (changes[from + 1] ?? 0) + 1;
    changes[to] = (changes[to] ?? 0) - 1;
  }
  const bounds = [0];
  let covering = 0;
  for (let position = 0; position < last; position += 1) {
    covering += changes[position] ?? 0;
    if (covering === 0 && position - (bounds.at(-1) ?? 0) >= smallPart) bounds.push(position);
  }
  return [...bounds, last];
}

/** The spans of groups between whose nodes there are other nodes: they are not cut. */
function mixedSpans({ nodes, groups }: Graph, positions: readonly number[]): Span[] {
  const parents = new Map(groups.map(({ id, parent }) => [id, parent]));
  const found = new Map<string, { from: number; to: number; count: number }>();
  for (const [index, { group }] of nodes.entries()) {
    const position = positions[index] ?? 0;
    for (let id = group; id !== undefined; id = parents.get(id)) {
      const span = found.get(id) ?? { from: position, to: position, count: 0 };
      span.from = Math.min(span.from, position);
      span.to = Math.max(span.to, position);
      span.count += 1;
      found.set(id, span);
    }
  }
  return [...found.values()]
    .filter(({ from, to, count }) => to - from >= count)
    .map(({ from, to }) => [from, to]);
}

function partOf(
  graph: Graph,
  indices: readonly number[],
  edges: readonly number[],
  { isFirst, isLast }: { readonly isFirst: boolean; readonly isLast: boolean },
): Part {
  const nodes = indices.flatMap((index) => graph.nodes[index] ?? []);
  const own = edges.flatMap((edge) => graph.edges[edge] ?? []);
  return {
    graph: { ...graph, nodes, edges: own, groups: groupsOf(graph, nodes) },
    nodes: indices,
    edges,
    order: [
      ...(isFirst ? [] : without(nodes, own, 'to').map((index) => [0, index] as const)),
      ...(isLast ? [] : without(nodes, own, 'from').map((index) => [index, nodes.length - 1] as const)),
    ],
  };
}

/** The groups around nodes, in the order of the graph. */
function groupsOf({ groups }: Graph, nodes: readonly GraphNode[]): GraphGroup[] {
  const used = new Set(nodes.map(({ group }) => group));
  const inner = groups.toReversed().filter(({ id, parent }) => used.has(id) && used.add(parent));
  return inner.reverse();
}

/** The indices of the nodes, except the shared ones, that are not an end of an edge. */
function without(nodes: readonly GraphNode[], edges: readonly GraphEdge[], end: 'from' | 'to'): number[] {
  const ends = new Set(edges.map((edge) => edge[end]));
  return [...nodes.keys()].filter(
    (index) => index > 0 && index < nodes.length - 1 && !ends.has(nodes[index]?.id ?? ''),
  );
}
