import { resolve } from 'node:path';
import type { SolverData } from '../workspace/solvers.ts';
import { analyze, applyFix, failed } from './analyze.ts';
import { batchesOf } from './batches.ts';
import type { CommandName, CommandOptions, FileReport } from './command.ts';
import { findSolvers, type GivenFile, measure, takeSolvers } from './files.ts';
import { filesOf } from './folders.ts';
import { InOrder } from './output/inOrder.ts';
import { ReportPrinter } from './output/printer.ts';
import { showProgress } from './output/progress.ts';
import { tell } from './output/streams.ts';
import { runPool } from './pool.ts';
import { standardInput } from './readInput.ts';
import { threadsFor } from './threads.ts';
import { serveFiles } from './worker.ts';

/** A command with its options, and the module that its workers run. */
export interface FilesRun {
  readonly command: CommandName;
  readonly options: CommandOptions;
  readonly workerEntry: URL;
}

/**
 * Runs a command on files and folders, and prints the reports in their order, each as soon as possible. Returns the
 * exit code: 2 if a file cannot be read or analyzed, otherwise 1 if a file has errors or there are too many warnings.
 * Shows the progress on a terminal if there are many files.
 */
export async function runFiles(run: FilesRun, paths: readonly string[]): Promise<number> {
  const files = withoutRepeats(paths.flatMap((path) => filesOf(path, tell))).map(measure);
  const progress = showProgress(files.length, process.stderr);
  const printer = new ReportPrinter(run.command, run.options, progress.clear);
  const inOrder = new InOrder<readonly [GivenFile, FileReport]>();
  printer.start();
  await analyzeAll(run, files, (index, report) => {
    const file = files[index];
    if (!file) return;
    progress.step(file.path);
    // Only this thread writes, as signals wait only for this one.
    const written = applyFix(file.path, report);
    for (const [{ path }, next] of inOrder.put(index, [file, written])) printer.print(path, next);
  });
  return printer.end();
}

/** The first of several equal paths, such as a file and the folder that it is in. */
function withoutRepeats(paths: readonly string[]): string[] {
  const byPath = new Map<string, string>();
  for (const path of paths) {
    const key = path === standardInput ? path : resolve(path);
    if (!byPath.has(key)) byPath.set(key, path);
  }
  return [...byPath.values()];
}

/** The settings that workers are started with. */
interface WorkerSettings {
  readonly command: CommandName;
  readonly options: CommandOptions;
  readonly solvers: SolverData;
}

/** Analyses files, in several threads if there are many; calls `put` with the reports in any order. */
async function analyzeAll(
  { command, options, workerEntry }: FilesRun,
  files: readonly GivenFile[],
  put: (index: number, report: FileReport) => void,
): Promise<void> {
  const solvers = findSolvers(files);
  const here = async (index: number) => put(index, await analyze(command, files[index]?.path ?? '', options));
  const threads = threadsFor(files, { jobs: options.jobs, isWriting: options.fix });
  if (threads === 1) {
    for (const index of files.keys()) await here(index);
    return;
  }
  const batches = batchesOf(files, threads);
  const settings: WorkerSettings = { command, options, solvers };
  const paths = files.map(({ path }) => path);
  const pool = runPool({ entry: workerEntry, threads, paths, batches, settings, put, failed });
  for (const [index, path] of paths.entries()) if (path === standardInput) await here(index);
  for (const index of await pool) await here(index);
}

/** Entry point of the workers of `runFiles`. */
export function serveRun(): Promise<void> {
  return serveFiles(({ command, options, solvers }: WorkerSettings) => {
    takeSolvers(solvers);
    return (path) => analyze(command, path, options);
  });
}
