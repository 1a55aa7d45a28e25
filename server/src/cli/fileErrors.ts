import { DamagedFile } from '../node/overwriteFile.ts';
import { ChangedFile } from '../node/unchanged.ts';

/** A file that cannot be used; the message is the reason, without the name of the file. */
export class FileProblem extends Error {}

/** Whether an error comes from reading or writing a file. */
export function isFileError(error: unknown): error is NodeJS.ErrnoException {
  if ([FileProblem, DamagedFile, ChangedFile].some((kind) => error instanceof kind)) return true;
  return error instanceof Error && 'code' in error && isSystemCode(error.code);
}

/** Codes of the operating system, such as EACCES; Node's own start with `ERR_`. */
function isSystemCode(code: unknown): boolean {
  return typeof code === 'string' && /^E[A-Z\d]+$/u.test(code);
}

const reasons: Readonly<Record<string, string>> = {
  EACCES: 'permission denied.',
  EDQUOT: 'the disk quota is exceeded.',
  EFBIG: 'the file would be too large.',
  EIO: 'input or output error.',
  EISDIR: 'this is a folder, not a prototxt file.',
  ELOOP: 'too many symbolic links.',
  EMFILE: 'too many open files; raise the limit (`ulimit -n`) or use `--jobs 1`.',
  ENAMETOOLONG: 'the name is too long.',
  ENFILE: 'the system has too many open files.',
  ENOENT: 'no such file or folder.',
  ENOSPC: 'no space left on the device.',
  ENOTDIR: 'a part of the path is not a folder.',
  EROFS: 'read-only file system.',
};

/** The reason of a file error, for users. */
export function whyNot({ code = '', message, path }: NodeJS.ErrnoException): string {
  // Node replaces the bytes that are not UTF-8, so the name is another one.
  if (code === 'ENOENT' && path?.includes('\ufffd'))
    return 'the name is not UTF-8, so the file cannot be read.';
  return reasons[code] ?? message;
}
