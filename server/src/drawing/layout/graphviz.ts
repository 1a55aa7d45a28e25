import type { Viz, Graph as VizGraph } from '@viz-js/viz';
import type { Graph, GraphEdge } from '../graph.ts';
import { sizes } from '../sizes.ts';
import type { Box, EdgeLine, Layout, Order, Point, Size } from './positions.ts';

/** Arranges a graph with Graphviz. */
export async function arrange(graph: Graph, nodeSizes: readonly Size[], order: Order = []): Promise<Layout> {
  const input = toViz(graph, nodeSizes, order);
  const { status, output, errors } = (await graphviz()).render(input, { format: 'json0', engine: 'dot' });
  if (status !== 'success') throw new Error(errors.map(({ message }) => message).join('\n'));
  return fromViz(graph, nodeSizes, JSON.parse(output));
}

let loaded: Promise<Viz> | undefined;

/** Graphviz, loaded with the first layout. */
function graphviz(): Promise<Viz> {
  loaded ??= import('@viz-js/viz').then(({ instance }) => instance());
  return loaded;
}

/** Graphviz measures nodes in inches and positions in points. A point is drawn as a pixel. */
const pointsPerInch = 72;

/** Above this number of nodes, Graphviz spends less time on short edges. */
const large = 600;

/** The input of Graphviz. Names of the graph are not part of it, only indices. */
function toViz(graph: Graph, nodeSizes: readonly Size[], order: Order): VizGraph {
  const indices = new Map(graph.nodes.map(({ id }, index) => [id, index]));
  const isChain = chainsOf(graph);
  const named = graph.edges.map((edge, index) => ({
    tail: `n${indices.get(edge.from)}`,
    head: `n${indices.get(edge.to)}`,
    attributes: { id: `e${index}`, weight: isChain(edge) ? chainWeight : 1 },
  }));
  const unseen = order.map(([above, below]) => ({
    tail: `n${above}`,
    head: `n${below}`,
    attributes: { style: 'invis', weight: 0 },
  }));
  return {
    directed: true,
    graphAttributes: {
      nodesep: sizes.columnGap / pointsPerInch,
      ranksep: sizes.rowGap / pointsPerInch,
      margin: 0,
      pad: 0,
      ...(graph.nodes.length > large && { nslimit: 2, nslimit1: 2 }),
    },
    nodeAttributes: { shape: 'box', fixedsize: true, label: '' },
    edgeAttributes: { arrowhead: 'none' },
    nodes: nodeSizes.map(({ width, height }, index) => ({
      name: `n${index}`,
      attributes: { width: width / pointsPerInch, height: height / pointsPerInch },
    })),
    edges: [...named, ...unseen],
    subgraphs: clusters(graph, indices),
  };
}

/** How much more a chain is straightened than other edges. */
const chainWeight = 10;

/** Whether an edge is the only one from its source and the only one to its target: such chains are drawn straight. */
function chainsOf({ edges }: Graph): (edge: GraphEdge) => boolean {
  const [out, into] = [new Map<string, number>(), new Map<string, number>()];
  for (const { from, to } of edges) {
    out.set(from, (out.get(from) ?? 0) + 1);
    into.set(to, (into.get(to) ?? 0) + 1);
  }
  return ({ from, to }) => out.get(from) === 1 && into.get(to) === 1;
}

type Cluster = NonNullable<VizGraph['subgraphs']>[number];

function clusters(graph: Graph, indices: ReadonlyMap<string, number>): Cluster[] {
  const made = graph.groups.map((_, index) => ({
    name: `cluster_${index}`,
    graphAttributes: { margin: sizes.padding, label: ' ', fontsize: sizes.groupTitle / 2 },
    nodes: [] as { name: string }[],
    subgraphs: [] as Cluster[],
  }));
  const byId = new Map(graph.groups.map(({ id }, index) => [id, made[index]]));
  for (const { id, group } of graph.nodes) byId.get(group ?? '')?.nodes.push({ name: `n${indices.get(id)}` });
  const outer: Cluster[] = [];
  for (const { id, parent } of graph.groups) {
    const cluster = byId.get(id);
    if (cluster) (byId.get(parent ?? '')?.subgraphs ?? outer).push(cluster);
  }
  return outer;
}

/** The parts of Graphviz's answer that are read. */
interface VizAnswer {
  readonly bb: string;
  readonly objects?: readonly { readonly name: string; readonly pos?: string; readonly bb?: string }[];
  readonly edges?: readonly { readonly id?: string; readonly pos: string }[];
}

function fromViz(graph: Graph, nodeSizes: readonly Size[], answer: VizAnswer): Layout {
  const [, , width = 0, height = 0] = numbers(answer.bb);
  const found = new Map(answer.objects?.map((object) => [object.name, object]));
  const at = ([x = 0, y = 0]: readonly number[]): Point => [round(x), round(height - y)];
  const nodes = nodeSizes.map((size, index): Box => {
    const [x, y] = at(numbers(found.get(`n${index}`)?.pos ?? ''));
    return { x: x - size.width / 2, y: y - size.height / 2, ...size };
  });
  const groups = graph.groups.map((_, index): Box | undefined => {
    const bb = found.get(`cluster_${index}`)?.bb;
    if (bb === undefined) return undefined;
    const [left = 0, bottom = 0, right = 0, top = 0] = numbers(bb);
    const [x, y] = at([left, top]);
    return { x, y, width: round(right - left), height: round(top - bottom) };
  });
  const lines = new Map((answer.edges ?? []).map(({ id, pos }) => [id, pos]));
  const edges = graph.edges.map((_, index): EdgeLine => pointsOf(lines.get(`e${index}`) ?? '').map(at));
  return { width: round(width), height: round(height), nodes, edges, groups };
}

/** The points of a spline: `e,x,y x0,y0 x1,y1 …`, in which `e` is the end and `s` the start if they are not on the curve. */
function pointsOf(pos: string): number[][] {
  return pos
    .split(' ')
    .filter((part) => part !== '' && !part.startsWith('s') && !part.startsWith('e'))
    .map(numbers);
}

function numbers(text: string): number[] {
  return text.split(',').map(Number);
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
