/** Whether the file system says that something cannot be read or written. */
export function isFileError(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && 'code' in error && 'syscall' in error;
}

const reasons: Readonly<Record<string, string>> = {
  EACCES: 'permission denied.',
  EISDIR: 'this is a folder, not a prototxt file.',
  ENOENT: 'there is no such file.',
  EROFS: 'the disk is read-only.',
};

/** The same for people. */
export function whyNot({ code = '', message }: NodeJS.ErrnoException): string {
  return reasons[code] ?? message;
}
