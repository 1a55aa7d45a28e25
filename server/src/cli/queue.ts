import type { Batch } from './batches.ts';

const nothing = -1;

/** Batches that threads take one by one, and the current file of each thread, in shared memory. */
export class Queue {
  readonly batches: readonly Batch[];
  readonly memory: SharedArrayBuffer;
  private readonly numbers: Int32Array;

  /** Pass the `memory` of an existing queue to share it with a different thread. */
  constructor(batches: readonly Batch[], threads: number, memory?: SharedArrayBuffer) {
    this.batches = batches;
    this.memory = memory ?? new SharedArrayBuffer((1 + threads) * Int32Array.BYTES_PER_ELEMENT);
    this.numbers = new Int32Array(this.memory);
    if (!memory) this.numbers.fill(nothing, 1);
  }

  /** Takes the next batch; no other thread gets it. */
  take(): Batch | undefined {
    return this.batches[Atomics.add(this.numbers, 0, 1)];
  }

  /** Sets the current file of a thread; undefined for none. */
  setAt(thread: number, file: number | undefined): void {
    Atomics.store(this.numbers, 1 + thread, file ?? nothing);
  }

  /** The current file of a thread, or the last one if it has exited. */
  at(thread: number): number | undefined {
    const file = Atomics.load(this.numbers, 1 + thread);
    return file === nothing ? undefined : file;
  }
}
