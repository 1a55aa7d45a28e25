import type { Graph } from '../graph.ts';
import { shownCategories } from '../heat.ts';
import { element, type SvgElement } from './element.ts';

const entryWidth = 190;
const rowHeight = 20;
/** Outputs have a label below their node. */
const gap = 32;

/** The legend of a picture below it, and its height. */
export function drawLegend(
  graph: Graph,
  width: number,
  top: number,
): { element: SvgElement; height: number } {
  const columns = Math.max(1, Math.floor(width / entryWidth));
  const entries = shownCategories(graph);
  const rows = Math.ceil(entries.length / columns);
  const drawn = entries.map(({ label, hue }, index) => {
    const [x, y] = [(index % columns) * entryWidth, rowHeight * (1 + Math.floor(index / columns))];
    return element(
      'g',
      { transform: `translate(${x} ${y})` },
      element('rect', { class: hue, width: 12, height: 12, rx: 3 }),
      element('text', { class: 'note', x: 18, y: 10 }, label),
    );
  });
  return {
    element: element(
      'g',
      { class: 'legend', transform: `translate(0 ${top + gap})` },
      element('text', { class: 'note', y: 10 }, graph.legend),
      ...drawn,
    ),
    height: gap + rowHeight * (1 + rows),
  };
}
