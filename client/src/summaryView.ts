import {
  Disposable,
  type Event,
  EventEmitter,
  languages,
  type Uri,
  ViewColumn,
  window,
  workspace,
} from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { requestSummary } from './messages.ts';
import { summaryTable } from './summaryTable.ts';
import { shownNet, summaryScheme, summaryUri } from './summaryUri.ts';

/** Shows the table of a net's layers beside it; the table follows the net. */
export interface SummaryView extends Disposable {
  show(): Promise<void>;
}

/** Makes the documents that hold the tables. */
export function createSummaryView(client: BaseLanguageClient, summaryChanges: Event<string>): SummaryView {
  const changed = new EventEmitter<Uri>();
  const provider = workspace.registerTextDocumentContentProvider(summaryScheme, {
    onDidChange: changed.event,
    provideTextDocumentContent: async ({ query }) => {
      const summary = await requestSummary(client, query);
      return summary ? summaryTable(summary) : 'There is no net here.\n';
    },
  });
  const listener = summaryChanges((uri) => {
    for (const document of workspace.textDocuments) {
      if (document.uri.scheme === summaryScheme && document.uri.query === uri) changed.fire(document.uri);
    }
  });
  return { show: showBeside, dispose: () => Disposable.from(provider, listener, changed).dispose() };
}

async function showBeside(): Promise<void> {
  const net = shownNet(window.activeTextEditor?.document);
  if (!net) return;
  const opened = await workspace.openTextDocument(summaryUri(net));
  const table = await languages.setTextDocumentLanguage(opened, 'caffe-summary');
  await window.showTextDocument(table, { viewColumn: ViewColumn.Beside, preserveFocus: true, preview: true });
}
