import { open, opendir, stat } from 'node:fs/promises';
import { dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Host } from '../workspace/host.ts';

/** The name of the file in which people declare what no Caffe of the known ones has. */
const configurationName = 'caffe-prototxt.json';

/**
 * Files of this machine. Names are looked for beside the file that holds them, in the folders above it, and in the
 * roots; only absolute names lead out of the roots. A file outside of all roots sees its own folder and the roots.
 */
export function nodeHost(roots: readonly string[]): Host {
  return {
    size: fileSize,
    read: readPart,
    candidates: (name, from) => (isAbsolute(name) ? [name] : relativePlaces(name, folders(from, roots))),
    configurations: (file) => folders(file, roots).map((folder) => join(folder, configurationName)),
    newConfiguration: (file) => join(rootOf(file, roots) ?? dirname(pathOf(file)), configurationName),
    path: pathOrNothing,
    prototxtFiles: () => prototxtFiles(roots),
    below: (file, other) => {
      const folder = dirname(pathOf(other));
      return isBelow(pathOf(file), folder) ? relative(folder, pathOf(file)).split(sep).join('/') : undefined;
    },
  };
}

/** The folder of a file, those above it up to the root that holds it, then the other roots. */
function folders(file: string, roots: readonly string[]): string[] {
  const own = dirname(pathOf(file));
  const root = rootOf(file, roots) ?? own;
  const up = [own];
  for (let folder = own; folder !== root; up.push(folder)) folder = dirname(folder);
  return [...new Set([...up, ...roots.map((each) => resolve(each))])];
}

function rootOf(file: string, roots: readonly string[]): string | undefined {
  return roots.map((each) => resolve(each)).find((each) => isBelow(pathOf(file), each));
}

/** Editors name files by URIs, people by paths. */
function pathOf(file: string): string {
  return file.startsWith('file:') ? fileURLToPath(file) : resolve(file);
}

/** The path of a file, if it is one of this machine. */
function pathOrNothing(file: string): string | undefined {
  try {
    return /^[a-z][a-z\d+.-]+:/iu.test(file) && !file.startsWith('file:') ? undefined : pathOf(file);
  } catch {
    // A URI that names no path of this machine.
    return undefined;
  }
}

/** A folder of a data set may hold a million images: the search looks at so many entries and folders, then ends. */
const mostEntries = 50_000;
const deepest = 8;

/** The prototxt files below some folders, the nearest first; hidden folders and `node_modules` hold what belongs to others. */
async function* prototxtFiles(roots: readonly string[]): AsyncGenerator<string> {
  const waiting = roots.map((root) => ({ folder: resolve(root), depth: 0 }));
  let seen = 0;
  for (let next = waiting.shift(); next && seen < mostEntries; next = waiting.shift()) {
    const { folder, depth } = next;
    const entries = await opendir(folder).catch(() => undefined);
    if (!entries) continue;
    for await (const entry of entries) {
      seen += 1;
      if (seen >= mostEntries) break;
      const path = join(folder, entry.name);
      if (entry.isFile() && entry.name.endsWith('.prototxt')) yield path;
      const isOwn = entry.isDirectory() && !entry.name.startsWith('.') && entry.name !== 'node_modules';
      if (isOwn && depth < deepest) waiting.push({ folder: path, depth: depth + 1 });
    }
  }
}

/** A name that climbs out of all of them is not followed. */
function relativePlaces(name: string, from: readonly string[]): string[] {
  const places = from.map((folder) => resolve(folder, name));
  return places.filter((place) => from.some((folder) => isBelow(place, folder)));
}

function isBelow(path: string, folder: string): boolean {
  const way = relative(folder, path);
  return way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}

async function fileSize(path: string): Promise<number | undefined> {
  try {
    const found = await stat(path);
    return found.isFile() ? found.size : undefined;
  } catch {
    return undefined;
  }
}

async function readPart(path: string, start: number, length: number): Promise<Uint8Array> {
  const file = await open(path);
  try {
    const buffer = new Uint8Array(length);
    const { bytesRead } = await file.read(buffer, 0, length, start);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}
