import { env, type Position, type Uri, type WebviewPanel, window } from 'vscode';
import { formatState } from '../../../server/src/features/states.ts';
import { assumedText } from '../../../server/src/features/summary/summaryTable.ts';
import type { Summary, SummaryParams } from '../../../server/src/lsp/protocol.ts';
import { request } from '../messages.ts';
import { type Around, type LineRange, NetPanel, toRange } from '../panels/netPanel.ts';
import { rowChanges } from './rowChanges.ts';
import { rowIds } from './rowIds.ts';
import { isColumns, isFromTable, type TableContent, type ToTable } from './tableMessages.ts';
import { tablePage } from './tablePage.ts';

/** The key of the chosen columns in the memory of the extension. */
const columnsKey = 'table.columns';

interface Place {
  readonly row: string;
  readonly range: LineRange;
}

/** The table of one net in a panel. */
export class TablePanel extends NetPanel<Summary, ToTable> {
  private places: readonly Place[] = [];
  /** The content that the page has; undefined if it has none. */
  private sent: TableContent | undefined;

  constructor(panel: WebviewPanel, net: Uri, around: Around) {
    super(panel, net, around, tablePage);
  }

  protected override ask(params: SummaryParams): Promise<Summary | null> {
    return request(this.around.client, 'caffePrototxt/summary', params);
  }

  protected override use(summary: Summary | null): void {
    const ids = rowIds(summary?.rows.map(({ name }) => name) ?? []);
    this.places = summary?.rows.map(({ range }, index) => ({ row: ids[index] ?? '', range })) ?? [];
    const content = summary && contentOf(summary, ids);
    const changes = this.sent && content ? rowChanges(this.sent.rows, content.rows) : undefined;
    this.sent = content ?? undefined;
    // Few rows change in most edits: large nets are not sent again.
    if (content && changes) {
      const { rows: _, ...facts } = content;
      this.send({ kind: 'changes', facts, changes });
    } else this.sendAll(content);
  }

  private sendAll(content: TableContent | null): void {
    const chosen: unknown = this.around.memory.get(columnsKey);
    const columns = isColumns(chosen) ? chosen : null;
    this.send({ kind: 'table', uri: this.net.toString(), content, columns });
  }

  /** Selects the row of the layer at a position of the net. */
  protected override showCursor(position: Position): void {
    const found = this.places.find(({ range }) => toRange(range).contains(position));
    if (found) this.send({ kind: 'select', row: found.row });
  }

  protected override async received(message: unknown): Promise<void> {
    if (!isFromTable(message)) return;
    if (message.kind === 'ready') {
      // A new page: the old one is gone while the panel is hidden.
      this.sent = undefined;
      await this.update();
    }
    if (message.kind === 'copy') await copy(message.text);
    if (message.kind === 'columns') await this.around.memory.update(columnsKey, message.columns);
    if (message.kind === 'reveal') await this.revealRow(message.row, message.focus);
  }

  private async revealRow(row: string, focus: boolean): Promise<void> {
    const place = this.places.find((each) => each.row === row);
    if (place) await this.reveal(place.range, focus);
  }
}

function contentOf(summary: Summary, ids: readonly string[]): TableContent {
  const { rows, ...totals } = summary;
  const { name, state, dialect, assumed } = totals;
  return {
    title: `${name || 'Unnamed net'} · ${formatState(state)} · ${dialect}`,
    assumed: assumed === null ? '' : assumedText(assumed),
    rows: rows.map(({ range: _, ...row }, index) => ({ ...row, id: ids[index] ?? '' })),
    totals,
  };
}

async function copy(text: string): Promise<void> {
  await env.clipboard.writeText(text);
  window.setStatusBarMessage('The table is on the clipboard.', 3000);
}
