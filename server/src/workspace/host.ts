import type { FileReader } from '../sources/reader.ts';

/** The files around a net, as an end gives them. Paths are opaque to all but the host. */
export interface Host extends FileReader {
  /** Where the thing may lie that the file `from` calls `name`, the likeliest place first; none where it may not be read. */
  candidates(name: string, from: string): readonly string[];
  /** Where the `caffe-prototxt.json` of a file may lie, the nearest place first. */
  configurations(file: string): readonly string[];
  /** Where the `caffe-prototxt.json` of a file would best be made; undefined where it lies nowhere. */
  newConfiguration(file: string): string | undefined;
  /** The path of a file that an editor names by a URI; undefined for a text that lies nowhere. */
  path(file: string): string | undefined;
  /** The prototxt files of the workspace, as far as a bounded search finds them. */
  prototxtFiles(): AsyncIterable<string>;
  /** The path of a file as seen from the folder of another, with slashes; undefined where it is not below it. */
  below(file: string, other: string): string | undefined;
}

/** A host without files, for texts that lie nowhere. */
export const noHost: Host = {
  size: async () => undefined,
  read: async () => new Uint8Array(),
  candidates: () => [],
  configurations: () => [],
  newConfiguration: () => undefined,
  path: () => undefined,
  async *prototxtFiles() {},
  below: () => undefined,
};

/** The first of several paths at which there is a file. */
export async function firstFile(host: Host, paths: readonly string[]): Promise<string | undefined> {
  for (const path of paths) if ((await host.size(path)) !== undefined) return path;
  return undefined;
}

/** The largest text that is read whole: many times the size of any caffe.proto. */
const largestText = 4_000_000;

/** The text of a file, or why there is none. */
export async function readText(host: Host, path: string): Promise<{ text: string } | { why: string }> {
  try {
    const size = (await host.size(path)) ?? 0;
    if (size > largestText) return { why: `is larger than ${largestText / 1e6} MB` };
    return { text: new TextDecoder().decode(await host.read(path, 0, size)) };
  } catch (error) {
    return { why: `cannot be read (${error instanceof Error ? error.message : error})` };
  }
}
