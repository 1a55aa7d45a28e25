import type { Graph, GraphNode, MarkKind } from '../graph.ts';
import { labelGap } from '../labels.ts';
import type { Box } from '../layout/positions.ts';
import { fitted, linesBelow, sizes } from '../sizes.ts';
import { element, type SvgElement } from './element.ts';

/** How nodes are drawn. */
export interface NodeStyle {
  /** The class of the color of each category. */
  readonly hueOf: (category: string) => string;
  /** Whether a click does something, or the drawing is a picture. */
  readonly isInteractive: boolean;
}

export function nodeStyle({ categories }: Graph, isInteractive: boolean): NodeStyle {
  const hues = new Map(categories.map(({ id, hue }) => [id, hue]));
  return { hueOf: (category) => hues.get(category) ?? 'gray', isInteractive };
}

/** A node with its title, its bands and the label below it. */
export function drawNode(
  node: GraphNode,
  box: Box,
  label: string | undefined,
  { hueOf, isInteractive }: NodeStyle,
): SvgElement {
  const { mark, isFolded, variants } = node;
  const lines = linesBelow(node);
  return element(
    'g',
    {
      class: ['node', mark?.kind, isFolded ? 'folded' : undefined, variants ? 'partial' : undefined]
        .filter(Boolean)
        .join(' '),
      transform: `translate(${box.x} ${box.y})`,
      role: isInteractive ? 'button' : 'img',
      // The page keeps the focus itself, as it removes nodes that are not visible.
      tabindex: isInteractive ? undefined : 0,
      // A button is named by its title: other text in it must not differ from an `aria-label`.
      'aria-label': isInteractive ? undefined : describe(node),
      'data-node': node.id,
    },
    element('title', {}, describe(node)),
    isFolded
      ? element('rect', { class: 'back', x: 4, y: 4, width: box.width, height: box.height, rx })
      : undefined,
    rounded(hueOf(node.category), box.width, lines.length > 0 ? sizes.head : box.height, {
      top: true,
      bottom: lines.length === 0,
    }),
    text(node.title, 16, 'title'),
    text(node.subtitle, 31),
    ...lines.flatMap(({ text: line, category }, index) => {
      const y = sizes.head + index * sizes.band;
      const bottom = index === lines.length - 1;
      const isFigure = bottom && node.figure !== undefined;
      return [
        element(
          'g',
          { transform: `translate(0 ${y})` },
          rounded(hueOf(category), box.width, sizes.band + (bottom ? sizes.below : 0), {
            top: false,
            bottom,
          }),
          text(line, 13, isFigure ? 'figure' : undefined),
        ),
      ];
    }),
    element('rect', { class: 'frame', width: box.width, height: box.height, rx }),
    isFolded ? foldSign(box.width - (mark ? 34 : 16), 14) : undefined,
    mark ? markSign(mark.kind, box.width - 15, 14) : undefined,
    label
      ? element('text', { class: 'label', x: box.width / 2 + labelGap, y: box.height + 14 }, label)
      : undefined,
  );
}

/** A node in words, for screen readers and as a tooltip. */
export function describe(node: GraphNode): string {
  const { title, subtitle, output, mark } = node;
  const lines = [`${title}: ${subtitle}`, ...linesBelow(node).map(({ text: line }) => line)];
  return [lines.join(', '), output && `output ${output}`, mark && `${mark.kind}: ${mark.message}`]
    .filter(Boolean)
    .join('. ');
}

const rx = 5;

interface Corners {
  readonly top: boolean;
  readonly bottom: boolean;
}

/** A filled rectangle with round corners at the top, the bottom or both. */
function rounded(hue: string, width: number, height: number, { top, bottom }: Corners): SvgElement {
  const [t, b] = [top ? rx : 0, bottom ? rx : 0];
  const d = [
    `M0 ${t}A${t} ${t} 0 0 1 ${t} 0H${width - t}A${t} ${t} 0 0 1 ${width} ${t}`,
    `V${height - b}A${b} ${b} 0 0 1 ${width - b} ${height}H${b}A${b} ${b} 0 0 1 0 ${height - b}Z`,
  ];
  return element('path', { class: hue, d: d.join('') });
}

function text(line: string, y: number, name?: string): SvgElement {
  return element('text', { class: name, x: sizes.padding, y, 'aria-hidden': 'true' }, fitted(line));
}

function foldSign(x: number, y: number): SvgElement {
  return element('path', {
    class: 'fold',
    d: `M${x - 5} ${y}H${x + 5}M${x} ${y - 5}V${y + 5}`,
    stroke: '#fff',
    'stroke-width': 2,
  });
}

const signs: Readonly<Record<MarkKind, string>> = { error: '×', warning: '!', unknown: '?', unused: '–' };

function markSign(kind: MarkKind, x: number, y: number): SvgElement {
  return element(
    'g',
    { transform: `translate(${x} ${y})` },
    element('circle', { class: 'sign', r: 7 }),
    element('text', { class: 'title', 'text-anchor': 'middle', y: 4 }, signs[kind]),
  );
}
