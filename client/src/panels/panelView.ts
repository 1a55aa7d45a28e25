import {
  commands,
  Disposable,
  type Event,
  type ExtensionContext,
  type TextEditor,
  Uri,
  ViewColumn,
  type WebviewPanel,
  window,
} from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import type { ViewAnswer } from '../../../server/src/lsp/protocol.ts';
import { shownNet } from '../summaryUri.ts';
import type { Around, NetPanel } from './netPanel.ts';
import { isPageState } from './pageState.ts';
import { type PanelPage, pageFolder } from './panelPage.ts';

/** A kind of panel: at most one for each net. */
export interface PanelKind {
  readonly viewType: string;
  /** The command that opens it for the net in the active editor. */
  readonly command: string;
  /** The title for the name of a file. */
  readonly title: (file: string) => string;
  readonly page: PanelPage;
  readonly create: (panel: WebviewPanel, net: Uri, around: Around) => NetPanel<ViewAnswer, unknown>;
}

/** Registers the command of a kind of panel, keeps its panels up to date, and restores them. */
export function createPanelView(
  { viewType, command, title, page, create }: PanelKind,
  { extensionUri, globalState }: ExtensionContext,
  client: BaseLanguageClient,
  summaryChanges: Event<string>,
): Disposable {
  const panels = new Map<string, NetPanel<ViewAnswer, unknown>>();
  const options = { enableScripts: true, localResourceRoots: [pageFolder(extensionUri, page)] };
  const adopt = (panel: WebviewPanel, net: Uri) => {
    const own = create(panel, net, { client, extensionUri, memory: globalState });
    panels.set(net.toString(), own);
    panel.onDidDispose(() => {
      own.dispose();
      if (panels.get(net.toString()) === own) panels.delete(net.toString());
    });
  };
  const follow = ({ document, selection }: Pick<TextEditor, 'document' | 'selection'>) =>
    panels.get(document.uri.toString())?.cursorAt(selection.active);
  const open = () => {
    const net = shownNet(window.activeTextEditor?.document);
    if (!net) return;
    const known = panels.get(net.toString());
    if (known) return known.show();
    const column = { viewColumn: ViewColumn.Beside, preserveFocus: true };
    const name = net.path.split('/').at(-1) ?? '';
    adopt(window.createWebviewPanel(viewType, title(name), column, options), net);
    if (window.activeTextEditor) follow(window.activeTextEditor);
  };
  return Disposable.from(
    commands.registerCommand(command, open),
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
      if (selection) follow({ document, selection });
    }),
  );
}
