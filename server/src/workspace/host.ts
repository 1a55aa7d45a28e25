import type { FileReader } from '../sources/reader.ts';

/** Access to the files around a net. Only the host interprets paths. */
export interface Host extends FileReader {
  /** The possible paths of the file `name` in the file `from`, likeliest first; empty if it may not be read. */
  candidates(name: string, from: string): readonly string[];
  /** The possible paths of a file's `caffe-prototxt.json`, nearest first. */
  configurations(file: string): readonly string[];
  /** Why a path leads to something that cannot be read as a file, in words for users; undefined if there is nothing. */
  obstacle(path: string): Promise<string | undefined>;
  /** The best path for a new `caffe-prototxt.json` of a file; undefined if the file has no path. */
  newConfiguration(file: string): string | undefined;
  /** The path of a file that an editor identifies by a URI; undefined for text without a file. */
  path(file: string): string | undefined;
  /** The prototxt files of the workspace that a bounded search finds. */
  prototxtFiles(): AsyncIterable<string>;
  /** The files and folders in a folder, without hidden ones; none if it may not be read. */
  entries(path: string): AsyncIterable<HostEntry>;
  /**
   * The name that leads to a file when paths have changed as `moved` returns; `place` is the path to which the name leads
   * before. Undefined if there is no such name.
   */
  renamed(name: string, place: string, moved: (path: string) => string): string | undefined;
  /** The path of a file relative to the folder of another, with slashes; undefined if it is not below that folder. */
  below(file: string, other: string): string | undefined;
}

/** A file or folder in a folder. */
export interface HostEntry {
  readonly name: string;
  readonly isFolder: boolean;
}

/** A host without files, for text without a path. */
export const noHost: Host = {
  size: async () => undefined,
  read: async () => new Uint8Array(),
  candidates: () => [],
  configurations: () => [],
  obstacle: async () => undefined,
  newConfiguration: () => undefined,
  path: () => undefined,
  async *prototxtFiles() {},
  async *entries() {},
  renamed: () => undefined,
  below: () => undefined,
};

/** The first of several paths with a file. */
export async function firstFile(host: Host, paths: readonly string[]): Promise<string | undefined> {
  for (const path of paths) if ((await host.size(path)) !== undefined) return path;
  return undefined;
}

/** The maximum size of a text file, in bytes: many times the size of any caffe.proto. */
const largestText = 4_000_000;

/** The text of a file, or the reason why it cannot be read. */
export async function readText(host: Host, path: string): Promise<{ text: string } | { why: string }> {
  try {
    const size = (await host.size(path)) ?? 0;
    if (size > largestText) return { why: `is larger than ${largestText / 1e6} MB` };
    return { text: new TextDecoder().decode(await host.read(path, 0, size)) };
  } catch (error) {
    return { why: `cannot be read (${error instanceof Error ? error.message : error})` };
  }
}
