import type { Graph, GraphEdge, GraphNode } from '../../server/src/drawing/graph.ts';
import { type Labels, labelsOf } from '../../server/src/drawing/labels.ts';
import type { Box, Layout, Point } from '../../server/src/drawing/layout/positions.ts';
import { type NodeStyle, nodeStyle } from '../../server/src/drawing/svg/node.ts';

/** A graph with its layout, and its nodes by their ids. */
export class Picture {
  readonly graph: Graph;
  readonly layout: Layout;
  readonly labels: Labels;
  readonly style: NodeStyle;
  /** The colors of the nodes in an overview: `error` or a hue for each, with spaces between them. */
  readonly colors: string;
  private readonly indices: ReadonlyMap<string, number>;

  constructor(graph: Graph, layout: Layout) {
    this.graph = graph;
    this.layout = layout;
    this.labels = labelsOf(graph);
    this.style = nodeStyle(graph, true);
    this.colors = graph.nodes
      .map(({ category, mark }) => (mark?.kind === 'error' ? 'error' : this.style.hueOf(category)))
      .join(' ');
    this.indices = new Map(graph.nodes.map(({ id }, index) => [id, index]));
  }

  node(id: string | undefined): GraphNode | undefined {
    return this.graph.nodes[this.indices.get(id ?? '') ?? -1];
  }

  /** The place of a node or of an open group. */
  boxOf(id: string): Box | undefined {
    const index = this.indices.get(id);
    if (index !== undefined) return this.layout.nodes[index];
    return this.layout.groups[this.graph.groups.findIndex((group) => group.id === id)];
  }

  /** The node at a point of the drawing. */
  nodeAt([x, y]: Point): GraphNode | undefined {
    const index = this.layout.nodes.findIndex(
      (box) => x >= box.x && x <= box.x + box.width && y >= box.y && y <= box.y + box.height,
    );
    return this.graph.nodes[index];
  }

  /** All nodes, the nearest to the center of a part of the drawing first. */
  nodesNear({ x, y, width, height }: Box): string[] {
    const distances = this.graph.nodes.map(({ id }, index) => {
      const box = this.layout.nodes[index];
      const [dx, dy] = box
        ? [box.x + box.width / 2 - x - width / 2, box.y + box.height / 2 - y - height / 2]
        : [0, 0];
      return { id, distance: Math.abs(dx) + Math.abs(dy) };
    });
    return distances.sort((one, other) => one.distance - other.distance).map(({ id }) => id);
  }

  edgesFrom(id: string): readonly GraphEdge[] {
    return this.graph.edges.filter(({ from }) => from === id);
  }

  edgesTo(id: string): readonly GraphEdge[] {
    return this.graph.edges.filter(({ to }) => to === id);
  }

  /** The nearest node above, below, left or right; along edges if possible. */
  next(id: string, direction: Direction): GraphNode | undefined {
    const along = direction === 'down' ? this.edgesFrom(id) : direction === 'up' ? this.edgesTo(id) : [];
    const ends = new Set(along.map(({ from, to }) => (direction === 'down' ? to : from)));
    const box = this.boxOf(id);
    if (!box) return this.graph.nodes[0];
    const candidates =
      ends.size > 0
        ? [...ends]
        : direction === 'left' || direction === 'right'
          ? this.beside(box, direction)
          : [];
    const distance = (other: string) => {
      const at = this.boxOf(other);
      return at
        ? Math.abs(centerX(at) - centerX(box)) + 2 * Math.abs(at.y - box.y)
        : Number.POSITIVE_INFINITY;
    };
    const [nearest] = candidates.sort((one, other) => distance(one) - distance(other));
    return this.node(nearest);
  }

  private beside(box: Box, direction: 'left' | 'right'): string[] {
    return this.graph.nodes.flatMap(({ id }, index) => {
      const other = this.layout.nodes[index];
      if (!other || other === box) return [];
      const isBeside = other.y < box.y + box.height && box.y < other.y + other.height;
      const isThere = direction === 'left' ? other.x < box.x : other.x > box.x;
      return isBeside && isThere ? [id] : [];
    });
  }
}

export type Direction = 'up' | 'down' | 'left' | 'right';

function centerX({ x, width }: Box): number {
  return x + width / 2;
}

/** The first node that matches a text after another node: by name, type, blob or in-place layer, in any case. */
export function search(
  graph: Graph,
  text: string,
  after: string | undefined,
  step: 1 | -1,
): GraphNode | undefined {
  const found = matches(graph, text);
  const start = found.findIndex(({ id }) => id === after);
  if (found.length === 0) return undefined;
  if (start < 0) return step === 1 ? found[0] : found.at(-1);
  return found[(start + step + found.length) % found.length];
}

/** All nodes that match a text. */
export function matches({ nodes, edges }: Graph, text: string): GraphNode[] {
  const wanted = text.trim().toLowerCase();
  if (wanted === '') return [];
  const has = (part: string) => part.toLowerCase().includes(wanted);
  const producers = new Set(edges.filter(({ name }) => has(name)).map(({ from }) => from));
  return nodes.filter(
    ({ id, title, subtitle, bands }) =>
      has(title) || has(subtitle) || bands.some((band) => has(band.text)) || producers.has(id),
  );
}
