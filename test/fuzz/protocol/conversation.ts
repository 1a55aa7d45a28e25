import { TextDocument, type TextDocumentContentChangeEvent } from 'vscode-languageserver-textdocument';
import type { Line } from './line.ts';
import type { Step } from './step.ts';

/** What a client knows after a conversation. */
export interface Talk {
  /** The texts of the open documents. */
  readonly texts: ReadonlyMap<string, string>;
  /** What the server shows of each of them at the end. */
  readonly shown: ReadonlyMap<string, unknown>;
  /** What is wrong with the answers. */
  readonly problem: string | undefined;
}

const everything = { start: { line: 0, character: 0 }, end: { line: 100_000, character: 0 } };

/** The code of internal errors in JSON-RPC. */
const internalError = -32603;

/** Sends steps to a server, waits and asks what it shows. */
export async function converse(line: Line, steps: readonly Step[]): Promise<Talk> {
  const client = new Client(line);
  await client.initialize();
  for (const step of steps) await client.play(step);
  const shown = await client.ask();
  const texts = new Map([...client.documents].map(([uri, document]) => [uri, document.getText()]));
  return { texts, shown, problem: client.problem() };
}

class Client {
  readonly documents = new Map<string, TextDocument>();
  private readonly line: Line;
  /** The methods of valid requests by id, and undefined for others. */
  private readonly requests: (string | undefined)[] = [];
  private version = 0;

  constructor(line: Line) {
    this.line = line;
  }

  async initialize(): Promise<void> {
    const params = { processId: null, rootUri: null, workspaceFolders: null, capabilities: {} };
    this.request('initialize', params, true);
    await this.line.pass(0);
    this.notify('initialized', {});
    await this.line.pass(0);
  }

  async play(step: Step): Promise<void> {
    if (step.kind === 'wait') return this.line.pass(step.milliseconds);
    if (step.kind === 'request') this.request(step.method, step.params, step.isValid);
    else if (step.kind === 'notification') this.notify(step.method, step.params);
    else if (step.kind === 'cancel')
      this.notify('$/cancelRequest', { id: this.requests.length - 1 - step.back });
    else this.edit(step);
  }

  private edit(step: Step & { readonly kind: 'open' | 'change' | 'close' }): void {
    const { uri } = step;
    const version = ++this.version;
    const old = this.documents.get(uri);
    if (step.kind === 'open') {
      this.documents.set(uri, TextDocument.create(uri, 'prototxt', version, step.text));
      this.notify('textDocument/didOpen', {
        textDocument: { uri, languageId: 'prototxt', version, text: step.text },
      });
    } else if (step.kind === 'close') {
      this.documents.delete(uri);
      this.notify('textDocument/didClose', { textDocument: { uri } });
    } else {
      if (old) this.documents.set(uri, step.changes.reduce(changed, old));
      this.notify('textDocument/didChange', { textDocument: { uri, version }, contentChanges: step.changes });
    }
  }

  /** The diagnostics, hints and symbols of each open document with usual settings. */
  async ask(): Promise<Map<string, unknown>> {
    this.notify('workspace/didChangeConfiguration', { settings: { caffePrototxt: {} } });
    for (const uri of this.documents.keys())
      this.request('caffePrototxt/setState', { textDocument: { uri }, state: 'TRAIN' }, true);
    await this.line.settle();
    const asked = [...this.documents.keys()].map((uri) => ({
      uri,
      hints: this.request('textDocument/inlayHint', { textDocument: { uri }, range: everything }, true),
      symbols: this.request('textDocument/documentSymbol', { textDocument: { uri } }, true),
    }));
    await this.line.settle();
    return new Map(
      asked.map(({ uri, hints, symbols }) => [
        uri,
        { diagnostics: this.published(uri), hints: this.answer(hints), symbols: this.answer(symbols) },
      ]),
    );
  }

  problem(): string | undefined {
    const { received } = this.line;
    for (const [id, method] of this.requests.entries()) {
      const answers = received.filter((message) => message.id === id && message.method === undefined);
      const what = method ?? 'an invalid request';
      if (answers.length !== 1) return `${what} has ${answers.length} answers`;
      const error = answers[0]?.error;
      if (method !== undefined && error?.code === internalError) return `${what} fails: ${error.message}`;
      if (error?.message.includes('[object Object]')) return `${what} fails: ${error.message}`;
    }
    return undefined;
  }

  private request(method: string, params: unknown, isValid: boolean): number {
    const id = this.requests.length;
    this.requests.push(isValid ? method : undefined);
    this.line.send({ id, method, params });
    return id;
  }

  private notify(method: string, params: unknown): void {
    this.line.send({ method, params });
  }

  private answer(id: number): unknown {
    return this.line.received.find((message) => message.id === id && message.method === undefined)?.result;
  }

  /** The diagnostics of a document that were published last. */
  private published(uri: string): unknown {
    const last = this.line.received
      .filter(({ method }) => method === 'textDocument/publishDiagnostics')
      .map(({ params }) => params)
      .findLast((params) => isAbout(params, uri));
    return last?.diagnostics;
  }
}

/** A document after a change. The library's own update loses positions after changes beyond the last line. */
function changed(old: TextDocument, { text, ...change }: TextDocumentContentChangeEvent): TextDocument {
  const before = old.getText();
  const { start, end } = 'range' in change ? change.range : everything;
  const [one, other] = [old.offsetAt(start), old.offsetAt(end)];
  const after = before.slice(0, Math.min(one, other)) + text + before.slice(Math.max(one, other));
  return TextDocument.create(old.uri, 'prototxt', 0, after);
}

function isAbout(params: unknown, uri: string): params is { readonly diagnostics: unknown } {
  return typeof params === 'object' && params !== null && 'uri' in params && params.uri === uri;
}
