import {
  columns as allColumns,
  type ColumnName,
  type Sorting,
} from '../../../server/src/features/summary/columns.ts';
import { html, setAttribute } from '../dom.ts';
import { type CellFacts, type Item, itemId, rowElement } from './cells.ts';
import { Header } from './header.ts';
import { rowHeight, rowsInView, rowsPerPage, scrollTo } from './rows.ts';

/** What clicks and keys do in the rows. */
export interface GridActions {
  sort(column: ColumnName): void;
  /** A row is clicked or reached with the keyboard. */
  selected(item: Item): void;
  /** Shows the layer of a row in the text, and moves the focus there if wanted. */
  reveal(item: Item, focus: boolean): void;
  toggle(group: string): void;
  filter(): void;
  scrolled(): void;
}

/** What the grid shows. */
export interface GridContent extends CellFacts {
  readonly items: readonly Item[];
  readonly widths: readonly number[];
  readonly sorting: Sorting | null;
  readonly isTree: boolean;
  readonly label: string;
  /** The texts of the last row. */
  readonly sums: readonly string[];
}

/** The rows below their headings: only those on the screen are elements. */
export class Grid {
  readonly element = html('div', { class: 'grid', tabindex: '0' });
  private readonly actions: GridActions;
  private readonly header: Header;
  private readonly body = html('div', { role: 'rowgroup', class: 'body' });
  private readonly foot = html('div', { role: 'rowgroup', class: 'foot' });
  private readonly drawn = new Map<number, HTMLElement>();
  private content: GridContent | undefined;
  private selectedId: string | undefined;
  private isDrawing = false;
  private marking: ReturnType<typeof setTimeout> | undefined;
  /** The scroll position and the height between headings and totals. Reading them from the page would lay it out each time. */
  private top = 0;
  private room = 0;

  constructor(actions: GridActions) {
    this.actions = actions;
    this.header = new Header({ sort: (column) => actions.sort(column), leave: () => this.element.focus() });
    this.element.append(this.header.element, this.body, this.foot);
    this.element.addEventListener('scroll', () => this.redraw(), { passive: true });
    new ResizeObserver(() => this.redraw()).observe(this.element);
    this.element.addEventListener('keydown', (event) => this.pressed(event));
    this.body.addEventListener('click', (event) => this.clicked(event));
    this.body.addEventListener('dblclick', (event) => {
      const item = this.itemOf(event);
      if (item?.kind === 'layer') actions.reveal(item, true);
    });
  }

  /** Shows rows; after an edit, cells whose text is new are marked. */
  show(content: GridContent, isEdit: boolean): void {
    const before = isEdit ? this.texts() : undefined;
    this.content = content;
    const { element } = this;
    element.setAttribute('role', content.isTree ? 'treegrid' : 'grid');
    element.setAttribute('aria-label', content.label);
    element.setAttribute('aria-rowcount', String(content.items.length + 2));
    element.setAttribute('aria-colcount', String(content.columns.length));
    const { widths } = content;
    element.style.setProperty('--columns', widths.map((width) => `minmax(${width}px, ${width}fr)`).join(' '));
    element.style.setProperty('--width', `${widths.reduce((sum, width) => sum + width, 0)}px`);
    this.header.show(content.columns, content.sorting);
    this.body.style.height = `${content.items.length * rowHeight}px`;
    const foot = footRow(content);
    if (!this.foot.firstElementChild?.isEqualNode(foot)) this.foot.replaceChildren(foot);
    if (isEdit) this.update(content);
    else this.clear();
    if (this.room === 0) this.measure();
    this.draw();
    if (before) this.markChanges(before);
  }

  get scroll(): number {
    return this.top;
  }

  set scroll(to: number) {
    this.element.scrollTop = to;
    this.measure();
    this.draw();
  }

