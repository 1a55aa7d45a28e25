import {
  type ColumnName,
  type Row,
  type Sorting,
  usualColumns,
} from '../../../server/src/features/summary/columns.ts';
import { type Grouping, groupName, groupsOf } from '../../../server/src/features/summary/groups.ts';
import type { NamedRow } from '../../../server/src/features/summary/namedRows.ts';
import { formattedTable, type TableFormat } from '../../../server/src/features/summary/tableFormats.ts';
import {
  filteredRows,
  largestNumbers,
  partRow,
  sumText,
  tableItems,
  totalRow,
} from '../../../server/src/features/summary/tableView.ts';
import { withEdits } from '../../../server/src/memo/listEdits.ts';
import type { FromTable, TableContent, TableEdits, ToTable } from '../../src/table/tableMessages.ts';
import { html } from '../dom.ts';
import { type Host, storedState } from '../host.ts';
import { type Item, itemId } from './cells.ts';
import { Grid } from './grid.ts';
import { nextSorting, orderOf } from './header.ts';
import { OpenGroups } from './openGroups.ts';
import { knownColumns, knownGrouping, knownSorting, type StoredTable } from './stored.ts';
import { TableBar } from './tableBar.ts';
import { columnWidths, type Measure } from './widths.ts';

/** What all rows of a table have in common. */
interface Frame {
  readonly content: TableContent;
  readonly columns: readonly ColumnName[];
  readonly grouping: Grouping | null;
  readonly largest: ReadonlyMap<ColumnName, number>;
  readonly widths: readonly number[];
}

/** The page of the table: connects the extension, the rows and the user. */
export class TablePage {
  private readonly host: Host<StoredTable>;
  private readonly bar: TableBar;
  private readonly grid: Grid;
  private readonly notice = html('div', { class: 'notice' });
  private readonly spoken = html('div', { class: 'unseen', 'aria-live': 'polite' });
  private readonly groups: OpenGroups;
  private frame: Frame | undefined;
  private uri: string;
  private content: TableContent | undefined;
  private items: readonly Item[] = [];
  private columns = usualColumns;
  private sorting: Sorting | null;
  private grouping: Grouping | null;
  private filter: string;
  /** The id of the selected layer or group. */
  private selected: string | undefined;
  /** The scroll position to restore. */
  private scroll: number | undefined;

  constructor(host: Host<StoredTable>, main: HTMLElement) {
    this.host = host;
    const stored = storedState(host);
    this.uri = stored?.uri ?? '';
    this.sorting = knownSorting(stored?.sorting);
    this.grouping = knownGrouping(stored?.grouping);
    this.filter = stored?.filter ?? '';
    this.groups = new OpenGroups(stored?.open);
    this.selected = stored?.selected;
    this.scroll = stored?.scroll;
    this.bar = new TableBar({
      filter: (text) => this.filterBy(text),
      group: (by) => this.groupBy(by),
      openAll: (isOpen) => this.openAll(isOpen),
      choose: (columns) => this.choose(columns),
      copy: (format) => this.copy(format),
      leave: () => this.grid.focus(),
    });
    this.grid = new Grid({
      sort: (column) => this.sortBy(column),
      selected: (item) => this.pick(itemId(item)),
      reveal: (item, focus) => {
        if (item.kind === 'layer') this.send({ kind: 'reveal', row: item.row.id, focus });
      },
      toggle: (group) => this.toggle(group),
      filter: () => this.bar.focusFilter(),
      scrolled: () => this.store(),
    });
    main.append(
      this.bar.element,
      html('div', { class: 'view' }, this.grid.element, this.notice, this.spoken),
    );
    window.addEventListener('keydown', (event) => {
      if (event.key !== 'f' || !(event.ctrlKey || event.metaKey)) return;
      this.bar.focusFilter();
      event.preventDefault();
    });
    this.notice.textContent = 'Loading…';
  }

  /** Handles a message of the extension. */
  received(message: ToTable): void {
    if (message.kind === 'select') this.pick(`layer:${message.row}`, true);
    else if (message.kind === 'changes') this.change(message);
    else this.use(message.uri, message.content, message.columns);
  }

  private change({ facts, edits }: TableEdits): void {
    if (!this.content) return;
    this.content = { ...facts, rows: withEdits(this.content.rows, edits.rows) };
    this.bar.setTitle(facts.title, facts.assumed);
    this.show(true);
  }

  private use(uri: string, content: TableEdits | null, columns: readonly string[] | null): void {
    const isEdit = this.content !== undefined;
    this.uri = uri;
    this.content = content ? { ...content.facts, rows: withEdits([], content.edits.rows) } : undefined;
    if (columns) this.columns = knownColumns(columns);
    this.grid.element.hidden = content === null;
    if (content) this.bar.setTitle(content.facts.title, content.facts.assumed);
    else this.notice.textContent = 'This file is not a net.';
    this.show(isEdit);
    if (!content || this.scroll === undefined) return;
    this.grid.scroll = this.scroll;
    this.scroll = undefined;
  }

