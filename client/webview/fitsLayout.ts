import type { Graph } from '../../server/src/drawing/graph.ts';
import { labelsOf } from '../../server/src/drawing/labels.ts';
import { nodeSize } from '../../server/src/drawing/sizes.ts';
import type { Picture } from './picture.ts';

/** The most space that a node may leave in its box, in pixels: about three digits in the label below it. */
const mostSpace = 48;

/** Whether a graph can have the layout of a picture: it has the same nodes, edges and groups, and its nodes fit. */
export function fitsLayout({ graph, layout }: Pick<Picture, 'graph' | 'layout'>, other: Graph): boolean {
  return (
    sameLists(graph.nodes, other.nodes, (a, b) => a.id === b.id && a.group === b.group) &&
    sameLists(graph.groups, other.groups, (a, b) => a.id === b.id && a.parent === b.parent) &&
    sameLists(graph.edges, other.edges, (a, b) => a.from === b.from && a.to === b.to) &&
    nodesFit(layout, other)
  );
}

function nodesFit({ nodes: boxes }: Picture['layout'], graph: Graph): boolean {
  const { widths } = labelsOf(graph);
  return graph.nodes.every((node, index) => {
    const { width, height } = nodeSize(node, widths[index] ?? 0);
    const box = boxes[index];
    if (!box) return false;
    // Positions of the layout are rounded.
    const space = box.width - width;
    return Math.abs(box.height - height) < 1 && space > -1 && space <= mostSpace;
  });
}

function sameLists<T>(one: readonly T[], other: readonly T[], isSame: (a: T, b: T) => boolean): boolean {
  return (
    one.length === other.length &&
    one.every((item, index) => {
      const counterpart = other[index];
      return counterpart === item || (counterpart !== undefined && isSame(item, counterpart));
    })
  );
}
