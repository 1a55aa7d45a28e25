import { closeSync, fsyncSync, openSync, rmSync, writeFileSync } from 'node:fs';

/**
 * Creates a file with its whole content on the disk, or throws the error of the file system and leaves no file. An
 * existing file is an error. `prepare` may change the rights of the open file.
 */
export function createFile(
  path: string,
  content: Uint8Array,
  mode: number,
  prepare: (file: number) => void = () => undefined,
): void {
  const file = openSync(path, 'wx', mode);
  try {
    // Unlike `writeSync`, this continues after a partial write, which a full disk causes.
    writeFileSync(file, content);
    prepare(file);
    fsyncSync(file);
  } catch (error) {
    rmSync(path, { force: true });
    throw error;
  } finally {
    closeSync(file);
  }
}

/** The code of an error of the file system, such as `ENOENT`. */
export function codeOf(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : undefined;
}
