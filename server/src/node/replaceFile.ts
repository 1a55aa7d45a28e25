import { randomBytes } from 'node:crypto';
import {
  accessSync,
  closeSync,
  constants,
  fchmodSync,
  fchownSync,
  fsyncSync,
  openSync,
  readlinkSync,
  realpathSync,
  renameSync,
  rmSync,
  type Stats,
  statSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, isAbsolute, join, sep } from 'node:path';
import { codeOf, createFile } from './createFile.ts';
import { overwriteFile } from './overwriteFile.ts';
import { requireUnchanged } from './unchanged.ts';
import { uninterrupted } from './uninterrupted.ts';

/**
 * Replaces the content of a file, or creates it, so that the file always has its whole old or its whole new content: a
 * new file is written beside it and renamed. Symbolic links are followed; mode and owner are kept. A file that has
 * several hard links, or that cannot be replaced by a file with the same owner, is overwritten: see `overwriteFile`.
 * Throws the error of the file system, with this path, if the file cannot be written; its content is then the old one.
 * With the content that was `read` from a regular file, the file is only replaced if it still has it; otherwise, throws
 * `ChangedFile`. Signals that end the process wait. Returns the backups that killed processes have left beside an
 * overwritten file.
 */
export function replaceFile(path: string, content: Uint8Array, read?: Uint8Array): readonly string[] {
  try {
    return replaceTarget(targetOf(path), content, read);
  } catch (error) {
    // Not about a temporary file, a folder or the target of a link.
    throw error instanceof Error ? Object.assign(error, { path }) : error;
  }
}

function replaceTarget(target: string, content: Uint8Array, read: Uint8Array | undefined): readonly string[] {
  const old = statSync(target, { throwIfNoEntry: false });
  if (old) accessSync(target, constants.W_OK);
  if (!old || old.isFile()) return uninterrupted(() => replaceRegular({ target, content, old, read }));
  // This may wait for the reader of a pipe.
  writeFileSync(target, content);
  return [];
}

/** A new content for a file, the file as it was found, and its content as it was read, if the new one depends on it. */
interface Change {
  readonly target: string;
  readonly content: Uint8Array;
  readonly old: Stats | undefined;
  readonly read: Uint8Array | undefined;
}

/**
 * The file to which a path leads through symbolic links; it may be missing, but not its folder. The operating system
 * decides where `..` leads: not to the parent of a missing folder, and after a link to the parent of its target.
 */
function targetOf(path: string): string {
  try {
    return realpathSync.native(path);
  } catch (error) {
    if (codeOf(error) !== 'ENOENT') throw error;
  }
  const folder = realpathSync.native(dirname(path));
  const next = linkOf(path);
  if (next === undefined) return join(folder, basename(path));
  return targetOf(isAbsolute(next) ? next : `${folder}${sep}${next}`);
}

function linkOf(path: string): string | undefined {
  try {
    return readlinkSync(path);
  } catch {
    return undefined;
  }
}

/** A folder may be read-only, and a user may not be allowed to create a file of another owner. */
const refusals: readonly unknown[] = ['EACCES', 'EPERM', 'EROFS'];

function replaceRegular(change: Change): readonly string[] {
  const { target, content, old, read } = change;
  if (old && old.nlink > 1) return overwriteFile(target, content, read);
  try {
    renamed(change);
    return [];
  } catch (error) {
    if (!old || !refusals.includes(codeOf(error))) throw error;
    return overwriteFile(target, content, read);
  }
}

/** Writes a file beside the target, with the mode and the owner of the old one, and renames it. */
function renamed({ target, content, old, read }: Change): void {
  // The name does not contain the target's, which may have the maximum length.
  const beside = join(dirname(target), `.caffe-prototxt-${randomBytes(6).toString('hex')}.tmp`);
  if (old) createFile(beside, content, 0o600, (file) => copyRights(file, old));
  else createFile(beside, content, 0o666);
  renameOrRemove(beside, target, read);
  syncFolder(dirname(target));
}

function renameOrRemove(from: string, to: string, read: Uint8Array | undefined): void {
  try {
    if (read) requireUnchanged(to, read);
    renameSync(from, to);
  } catch (error) {
    rmSync(from, { force: true });
    throw error;
  }
}

/** Sets the owner before the mode, because a new owner clears the set-user-ID bit. */
function copyRights(file: number, { uid, gid, mode }: Stats): void {
  if (process.platform === 'win32') return;
  fchownSync(file, uid, gid);
  fchmodSync(file, mode & 0o7777);
}

/** Makes a renaming permanent, where folders can be synchronized. */
function syncFolder(folder: string): void {
  try {
    const opened = openSync(folder, 'r');
    try {
      fsyncSync(opened);
    } finally {
      closeSync(opened);
    }
  } catch {
    // Windows cannot open folders, and some file systems cannot synchronize them.
  }
}
