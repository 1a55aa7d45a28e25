import { DamagedFile } from '../node/overwriteFile.ts';

/** Whether an error comes from reading or writing a file. */
export function isFileError(error: unknown): error is NodeJS.ErrnoException {
  if (error instanceof DamagedFile) return true;
  return (
    error instanceof Error &&
    'code' in error &&
    typeof error.code === 'string' &&
    /^E[A-Z]+$/u.test(error.code)
  );
}

const reasons: Readonly<Record<string, string>> = {
  EACCES: 'permission denied.',
  EDQUOT: 'the disk quota is exceeded.',
  EFBIG: 'the file would be too large.',
  EIO: 'input or output error.',
  EISDIR: 'this is a folder, not a prototxt file.',
  ELOOP: 'too many symbolic links.',
  ENOENT: 'no such file.',
  ENOSPC: 'no space left on the device.',
  ENOTDIR: 'a part of the path is not a folder.',
  EROFS: 'read-only file system.',
};

/** The reason of a file error, for users. */
export function whyNot({ code = '', message }: NodeJS.ErrnoException): string {
  return reasons[code] ?? message;
}
