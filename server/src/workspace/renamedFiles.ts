import type { Document } from '../document/document.ts';
import { escaped } from '../edit/newField.ts';
import type { TextEdit } from '../text/edit.ts';
import { type FileName, fileNames, fileOf } from './fileLinks.ts';
import type { Host } from './host.ts';

/** A file or folder that is renamed or moved, by paths of the host. */
export interface FileRenaming {
  readonly from: string;
  readonly to: string;
}

/** The largest number of names of a file that are resolved. */
const mostNames = 500;

/**
 * Whether a text may name one of the files: the last part of its path is in the text. Cheap, as most files name none.
 */
export function mayName(text: string, renamings: readonly FileRenaming[]): boolean {
  return renamings.some(({ from }) => text.includes(from.replace(/^.*[\\/]/u, '')));
}

/**
 * The edits of the names of files in a net or a solver, when these files are renamed: nets, sources of data, mean files,
 * weights, label maps. A name stays relative to the folder from which it led to its file.
 */
export async function renamedNames(
  document: Document,
  renamings: readonly FileRenaming[],
  host: Host,
): Promise<readonly TextEdit[]> {
  const moved = (path: string) => movedTo(path, renamings);
  const edits: TextEdit[] = [];
  for (const found of fileNames(document).slice(0, mostNames)) {
    // An escaped name is not edited.
    if (document.text.slice(found.range.start, found.range.end) !== found.name) continue;
    const place = await placeOf(found, document.uri, moved, host);
    const name = place === undefined ? undefined : host.renamed(found.name, place, moved);
    if (name !== undefined && name !== found.name) edits.push(editOf(document.text, found, name));
  }
  return edits;
}

/** The path after the renaming; the same if neither the file nor one of its folders is renamed. */
function movedTo(path: string, renamings: readonly FileRenaming[]): string {
  const renaming = renamings.find(({ from }) => path === from || /^[\\/]/u.test(restOf(path, from)));
  return renaming ? renaming.to + path.slice(renaming.from.length) : path;
}

function restOf(path: string, folder: string): string {
  return path.startsWith(folder) ? path.slice(folder.length) : '';
}

/** The path to which a name leads, if it is renamed: of a file, or of the folder of a database. */
async function placeOf(
  found: FileName,
  from: string,
  moved: (path: string) => string,
  host: Host,
): Promise<string | undefined> {
  const possible = [...host.candidates(found.name, from), ...host.candidates(nameOf(found.name), from)];
  if (possible.every((path) => moved(path) === path)) return undefined;
  const file = await fileOf(found, from, host);
  if (file !== undefined) return moved(file) === file ? undefined : file;
  // A folder is an obstacle to reading a file.
  for (const path of host.candidates(found.name, from))
    if (moved(path) !== path && (await host.obstacle(path)) !== undefined) return path;
  return undefined;
}

function nameOf(path: string): string {
  return path.replace(/^.*[\\/]/u, '');
}

function editOf(text: string, { range }: FileName, name: string): TextEdit {
  const quote = text[range.start - 1];
  const isQuoted = quote === '"' || quote === "'";
  return { range, newText: isQuoted ? escaped(name, quote) : name };
}
