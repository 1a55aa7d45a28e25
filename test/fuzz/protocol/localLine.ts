import { PassThrough } from 'node:stream';
import { mock } from 'node:test';
import { createConnection, StreamMessageReader, StreamMessageWriter } from 'vscode-languageserver/node';
import { startServer } from '../../../server/src/lsp/server.ts';
import { memoryHost } from '../../workspace/support/memoryHost.ts';
import { framed, type Line, type Received } from './line.ts';

/** A server in this process, whose time only passes when it is told to. One at a time. */
export function localLine(): Line {
  let time = 0;
  mock.timers.enable({ apis: ['setTimeout'] });
  mock.method(performance, 'now', () => time);
  const [toServer, toClient] = [new PassThrough(), new PassThrough()];
  const connection = createConnection(new StreamMessageReader(toServer), new StreamMessageWriter(toClient));
  startServer(connection, { hostOf: () => memoryHost({}), uriOf: (file) => file });
  const received: Received[] = [];
  new StreamMessageReader(toClient).listen((message) => received.push(message));
  const pass = async (milliseconds: number) => {
    await idle();
    time += milliseconds;
    mock.timers.tick(milliseconds);
    await idle();
  };
  return {
    received,
    send: (message) => toServer.write(framed(message)),
    pass,
    async settle() {
      for (let second = 0; second < 10; second++) await pass(1000);
    },
    async stop() {
      connection.dispose();
      mock.reset();
      mock.timers.reset();
      return undefined;
    },
  };
}

/** Many turns of the event loop, in which all messages that were sent are handled. */
async function idle(): Promise<void> {
  for (let turn = 0; turn < 30; turn++) await new Promise((resolve) => setImmediate(resolve));
}
