import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { FileProblem } from './fileErrors.ts';

/** The argument for standard input. */
export const standardInput = '-';

/** The maximum size of a file to analyze, in bytes: many times the size of any published net. */
export const largestFile = 16_000_000;

const chunkSize = 65_536;

/**
 * Reads a file, a named pipe or standard input to its end. Throws the error of the file system, or a `FileProblem` for
 * more than `largestFile` bytes, of which no more are read: a device may have no end.
 */
export function readInput(path: string): Buffer {
  if (path === standardInput) return readAll(0);
  const file = openSync(path, 'r');
  try {
    return readAll(file);
  } finally {
    closeSync(file);
  }
}

function readAll(file: number): Buffer {
  const found = fstatSync(file);
  const size = found.isFile() ? found.size : 0;
  if (size > largestFile) throw tooLarge(megabytes(size));
  const buffer = Buffer.allocUnsafe(size + chunkSize);
  const chunks: Buffer[] = [];
  for (let total = 0; ; ) {
    const length = readPart(file, buffer);
    if (length === 0) return Buffer.concat(chunks);
    total += length;
    if (total > largestFile) throw tooLarge(`more than ${megabytes(largestFile)}`);
    chunks.push(Buffer.from(buffer.subarray(0, length)));
  }
}

/** Waits for input that another process has not written yet, where the system does not wait. */
function readPart(file: number, buffer: Buffer): number {
  for (;;) {
    try {
      return readSync(file, buffer);
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? error.code : undefined;
      // How Windows reports the end of a pipe.
      if (code === 'EOF') return 0;
      if (code !== 'EAGAIN') throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, waitingTime);
    }
  }
}

/** In milliseconds. */
const waitingTime = 10;

function tooLarge(size: string): FileProblem {
  return new FileProblem(`the file has ${size}; at most ${megabytes(largestFile)} are supported.`);
}

function megabytes(bytes: number): string {
  return `${Math.ceil(bytes / 1e6).toLocaleString('en-US')} MB`;
}
