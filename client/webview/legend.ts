import type { Graph } from '../../server/src/drawing/graph.ts';
import { shownCategories } from '../../server/src/drawing/heat.ts';
import { element } from '../../server/src/drawing/svg/element.ts';
import { html, toDom } from './dom.ts';

/** Shows what the colors of a graph mean. */
export function showLegend(legend: HTMLElement, graph: Graph): void {
  const shown = shownCategories(graph);
  const entries = shown.map(({ label, hue }) => html('li', {}, chip(hue), label));
  legend.hidden = entries.length === 0;
  // Without colors, a high-contrast theme shows heat as the thickness of lines, and categories not at all.
  legend.classList.toggle('hues', !shown.some(({ hue }) => hue.startsWith('heat')));
  legend.replaceChildren(html('span', {}, graph.legend), html('ul', {}, ...entries));
}

function chip(hue: string): SVGElement {
  const square = element('rect', { class: hue, x: 1, y: 1, width: 10, height: 10, rx: 3 });
  return toDom(element('svg', { class: 'chip', width: 12, height: 12, 'aria-hidden': 'true' }, square));
}
