import type { Graph } from '../graph.ts';
import { sizes } from '../sizes.ts';
import type { Part } from './cuts.ts';
import type { Box, EdgeLine, Layout, Point, Size } from './positions.ts';

export interface ArrangedPart {
  readonly part: Part;
  readonly layout: Layout;
}

/** Puts parts below each other, so that the nodes that they share coincide, and the long edges beside them. */
export function stack(
  graph: Graph,
  nodeSizes: readonly Size[],
  arranged: readonly ArrangedPart[],
  bypasses: readonly number[],
): Layout {
  const nodes: Box[] = nodeSizes.map((size) => ({ x: 0, y: 0, ...size }));
  const edges: EdgeLine[] = graph.edges.map(() => []);
  const groups = new Map<string, Box>();
  let shared: Box | undefined;
  for (const { part, layout } of arranged) {
    const [first] = layout.nodes;
    const [dx, dy] = shared && first ? [shared.x - first.x, shared.y - first.y] : [0, 0];
    const moved = layout.nodes.map((box) => movedBox(box, dx, dy));
    for (const [index, box] of moved.entries()) nodes[part.nodes[index] ?? 0] = box;
    for (const [index, line] of layout.edges.entries())
      edges[part.edges[index] ?? 0] = line.map(([x, y]): Point => [x + dx, y + dy]);
    for (const [index, { id }] of part.graph.groups.entries()) {
      const box = layout.groups[index];
      if (box) groups.set(id, around(groups.get(id), movedBox(box, dx, dy)));
    }
    shared = moved.at(-1);
  }
  const stacked = { nodes, edges, groups: graph.groups.map(({ id }) => groups.get(id)) };
  return fromCorner(withBypasses(graph, stacked, bypasses));
}

type Stacked = Omit<Layout, 'width' | 'height'>;

function movedBox(box: Box, dx: number, dy: number): Box {
  return { ...box, x: box.x + dx, y: box.y + dy };
}

function around(one: Box | undefined, other: Box): Box {
  if (!one) return other;
  const [x, y] = [Math.min(one.x, other.x), Math.min(one.y, other.y)];
  return {
    x,
    y,
    width: Math.max(one.x + one.width, other.x + other.width) - x,
    height: Math.max(one.y + one.height, other.y + other.height) - y,
  };
}

const laneGap = 14;

/** Further edges share these lanes. */
const mostLanes = 24;

/** Draws long edges as lanes right of everything else; edges that end before another starts share its lane. */
function withBypasses(graph: Graph, stacked: Stacked, bypasses: readonly number[]): Stacked {
  const indices = new Map(graph.nodes.map(({ id }, index) => [id, index]));
  const boxOf = (id: string) => stacked.nodes[indices.get(id) ?? 0];
  const right = boxesOf(stacked).reduce((most, box) => Math.max(most, box.x + box.width), 0);
  const edges = [...stacked.edges];
  const freeFrom: number[] = [];
  for (const edge of bypasses) {
    const { from = '', to = '' } = graph.edges[edge] ?? {};
    const [source, target] = [boxOf(from), boxOf(to)];
    if (!source || !target) continue;
    const free = freeFrom.findIndex((y) => y < source.y);
    const lane = free >= 0 ? free : freeFrom.length % mostLanes;
    freeFrom[lane] = target.y;
    edges[edge] = laneLine(source, target, right + laneGap * (lane + 1));
  }
  return { ...stacked, edges };
}

/** From the bottom of a node to a lane, down the lane, and to the top of another node. */
function laneLine(source: Box, target: Box, lane: number): EdgeLine {
  const [startX, endX] = [source.x + source.width / 2, target.x + target.width / 2];
  const [startY, endY] = [source.y + source.height, target.y];
  const [enter, leave] = [startY + sizes.rowGap / 2, endY - sizes.rowGap / 2];
  return [
    [startX, startY],
    ...curve([startX, enter], [lane, startY], [lane, enter]),
    ...curve([lane, enter], [lane, leave], [lane, leave]),
    ...curve([lane, endY], [endX, leave], [endX, endY]),
  ];
}

function curve(one: Point, two: Point, end: Point): Point[] {
  return [one, two, end];
}

function boxesOf({ nodes, groups }: Stacked): Box[] {
  return [...nodes, ...groups.filter((box) => box !== undefined)];
}

/** Moves everything so that the drawing starts at 0, 0. */
function fromCorner(stacked: Stacked): Layout {
  const points = stacked.edges.flat();
  const boxes = boxesOf(stacked);
  const extremes = (pick: (box: Box) => number, point: (at: Point) => number, least: boolean) => {
    const choose = least ? Math.min : Math.max;
    const start = least ? Number.POSITIVE_INFINITY : 0;
    return points.reduce(
      (best, at) => choose(best, point(at)),
      boxes.reduce((best, box) => choose(best, pick(box)), start),
    );
  };
  const left = extremes(
    (box) => box.x,
    ([x]) => x,
    true,
  );
  const top = extremes(
    (box) => box.y,
    ([, y]) => y,
    true,
  );
  return {
    width:
      extremes(
        (box) => box.x + box.width,
        ([x]) => x,
        false,
      ) - left,
    height:
      extremes(
        (box) => box.y + box.height,
        ([, y]) => y,
        false,
      ) - top,
    nodes: stacked.nodes.map((box) => movedBox(box, -left, -top)),
    edges: stacked.edges.map((line) => line.map(([x, y]): Point => [x - left, y - top])),
    groups: stacked.groups.map((box) => box && movedBox(box, -left, -top)),
  };
}
