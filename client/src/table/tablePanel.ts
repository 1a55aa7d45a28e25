import { env, type Position, type Uri, type WebviewPanel, window } from 'vscode';
import { formatState } from '../../../server/src/features/states.ts';
import { assumedText } from '../../../server/src/features/summary/summaryTable.ts';
import type { Summary, SummaryParams } from '../../../server/src/lsp/protocol.ts';
import { request } from '../messages.ts';
import { type Around, type LineRange, NetPanel, toRange } from '../panels/netPanel.ts';
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

  constructor(panel: WebviewPanel, net: Uri, around: Around) {
    super(panel, net, around, tablePage);
  }

  protected override ask(params: SummaryParams): Promise<Summary | null> {
    return request(this.around.client, 'caffePrototxt/summary', params);
  }

  protected override use(summary: Summary | null): void {
    const ids = rowIds(summary?.rows.map(({ name }) => name) ?? []);
    this.places = summary?.rows.map(({ range }, index) => ({ row: ids[index] ?? '', range })) ?? [];
    const chosen: unknown = this.around.memory.get(columnsKey);
    this.send({
      kind: 'table',
      uri: this.net.toString(),
      content: summary && contentOf(summary, ids),
      columns: isColumns(chosen) ? chosen : null,
    });
  }

  /** Selects the row of the layer at a position of the net. */
  protected override showCursor(position: Position): void {
    const found = this.places.find(({ range }) => toRange(range).contains(position));
    if (found) this.send({ kind: 'select', row: found.row });
  }

  protected override async received(message: unknown): Promise<void> {
    if (!isFromTable(message)) return;
    if (message.kind === 'ready') await this.update();
    else if (message.kind === 'copy') await copy(message.text);
    else if (message.kind === 'columns') await this.around.memory.update(columnsKey, message.columns);
    else await this.revealRow(message.row, message.focus);
  }

  private async revealRow(row: string, focus: boolean): Promise<void> {
    const place = this.places.find((each) => each.row === row);
    if (place) await this.reveal(place.range, focus);
  }
}

function contentOf(summary: Summary, ids: readonly string[]): TableContent {
  const { name, state, dialect, assumed, rows, ...others } = summary;
  const { params, weights, biases, statistics, trainable, macs, operations, connections, activationBytes } =
    others;
  return {
    title: `${name || 'Unnamed net'} · ${formatState(state)} · ${dialect}`,
    assumed: assumed === null ? '' : assumedText(assumed),
    rows: rows.map(({ range: _, ...row }, index) => ({ ...row, id: ids[index] ?? '' })),
    totals: {
      params,
      weights,
      biases,
      statistics,
      trainable,
      macs,
      operations,
      connections,
      activationBytes,
    },
  };
}

async function copy(text: string): Promise<void> {
  await env.clipboard.writeText(text);
  window.setStatusBarMessage('The table is on the clipboard.', 3000);
}
