import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import {
  createProtocolConnection,
  type ProtocolConnection,
  type PublishDiagnosticsParams,
  type Range,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { type Key, withKey } from './key.ts';

/** The built server, as editors start it. */
const command = [fileURLToPath(new URL('../dist/cli.js', import.meta.url)), 'lsp', '--stdio'];

const uri = 'file:///net.prototxt';

/** An editor that communicates with a server over standard input and output, with one open document. */
export class Editor {
  private readonly child: ChildProcess;
  private readonly connection: ProtocolConnection;
  private readonly waiting = new Map<number, () => void>();
  private document: TextDocument;

  private constructor(child: ChildProcess, connection: ProtocolConnection, text: string) {
    this.child = child;
    this.connection = connection;
    this.document = TextDocument.create(uri, 'prototxt', 1, text);
    connection.onNotification(
      'textDocument/publishDiagnostics',
      ({ version = 0 }: PublishDiagnosticsParams) => this.waiting.get(version)?.(),
    );
  }

  /** Starts a server and waits for its initialization. */
  static async start(text: string): Promise<Editor> {
    const child = spawn(process.execPath, command, { stdio: ['pipe', 'pipe', 'inherit'] });
    const reader = new StreamMessageReader(child.stdout);
    const editor = new Editor(
      child,
      createProtocolConnection(reader, new StreamMessageWriter(child.stdin)),
      text,
    );
    editor.connection.listen();
    await editor.connection.sendRequest('initialize', { processId: null, rootUri: null, capabilities: {} });
    void editor.connection.sendNotification('initialized', {});
    return editor;
  }

  /** Opens the document and waits for its diagnostics. */
  async open(): Promise<void> {
    const { languageId, version } = this.document;
    const published = this.published(version);
    const textDocument = { uri, languageId, version, text: this.document.getText() };
    void this.connection.sendNotification('textDocument/didOpen', { textDocument });
    await published;
  }

  /** Types one digit; returns the milliseconds to the hints of a range and to the diagnostics. */
  async type(
    key: Key,
    which: 'before' | 'after',
    lines: number | 'all',
  ): Promise<{ readonly hints: number; readonly diagnostics: number }> {
    const { document } = this;
    const [from, to] = [document.positionAt(key.offset), document.positionAt(key.offset + 1)];
    const text = withKey(document.getText(), key, which);
    const version = document.version + 1;
    this.document = TextDocument.create(uri, document.languageId, version, text);
    const range = this.around(from.line, lines);
    const published = this.published(version);
    const start = performance.now();
    void this.connection.sendNotification('textDocument/didChange', {
      textDocument: { uri, version },
      contentChanges: [{ range: { start: from, end: to }, text: key[which] }],
    });
    const hinted = this.connection.sendRequest('textDocument/inlayHint', { textDocument: { uri }, range });
    const ends = [hinted, published].map((answer) => answer.then(() => performance.now() - start));
    const [hints = Number.NaN, diagnostics = Number.NaN] = await Promise.all(ends);
    return { hints, diagnostics };
  }

  /** Ends the server. */
  async close(): Promise<void> {
    await this.connection.sendRequest('shutdown');
    const exited = once(this.child, 'exit');
    await this.connection.sendNotification('exit');
    await exited;
    this.connection.dispose();
  }

  private around(line: number, lines: number | 'all'): Range {
    const all = this.document.lineCount;
    const [start, end] = lines === 'all' ? [0, all] : [Math.max(0, line - (lines >> 1)), line + (lines >> 1)];
    return { start: { line: start, character: 0 }, end: { line: Math.min(end, all), character: 0 } };
  }

  private published(version: number): Promise<void> {
    return new Promise((resolve) => {
      this.waiting.set(version, () => {
        this.waiting.delete(version);
        resolve();
      });
    });
  }
}
