import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Find } from './run.ts';
// Loaded in advance, as the time of the run is short.
import './plan.ts';
import { supervise } from './supervise.ts';

test('an input that never ends and one that ends the thread are reported, and the run continues', async () => {
  const finds: Find[] = [];
  const request = { seed: '1', kinds: ['text'], corpus: undefined, round: 0, known: [] };
  const script = new URL('support/brokenWorker.ts', import.meta.url);
  const tally = await supervise(request, 5, (find) => finds.push(find), { script, longest: 1000 });
  assert.deepEqual(
    finds.map(({ kind, index, oracle }) => [kind, index, oracle]),
    [
      ['text', 0, 'every input ends'],
      ['text', 1, 'every input ends'],
    ],
  );
  assert.match(finds[0]?.message ?? '', /^takes longer than 1 s$/u);
  assert.match(finds[1]?.message ?? '', /^ends the process: Error: out of memory/u);
  assert.ok(finds.every(({ input }) => input.length > 0));
  assert.equal(tally.failed, 2);
  assert.ok(tally.round > 2);
});
