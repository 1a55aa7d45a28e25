import { PassThrough } from 'node:stream';
import { mock } from 'node:test';
import {
  createConnection,
  createProtocolConnection,
  type Diagnostic,
  type ProtocolConnection,
  type PublishDiagnosticsParams,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';
import { startServer } from '../../../server/src/lsp/server.ts';
import type { Host } from '../../../server/src/workspace/host.ts';

/** A server in this process with the files of a host. Time only passes in `advance`. */
export class LocalServer {
  /** All published diagnostics, in order. */
  readonly published: PublishDiagnosticsParams[] = [];
  private static time = 0;
  private readonly connection: ProtocolConnection;

  private constructor(connection: ProtocolConnection) {
    this.connection = connection;
  }

  static async start(host: Host): Promise<LocalServer> {
    mock.timers.enable({ apis: ['setTimeout'] });
    mock.method(performance, 'now', () => LocalServer.time);
    const [toServer, toClient] = [new PassThrough(), new PassThrough()];
    startServer(createConnection(new StreamMessageReader(toServer), new StreamMessageWriter(toClient)), {
      hostOf: () => host,
      uriOf: (file) => file,
    });
    const connection = createProtocolConnection(
      new StreamMessageReader(toClient),
      new StreamMessageWriter(toServer),
    );
    const server = new LocalServer(connection);
    connection.onNotification('textDocument/publishDiagnostics', (params: PublishDiagnosticsParams) => {
      server.published.push(params);
    });
    connection.listen();
    await connection.sendRequest('initialize', {
      processId: null,
      rootUri: null,
      workspaceFolders: null,
      capabilities: {},
    });
    await connection.sendNotification('initialized', {});
    return server;
  }

  async open(uri: string, text: string): Promise<void> {
    await this.connection.sendNotification('textDocument/didOpen', {
      textDocument: { uri, languageId: 'prototxt', version: 1, text },
    });
    await this.advance(0);
  }

  /** Replaces the text of a document. */
  async write(uri: string, version: number, text: string): Promise<void> {
    await this.connection.sendNotification('textDocument/didChange', {
      textDocument: { uri, version },
      contentChanges: [{ text }],
    });
    await this.advance(0);
  }

  async close(uri: string): Promise<void> {
    await this.connection.sendNotification('textDocument/didClose', { textDocument: { uri } });
    await this.advance(0);
  }

  async configure(settings: object): Promise<void> {
    await this.connection.sendNotification('workspace/didChangeConfiguration', {
      settings: { caffePrototxt: settings },
    });
    await this.advance(0);
  }

  /** Lets time pass, in milliseconds, and waits until the server is idle. */
  async advance(milliseconds: number): Promise<void> {
    await idle();
    LocalServer.time += milliseconds;
    mock.timers.tick(milliseconds);
    await idle();
    mock.timers.tick(0);
    await idle();
  }

  /** The latest diagnostics of a document, `severity code`; undefined if none were published. */
  shown(uri: string): string[] | undefined {
    const last = this.published.findLast((params) => params.uri === uri);
    return last?.diagnostics.map(labelOf);
  }

  stop(): void {
    this.connection.dispose();
    mock.reset();
    mock.timers.reset();
  }
}

const severities = ['', 'error', 'warning', 'information', 'hint'];

function labelOf({ severity = 1, code }: Diagnostic): string {
  return `${severities[severity]} ${code}`;
}

/** Many turns of the event loop, in which all messages that were sent are handled. */
async function idle(): Promise<void> {
  for (let turn = 0; turn < 50; turn++) await new Promise((resolve) => setImmediate(resolve));
}
