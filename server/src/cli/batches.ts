import type { GivenFile } from './files.ts';
import { standardInput } from './readInput.ts';

/** Files that one thread analyzes together: indices from `from` to before `to`. */
export interface Batch {
  readonly from: number;
  readonly to: number;
}

/** The minimum number of batches per thread: with fewer, threads wait longer for each other at the end. */
const batchesPerThread = 32;
const mostFiles = 8;

/**
 * Splits files into batches of adjacent files, which are often variants of each other and share blocks. Large batches
 * come first, so that none of them starts when all other threads are done; otherwise the order is kept, so that output
 * is not delayed. Standard input is in no batch.
 */
export function batchesOf(files: readonly GivenFile[], threads: number): readonly Batch[] {
  const total = files.reduce((sum, { size }) => sum + size, 0);
  const most = total / (threads * batchesPerThread);
  const large: Batch[] = [];
  const others: Batch[] = [];
  for (let from = 0; from < files.length; ) {
    let [to, size] = [from, 0];
    while (to < files.length && to - from < mostFiles && (size === 0 || size + sizeOf(files[to]) <= most)) {
      if (files[to]?.path === standardInput) break;
      size += sizeOf(files[to]);
      to += 1;
    }
    if (to > from) (size > most ? large : others).push({ from, to });
    from = Math.max(to, from + 1);
  }
  return [...large, ...others];
}

function sizeOf(file: GivenFile | undefined): number {
  return file?.size ?? 0;
}
