import type { Graph } from '../graph.ts';
import { shownCategories } from '../heat.ts';
import { fitted, sizes, textWidth } from '../sizes.ts';
import { element, type SvgElement } from './element.ts';

const entryWidth = 190;
const rowHeight = 20;
/** Outputs have a label below their node. */
const gap = 32;

/** The most things that are listed as not in the picture. */
const mostAbsent = 12;

/** The legend of a picture below it, with what is not in the picture, and its size. */
export function drawLegend(
  graph: Graph,
  width: number,
  top: number,
): { element: SvgElement; width: number; height: number } {
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
  const lines = absentNotes(graph);
  const notes = lines.map((note, index) =>
    element('text', { class: 'note', y: 10 + rowHeight * (1 + rows + index) }, note),
  );
  const texts = [graph.legend, ...lines].map((line) => textWidth(line, sizes.label));
  return {
    element: element(
      'g',
      { class: 'legend', transform: `translate(0 ${top + gap})` },
      element('text', { class: 'note', y: 10 }, graph.legend),
      ...drawn,
      ...notes,
    ),
    width: texts.reduce((most, text) => Math.max(most, text), entryWidth * Math.min(columns, entries.length)),
    height: gap + rowHeight * (1 + rows + notes.length),
  };
}

/** A line for each thing that is not in the picture. */
function absentNotes({ absent }: Graph): string[] {
  const listed = absent.slice(0, mostAbsent).map(({ title, reason }) => `${fitted(title)}: ${reason}`);
  const further = absent.length - listed.length;
  if (listed.length === 0) return [];
  return ['Not shown:', ...listed, ...(further > 0 ? [`and ${further} more`] : [])];
}
