import { Worker } from 'node:worker_threads';
import type { Batch } from './batches.ts';
import { Queue } from './queue.ts';
import type { WorkerInput, WorkerOutput } from './worker.ts';

/** The input of all workers, and the handlers of their results. */
export interface Pool<Settings, Report> {
  /** The module that each worker runs; it calls `serveFiles`. */
  readonly entry: URL;
  readonly threads: number;
  readonly paths: readonly string[];
  readonly batches: readonly Batch[];
  readonly settings: Settings;
  /** Called with the report of each file, once per file, in any order. */
  put(index: number, report: Report): void;
  /** Returns the report of a file on which a worker has crashed. */
  failed(error: unknown): Report;
}

/**
 * Analyses files in workers. If a worker crashes, its current file fails, and a new worker continues after it. Returns
 * the indices of the files that no worker has analyzed, for example if none can be started.
 */
export async function runPool<Settings, Report>(pool: Pool<Settings, Report>): Promise<readonly number[]> {
  const queue = new Queue(pool.batches, pool.threads);
  const left = new Set(pool.batches.flatMap(({ from, to }) => numbers(from, to)));
  const put = (index: number, report: Report) => {
    if (left.delete(index)) pool.put(index, report);
  };
  const run = async (thread: number) => {
    let first: Batch | undefined;
    do {
      queue.setAt(thread, undefined);
      const error = await runWorker(pool, queue, thread, first, put).catch((reason: unknown) => reason);
      const lost = queue.at(thread);
      if (lost === undefined) return;
      put(lost, pool.failed(error));
      const batch = queue.batches.find(({ from, to }) => from <= lost && lost < to);
      first = batch && { from: lost + 1, to: batch.to };
    } while (left.size > 0);
  };
  await Promise.all(numbers(0, pool.threads).map(run));
  return [...left];
}

/** Most objects of an analysis are short-lived: a large young generation makes garbage collection cheaper. */
const resourceLimits = { maxYoungGenerationSizeMb: 128 };

/** Runs a worker until it exits; resolves to its error, or to its exit code as a message. */
function runWorker<Settings, Report>(
  { entry, threads, paths, batches, settings }: Pool<Settings, Report>,
  { memory }: Queue,
  thread: number,
  first: Batch | undefined,
  put: (index: number, report: Report) => void,
): Promise<unknown> {
  return new Promise((resolve) => {
    const input: WorkerInput<Settings> = { thread, threads, paths, batches, memory, first, settings };
    const worker = new Worker(entry, { workerData: input, resourceLimits });
    let failure: unknown;
    worker.on('message', ({ index, report }: WorkerOutput<Report>) => put(index, report));
    worker.on('error', (error) => {
      failure = error;
    });
    worker.on('exit', (code) => resolve(failure ?? `Its thread exited with code ${code}.`));
  });
}

function numbers(from: number, to: number): number[] {
  return Array.from({ length: to - from }, (_, index) => from + index);
}
