import {
  type Memento,
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
import type { PlacedNode, SummaryParams } from '../../../server/src/lsp/protocol.ts';
import { type PanelPage, pageHtml } from './panelPage.ts';

/** What a panel uses. */
export interface Around {
  readonly client: BaseLanguageClient;
  readonly extensionUri: Uri;
  /** What the extension remembers for all nets. */
  readonly memory: Memento;
}

/** A range in lines and columns, as the server sends it. */
export type LineRange = PlacedNode['ranges'][number];

/** The pause in typing after which a panel is updated, in milliseconds. */
const pause = 120;

/** The longest pause: after an answer that took long, typing has priority over the next one. */
const longestPause = 300;

/** A page about one net in a panel: it follows the net, and `Answer` is what it requests from the server. */
export abstract class NetPanel<Answer, Message> {
  protected readonly net: Uri;
  protected readonly around: Around;
  private readonly panel: WebviewPanel;
  private waiting: ReturnType<typeof setTimeout> | undefined;
  private asked = 0;
  /** The duration of the last answer, in milliseconds. */
  private took = 0;
  /** Whether the ranges of the last answer may be those of an older text. */
  private isOld = true;
  /** A position of the cursor that belongs to a newer text. */
  private cursor: Position | undefined;

  constructor(panel: WebviewPanel, net: Uri, around: Around, page: PanelPage) {
    this.panel = panel;
    this.net = net;
    this.around = around;
    panel.webview.onDidReceiveMessage((message: unknown) => void this.received(message));
    panel.onDidChangeViewState(() => this.changed());
    panel.webview.html = pageHtml(panel.webview, around.extensionUri, page);
  }

  /** Requests the answer for the net; null if it is not a net. */
  protected abstract ask(params: SummaryParams): Promise<Answer | null>;

  /** Shows an answer. */
  protected abstract use(answer: Answer | null): void;

  /** Shows which part of the net is at a position. */
  protected abstract showCursor(position: Position): void;

  /** Handles a message of the page. */
  protected abstract received(message: unknown): Promise<void>;

  show(): void {
    this.panel.reveal(undefined, true);
  }

  dispose(): void {
    clearTimeout(this.waiting);
  }

  /** Updates the page when typing pauses; a hidden panel is updated when it is shown. */
  changed(): void {
    this.isOld = true;
    if (!this.panel.visible) return;
    clearTimeout(this.waiting);
    const wait = Math.min(Math.max(pause, this.took), longestPause);
    this.waiting = setTimeout(() => void this.update(), wait);
  }

  /** Follows the cursor in the net, after the next update if there is one to wait for. */
  cursorAt(position: Position): void {
    if (this.isOld) this.cursor = position;
    else this.showCursor(position);
  }

  protected async update(): Promise<void> {
    this.asked += 1;
    const question = this.asked;
    const started = Date.now();
    const answer = await this.answer();
    this.took = Date.now() - started;
    if (question !== this.asked || answer === undefined) return;
    this.isOld = false;
    this.use(answer);
    const { cursor } = this;
    this.cursor = undefined;
    if (cursor) this.showCursor(cursor);
  }

  /** Undefined if the server is not running. */
  private async answer(): Promise<Answer | null | undefined> {
    if (!this.around.client.isRunning()) return undefined;
    // The server only knows open documents; a restored panel may be the first to need this one.
    await workspace.openTextDocument(this.net).then(undefined, () => {});
    return this.ask({ textDocument: { uri: this.net.toString() } }).catch(() => undefined);
  }

  /** Selects the start of a range in the editor of the net, and moves the focus there if wanted. */
  protected async reveal(place: LineRange, focus: boolean): Promise<void> {
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

  protected send(message: Message): void {
    void this.panel.webview.postMessage(message);
  }
}

export function toRange({ start, end }: LineRange): Range {
  return new Range(new Position(start.line, start.character), new Position(end.line, end.character));
}
