import type { Document } from '../document/document.ts';
import { onceFor } from '../memo/onceFor.ts';
import type { Block, FieldNode } from '../syntax/nodes.ts';
import { nameIn } from '../text/name.ts';
import { type Range, shift } from '../text/range.ts';
import { firstFile, type Host } from './host.ts';
import { findNet } from './solvers.ts';

/** The name of a file in a text, without its quotes. */
export interface FileName {
  readonly name: string;
  readonly field: string;
  readonly range: Range;
}

/** A name with the path of its file. */
export interface FileLink extends FileName {
  readonly path: string;
}

/** The largest number of names whose files are searched. */
const mostLinks = 500;

/** The files that a net or a solver names and that exist: nets, sources of data, mean files, weights, label maps. */
export async function fileLinks(document: Document, host: Host): Promise<readonly FileLink[]> {
  const links: FileLink[] = [];
  for (const found of fileNames(document).slice(0, mostLinks)) {
    const path = await fileOf(found, document.uri, host);
    if (path !== undefined) links.push({ ...found, path });
  }
  return links;
}

/** The path of the file with a name; undefined if it does not exist. */
export function fileOf({ name, field }: FileName, from: string, host: Host): Promise<string | undefined> {
  return isNet.test(field) ? findNet(name, from, host) : firstFile(host, host.candidates(name, from));
}

/** The values of the fields that name files, in the order of the file. */
export function fileNames({ tree, text, directives: { protoFile } }: Document): readonly FileName[] {
  const named = tree.blocks.flatMap((block) => {
    const start = tree.startOf(block);
    return namesIn(block).map((each) => ({ ...each, range: nameIn(text, shift(each.range, start)).range }));
  });
  if (!protoFile) return named;
  return [{ name: protoFile.value, field: 'proto-file', range: protoFile.range }, ...named];
}

/** The nets that a solver names, where it names them. */
export function netFiles(document: Document): readonly FileName[] {
  if (document.root !== 'SolverParameter') return [];
  return fileNames(document)
    .filter(({ field }) => isNet.test(field))
    .slice(0, mostLinks);
}

/** The names of the nets of a solver, without repeats. */
export function netNames(document: Document): readonly string[] {
  return [...new Set(netFiles(document).map(({ name }) => name))];
}

const isNet = /^(?:train_|test_)?net$/u;
const namesFile = /^(?:(?:train_|test_)?net|source|weights|\w+_file)$/u;

/** The names in a block, relative to its start. */
const namesIn = onceFor(({ fields }: Block): readonly FileName[] => fields.flatMap(namesOf));

function namesOf({ name: { text: field }, value }: FieldNode): FileName[] {
  const nodes = value?.kind === 'list' ? value.items : value ? [value] : [];
  return nodes.flatMap((node) => {
    if (node.kind === 'message') return node.fields.flatMap(namesOf);
    if (node.kind !== 'scalar' || node.literal !== 'string') return [];
    return namesFile.test(field) && node.text !== '' ? [{ name: node.text, field, range: node.range }] : [];
  });
}
