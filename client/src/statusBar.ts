import { Disposable, type Event, MarkdownString, StatusBarAlignment, ThemeColor, window } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { formatParams, formatShort } from '../../server/src/features/numbers.ts';
import { formatState } from '../../server/src/features/states.ts';
import { assumedText, totalsMarkdown } from '../../server/src/features/summary/summaryTable.ts';
import type { NetTotals } from '../../server/src/lsp/protocol.ts';
import { dialectTooltip } from './dialect.ts';
import { createLanguageStatus } from './languageStatus.ts';
import { requestTotals } from './messages.ts';
import { OtherFiles } from './otherFiles.ts';
import { shownNet } from './summaryUri.ts';

/** Shows the dialect and the totals of the net in the active editor; hidden if there is no net. */
export function createStatusBar(client: BaseLanguageClient, summaryChanges: Event<string>): Disposable {
  const item = window.createStatusBarItem('caffePrototxt.summary', StatusBarAlignment.Right, 100);
  item.name = 'Caffe Net';
  item.command = 'caffePrototxt.showNetMenu';

  const dialect = window.createStatusBarItem('caffePrototxt.dialect', StatusBarAlignment.Right, 101);
  dialect.name = 'Caffe Dialect';
  dialect.command = 'caffePrototxt.selectDialect';

  const status = createLanguageStatus();
  const others = new OtherFiles();

  let asked = 0;
  const update = async () => {
    asked += 1;
    const question = asked;
    const uri = shownNet(window.activeTextEditor?.document);
    const totals = uri ? await requestTotals(client, uri.toString()) : null;
    // The editor may have changed during the request; only the latest request counts.
    if (question !== asked) return;
    if (uri && client.isRunning()) others.set(uri, totals !== null);
    status.show(totals);
    if (!totals) return [item, dialect].forEach((each) => each.hide());
    item.text = statusText(totals);
    item.backgroundColor =
      totals.assumed === null ? undefined : new ThemeColor('statusBarItem.warningBackground');
    item.tooltip = tooltip(totalsMarkdown(totals));
    item.show();
    dialect.text = `Caffe: ${totals.dialect}`;
    dialect.tooltip = dialectTooltip(totals);
    dialect.show();
  };

  return Disposable.from(
    item,
    dialect,
    status,
    others,
    window.onDidChangeActiveTextEditor(update),
    summaryChanges((uri) => {
      if (uri === shownNet(window.activeTextEditor?.document)?.toString()) void update();
    }),
    client.onDidChangeState(update),
  );
}

/** `431,080 params · 2,293,000 MACs · TRAIN`, with a mark if shapes are assumed. */
function statusText(totals: NetTotals): string {
  const parts = [formatParams(totals)];
  if (totals.macsPerImage) parts.push(`${formatShort(totals.macsPerImage)} MACs`);
  parts.push(formatState(totals.state));
  return totals.assumed === null
    ? `$(circuit-board) ${parts.join(' · ')}`
    : `$(beaker) ${parts.join(' · ')} · if ${assumedText(totals.assumed)}`;
}

function tooltip(markdown: string): MarkdownString {
  const links =
    '[Show summary](command:caffePrototxt.showSummary) · [Select state](command:caffePrototxt.selectState)';
  const text = new MarkdownString(`${markdown}\n\n${links}`);
  text.isTrusted = { enabledCommands: ['caffePrototxt.showSummary', 'caffePrototxt.selectState'] };
  return text;
}
