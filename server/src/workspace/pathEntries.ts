import { firstFile, type Host } from './host.ts';

/** A file or folder that a path can name. */
export interface PathEntry {
  readonly name: string;
  /** `database` is a folder that Caffe opens as a whole. */
  readonly kind: 'file' | 'folder' | 'database';
}

/** The entries of folders, and whether there may be others. */
export interface PathEntries {
  readonly entries: readonly PathEntry[];
  readonly isComplete: boolean;
}

/** Limits, as the folder of a data set may contain a million images. */
const mostExamined = 20_000;
const mostOffered = 300;

/**
 * The files and folders that can continue a path in a file: those of its folder, looked for where Caffe may be run, the
 * likeliest place first. Of many, those that start with the last part of the path.
 */
export async function pathEntries(typed: string, from: string, host: Host): Promise<PathEntries> {
  const folder = typed.slice(0, typed.lastIndexOf('/') + 1);
  const begun = typed.slice(folder.length).toLowerCase();
  const found = new Map<string, boolean>();
  let examined = 0;
  for (const place of host.candidates(folder === '' ? '.' : folder, from)) {
    for await (const { name, isFolder } of host.entries(place)) {
      if (++examined > mostExamined) break;
      if (found.size < mostOffered || name.toLowerCase().startsWith(begun))
        found.set(name, found.get(name) ?? isFolder);
    }
    if (examined > mostExamined) break;
  }
  const names = [...found.keys()];
  const many = names.length > mostOffered;
  const fitting = many ? names.filter((name) => name.toLowerCase().startsWith(begun)) : names;
  const entries: PathEntry[] = [];
  for (const name of fitting.slice(0, mostOffered)) {
    const kind = !found.get(name)
      ? 'file'
      : (await isDatabase(folder + name, from, host))
        ? 'database'
        : 'folder';
    entries.push({ name, kind });
  }
  return { entries, isComplete: !many && examined <= mostExamined };
}

/** Whether a folder is an LMDB or LevelDB. */
async function isDatabase(path: string, from: string, host: Host): Promise<boolean> {
  const files = ['data.mdb', 'CURRENT'].flatMap((name) => host.candidates(`${path}/${name}`, from));
  return (await firstFile(host, files)) !== undefined;
}
