import { cellText } from '../../../server/src/features/summary/cellTexts.ts';
import { type ColumnName, columns, type Row } from '../../../server/src/features/summary/columns.ts';
import type { NamedRow } from '../../../server/src/features/summary/namedRows.ts';
import { sumText, type TableItem } from '../../../server/src/features/summary/tableView.ts';
import { shortened, visible } from '../../../server/src/text/visible.ts';
import { html } from '../dom.ts';

/** A line of the table of the page. */
export type Item = TableItem<NamedRow>;

/** What the cells of a row depend on besides the row. */
export interface CellFacts {
  readonly columns: readonly ColumnName[];
  /** The number of a full bar, for each column of numbers. */
  readonly largest: ReadonlyMap<ColumnName, number>;
  /** The totals of the whole net. */
  readonly totals: Row;
}

/** The id of a line: that of its layer, or of its group. */
export function itemId(item: Item): string {
  return item.kind === 'layer' ? `layer:${item.row.id}` : `group:${item.group}`;
}

/** A line of the table as an element; `index` counts from 0. */
export function rowElement(item: Item, index: number, facts: CellFacts, isTree: boolean): HTMLElement {
  const made = html('div', {
    role: 'row',
    class: `row ${item.kind}`,
    id: `row-${index}`,
    // After the row of headings, counted from 1.
    'aria-rowindex': String(index + 2),
    'data-item': itemId(item),
  });
  if (isTree) made.setAttribute('aria-level', item.kind === 'layer' ? String(item.level) : '1');
  if (item.kind === 'group') made.setAttribute('aria-expanded', String(item.isOpen));
  if (item.kind === 'layer' && item.level === 2) made.classList.add('member');
  made.append(...facts.columns.map((name, at) => cell(item, name, at, facts)));
  return made;
}

function cell(item: Item, name: ColumnName, at: number, facts: CellFacts): HTMLElement {
  const { row } = item;
  const { number } = columns[name];
  const content = shown(
    item.kind === 'group' && number ? sumText(name, row, item.members) : cellText(name, row),
  );
  const made = html('div', {
    role: name === 'layer' ? 'rowheader' : 'gridcell',
    class: `cell ${name} ${number ? 'number' : ''}`,
    'aria-colindex': String(at + 1),
  });
  if (name === 'layer' && item.kind === 'group')
    made.append(html('span', { class: 'twisty', 'aria-hidden': 'true' }));
  if (number) {
    const bar = barElement(number(row), facts.largest.get(name) ?? 0);
    if (bar) made.append(bar);
  }
  made.append(content);
  if (content === '–') made.classList.add('none');
  if (content.includes('?') || content.startsWith('≥')) made.classList.add('unknown');
  made.title = tooltip(name, row, content, facts);
  return made;
}

/** A bar under a number. */
function barElement(value: number | null, largest: number): HTMLElement | undefined {
  if (!value || largest === 0) return undefined;
  const bar = html('span', { class: 'fill', 'aria-hidden': 'true' });
  bar.style.width = `${(100 * value) / largest}%`;
  return bar;
}

function tooltip(name: ColumnName, row: Row, content: string, { totals }: CellFacts): string {
  const { heading, number } = columns[name];
  if (!number) return content.includes('?') ? `${content}\n${unknown}` : content;
  const [value, all] = [number(row), number(totals)];
  if (value === null) return `${heading}: ${content}\n${unknown}`;
  const share = value > 0 && all ? ` (${shareText(value / all)} of the net)` : '';
  return `${heading}: ${content}${share}`;
}

const unknown = 'Unknown: it depends on a size that cannot be computed.';

/** `12.3 %`; values that layers share can exceed those of the net. */
export function shareText(share: number): string {
  return `${(100 * share).toFixed(1)} %`;
}

const longestCell = 300;

/** A text of a file on one line. */
function shown(text: string): string {
  return shortened(visible(text), longestCell);
}
