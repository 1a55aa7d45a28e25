import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { CloseHandlerResult, ErrorHandler } from 'vscode-languageclient';
import { createCrashHandler } from '../../client/src/crashes.ts';

const [giveUp, restart] = [1, 2];
const shutdown = 2;

/** A handler that restarts a server a number of times. */
function libraryHandler(times: number): ErrorHandler {
  let left = times;
  return {
    error: () => ({ action: shutdown }),
    closed: (): CloseHandlerResult => {
      left -= 1;
      return left >= 0 ? { action: restart } : { action: giveUp, message: 'too often' };
    },
  };
}

function crashes(times: number) {
  const said: string[] = [];
  const handler = createCrashHandler(() => libraryHandler(times), {
    restarted: () => said.push('restarted'),
    gaveUp: () => said.push('gave up'),
  });
  return { said, handler };
}

test('a crash restarts the server; the user is told the first time and the last', async () => {
  const { said, handler } = crashes(3);
  const results: CloseHandlerResult[] = [];
  for (let crash = 0; crash < 4; crash++) results.push(await handler.closed());
  assert.deepEqual(
    results.map(({ action }) => action),
    [restart, restart, restart, giveUp],
  );
  assert.deepEqual(said, ['restarted', 'gave up']);
  assert.deepEqual(results.at(-1), { action: giveUp, message: 'too often', handled: true });
});

test('errors of the connection are left to the library', async () => {
  const { said, handler } = crashes(3);
  const result = await handler.error(new Error('broken'), undefined, 4);
  assert.deepEqual([result, said], [{ action: shutdown }, []]);
});
