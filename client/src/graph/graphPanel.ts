import {
  Position,
  Range,
  Selection,
  TextEditorRevealType,
  type Uri,
  ViewColumn,
  type WebviewPanel,
  window,
  workspace,
} from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import type { NetPicture, PlacedNode } from '../../../server/src/lsp/protocol.ts';
import { request } from '../messages.ts';
import { type FromPage, isFromPage, type PictureFormat, type ToPage } from './graphMessages.ts';
import { graphPage } from './graphPage.ts';

/** What a panel uses. */
interface Around {
  readonly client: BaseLanguageClient;
  readonly extensionUri: Uri;
}

/** The pause in typing after which the graph is requested, in milliseconds. */
const pause = 120;

/** The graph of one net in a panel. */
export class GraphPanel {
  private readonly panel: WebviewPanel;
  private readonly net: Uri;
  private readonly around: Around;
  private places: readonly PlacedNode[] = [];
  private waiting: ReturnType<typeof setTimeout> | undefined;
  private asked = 0;

  constructor(panel: WebviewPanel, net: Uri, around: Around) {
    this.panel = panel;
    this.net = net;
    this.around = around;
    panel.webview.onDidReceiveMessage((message: unknown) => {
      if (isFromPage(message)) void this.received(message);
    });
    panel.onDidChangeViewState(() => this.changed());
    panel.webview.html = graphPage(panel.webview, around.extensionUri);
  }

  show(): void {
    this.panel.reveal(undefined, true);
  }

  dispose(): void {
    clearTimeout(this.waiting);
  }

  /** Updates the graph when typing pauses; a hidden panel is updated when it is shown. */
  changed(): void {
    if (!this.panel.visible) return;
    clearTimeout(this.waiting);
    this.waiting = setTimeout(() => void this.update(), pause);
  }

  /** Selects the node of the layer at a position of the net. */
  cursorAt(position: Position): void {
    const found = this.places.find(({ ranges }) => ranges.some((range) => toRange(range).contains(position)));
    if (found) this.send({ kind: 'select', node: found.node });
  }

  private async update(): Promise<void> {
    this.asked += 1;
    const question = this.asked;
    const picture = await this.picture();
    if (question !== this.asked || picture === undefined) return;
    this.places = picture?.places ?? [];
    this.send({ kind: 'graph', uri: this.net.toString(), graph: picture?.graph ?? null });
  }

  /** Null if the file is not a net; undefined if the server is not running. */
  private async picture(): Promise<NetPicture | null | undefined> {
    const { client } = this.around;
    if (!client.isRunning()) return undefined;
    // The server only knows open documents; a restored panel may be the first to need this one.
    await workspace.openTextDocument(this.net).then(undefined, () => {});
    const textDocument = { uri: this.net.toString() };
    return request(client, 'caffePrototxt/graph', { textDocument }).catch(() => undefined);
  }

  private async received(message: FromPage): Promise<void> {
    if (message.kind === 'ready') await this.update();
    else if (message.kind === 'save') await this.save(message.format, message.content);
    else await this.reveal(message.node, message.focus);
  }

  private async reveal(node: string, focus: boolean): Promise<void> {
    const [place] = this.places.find((each) => each.node === node)?.ranges ?? [];
    if (!place) return;
    const range = toRange(place);
    const shown = window.visibleTextEditors.find(
      ({ document }) => document.uri.toString() === this.net.toString(),
    );
    const editor = await window.showTextDocument(this.net, {
      viewColumn: shown?.viewColumn ?? ViewColumn.One,
      preserveFocus: !focus,
    });
    editor.selection = new Selection(range.start, range.start);
    editor.revealRange(range, TextEditorRevealType.InCenterIfOutsideViewport);
  }

  private async save(format: PictureFormat, content: string): Promise<void> {
    const target = await window.showSaveDialog({
      defaultUri: this.net.with({ path: `${this.net.path.replace(/\.prototxt(?:\.txt)?$/u, '')}.${format}` }),
      filters: { [format.toUpperCase()]: [format] },
    });
    if (!target) return;
    await workspace.fs.writeFile(target, Buffer.from(content, format === 'png' ? 'base64' : 'utf8'));
    const open = 'Open';
    const picked = await window.showInformationMessage(`The graph is saved as ${nameOf(target)}.`, open);
    if (picked === open) await window.showTextDocument(target);
  }

  private send(message: ToPage): void {
    void this.panel.webview.postMessage(message);
  }
}

function nameOf(uri: Uri): string {
  return uri.path.split('/').at(-1) ?? '';
}

function toRange({ start, end }: PlacedNode['ranges'][number]): Range {
  return new Range(new Position(start.line, start.character), new Position(end.line, end.character));
}
