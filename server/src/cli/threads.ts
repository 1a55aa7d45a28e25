import { availableParallelism } from 'node:os';
import type { GivenFile } from './files.ts';

const mostThreads = 8;
/** A worker with fewer bytes of prototxt than these costs about as much for its start and its compilation as it saves. */
const bytesPerThread = 300_000;

/**
 * In how many threads files are analysed: in so many as there are cores, where there is enough to do for each; or in as
 * many as were asked for. With `isWriting`, a file that is named twice is not left to two threads.
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
