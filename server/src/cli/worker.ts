import { parentPort, workerData } from 'node:worker_threads';
import type { Batch } from './batches.ts';
import { Queue } from './queue.ts';

/** What a worker is started with. */
export interface WorkerInput<Settings> {
  readonly thread: number;
  readonly threads: number;
  readonly paths: readonly string[];
  readonly batches: readonly Batch[];
  readonly memory: SharedArrayBuffer;
  /** What a worker left that ended too early. */
  readonly first: Batch | undefined;
  readonly settings: Settings;
}

/** What a worker makes of a file, by its number. */
export interface WorkerOutput<Report> {
  readonly index: number;
  readonly report: Report;
}

/** In a worker: analyses files as long as there are any. */
export async function serveFiles<Settings, Report>(
  prepare: (settings: Settings) => (path: string) => Promise<Report>,
): Promise<void> {
  const { thread, threads, paths, batches, memory, first, settings }: WorkerInput<Settings> = workerData;
  const queue = new Queue(batches, threads, memory);
  const analyse = prepare(settings);
  for (let batch = first ?? queue.take(); batch; batch = queue.take()) {
    for (let index = batch.from; index < batch.to; index += 1) {
      queue.setAt(thread, index);
      const report = await analyse(paths[index] ?? '');
      const output: WorkerOutput<Report> = { index, report };
      parentPort?.postMessage(output);
    }
  }
  queue.setAt(thread, undefined);
}
