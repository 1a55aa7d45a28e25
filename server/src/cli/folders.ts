import { type Dirent, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { isFileError } from './fileErrors.ts';
import { standardInput } from './files.ts';

const ofCaffe = /\.prototxt(?:\.txt)?$/iu;

/**
 * The files that an argument names: itself, or of a folder, the prototxt files below it in the order of their names. A
 * folder without any stands for itself, and who reads it learns why that cannot be. Hidden folders and `node_modules`
 * hold what belongs to others.
 */
export function filesOf(path: string): string[] {
  if (path === standardInput) return [path];
  const found = filesBelow(path);
  return found.length > 0 ? found : [path];
}

/** A file, and a folder that cannot be looked into, stand for themselves. */
function filesBelow(path: string): string[] {
  const byName = (one: Dirent, other: Dirent) => (one.name < other.name ? -1 : 1);
  const entries = entriesOf(path);
  if (!entries) return [path];
  return entries.sort(byName).flatMap((entry) => {
    const inner = join(path, entry.name);
    if (!entry.isDirectory()) return ofCaffe.test(entry.name) ? [inner] : [];
    return entry.name.startsWith('.') || entry.name === 'node_modules' ? [] : filesBelow(inner);
  });
}

function entriesOf(folder: string): Dirent[] | undefined {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch (error) {
    if (!isFileError(error)) throw error;
    return undefined;
  }
}
