import type { GraphEdge, GraphGroup } from '../graph.ts';
import { labelGap } from '../labels.ts';
import type { Box, EdgeLine, Point } from '../layout/positions.ts';
import { fitted, sizes, textWidth } from '../sizes.ts';
import { element, type SvgElement } from './element.ts';

/** The arrowhead of all edges; a part of the drawing's definitions. */
export function arrowhead(id: string, name: string): SvgElement {
  const size = 7;
  return element(
    'marker',
    {
      ...{ id, viewBox: '0 0 10 10', refX: 9, refY: 5, markerWidth: size, markerHeight: size },
      ...{ orient: 'auto', markerUnits: 'userSpaceOnUse' },
    },
    element('path', { class: name, d: 'M0 0L10 5L0 10Z' }),
  );
}

/** The line of an edge with its label, if it has one of its own. */
export function drawEdge(edge: GraphEdge, line: EdgeLine, label: string | undefined): SvgElement {
  return element(
    'g',
    { class: edge.variants ? 'connection partial' : 'connection' },
    element('title', {}, [edge.name, edge.label, edge.variants].filter(Boolean).join(' ')),
    element('path', {
      class: 'edge',
      d: pathOf(line),
      'stroke-width': Math.round((1 + 2.5 * edge.weight) * 10) / 10,
      'marker-end': 'url(#arrow)',
    }),
    label ? labelAt(line, label) : undefined,
  );
}

/** The path of a line, as in `d` of a `path` element. */
export function pathOf([start, ...others]: EdgeLine): string {
  return start ? `M${start.join(' ')}C${others.map((point) => point.join(' ')).join(' ')}` : '';
}

function labelAt(line: EdgeLine, label: string): SvgElement {
  const [x, y] = middle(line);
  return element('text', { class: 'label', x: x + labelGap, y }, fitted(label));
}

/** The right end of a label on a line. */
export function labelEnd(line: EdgeLine, label: string): number {
  return middle(line)[0] + labelGap + textWidth(fitted(label), sizes.label);
}

/** The point in the middle of the list of points, which is on the line if its index is divisible by 3. */
function middle(line: EdgeLine): Point {
  const curves = (line.length - 1) / 3;
  const curve = Math.floor(curves / 2) * 3;
  if (curves % 2 === 0) return line[curve] ?? [0, 0];
  const [a = [0, 0], b = a, c = b, d = c] = line.slice(curve, curve + 4);
  const at = (axis: 0 | 1) => Math.round((a[axis] + 3 * b[axis] + 3 * c[axis] + d[axis]) / 0.8) / 10;
  return [at(0), at(1)];
}

/** The frame of an open group. */
export function drawGroup({ id, title }: GraphGroup, box: Box, isInteractive: boolean): SvgElement {
  return element(
    'g',
    {
      class: 'group',
      transform: `translate(${box.x} ${box.y})`,
      'data-group': id,
      ...(isInteractive && { role: 'button', 'aria-label': `Fold ${title}` }),
    },
    element('rect', { width: box.width, height: box.height, rx: 8 }),
    element('text', { x: 8, y: 14 }, isInteractive ? `− ${fitted(title)}` : fitted(title)),
  );
}
