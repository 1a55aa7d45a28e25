import type { Document } from '../../document/document.ts';
import { escaped } from '../../edit/newField.ts';
import { lineStop } from '../../edit/style.ts';
import type { Range } from '../../text/range.ts';
import type { PathEntry } from '../../workspace/pathEntries.ts';
import { noDocumentation } from '../markdown.ts';
import type { CompletionItem } from '../types.ts';
import { cursorAt } from './cursor.ts';
import { isPathField } from './pathField.ts';

/** A cursor in a path. */
export interface PathCursor {
  /** The path before the cursor. */
  readonly typed: string;
  /** The field whose value it is, or `proto-file`. */
  readonly field: string;
  /** The quote around the path; empty in a comment. */
  readonly quote: string;
  /** The range that a completion replaces: the last part of the path. */
  readonly range: Range;
}

/** The path at an offset: in the quotes of a field, or in a `# proto-file:` comment. */
export function pathCursor(document: Document, offset: number): PathCursor | undefined {
  const { text } = document;
  const line = text.slice(text.lastIndexOf('\n', offset - 1) + 1, offset);
  const [, inComment] = /^[ \t]*#[ \t]*proto-file:[ \t]*(.*)$/u.exec(line) ?? [];
  if (inComment !== undefined)
    return { ...lastPart(inComment, offset, lineStop(text, offset)), field: 'proto-file', quote: '' };
  const cursor = cursorAt(document, offset);
  if (cursor?.kind !== 'value' || !cursor.quoted || !isPathField(cursor.field)) return undefined;
  const { range, begun, field } = cursor;
  return { ...lastPart(begun, offset, range.end), field: field.name, quote: text.charAt(range.start - 1) };
}

function lastPart(typed: string, offset: number, end: number): Pick<PathCursor, 'typed' | 'range'> {
  const last = typed.slice(typed.lastIndexOf('/') + 1);
  return { typed, range: { start: offset - last.length, end } };
}

/** Completions for the entries of a folder: first those that fit the field, then folders. */
export function pathItems(cursor: PathCursor, entries: readonly PathEntry[]): CompletionItem[] {
  const { field, range, quote } = cursor;
  const takesFiles = !/^(?:snapshot_prefix|\w*(?:folder|dir|directory))$/u.test(field);
  return entries
    .filter(({ kind }) => kind === 'folder' || takesFiles)
    .map(({ name, kind }) => {
      const isOpen = kind === 'folder';
      return {
        label: isOpen ? `${name}/` : name,
        kind: isOpen ? ('folder' as const) : ('file' as const),
        detail: kind === 'database' ? 'database' : '',
        documentation: noDocumentation,
        range,
        filter: name,
        snippet: (quote === '' ? name : escaped(name, quote)) + (isOpen ? '/' : ''),
        order: `${rank(field, { name, kind })} ${name}`,
        deprecated: false,
        next: isOpen ? ('values' as const) : quote === '' ? undefined : ('afterQuotes' as const),
      };
    });
}

/** The ends of the names of the files that a field usually names. */
const usualEnds: readonly (readonly [field: RegExp, ends: RegExp])[] = [
  [/net$/u, /\.prototxt$/u],
  [/^label_map_file$/u, /\.prototxt$/u],
  [/^weights$/u, /\.(?:caffemodel|h5)$/u],
  [/^mean_file$/u, /\.binaryproto$/u],
  [/^source$/u, /\.txt$|(?:lm|level)?db$/u],
  [/^proto-file$/u, /\.proto$/u],
];

function rank(field: string, { name, kind }: PathEntry): number {
  const usual = usualEnds.find(([of]) => of.test(field))?.[1];
  if (kind === 'database' || (kind === 'file' && usual?.test(name))) return 0;
  return kind === 'folder' ? 1 : 2;
}
