import { parentPort, workerData } from 'node:worker_threads';
import type { Batch } from './batches.ts';
import { Queue } from './queue.ts';

/** The input of a worker. */
export interface WorkerInput<Settings> {
  readonly thread: number;
  readonly threads: number;
  readonly paths: readonly string[];
  readonly batches: readonly Batch[];
  readonly memory: SharedArrayBuffer;
  /** The rest of the batch of a crashed worker. */
  readonly first: Batch | undefined;
  readonly settings: Settings;
}

/** The report of a file, by its index. */
export interface WorkerOutput<Report> {
  readonly index: number;
  readonly report: Report;
}

/** Entry point of a worker: analyzes files until none is left. */
export async function serveFiles<Settings, Report>(
  prepare: (settings: Settings) => (path: string) => Promise<Report>,
): Promise<void> {
  const { thread, threads, paths, batches, memory, first, settings }: WorkerInput<Settings> = workerData;
  const queue = new Queue(batches, threads, memory);
  const analyze = prepare(settings);
  for (let batch = first ?? queue.take(); batch; batch = queue.take()) {
    for (let index = batch.from; index < batch.to; index += 1) {
      queue.setAt(thread, index);
      const report = await analyze(paths[index] ?? '');
      const output: WorkerOutput<Report> = { index, report };
      parentPort?.postMessage(output);
    }
  }
  queue.setAt(thread, undefined);
}
