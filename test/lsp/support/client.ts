import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  type ConfigurationParams,
  createProtocolConnection,
  type Diagnostic,
  DiagnosticSeverity,
  type InitializeParams,
  type PublishDiagnosticsParams,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';

const server = new URL('../../../server/src/lsp/main.node.ts', import.meta.url).pathname;

/** The capabilities and settings of a client. */
export interface ClientOptions {
  readonly initializationOptions?: unknown;
  /** The response to `workspace/configuration`; unsupported without it. */
  readonly configuration?: () => unknown;
  /** The same for a folder; as for all files without it. */
  readonly folderConfiguration?: (folder: string) => unknown;
  /** Whether the edits of code actions can be resolved later. */
  readonly resolvesEdits?: boolean;
  /** Whether a workspace edit may state versions of documents. */
  readonly editsVersions?: boolean;
  /** Whether it shows the progress of the server. */
  readonly showsProgress?: boolean;
  readonly pullsDiagnostics?: boolean;
  /** Whether edits may have labels. */
  readonly labelsEdits?: boolean;
  /** The URI of the open folder; its document is `net.prototxt`. */
  readonly folder?: string;
}

/** A scripted editor that communicates with a server over standard input and output. */
export class Client {
  readonly uri: string;
  readonly summaryChanges: string[] = [];
  hintRefreshes = 0;
  /** The messages that the server shows to the user. */
  readonly messages: string[] = [];
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

  readonly published: PublishDiagnosticsParams[] = [];
  private readonly waiting: (() => void)[] = [];
  private version = 0;

  private wake(): void {
    for (const wake of this.waiting.splice(0)) wake();
  }

  private woken(): Promise<void> {
    return new Promise((resolve) => this.waiting.push(resolve));
  }

  /** Starts and initializes a server. */
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
    connection.onNotification('window/showMessage', ({ message }: { message: string }) => {
      client.messages.push(message);
    });
    connection.onRequest('workspace/inlayHint/refresh', () => {
      client.hintRefreshes += 1;
      client.wake();
      return null;
    });
    connection.onRequest('client/registerCapability', () => null);
    connection.onRequest('window/workDoneProgress/create', () => null);
    connection.onRequest('workspace/configuration', ({ items }: ConfigurationParams) =>
      items.map(({ scopeUri }) =>
        scopeUri === undefined || !options.folderConfiguration
          ? options.configuration?.()
          : options.folderConfiguration(scopeUri),
      ),
    );
    connection.listen();
    const params: InitializeParams = {
      processId: process.pid,
      rootUri: null,
      workspaceFolders: folder === undefined ? null : [{ uri: folder, name: 'test' }],
      capabilities: {
        window: { workDoneProgress: options.showsProgress === true },
        textDocument: {
          ...(options.resolvesEdits && {
            codeAction: { resolveSupport: { properties: ['edit'] }, dataSupport: true },
          }),
          ...(options.pullsDiagnostics && { diagnostic: {} }),
        },
        workspace: {
          configuration: options.configuration !== undefined,
          inlayHint: { refreshSupport: true },
          workspaceEdit: {
            resourceOperations: ['create'],
            documentChanges: options.editsVersions === true,
            ...(options.labelsEdits && { changeAnnotationSupport: {} }),
          },
        },
      },
      initializationOptions: options.initializationOptions,
    };
    await connection.sendRequest('initialize', params);
    await connection.sendNotification('initialized', {});
    return client;
  }

  /** Opens the document of the client. */
  async open(text: string): Promise<void> {
    this.version += 1;
    await this.connection.sendNotification('textDocument/didOpen', {
      textDocument: { uri: this.uri, languageId: 'prototxt', version: this.version, text },
    });
  }

  /** Replaces a part of one line. */
  async edit(line: number, start: number, end: number, text: string): Promise<void> {
    this.version += 1;
    await this.connection.sendNotification('textDocument/didChange', {
      textDocument: { uri: this.uri, version: this.version },
      contentChanges: [{ range: { start: { line, character: start }, end: { line, character: end } }, text }],
    });
  }

  /** Sends a request about the document. */
  ask<R>(method: string, params: object = {}): Promise<R> {
    return this.connection.sendRequest<R>(method, { textDocument: { uri: this.uri }, ...params });
  }

  /** Waits for the diagnostics of the latest version; returns the errors. */
  async errors(): Promise<Diagnostic[]> {
    const current = () =>
      this.published.findLast(({ uri, version }) => uri === this.uri && version === this.version);
    while (!current()) await this.woken();
    const all = current()?.diagnostics ?? [];
    return all.filter(({ severity }) => severity === DiagnosticSeverity.Error);
  }

  /** Waits until the server has requested a number of refreshes of the hints. */
  async hintsRefreshed(times: number): Promise<void> {
    while (this.hintRefreshes < times) await this.woken();
  }

  /** Waits for diagnostics of a document that match a condition. */
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

  /** The codes of the errors of each publication for the latest version. */
  errorCodes(): (number | string | undefined)[][] {
    return this.published
      .filter(({ version }) => version === this.version)
      .map(({ diagnostics }) =>
        diagnostics.filter(({ severity }) => severity === DiagnosticSeverity.Error).map(({ code }) => code),
      );
  }

  /** The versions for which diagnostics were published. */
  versions(): (number | undefined)[] {
    return this.published.map(({ version }) => version);
  }

  /** Shuts the server down; resolves to its exit code. */
  async stop(): Promise<number | null> {
    const closed = once(this.child, 'close');
    await this.connection.sendRequest('shutdown');
    await this.connection.sendNotification('exit');
    const [code] = await closed;
    this.connection.dispose();
    return code;
  }
}
