import { randomBytes } from 'node:crypto';
import { closeSync, fsyncSync, ftruncateSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { createFile } from './createFile.ts';

/** A failure that left a file damaged, with the path of a copy of its old content. */
export class DamagedFile extends Error {
  readonly backup: string;

  constructor(backup: string, cause: unknown) {
    super(`The file is incomplete; its old content is in ${backup}.`, { cause });
    this.backup = backup;
  }
}

/**
 * Overwrites the content of an existing file in place, which keeps its hard links, owner and mode. The old content is
 * first copied beside the file, or to the temporary folder; the copy remains if the process is killed. After an error,
 * the old content is written back. Throws the error of the file system, or `DamagedFile` if writing back fails.
 */
export function overwriteFile(path: string, content: Uint8Array): void {
  const old = readFileSync(path);
  const backup = writeBackup(path, old);
  const file = openSync(path, 'r+');
  try {
    write(file, content, old.length);
  } catch (error) {
    restore(file, old, backup, error);
    rmSync(backup, { force: true });
    throw error;
  } finally {
    closeSync(file);
  }
  rmSync(backup, { force: true });
}

function writeBackup(path: string, content: Uint8Array): string {
  const name = `${basename(path)}.${randomBytes(4).toString('hex')}.backup`;
  const beside = join(dirname(path), name);
  try {
    createFile(beside, content, 0o600);
    return beside;
  } catch {
    const elsewhere = join(tmpdir(), name);
    createFile(elsewhere, content, 0o600);
    return elsewhere;
  }
}

/** The part after the old end comes first: if the disk is full, nothing has been overwritten yet. */
function write(file: number, content: Uint8Array, oldSize: number): void {
  writeAt(file, content.subarray(oldSize), oldSize);
  writeAt(file, content.subarray(0, oldSize), 0);
  ftruncateSync(file, content.length);
  fsyncSync(file);
}

function writeAt(file: number, bytes: Uint8Array, position: number): void {
  for (let done = 0; done < bytes.length; )
    done += writeSync(file, bytes, done, bytes.length - done, position + done);
}

function restore(file: number, old: Uint8Array, backup: string, cause: unknown): void {
  try {
    ftruncateSync(file, old.length);
    writeAt(file, old, 0);
    fsyncSync(file);
  } catch {
    throw new DamagedFile(backup, cause);
  }
}
