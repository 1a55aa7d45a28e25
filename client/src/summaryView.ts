import {
  Disposable,
  DocumentLink,
  type Event,
  EventEmitter,
  languages,
  Range,
  type TextDocument,
  type Uri,
  window,
  workspace,
} from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { rowLines, summaryTable } from '../../server/src/features/summary/summaryTable.ts';
import { linkTo, showBeside } from './beside.ts';
import { requestSummary } from './messages.ts';
import { shownNet, summaryScheme, summaryUri } from './summaryUri.ts';

/** Shows the summary table beside the net; the table updates with the net. */
export interface SummaryView extends Disposable {
  show(): Promise<void>;
}

/** Registers the provider of the summary documents. */
export function createSummaryView(client: BaseLanguageClient, summaryChanges: Event<string>): SummaryView {
  const changed = new EventEmitter<Uri>();
  const provider = workspace.registerTextDocumentContentProvider(summaryScheme, {
    onDidChange: changed.event,
    provideTextDocumentContent: async ({ query }) => {
      const summary = await requestSummary(client, query);
      return summary ? summaryTable(summary) : 'This file is not a net.\n';
    },
  });
  const links = languages.registerDocumentLinkProvider(
    { scheme: summaryScheme },
    { provideDocumentLinks: (document) => layerLinks(client, document) },
  );
  const listener = summaryChanges((uri) => {
    for (const document of workspace.textDocuments) {
      if (document.uri.scheme === summaryScheme && document.uri.query === uri) changed.fire(document.uri);
    }
  });
  return { show, dispose: () => Disposable.from(provider, links, listener, changed).dispose() };
}

/** Links from the layer names of a table to the layers. */
async function layerLinks(client: BaseLanguageClient, document: TextDocument): Promise<DocumentLink[]> {
  const net = shownNet(document);
  const summary = net && (await requestSummary(client, net.toString()));
  if (!net || !summary) return [];
  return [...rowLines(summary)].map(([line, { name, range }]) => {
    return new DocumentLink(new Range(line, 1, line, 1 + name.length), linkTo(net, range.start));
  });
}

async function show(): Promise<void> {
  const net = shownNet(window.activeTextEditor?.document);
  if (net) await showBeside(summaryUri(net), 'caffe-summary');
}
