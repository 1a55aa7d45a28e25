import { type Dirent, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { standardInput } from './files.ts';

const ofCaffe = /\.prototxt(?:\.txt)?$/iu;

/**
 * The files that an argument names: itself, or of a folder, the prototxt files below it in the order of their names. A folder
 * without any stands for itself, which cannot be read.
 * Hidden folders and `node_modules` hold what belongs to others.
 */
export function filesOf(path: string): string[] {
  const isFolder = path !== standardInput && statSync(path, { throwIfNoEntry: false })?.isDirectory();
  const found = isFolder ? filesBelow(path) : [];
  return found.length > 0 ? found : [path];
}

function filesBelow(folder: string): string[] {
  const byName = (one: Dirent, other: Dirent) => (one.name < other.name ? -1 : 1);
  return readdirSync(folder, { withFileTypes: true })
    .sort(byName)
    .flatMap((entry) => {
      const path = join(folder, entry.name);
      if (!entry.isDirectory()) return ofCaffe.test(entry.name) ? [path] : [];
      return entry.name.startsWith('.') || entry.name === 'node_modules' ? [] : filesBelow(path);
    });
}
