import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { StreamMessageReader } from 'vscode-languageserver/node';
import { framed, type Line, type Received } from './line.ts';

const server = new URL('../../../server/src/lsp/main.node.ts', import.meta.url).pathname;

/** After this time without a message, in milliseconds, a server that has answered is idle. */
const quiet = 1000;

/** A server in a process of its own, over standard input and output. */
export function stdioLine(): Line {
  const child = spawn(process.execPath, [server, '--stdio'], { stdio: ['pipe', 'pipe', 'ignore'] });
  const ended = once(child, 'exit');
  // Writing to a server that ended fails; its exit code tells why.
  child.stdin.on('error', () => {});
  const received: Received[] = [];
  new StreamMessageReader(child.stdout).listen((message) => received.push(message));
  const asked: unknown[] = [];
  const send = (message: object) => {
    if ('id' in message) asked.push(message.id);
    child.stdin.write(framed(message));
  };
  const settle = async () => {
    const isAnswered = () => asked.every((id) => received.some((message) => message.id === id));
    for (let waits = 0; !isAnswered() && waits < 600; waits++) await sleep(100);
    for (let before = -1; before !== received.length; ) {
      before = received.length;
      await sleep(quiet);
    }
  };
  return {
    received,
    send,
    pass: (milliseconds) => sleep(Math.min(milliseconds, 100)),
    settle,
    async stop() {
      send({ id: 'shutdown', method: 'shutdown' });
      send({ method: 'exit' });
      const late = sleep(10_000, ['later than 10 s'], { ref: false });
      const [code]: unknown[] = await Promise.race([ended, late]);
      child.kill('SIGKILL');
      return code === 0 ? undefined : `the server ends with ${code}`;
    },
  };
}
