import type { Batch } from './batches.ts';

const nothing = -1;

/** Batches that threads take one by one, and which file each thread is at: a few numbers in memory that threads share. */
export class Queue {
  readonly batches: readonly Batch[];
  readonly memory: SharedArrayBuffer;
  private readonly numbers: Int32Array;

  /** In another thread, `memory` is that of the queue there. */
  constructor(batches: readonly Batch[], threads: number, memory?: SharedArrayBuffer) {
    this.batches = batches;
    this.memory = memory ?? new SharedArrayBuffer((1 + threads) * Int32Array.BYTES_PER_ELEMENT);
    this.numbers = new Int32Array(this.memory);
    if (!memory) this.numbers.fill(nothing, 1);
  }

  /** The next batch, which is then nobody else's. */
  take(): Batch | undefined {
    return this.batches[Atomics.add(this.numbers, 0, 1)];
  }

  /** Notes which file a thread is at; undefined for none. */
  setAt(thread: number, file: number | undefined): void {
    Atomics.store(this.numbers, 1 + thread, file ?? nothing);
  }

  /** The file that a thread is at, or was when it ended. */
  at(thread: number): number | undefined {
    const file = Atomics.load(this.numbers, 1 + thread);
    return file === nothing ? undefined : file;
  }
}
