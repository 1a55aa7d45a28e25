/** Whether an error comes from reading or writing a file. */
export function isFileError(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && 'code' in error && 'syscall' in error;
}

const reasons: Readonly<Record<string, string>> = {
  EACCES: 'permission denied.',
  EISDIR: 'this is a folder, not a prototxt file.',
  ENOENT: 'no such file.',
  EROFS: 'read-only file system.',
};

/** The reason of a file error, for users. */
export function whyNot({ code = '', message }: NodeJS.ErrnoException): string {
  return reasons[code] ?? message;
}
