import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  createProtocolConnection,
  type Diagnostic,
  DiagnosticSeverity,
  type InitializeParams,
  type PublishDiagnosticsParams,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';

const server = new URL('../../../server/src/lsp/main.node.ts', import.meta.url).pathname;

/** What a client tells of itself and answers. */
export interface ClientOptions {
  readonly initializationOptions?: unknown;
  /** What `workspace/configuration` answers; without it the client cannot be asked. */
  readonly configuration?: () => unknown;
  /** Whether the edits of actions may come later. */
  readonly resolvesEdits?: boolean;
  /** The folder that is open, as a URI; its document is called `net.prototxt`. */
  readonly folder?: string;
}

/** A scripted editor at the other end of a server's standard input and output. */
export class Client {
  readonly uri: string;
  readonly summaryChanges: string[] = [];
  hintRefreshes = 0;
  private readonly child = spawn(process.execPath, [server, '--stdio'], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  readonly connection = createProtocolConnection(
    new StreamMessageReader(this.child.stdout),
    new StreamMessageWriter(this.child.stdin),
  );
  private constructor(uri: string) {
    this.uri = uri;
  }

  private readonly published: PublishDiagnosticsParams[] = [];
  private readonly waiting: (() => void)[] = [];
  private version = 0;

  private wake(): void {
    for (const wake of this.waiting.splice(0)) wake();
  }

  private woken(): Promise<void> {
    return new Promise((resolve) => this.waiting.push(resolve));
  }

  /** Starts a server and greets it. */
  static async start(options: ClientOptions = {}): Promise<Client> {
    const { folder } = options;
    const client = new Client(folder === undefined ? 'file:///net.prototxt' : `${folder}/net.prototxt`);
    const { connection } = client;
    connection.onNotification('textDocument/publishDiagnostics', (params: PublishDiagnosticsParams) => {
      client.published.push(params);
      client.wake();
    });
    connection.onNotification('caffePrototxt/summaryChanged', ({ uri }: { uri: string }) => {
      client.summaryChanges.push(uri);
    });
    connection.onRequest('workspace/inlayHint/refresh', () => {
      client.hintRefreshes += 1;
      client.wake();
      return null;
    });
    connection.onRequest('client/registerCapability', () => null);
    connection.onRequest('workspace/configuration', () => [options.configuration?.()]);
    connection.listen();
    const params: InitializeParams = {
      processId: process.pid,
      rootUri: null,
      workspaceFolders: folder === undefined ? null : [{ uri: folder, name: 'test' }],
      capabilities: {
        ...(options.resolvesEdits && {
          textDocument: { codeAction: { resolveSupport: { properties: ['edit'] }, dataSupport: true } },
        }),
        workspace: {
          configuration: options.configuration !== undefined,
          inlayHint: { refreshSupport: true },
          workspaceEdit: { resourceOperations: ['create'] },
        },
      },
      initializationOptions: options.initializationOptions,
    };
    await connection.sendRequest('initialize', params);
    await connection.sendNotification('initialized', {});
    return client;
  }

  /** Opens the client's one document. */
  async open(text: string): Promise<void> {
    this.version += 1;
    await this.connection.sendNotification('textDocument/didOpen', {
      textDocument: { uri: this.uri, languageId: 'prototxt', version: this.version, text },
    });
  }

  /** Puts a text in place of a part of one line. */
  async edit(line: number, start: number, end: number, text: string): Promise<void> {
    this.version += 1;
    await this.connection.sendNotification('textDocument/didChange', {
      textDocument: { uri: this.uri, version: this.version },
      contentChanges: [{ range: { start: { line, character: start }, end: { line, character: end } }, text }],
    });
  }

  /** Asks about the document. */
  ask<R>(method: string, params: object = {}): Promise<R> {
    return this.connection.sendRequest<R>(method, { textDocument: { uri: this.uri }, ...params });
  }

  /** The errors of the newest version, once they are there. */
  async errors(): Promise<Diagnostic[]> {
    const current = () =>
      this.published.findLast(({ uri, version }) => uri === this.uri && version === this.version);
    while (!current()) await this.woken();
    const all = current()?.diagnostics ?? [];
    return all.filter(({ severity }) => severity === DiagnosticSeverity.Error);
  }

  /** Waits until the server has asked so many times to have the hints fetched again. */
  async hintsRefreshed(times: number): Promise<void> {
    while (this.hintRefreshes < times) await this.woken();
  }

  /** What is said of a document, once it is as wanted. */
  async until(
    uri: string,
    wanted: (found: readonly Diagnostic[]) => boolean,
  ): Promise<readonly Diagnostic[]> {
    for (;;) {
      const last = this.published.findLast((params) => params.uri === uri);
      if (last && wanted(last.diagnostics)) return last.diagnostics;
      await this.woken();
    }
  }

  /** The codes of the errors that came for the newest version, each time that some came. */
  errorCodes(): (number | string | undefined)[][] {
    return this.published
      .filter(({ version }) => version === this.version)
      .map(({ diagnostics }) =>
        diagnostics.filter(({ severity }) => severity === DiagnosticSeverity.Error).map(({ code }) => code),
      );
  }

  /** The versions for which diagnostics came. */
  versions(): (number | undefined)[] {
    return this.published.map(({ version }) => version);
  }

  /** Ends the server as the protocol has it; resolves to its exit code. */
  async stop(): Promise<number | null> {
    const closed = once(this.child, 'close');
    await this.connection.sendRequest('shutdown');
    await this.connection.sendNotification('exit');
    const [code] = await closed;
    this.connection.dispose();
    return code;
  }
}
