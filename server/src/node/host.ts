import { constants } from 'node:fs';
import { access, lstat, open, opendir, realpath, stat } from 'node:fs/promises';
import { basename, dirname, isAbsolute, join, normalize, relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Host, HostEntry } from '../workspace/host.ts';
import { codeOf } from './createFile.ts';

/** The name of the configuration files. */
const configurationName = 'caffe-prototxt.json';

/**
 * The file system of this machine. Relative names are resolved against the folder of the file that contains them, its
 * parents up to the root, and the roots; only absolute names can be outside of the roots, and only on this machine. For
 * a file outside of all roots, only its folder and the roots are searched. A path in a root is only read if the file is
 * in a root, unless `linksMayLeave`.
 */
export function nodeHost(roots: readonly string[], { linksMayLeave = false } = {}): Host {
  return {
    size: async (path) => (linksMayLeave || (await staysInside(path, roots)) ? fileSize(path) : undefined),
    read: readPart,
    candidates: (name, from) => {
      if (isShare(name) && rootOf(name, roots) === undefined) return [];
      return isAbsolute(name) ? [name] : relativePlaces(name, folders(from, roots));
    },
    configurations: (file) => folders(file, roots).map((folder) => join(folder, configurationName)),
    obstacle,
    newConfiguration: (file) => {
      const path = pathOf(file);
      return path && join(rootOf(path, roots) ?? dirname(path), configurationName);
    },
    path: localPath,
    prototxtFiles: () => prototxtFiles(roots),
    entries: (path) => entriesOf(path, linksMayLeave ? [] : roots),
    renamed,
    below: (file, other) => {
      const [path, folder] = [pathOf(file), folderOf(other)];
      if (path === undefined || folder === undefined || !isBelow(path, folder)) return undefined;
      return relative(folder, path).split(sep).join('/');
    },
  };
}

/** The folder of a file, its parents up to the root that contains it, then the other roots; none without a path. */
function folders(file: string, roots: readonly string[]): string[] {
  const own = folderOf(file);
  if (own === undefined) return [];
  const root = rootOf(own, roots) ?? own;
  const up = [own];
  for (let folder = own; folder !== root; up.push(folder)) folder = dirname(folder);
  return [...new Set([...up, ...roots.map((each) => resolve(each))])];
}

function rootOf(path: string, roots: readonly string[]): string | undefined {
  return roots.map((each) => resolve(each)).find((each) => isBelow(path, each));
}

function folderOf(file: string): string | undefined {
  const path = pathOf(file);
  return path && dirname(path);
}

/** The path of a file that an editor identifies by a URI; undefined if it has none on this machine. */
export function localPath(uri: string): string | undefined {
  return /^(?!file:)[a-z][a-z\d+.-]+:/iu.test(uri) ? undefined : pathOf(uri);
}

/** Editors pass URIs, the command line passes paths. */
function pathOf(file: string): string | undefined {
  if (!/^file:/iu.test(file)) return resolve(file);
  try {
    return fileURLToPath(file);
  } catch {
    // A remote host, or an escaped slash.
    return undefined;
  }
}

/** Limits of the search, as the folder of a data set may contain a million images. */
const mostEntries = 50_000;
const deepest = 8;

/** The prototxt files below folders, breadth-first. Hidden folders and `node_modules` are skipped. */
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

/** The entries of a folder, which does not lead out of the roots that contain it, without hidden ones. */
async function* entriesOf(path: string, roots: readonly string[]): AsyncGenerator<HostEntry> {
  if (!(await staysInside(path, roots))) return;
  const entries = await opendir(path, { bufferSize: 500 }).catch(() => undefined);
  if (!entries) return;
  for await (const entry of entries) {
    const { name } = entry;
    if (name.startsWith('.')) continue;
    const isFolder = entry.isSymbolicLink() ? await leadsToFolder(join(path, name)) : entry.isDirectory();
    yield { name, isFolder };
  }
}

async function leadsToFolder(path: string): Promise<boolean> {
  return stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );
}

/** The paths of a name in each folder, without those outside of all the folders. */
function relativePlaces(name: string, from: readonly string[]): string[] {
  const places = from.map((folder) => resolve(folder, name));
  return places.filter((place) => from.some((folder) => isBelow(place, folder)));
}

function isBelow(path: string, folder: string): boolean {
  const way = relative(folder, path);
  return way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}

/** The name that leads to a moved file: absolute, or relative to the same folder as before, with slashes. */
function renamed(name: string, place: string, moved: (path: string) => string): string | undefined {
  const to = moved(place);
  if (isAbsolute(name)) return to;
  const written = normalize(name);
  if (place.endsWith(`${sep}${written}`)) {
    const folder = place.slice(0, -written.length - 1);
    return relative(moved(folder), to).split(sep).join('/');
  }
  // The file is beside the one that names it, although its name has another folder.
  return dirname(place) === dirname(to) ? name.replace(/[^\\/]*$/u, basename(to)) : undefined;
}

/** Whether a name is a path of another machine on Windows, which sends the user's credentials to it. */
function isShare(name: string): boolean {
  return /^[\\/]{2}/u.test(name);
}

/** Whether a path is outside of all roots, or leads to a file in a root through its symbolic links. */
async function staysInside(path: string, roots: readonly string[]): Promise<boolean> {
  if (!roots.some((root) => isBelow(path, resolve(root)))) return true;
  try {
    const real = await realpath(path);
    const realRoots = await Promise.all(roots.map((root) => realpath(root)));
    return realRoots.some((root) => isBelow(real, root));
  } catch {
    return false;
  }
}

async function fileSize(path: string): Promise<number | undefined> {
  try {
    const found = await stat(path);
    return found.isFile() ? found.size : undefined;
  } catch {
    return undefined;
  }
}

const obstacles: Readonly<Record<string, string>> = {
  EACCES: 'cannot be read: permission denied',
  ELOOP: 'is a link in a loop of links',
};

async function obstacle(path: string): Promise<string | undefined> {
  try {
    const found = await stat(path);
    if (found.isDirectory()) return 'is a folder';
    if (!found.isFile()) return 'is not a regular file';
    await access(path, constants.R_OK);
    return undefined;
  } catch (error) {
    const code = String(codeOf(error));
    if (code === 'ENOTDIR') return undefined;
    if (code !== 'ENOENT') return obstacles[code] ?? `cannot be read (${code})`;
    const isLink = await lstat(path).catch(() => undefined);
    return isLink && 'is a link to a missing file';
  }
}

async function readPart(path: string, start: number, length: number): Promise<Uint8Array> {
  // Opening a named pipe would wait for its writer.
  const file = await open(path, constants.O_RDONLY | constants.O_NONBLOCK);
  try {
    if (!(await file.stat()).isFile()) throw new Error('it is not a regular file');
    const buffer = new Uint8Array(length);
    const { bytesRead } = await file.read(buffer, 0, length, start);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}