  /** Marks a row as selected. */
  select(id: string | undefined, intoView: boolean): void {
    this.selectedId = id;
    const index = this.selectedIndex();
    const to = intoView && index >= 0 ? scrollTo(index, this.top, this.room) : this.top;
    if (to === this.top) this.draw();
    else this.scroll = to;
  }

  focus(): void {
    this.element.focus();
  }

  private selectedIndex(): number {
    if (this.selectedId === undefined) return -1;
    return this.content?.items.findIndex((item) => itemId(item) === this.selectedId) ?? -1;
  }

  private measure(): void {
    const { element, header, foot } = this;
    this.top = element.scrollTop;
    this.room = element.clientHeight - header.element.offsetHeight - foot.offsetHeight;
  }

  /** Draws in the next frame. */
  private redraw(): void {
    if (this.isDrawing) return;
    this.isDrawing = true;
    requestAnimationFrame(() => {
      this.isDrawing = false;
      this.measure();
      this.draw();
      this.actions.scrolled();
    });
  }

  private draw(): void {
    const { content } = this;
    if (!content) return;
    const { from, to } = rowsInView(content.items.length, this.top, this.room);
    const selected = this.selectedIndex();
    for (const [index, element] of this.drawn) {
      if ((index >= from && index < to) || index === selected) continue;
      element.remove();
      this.drawn.delete(index);
    }
    for (let index = from; index < to; index += 1) this.drawRow(index, content);
    // The selected row is always an element, as the focus may be there.
    if (selected >= 0) this.drawRow(selected, content);
    for (const [index, element] of this.drawn) {
      setAttribute(element, 'aria-selected', String(index === selected));
    }
    if (selected >= 0) this.element.setAttribute('aria-activedescendant', `row-${selected}`);
    else this.element.removeAttribute('aria-activedescendant');
  }

  private drawRow(index: number, content: GridContent): void {
    const item = content.items[index];
    if (!item || this.drawn.has(index)) return;
    const made = this.makeRow(item, index, content);
    this.drawn.set(index, made);
    this.body.append(made);
  }

  private makeRow(item: Item, index: number, content: GridContent): HTMLElement {
    const made = rowElement(item, index, content, content.isTree);
    made.style.top = `${index * rowHeight}px`;
    made.setAttribute('aria-selected', String(itemId(item) === this.selectedId));
    return made;
  }

  /** Keeps the rows and cells that an edit does not change: the browser draws them again otherwise. */
  private update(content: GridContent): void {
    for (const [index, old] of this.drawn) {
      const item = content.items[index];
      const made = item && this.makeRow(item, index, content);
      if (made && sameRow(old, made)) updateCells(old, made);
      else {
        old.remove();
        this.drawn.delete(index);
      }
    }
  }

  private clear(): void {
    this.drawn.clear();
    this.body.replaceChildren();
  }

  /** The texts of the rows that are drawn, by their ids. */
  private texts(): ReadonlyMap<string, readonly string[]> {
    return new Map([...this.drawn.values()].map((row) => [row.dataset.item ?? '', textsOf(row)]));
  }

  private markChanges(before: ReadonlyMap<string, readonly string[]>): void {
    for (const row of this.drawn.values()) {
      const old = before.get(row.dataset.item ?? '');
      if (old?.length !== row.children.length) continue;
      for (const [at, text] of textsOf(row).entries())
        if (text !== old[at]) row.children[at]?.classList.add('changed');
    }
    clearTimeout(this.marking);
    this.marking = setTimeout(() => this.clearMarks(), markTime);
  }

  private clearMarks(): void {
    for (const cell of this.body.querySelectorAll('.changed')) cell.classList.remove('changed');
  }

  private itemOf({ target }: Event): Item | undefined {
    const row = target instanceof Element ? target.closest<HTMLElement>('.row') : null;
    const index = [...this.drawn].find(([, element]) => element === row)?.[0];
    return index === undefined ? undefined : this.content?.items[index];
  }

