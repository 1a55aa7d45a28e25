import { randomBytes } from 'node:crypto';
import { closeSync, fsyncSync, ftruncateSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { codeOf, createFile } from './createFile.ts';
import { requireUnchanged } from './unchanged.ts';

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
 * the old content is written back. Returns the copies of earlier processes that remain beside the file. Throws the error
 * of the file system, or `DamagedFile` if writing back fails. Throws `ChangedFile` if the old content is not the one that
 * was `read`.
 */
export function overwriteFile(path: string, content: Uint8Array, read?: Uint8Array): readonly string[] {
  const old = readFileSync(path);
  const { backup, others } = writeBackup(path, old);
  try {
    requireUnchanged(path, read ?? old);
    overwriteOrRestore(path, content, old);
  } catch (error) {
    if (error instanceof Unrestored) throw new DamagedFile(backup, error.cause);
    rmSync(backup, { force: true });
    throw error;
  }
  rmSync(backup, { force: true });
  return others;
}

/** A failure to write the old content back. */
class Unrestored extends Error {}

function overwriteOrRestore(path: string, content: Uint8Array, old: Uint8Array): void {
  const file = openSync(path, 'r+');
  try {
    write(file, content, old.length);
  } catch (error) {
    restore(file, old, error);
    throw error;
  } finally {
    closeSync(file);
  }
}

/** The copy of a file, and those that were beside it before. */
interface Backup {
  readonly backup: string;
  readonly others: readonly string[];
}

/** Copies are numbered, so that a later process finds those that remain. */
function writeBackup(path: string, content: Uint8Array): Backup {
  const others: string[] = [];
  for (;;) {
    const beside = `${path}.caffe-prototxt-${others.length + 1}.backup`;
    try {
      createFile(beside, content, 0o600);
      return { backup: beside, others };
    } catch (error) {
      if (codeOf(error) !== 'EEXIST') return { backup: writeElsewhere(content), others };
      others.push(beside);
    }
  }
}

function writeElsewhere(content: Uint8Array): string {
  const path = join(tmpdir(), `caffe-prototxt-${randomBytes(6).toString('hex')}.backup`);
  createFile(path, content, 0o600);
  return path;
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

function restore(file: number, old: Uint8Array, cause: unknown): void {
  try {
    ftruncateSync(file, old.length);
    writeAt(file, old, 0);
    fsyncSync(file);
  } catch {
    throw new Unrestored('', { cause });
  }
}
