/**
 * Random access to files. Paths are opaque (a file name, a URI). Both functions may reject; the reason is then
 * reported.
 */
export interface FileReader {
  /** Length in bytes; undefined if the file does not exist or is not a regular file. */
  size(path: string): Promise<number | undefined>;
  /** `length` bytes from `start`; fewer only at the end of the file. */
  read(path: string, start: number, length: number): Promise<Uint8Array>;
}

/** The path for a name in a net or a list; undefined if it may not be read. */
export type Resolve = (name: string) => string | undefined;
