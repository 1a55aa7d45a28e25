import { readFileSync } from 'node:fs';

/** A file that another process has changed since it was read. */
export class ChangedFile extends Error {
  constructor() {
    super('it was changed while it was being analyzed, so it was not written.');
  }
}

/** Throws `ChangedFile` unless a file, given by its path or its descriptor, has the content that was read before. */
export function requireUnchanged(file: string | number, content: Uint8Array): void {
  if (!readFileSync(file).equals(content)) throw new ChangedFile();
}
