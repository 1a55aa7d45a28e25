import { env, type Uri, type WebviewPanel, window } from 'vscode';
import { formatState } from '../../../server/src/features/states.ts';
import { assumedText } from '../../../server/src/features/summary/summaryTable.ts';
import type { NetTotals, TableAnswer, ViewParams } from '../../../server/src/lsp/protocol.ts';
import { request } from '../messages.ts';
import { type Around, NetPanel } from '../panels/netPanel.ts';
import { isColumns, isFromTable, type TableFacts, type ToTable } from './tableMessages.ts';
import { tablePage } from './tablePage.ts';

/** The key of the chosen columns in the memory of the extension. */
const columnsKey = 'table.columns';

/** The table of one net in a panel. */
export class TablePanel extends NetPanel<TableAnswer, ToTable> {
  constructor(panel: WebviewPanel, net: Uri, around: Around) {
    super(panel, net, around, tablePage);
  }

  protected override ask(params: ViewParams): Promise<TableAnswer | null> {
    return request(this.around.client, 'caffePrototxt/table', params);
  }

  protected override use(answer: TableAnswer | null): void {
    if (answer?.isDelta) this.send({ kind: 'changes', facts: factsOf(answer.totals), edits: answer.edits });
    else this.sendAll(answer);
  }

  private sendAll(answer: TableAnswer | null): void {
    const chosen: unknown = this.around.memory.get(columnsKey);
    const columns = isColumns(chosen) ? chosen : null;
    const content = answer && { facts: factsOf(answer.totals), edits: answer.edits };
    this.send({ kind: 'table', uri: this.net.toString(), content, columns });
  }

  protected override viewOf() {
    return { view: 'table' } as const;
  }

  protected override select(row: string): void {
    this.send({ kind: 'select', row });
  }

  protected override async received(message: unknown): Promise<void> {
    if (!isFromTable(message)) return;
    if (message.kind === 'ready') await this.start();
    if (message.kind === 'copy') await copy(message.text);
    if (message.kind === 'columns') await this.around.memory.update(columnsKey, message.columns);
    if (message.kind === 'reveal') await this.reveal(message.row, message.focus);
  }
}

function factsOf(totals: NetTotals): TableFacts {
  const { name, state, dialect, assumed } = totals;
  return {
    title: `${name || 'Unnamed net'} · ${formatState(state)} · ${dialect}`,
    assumed: assumed === null ? '' : assumedText(assumed),
    totals,
  };
}

async function copy(text: string): Promise<void> {
  await env.clipboard.writeText(text);
  window.setStatusBarMessage('The table is on the clipboard.', 3000);
}
