import {
  commands,
  Disposable,
  type Event,
  type ExtensionContext,
  Uri,
  ViewColumn,
  type WebviewPanel,
  window,
} from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { shownNet } from '../summaryUri.ts';
import { isPageState } from './graphMessages.ts';
import { pageFolder } from './graphPage.ts';
import { GraphPanel } from './graphPanel.ts';

const viewType = 'caffePrototxt.graph';

/** Registers the command that opens the graph of the net in the active editor, and restores open graphs. */
export function createGraphView(
  { extensionUri }: ExtensionContext,
  client: BaseLanguageClient,
  summaryChanges: Event<string>,
): Disposable {
  const panels = new Map<string, GraphPanel>();
  const options = { enableScripts: true, localResourceRoots: [pageFolder(extensionUri)] };
  const adopt = (panel: WebviewPanel, net: Uri) => {
    const own = new GraphPanel(panel, net, { client, extensionUri });
    panels.set(net.toString(), own);
    panel.onDidDispose(() => {
      own.dispose();
      if (panels.get(net.toString()) === own) panels.delete(net.toString());
    });
  };
  const open = () => {
    const net = shownNet(window.activeTextEditor?.document);
    if (!net) return;
    const known = panels.get(net.toString());
    if (known) return known.show();
    const column = { viewColumn: ViewColumn.Beside, preserveFocus: true };
    adopt(window.createWebviewPanel(viewType, titleOf(net), column, options), net);
  };
  return Disposable.from(
    commands.registerCommand('caffePrototxt.openGraph', open),
    window.registerWebviewPanelSerializer(viewType, {
      async deserializeWebviewPanel(panel, state: unknown) {
        if (!isPageState(state)) return panel.dispose();
        panel.webview.options = options;
        adopt(panel, Uri.parse(state.uri));
      },
    }),
    summaryChanges((uri) => panels.get(uri)?.changed()),
    client.onDidChangeState(() => {
      for (const panel of panels.values()) panel.changed();
    }),
    window.onDidChangeTextEditorSelection(({ textEditor: { document }, selections: [selection] }) => {
      if (selection) panels.get(document.uri.toString())?.cursorAt(selection.active);
    }),
  );
}

function titleOf(net: Uri): string {
  return `Graph of ${net.path.split('/').at(-1) ?? ''}`;
}
