/**
 * Random access to files, as an end gives it. Paths are whatever that end resolves a name to (a file name, a URI);
 * nothing here looks into them. Both functions may reject; the reason is then shown.
 */
export interface FileReader {
  /** Length in bytes; undefined where there is no such file, or where it is not a regular file. */
  size(path: string): Promise<number | undefined>;
  /** The `length` bytes from `start` on; fewer only where the file ends. */
  read(path: string, start: number, length: number): Promise<Uint8Array>;
}

/** The file that a name in a net or in a list stands for; undefined where it may not be read. */
export type Resolve = (name: string) => string | undefined;
