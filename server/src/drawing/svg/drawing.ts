import type { Graph } from '../graph.ts';
import { labelsOf } from '../labels.ts';
import type { Layout } from '../layout/positions.ts';
import { arrowhead, drawEdge, drawGroup, labelEnd } from './edge.ts';
import { element, toXml } from './element.ts';
import { drawLegend } from './legend.ts';
import { drawNode, nodeStyle } from './node.ts';
import { lightPalette, type Palette, styleSheet } from './style.ts';

const margin = 16;

/** A complete SVG file of a graph, in light colors by default. It contains no scripts and refers to no other file. */
export function toSvg(graph: Graph, layout: Layout, palette: Palette = lightPalette): string {
  const { below, onEdges } = labelsOf(graph);
  const style = nodeStyle(graph, false);
  const legend = drawLegend(graph, layout.width, layout.height);
  const labelEnds = onEdges.map((label, index) => (label ? labelEnd(layout.edges[index] ?? [], label) : 0));
  const right = labelEnds.reduce((most, end) => Math.max(most, end), Math.max(layout.width, legend.width));
  const width = right + 2 * margin;
  const height = layout.height + legend.height + 2 * margin;
  const groups = graph.groups.flatMap((group, index) => {
    const box = layout.groups[index];
    return box ? [drawGroup(group, box, false)] : [];
  });
  const edges = graph.edges.map((edge, index) => drawEdge(edge, layout.edges[index] ?? [], onEdges[index]));
  const nodes = graph.nodes.flatMap((node, index) => {
    const box = layout.nodes[index];
    return box ? [drawNode(node, box, below[index], style)] : [];
  });
  const root = element(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      class: 'graph',
      width,
      height,
      viewBox: `${-margin} ${-margin} ${width} ${height}`,
      role: 'graphics-document',
      'aria-labelledby': 'graph-title graph-description',
    },
    element('title', { id: 'graph-title' }, graph.title),
    element('desc', { id: 'graph-description' }, describeGraph(graph)),
    element('style', {}, styleSheet(palette)),
    element('defs', {}, arrowhead('arrow', 'arrow')),
    element('rect', { x: -margin, y: -margin, width, height, fill: palette.background }),
    ...groups,
    ...edges,
    ...nodes,
    legend.element,
  );
  return `${toXml(root)}\n`;
}

/** A graph in words. */
export function describeGraph({ nodes, edges, things }: Graph): string {
  const count = nodes.reduce((sum, node) => sum + (node.count ?? 1), 0);
  const marked = nodes.filter(({ mark }) => mark).length;
  const problems = marked > 0 ? `, ${marked} of them with problems` : '';
  return `${count} ${things} in ${nodes.length} nodes${problems}, ${edges.length} connections, from top to bottom.`;
}