  /** Shows the rows as the user wants to see them. */
  private show(isEdit = false): void {
    const { content, columns, sorting, grouping, filter } = this;
    if (!content) return;
    const { rows } = content;
    const shown = filteredRows(rows, filter);
    const isOpen = (group: string) => this.groups.isOpen(group, filter !== '');
    this.items = tableItems(rows, { sorting, filter, grouping, isOpen });
    const totals = totalRow(content.totals, rows);
    const sum = shown === rows ? totals : partRow(shown, rows);
    const { largest, widths } = this.frameOf(content, totals);
    this.notice.textContent = noticeFor(rows, shown);
    this.bar.show(filter, shown === rows ? '' : `${shown.length} of ${rows.length}`, grouping, columns);
    this.grid.show(
      {
        items: this.items,
        columns,
        largest,
        totals,
        widths,
        sorting,
        isTree: grouping !== null,
        label: `Layers of ${content.title}`,
        sums: columns.map((name) => sumText(name, sum, shown)),
      },
      isEdit,
    );
    this.grid.select(this.shownSelection(), false);
    this.store();
  }

  /** What depends on all rows is computed again only if it has to be: while a user types a filter, it does not change. */
  private frameOf(content: TableContent, totals: Row): Frame {
    const { columns, grouping, frame } = this;
    if (frame?.content === content && frame.columns === columns && frame.grouping === grouping) return frame;
    const groups = grouping ? groupsOf(content.rows, grouping) : [];
    const sums = [...groups, { row: totals, members: content.rows }];
    this.frame = {
      content,
      columns,
      grouping,
      largest: largestNumbers([...content.rows, ...groups.map(({ row }) => row)]),
      widths: columnWidths(
        columns,
        content.rows,
        (name) => sums.map(({ row, members }) => sumText(name, row, members)),
        textMeasure(),
      ),
    };
    return this.frame;
  }

  /** The selected line: that of the group if the layer is in a closed one. */
  private shownSelection(): string | undefined {
    const { selected, items, content, grouping } = this;
    if (selected === undefined || items.some((item) => itemId(item) === selected)) return selected;
    const row = content?.rows.find(({ id }) => `layer:${id}` === selected);
    const group = row && grouping ? groupName(row, grouping) : undefined;
    return group === undefined ? undefined : `group:${group}`;
  }

  private pick(id: string, intoView = false): void {
    this.selected = id;
    this.grid.select(this.shownSelection(), intoView);
    this.store();
  }

  private sortBy(column: ColumnName): void {
    this.sorting = nextSorting(this.sorting, column);
    this.spoken.textContent = this.sorting ? `Sorted, ${orderOf(this.sorting)}` : 'In the order of the file';
    this.show();
  }

  private filterBy(text: string): void {
    this.filter = text.trim();
    this.groups.filterChanged();
    this.show();
    this.grid.scroll = 0;
  }

  private groupBy(by: Grouping | null): void {
    this.grouping = by;
    this.show();
    this.grid.select(this.shownSelection(), true);
  }

  private openAll(isOpen: boolean): void {
    const groups = this.items.flatMap((item) => (item.kind === 'group' ? [item.group] : []));
    this.groups.setAll(groups, isOpen, this.filter !== '');
    this.show();
  }

  private toggle(group: string): void {
    this.groups.toggle(group, this.filter !== '');
    this.show();
  }

  private choose(columns: readonly ColumnName[]): void {
    this.columns = knownColumns(columns);
    this.send({ kind: 'columns', columns: this.columns });
    this.show();
  }

  private copy(format: TableFormat): void {
    const rows = this.items.map(({ row }) => row);
    this.send({ kind: 'copy', text: formattedTable(rows, this.columns, format) });
  }

  private store(): void {
    const { uri, sorting, filter, grouping, selected } = this;
    if (uri === '' || !this.content) return;
    const open = this.groups.opened;
    this.host.setState({ uri, sorting, filter, grouping, open, selected, scroll: this.grid.scroll });
  }

  private send(message: FromTable): void {
    this.host.postMessage(message);
  }
}

function noticeFor(rows: readonly NamedRow[], shown: readonly NamedRow[]): string {
  if (rows.length === 0) return 'The net has no layers in this state.';
  return shown.length === 0 ? 'No layer matches the filter.' : '';
}

/** Measures texts in the font of the page. */
function textMeasure(): Measure {
  const context = document.createElement('canvas').getContext('2d');
  const { fontSize, fontFamily } = getComputedStyle(document.body);
  const ofWeight = (weight: number) => (text: string) => {
    if (!context) return text.length * 8;
    context.font = `${weight} ${fontSize} ${fontFamily}`;
    return context.measureText(text).width;
  };
  return { usual: ofWeight(400), bold: ofWeight(600) };
}
