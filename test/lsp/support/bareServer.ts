import { PassThrough } from 'node:stream';
import {
  createConnection,
  createProtocolConnection,
  LogMessageNotification,
  type ProtocolConnection,
  PublishDiagnosticsNotification,
  type PublishDiagnosticsParams,
  ResponseError,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';
import { createLifecycle } from '../../../server/src/lsp/lifecycle.ts';
import { startServer } from '../../../server/src/lsp/server.ts';
import { type Host, noHost } from '../../../server/src/workspace/host.ts';

/** A server in this process, which is not initialized, and a client that sends what it is told. */
export class BareServer {
  /** The messages in the log of the client. */
  readonly log: string[] = [];
  readonly published: PublishDiagnosticsParams[] = [];
  readonly connection: ProtocolConnection;

  constructor(host: Host = noHost) {
    const [toServer, toClient] = [new PassThrough(), new PassThrough()];
    const server = createConnection(new StreamMessageReader(toServer), new StreamMessageWriter(toClient), {
      messageStrategy: createLifecycle(),
    });
    startServer(server, { hostOf: () => host, uriOf: (file) => file });
    this.connection = createProtocolConnection(
      new StreamMessageReader(toClient),
      new StreamMessageWriter(toServer),
    );
    this.connection.onNotification(LogMessageNotification.type, ({ message }) => {
      this.log.push(message);
    });
    this.connection.onNotification(PublishDiagnosticsNotification.type, (params) => {
      this.published.push(params);
    });
    this.connection.listen();
  }

  /** An initialized server with an open document. */
  static async with(uri: string, text: string, capabilities: object = {}, host?: Host): Promise<BareServer> {
    const server = new BareServer(host);
    await server.ask('initialize', { processId: null, rootUri: null, workspaceFolders: null, capabilities });
    await server.tell('initialized', {});
    await server.tell('textDocument/didOpen', {
      textDocument: { uri, languageId: 'prototxt', version: 1, text },
    });
    return server;
  }

  /** The answer of a request; the code of its error if there is one. */
  async ask(method: string, params?: object): Promise<unknown> {
    try {
      return await (params
        ? this.connection.sendRequest(method, params)
        : this.connection.sendRequest(method));
    } catch (error) {
      if (error instanceof ResponseError) return error.code;
      throw error;
    }
  }

  async tell(method: string, params?: object): Promise<void> {
    await this.connection.sendNotification(method, params);
  }

  /** Waits until diagnostics of a version are published; returns their codes. */
  async codesOf(uri: string, version: number): Promise<(string | number | undefined)[]> {
    for (;;) {
      const found = this.published.findLast((params) => params.uri === uri && params.version === version);
      if (found) return found.diagnostics.map(({ code }) => code);
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
  }

  stop(): void {
    this.connection.dispose();
  }
}
