import { fstatSync, writeFileSync } from 'node:fs';
import { isatty } from 'node:tty';
import { whyNot } from '../fileErrors.ts';
import { type Line, lineText } from './line.ts';

/**
 * Writes to standard output. If that fails, for example on a full disk, the process ends with a message and exit code
 * 2; if the reader has closed the pipe, as `head` does, it ends silently.
 */
export function writeOutput(data: string | Uint8Array): void {
  try {
    // A stream would lose the rest of a partial write, and report a failure after the end of the process.
    if (isFile(1)) writeFileSync(1, data);
    else process.stdout.write(data);
  } catch (error) {
    endAfter(error);
  }
}

/** Writes lines to standard error: messages that are not results. */
export function tell(...lines: readonly Line[]): void {
  try {
    process.stderr.write(lines.map((line) => lineText(line)).join(''));
  } catch {
    // There is no other place for the message.
    process.exit(2);
  }
}

/** Handles failures of the standard streams that occur later than the call that writes. */
export function watchStreams(): void {
  process.stdout.on('error', endAfter);
  process.stderr.on('error', () => process.exit(2));
}

/** Whether a descriptor is a file or a device other than a terminal, to which writing is never delayed. */
function isFile(descriptor: number): boolean {
  try {
    const found = fstatSync(descriptor);
    return found.isFile() || (found.isCharacterDevice() && !isatty(descriptor));
  } catch {
    return false;
  }
}

function endAfter(error: unknown): never {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'EPIPE') process.exit();
  tell(`standard output: ${error instanceof Error ? whyNot(error) : error}`);
  process.exit(2);
}
