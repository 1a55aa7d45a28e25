import { on } from 'node:events';
import { statSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { parentPort, Worker } from 'node:worker_threads';
import { analyse, type CommandName, type CommandOptions, type FileReport } from './analyse.ts';

/** The files of one worker. */
interface Job {
  readonly command: CommandName;
  readonly files: readonly string[];
  readonly options: CommandOptions;
}

/** Bytes of text that make up for the start of workers. */
const muchText = 1_000_000;

/** Whether the files are several, and large enough together, for more than one core. */
export function worthWorkers(files: readonly string[]): boolean {
  if (files.length < 2 || availableParallelism() < 2) return false;
  const sizes = files.map((file) => statSync(file, { throwIfNoEntry: false })?.size ?? 0);
  return sizes.reduce((sum, size) => sum + size, 0) >= muchText;
}

/** Analyses files on all cores, dealt out in turn, and gives their reports in order. */
export async function* analyseInWorkers(
  command: CommandName,
  files: readonly string[],
  options: CommandOptions,
  entry: URL,
): AsyncGenerator<FileReport> {
  const count = availableParallelism();
  const workers = Array.from({ length: count }, () => startWorker(entry));
  const reports = workers.map((worker) => on(worker, 'message'));
  try {
    workers.forEach((worker, turn) => {
      const job: Job = { command, files: files.filter((_, index) => index % count === turn), options };
      worker.postMessage(job);
    });
    for (const index of files.keys()) {
      const [report] = (await reports[index % count]?.next())?.value ?? [];
      yield report;
    }
  } finally {
    await Promise.all(workers.map((worker) => worker.terminate()));
  }
}

function startWorker(entry: URL): Worker {
  return new Worker(entry, { resourceLimits: { maxYoungGenerationSizeMb: 96 } });
}

/** The other side: reports on each file of its job. */
export function serveFiles(): void {
  parentPort?.on('message', ({ command, files, options }: Job) => {
    for (const file of files) parentPort?.postMessage(analyse(command, file, options));
  });
}
