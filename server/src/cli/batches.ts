import { type GivenFile, standardInput } from './files.ts';

/** Files that one thread takes together, as numbers: from the first up to the one behind the last. */
export interface Batch {
  readonly from: number;
  readonly to: number;
}

/** Batches for each thread, at least: the fewer there are, the longer threads wait for each other in the end. */
const batchesPerThread = 32;
const mostFiles = 8;

/**
 * Cuts files into batches of neighbours, which often are variants of each other and share blocks. Large batches come
 * first, so that none of them is begun when all other threads are done; else the order is kept, so that output need not
 * wait. Standard input is in no batch.
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
