import { type ColumnName, columns, type Sorting } from '../../../server/src/features/summary/columns.ts';
import { sameData } from '../../../server/src/memo/sameData.ts';
import { html } from '../dom.ts';

/** What the headings do. */
export interface HeaderActions {
  sort(column: ColumnName): void;
  /** Moves the focus to the rows. */
  leave(): void;
}

/** The row of headings: a click, Enter or Space sorts, the arrow keys move between them. */
export class Header {
  readonly element = html('div', { role: 'rowgroup', class: 'head' });
  private readonly actions: HeaderActions;
  private buttons: readonly HTMLButtonElement[] = [];
  /** The columns and the order that are shown. */
  private shown: readonly unknown[] = [];
  /** The heading with the tab stop. */
  private current = 0;

  constructor(actions: HeaderActions) {
    this.actions = actions;
    this.element.addEventListener('keydown', (event) => this.pressed(event));
  }

  show(names: readonly ColumnName[], sorting: Sorting | null): void {
    if (sameData(this.shown, [names, sorting])) return;
    this.shown = [names, sorting];
    const hadFocus = this.element.contains(document.activeElement);
    this.current = Math.min(this.current, names.length - 1);
    const cells = names.map((name, at) => this.cell(name, at, sorting));
    this.buttons = cells.map(({ button }) => button);
    const row = html('div', { role: 'row', class: 'row', 'aria-rowindex': '1' });
    row.append(...cells.map(({ cell }) => cell));
    this.element.replaceChildren(row);
    if (hadFocus) this.buttons[this.current]?.focus();
  }

  focus(): void {
    this.buttons[this.current]?.focus();
  }

  private cell(name: ColumnName, at: number, sorting: Sorting | null) {
    const { heading, about, number } = columns[name];
    const order = sorting?.column === name ? orderOf(sorting) : 'none';
    const button = html('button', { type: 'button', title: `${about} Click to sort.` });
    button.tabIndex = at === this.current ? 0 : -1;
    button.append(
      html('span', { class: 'text' }, heading),
      html('span', { class: `order ${order}`, 'aria-hidden': 'true' }),
    );
    button.addEventListener('click', () => {
      this.current = at;
      this.actions.sort(name);
    });
    const cell = html(
      'div',
      {
        role: 'columnheader',
        class: `cell ${name} ${number ? 'number' : ''}`,
        'aria-colindex': String(at + 1),
        'aria-sort': order,
      },
      button,
    );
    return { cell, button };
  }

  private pressed(event: KeyboardEvent): void {
    const last = this.buttons.length - 1;
    const targets: Readonly<Record<string, number>> = {
      ArrowLeft: Math.max(0, this.current - 1),
      ArrowRight: Math.min(last, this.current + 1),
      Home: 0,
      End: last,
    };
    const target = targets[event.key];
    if (event.key === 'ArrowDown') this.actions.leave();
    else if (target === undefined) return;
    else this.moveTo(target);
    event.preventDefault();
    event.stopPropagation();
  }

  private moveTo(index: number): void {
    for (const [at, button] of this.buttons.entries()) button.tabIndex = at === index ? 0 : -1;
    this.current = index;
    this.focus();
  }
}

/** The order of the values from the top: numbers are sorted from the largest, texts from the first. */
export function orderOf({ column, reversed }: Sorting): 'ascending' | 'descending' {
  const isAscending = columns[column].number ? reversed : !reversed;
  return isAscending ? 'ascending' : 'descending';
}

/** The order after a further click on a heading: the usual one, the reverse, that of the file. */
export function nextSorting(sorting: Sorting | null, column: ColumnName): Sorting | null {
  if (sorting?.column !== column) return { column, reversed: false };
  return sorting.reversed ? null : { column, reversed: true };
}
