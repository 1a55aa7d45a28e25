import {
  type Memento,
  type Position,
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
import type { PartParams, ViewAnswer, ViewParams } from '../../../server/src/lsp/protocol.ts';
import { request } from '../messages.ts';
import { type PanelPage, pageHtml } from './panelPage.ts';

/** What a panel uses. */
export interface Around {
  readonly client: BaseLanguageClient;
  readonly extensionUri: Uri;
  /** What the extension remembers for all nets. */
  readonly memory: Memento;
}

/** The pause in typing after which a panel is updated, in milliseconds. */
const pause = 120;

/** The longest pause: after an answer that took long, typing has priority over the next one. */
const longestPause = 300;

/** A page about one net in a panel: it follows the net, and `Answer` is what it requests from the server. */
export abstract class NetPanel<Answer extends ViewAnswer, Message> {
  protected readonly net: Uri;
  protected readonly around: Around;
  private readonly panel: WebviewPanel;
  private waiting: ReturnType<typeof setTimeout> | undefined;
  private asked = 0;
  /** The duration of the last answer, in milliseconds. */
  private took = 0;
  /** The id of the last answer that the page has. */
  private resultId: string | undefined;
  /** Whether the page may show an older text. */
  private isOld = true;
  /** A position of the cursor to show. */
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
  protected abstract ask(params: ViewParams): Promise<Answer | null>;

  /** Shows an answer. */
  protected abstract use(answer: Answer | null): void;

  /** What identifies the view in requests about its parts. */
  protected abstract viewOf(): Pick<PartParams, 'view' | 'overlaid'>;

  /** Selects a part of the view. */
  protected abstract select(part: string): void;

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
    this.later();
  }

  /** Shows what is at the cursor when it rests, after the next update if there is one to wait for. */
  cursorAt(position: Position): void {
    this.cursor = position;
    this.later();
  }

  private later(): void {
    if (!this.panel.visible) return;
    clearTimeout(this.waiting);
    const wait = this.isOld ? Math.min(Math.max(pause, this.took), longestPause) : pause;
    this.waiting = setTimeout(() => void (this.isOld ? this.update() : this.showCursor()), wait);
  }

  /** Updates a page that has nothing: the one before is gone while a panel is hidden. */
  protected async start(): Promise<void> {
    this.resultId = undefined;
    await this.update();
  }

  protected async update(): Promise<void> {
    this.asked += 1;
    const question = this.asked;
    const started = Date.now();
    const answer = await this.answer();
    this.took = Date.now() - started;
    if (question !== this.asked || answer === undefined) return;
    this.isOld = false;
    this.resultId = answer?.resultId;
    this.use(answer);
    await this.showCursor();
  }

  /** Undefined if the server is not running. */
  private async answer(): Promise<Answer | null | undefined> {
    if (!this.around.client.isRunning()) return undefined;
    // The server only knows open documents; a restored panel may be the first to need this one.
    await workspace.openTextDocument(this.net).then(undefined, () => {});
    return this.ask({ ...this.params(), previousResultId: this.resultId }).catch(() => undefined);
  }

  private async showCursor(): Promise<void> {
    const { cursor } = this;
    this.cursor = undefined;
    if (!cursor || !this.around.client.isRunning()) return;
    const { line, character } = cursor;
    const params = { ...this.params(), ...this.viewOf(), position: { line, character } };
    const part = await request(this.around.client, 'caffePrototxt/partAt', params).catch(() => null);
    if (part !== null) this.select(part);
  }

  /** Selects the start of the layer of a part in the editor of the net, and moves the focus there if wanted. */
  protected async reveal(part: string, focus: boolean): Promise<void> {
    const params = { ...this.params(), ...this.viewOf(), part };
    const place = await request(this.around.client, 'caffePrototxt/partRange', params).catch(() => null);
    if (!place) return;
    const shown = window.visibleTextEditors.find(
      ({ document }) => document.uri.toString() === this.net.toString(),
    );
    const editor = await window.showTextDocument(this.net, {
      viewColumn: shown?.viewColumn ?? ViewColumn.One,
      preserveFocus: !focus,
    });
    const { start, end } = place;
    const range = new Range(start.line, start.character, end.line, end.character);
    editor.selection = new Selection(range.start, range.start);
    editor.revealRange(range, TextEditorRevealType.InCenterIfOutsideViewport);
  }

  private params() {
    return { textDocument: { uri: this.net.toString() } };
  }

  protected send(message: Message): void {
    void this.panel.webview.postMessage(message);
  }
}