  private clicked(event: MouseEvent): void {
    const item = this.itemOf(event);
    if (!item) return;
    this.actions.selected(item);
    if (item.kind === 'group') this.actions.toggle(item.group);
    else this.actions.reveal(item, false);
  }

  private pressed(event: KeyboardEvent): void {
    if (event.altKey || event.ctrlKey || event.metaKey || event.target !== this.element) return;
    if (event.key === '/') this.actions.filter();
    else if (!this.move(event.key) && !this.act(event.key)) return;
    event.preventDefault();
  }

  /** Moves the selection; whether the key does so. */
  private move(key: string): boolean {
    const count = this.content?.items.length ?? 0;
    const [at, page] = [this.selectedIndex(), rowsPerPage(this.room)];
    if (key === 'ArrowUp' && at <= 0) {
      this.header.focus();
      return true;
    }
    const targets: Readonly<Record<string, number>> = {
      ArrowUp: at - 1,
      ArrowDown: at + 1,
      PageUp: at - page,
      PageDown: at + page,
      Home: 0,
      End: count - 1,
    };
    const target = targets[key];
    if (target === undefined) return false;
    this.selectAt(Math.max(0, Math.min(target, count - 1)));
    return true;
  }

  private selectAt(index: number): void {
    const item = this.content?.items[index];
    if (!item) return;
    this.actions.selected(item);
    this.select(itemId(item), true);
  }

  /** Opens and closes groups, and shows layers; whether the key does so. */
  private act(key: string): boolean {
    const item = this.content?.items[this.selectedIndex()];
    if (key === 'ArrowLeft' && item?.kind === 'layer' && item.group !== null) this.selectGroup(item.group);
    else if (item?.kind === 'group' && opensOrCloses(key, item.isOpen)) this.actions.toggle(item.group);
    else if (item?.kind === 'layer' && (key === 'Enter' || key === ' '))
      this.actions.reveal(item, key === 'Enter');
    else if (key === 'ArrowLeft' || key === 'ArrowRight')
      this.element.scrollLeft += key === 'ArrowLeft' ? -sidestep : sidestep;
    else return false;
    return true;
  }

  private selectGroup(group: string): void {
    const items = this.content?.items ?? [];
    this.selectAt(items.findIndex((item) => item.kind === 'group' && item.group === group));
  }
}

/** How long changed cells are marked, in milliseconds. */
const markTime = 1200;

/** Pixels per press of an arrow key. */
const sidestep = 60;

function opensOrCloses(key: string, isOpen: boolean): boolean {
  return key === 'Enter' || key === ' ' || key === (isOpen ? 'ArrowLeft' : 'ArrowRight');
}

/** Whether two rows are equal but for their cells. */
function sameRow(one: HTMLElement, other: HTMLElement): boolean {
  return one.children.length === other.children.length && one.cloneNode().isEqualNode(other.cloneNode());
}

/** Replaces the cells of a row that differ. A title is not drawn, and changes with the totals of the net. */
function updateCells(row: HTMLElement, made: HTMLElement): void {
  const cells = [...made.children];
  for (const [at, cell] of [...row.children].entries()) {
    const next = cells[at];
    if (!next) continue;
    setAttribute(cell, 'title', next.getAttribute('title') ?? '');
    if (!cell.isEqualNode(next)) cell.replaceWith(next);
  }
}

function textsOf(row: HTMLElement): readonly string[] {
  return [...row.children].map((cell) => cell.textContent ?? '');
}

function footRow({ columns, sums, items }: GridContent): HTMLElement {
  const row = html('div', { role: 'row', class: 'row', 'aria-rowindex': String(items.length + 2) });
  for (const [at, name] of columns.entries()) {
    const text = sums[at] ?? '';
    const role = name === 'layer' ? 'rowheader' : 'gridcell';
    const kind = allColumns[name].number ? 'number' : '';
    const cell = html('div', { role, class: `cell ${name} ${kind}`, 'aria-colindex': String(at + 1) }, text);
    cell.title = text;
    row.append(cell);
  }
  return row;
}
