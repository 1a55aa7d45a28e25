import { type Dirent, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { isFileError, whyNot } from './fileErrors.ts';
import { standardInput } from './readInput.ts';

const ofCaffe = /\.prototxt(?:\.txt)?$/iu;

/**
 * The files of an argument: the file itself, or the prototxt files below a folder, sorted by name. A folder without
 * such files is returned as it is, so that reading it reports an error. Hidden folders and `node_modules` are skipped.
 * Links to missing files, pipes and devices in a folder are skipped too; `warn` is called with a line about each.
 */
export function filesOf(path: string, warn: (line: string) => void): string[] {
  if (path === standardInput) return [path];
  const found = filesBelow(path, warn);
  return found.length > 0 ? found : [path];
}

/** A file, or a folder that cannot be read, is returned as it is. */
function filesBelow(path: string, warn: (line: string) => void): string[] {
  const byName = (one: Dirent, other: Dirent) => (one.name < other.name ? -1 : 1);
  const entries = entriesOf(path);
  if (!entries) return [path];
  return entries.sort(byName).flatMap((entry) => {
    const inner = join(path, entry.name);
    if (!entry.isDirectory()) return ofCaffe.test(entry.name) && isUsable(entry, inner, warn) ? [inner] : [];
    return entry.name.startsWith('.') || entry.name === 'node_modules' ? [] : filesBelow(inner, warn);
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

/** Whether an entry of a folder is a regular file or a link to one; links to folders are skipped without a line. */
function isUsable(entry: Dirent, path: string, warn: (line: string) => void): boolean {
  if (entry.isFile()) return true;
  try {
    const found = statSync(path);
    if (!found.isFile() && !found.isDirectory())
      warn(`${path}: warning: skipped, because it is not a regular file.`);
    return found.isFile();
  } catch (error) {
    if (!isFileError(error)) throw error;
    warn(`${path}: warning: skipped, because the link cannot be followed: ${whyNot(error)}`);
    return false;
  }
}
