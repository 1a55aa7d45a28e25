import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Batch, batchesOf } from '../../server/src/cli/batches.ts';
import { InOrder } from '../../server/src/cli/output/inOrder.ts';
import { runPool } from '../../server/src/cli/pool.ts';
import { threadsFor } from '../../server/src/cli/threads.ts';

const entry = new URL('./support/worker.ts', import.meta.url);

/** The reports of a pool for paths that control the worker: see support/worker.ts. */
async function reportsOf(
  paths: readonly string[],
  threads: number,
  batches: readonly Batch[],
  module = entry,
) {
  const reports: (string | undefined)[] = paths.map(() => undefined);
  const left = await runPool<string, string>({
    entry: module,
    threads,
    paths,
    batches,
    settings: 'seen',
    put: (index, report) => {
      assert.equal(reports[index], undefined, `${index} is reported once`);
      reports[index] = report;
    },
    failed: (error) => `failed: ${error instanceof Error ? error.message : error}`,
  });
  return { reports, left };
}

function single(count: number): Batch[] {
  return Array.from({ length: count }, (_, from) => ({ from, to: from + 1 }));
}

const lost: readonly (readonly [string, string, RegExp])[] = [
  ['an error', 'throw', /^failed: thrown$/u],
  ['an exit', 'exit', /^failed: Its thread exited with code 3\.$/u],
];

for (const [name, what, message] of lost) {
  test(`a worker that ends by ${name} fails one file: in the middle, first, last, and twice`, async () => {
    for (const paths of [
      ['a', what, 'b', 'c'],
      [what, 'a', 'b', 'c'],
      ['a', 'b', 'c', what],
      ['a', what, what, 'b'],
    ]) {
      for (const batches of [single(4), [{ from: 0, to: 4 }]]) {
        const { reports, left } = await reportsOf(paths, 2, batches);
        for (const [index, path] of paths.entries())
          assert.match(reports[index] ?? '', path === what ? message : new RegExp(`^seen ${path}$`, 'u'));
        assert.deepEqual(left, []);
      }
    }
  });
}

test('every file is analyzed once, for any number of workers', async () => {
  const paths = Array.from({ length: 40 }, (_, index) => `${index}`);
  const { reports } = await reportsOf(paths, 3, single(40));
  assert.deepEqual(
    reports,
    paths.map((path) => `seen ${path}`),
  );
});

test('files are returned if no worker can be started', async () => {
  const missing = new URL('./support/missing.ts', import.meta.url);
  const { left } = await reportsOf(['a', 'b', 'c'], 2, single(3), missing);
  assert.deepEqual(left, [0, 1, 2]);
});

function sized(...sizes: readonly number[]) {
  return sizes.map((size, index) => ({ path: `${index}`, size, identity: `${index}` }));
}

test('batches: adjacent files together, large batches first, each file once, no standard input', () => {
  const small = Array.from({ length: 100 }, () => 10);
  const files = [...sized(...small, 900, 5, 5), { path: '-', size: 0 }, ...sized(5, 0)];
  const batches = batchesOf(files, 2);
  assert.deepEqual(batches[0], { from: 100, to: 101 });
  const given = batches.flatMap(({ from, to }) =>
    Array.from({ length: to - from }, (_, more) => from + more),
  );
  assert.deepEqual(
    given.sort((one, other) => one - other),
    [...files.keys()].filter((index) => files[index]?.path !== '-'),
  );
  assert.ok(batches.length < files.length);
  assert.deepEqual(batchesOf([], 2), []);
});

test('threads: as requested, otherwise if there is enough work', () => {
  const few = sized(1000, 1000, 1000);
  const many = sized(...Array.from({ length: 100 }, () => 100_000));
  const twice = [...many, ...many];
  assert.equal(threadsFor(few, {}), 1);
  assert.equal(threadsFor(sized(20_000_000), {}), 1);
  assert.equal(threadsFor([], { jobs: 4 }), 1);
  assert.equal(threadsFor(few, { jobs: 2 }), 2);
  assert.equal(threadsFor(few, { jobs: 9 }), 3);
  assert.equal(threadsFor(many, { jobs: 1 }), 1);
  assert.ok(threadsFor(many, {}) <= 8);
  assert.equal(threadsFor(twice, { jobs: 4, isWriting: true }), 1);
  assert.equal(threadsFor(twice, { jobs: 4 }), 4);
  assert.equal(threadsFor(many, { jobs: 4, isWriting: true }), 4);
});

test('in order: each item as soon as all earlier ones have arrived', () => {
  const inOrder = new InOrder<string>();
  assert.deepEqual(inOrder.put(1, 'b'), []);
  assert.deepEqual(inOrder.put(0, 'a'), ['a', 'b']);
  assert.deepEqual(inOrder.put(3, 'd'), []);
  assert.deepEqual(inOrder.put(2, 'c'), ['c', 'd']);
});
