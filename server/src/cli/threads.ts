import { availableParallelism } from 'node:os';
import type { GivenFile } from './files.ts';

const mostThreads = 8;
/** With less input per worker, starting the worker takes longer than it saves. */
const bytesPerThread = 300_000;

/**
 * The number of threads: as requested, otherwise one per core if there is enough work for each. 1 with `isWriting` if a
 * file is given twice, so that two threads do not write it.
 */
export function threadsFor(
  files: readonly GivenFile[],
  { jobs, isWriting = false }: { readonly jobs?: number | undefined; readonly isWriting?: boolean },
): number {
  const identities = files.flatMap(({ identity }) => identity ?? []);
  if (isWriting && new Set(identities).size < identities.length) return 1;
  if (jobs !== undefined) return Math.max(1, Math.min(jobs, files.length));
  const total = files.reduce((sum, { size }) => sum + size, 0);
  const worthwhile = Math.floor(total / bytesPerThread);
  return Math.max(1, Math.min(availableParallelism(), mostThreads, files.length, worthwhile));
}
