import { type Dirent, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { isFileError } from './fileErrors.ts';
import { standardInput } from './files.ts';

const ofCaffe = /\.prototxt(?:\.txt)?$/iu;

/**
 * The files of an argument: the file itself, or the prototxt files below a folder, sorted by name. A folder without
 * such files is returned as it is, so that reading it reports an error. Hidden folders and `node_modules` are skipped.
 */
export function filesOf(path: string): string[] {
  if (path === standardInput) return [path];
  const found = filesBelow(path);
  return found.length > 0 ? found : [path];
}

/** A file, or a folder that cannot be read, is returned as it is. */
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
