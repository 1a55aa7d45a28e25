import { type ColumnName, columnNames, columns } from '../../../server/src/features/summary/columns.ts';
import { type Grouping, groupings } from '../../../server/src/features/summary/groups.ts';
import { type TableFormat, tableFormats } from '../../../server/src/features/summary/tableFormats.ts';
import { button, html } from '../dom.ts';
import { popup } from '../popup.ts';
import { knownGrouping } from './stored.ts';

/** What the bar does. */
export interface TableBarActions {
  filter(text: string): void;
  group(by: Grouping | null): void;
  openAll(isOpen: boolean): void;
  choose(columns: readonly ColumnName[]): void;
  copy(format: TableFormat): void;
  leave(): void;
}

const groupTexts: Readonly<Record<Grouping, string>> = { type: 'By type', module: 'By module' };
const formatTexts: Readonly<Record<TableFormat, string>> = {
  markdown: 'Markdown',
  csv: 'CSV',
  latex: 'LaTeX',
};

/** The bar above the table. */
export class TableBar {
  readonly element: HTMLElement;
  private readonly field = html('input', {
    type: 'search',
    placeholder: 'Filter',
    'aria-label': 'Filter by name, type or blob',
    title: 'Filter by name, type or blob (Ctrl+F)',
  });
  private readonly count = html('output', { 'aria-live': 'polite' });
  private readonly groups = html('select', { 'aria-label': 'Groups', title: 'Groups of layers' });
  private readonly folding: readonly HTMLButtonElement[];
  private readonly boxes = new Map<ColumnName, HTMLInputElement>();
  private readonly title = html('span', { class: 'title' });

  constructor(actions: TableBarActions) {
    this.field.addEventListener('input', () => actions.filter(this.field.value));
    this.field.addEventListener('keydown', (event) => {
      if (event.key === 'Escape' && this.field.value !== '') {
        this.field.value = '';
        actions.filter('');
      } else if (event.key === 'Escape' || event.key === 'Enter' || event.key === 'ArrowDown')
        actions.leave();
      else return;
      event.preventDefault();
    });
    this.groups.append(html('option', { value: '' }, 'No groups'));
    for (const by of groupings) this.groups.append(html('option', { value: by }, groupTexts[by]));
    this.groups.addEventListener('change', () => actions.group(knownGrouping(this.groups.value)));
    this.folding = [
      button('Open', 'Open all groups', () => actions.openAll(true)),
      button('Close', 'Close all groups', () => actions.openAll(false)),
    ];
    this.element = html(
      'div',
      { class: 'bar', role: 'toolbar', 'aria-label': 'Table' },
      this.field,
      this.count,
      this.groups,
      ...this.folding,
      popup('Columns', 'Choose the columns', this.columnList(actions)),
      popup('Copy', 'Copy the shown rows and columns', formatList(actions)),
      this.title,
    );
  }

  show(filter: string, count: string, grouping: Grouping | null, shown: readonly ColumnName[]): void {
    if (this.field.value !== filter) this.field.value = filter;
    if (this.count.value !== count) this.count.value = count;
    this.groups.value = grouping ?? '';
    for (const each of this.folding) each.hidden = grouping === null;
    for (const [name, box] of this.boxes) box.checked = shown.includes(name);
  }

  setTitle(title: string, assumed: string): void {
    const note = assumed === '' ? '' : `Assumed: ${assumed}`;
    if (this.title.textContent === `${note} ${title}`.trim()) return;
    this.title.replaceChildren(
      ...(note === '' ? [] : [html('span', { class: 'assumed' }, note), ' ']),
      title,
    );
    this.title.title = note === '' ? title : `${note}, not in the file\n${title}`;
  }

  focusFilter(): void {
    this.field.focus();
    this.field.select();
  }

  private columnList(actions: TableBarActions): HTMLElement {
    const list = html('div', { role: 'group', 'aria-label': 'Columns' });
    for (const name of columnNames) {
      const { heading, about } = columns[name];
      const box = html('input', { type: 'checkbox' });
      // Without names, the rows mean nothing.
      box.disabled = name === 'layer';
      box.addEventListener('change', () =>
        actions.choose(columnNames.filter((each) => this.boxes.get(each)?.checked)),
      );
      this.boxes.set(name, box);
      list.append(html('label', { title: about }, box, heading));
    }
    return list;
  }
}

function formatList(actions: TableBarActions): HTMLElement {
  const list = html('div', { role: 'group', 'aria-label': 'Copy as' });
  for (const format of tableFormats) {
    const entry = html('button', { type: 'button' }, formatTexts[format]);
    entry.addEventListener('click', () => {
      entry.closest<HTMLElement>('[popover]')?.hidePopover();
      actions.copy(format);
    });
    list.append(entry);
  }
  return list;
}
