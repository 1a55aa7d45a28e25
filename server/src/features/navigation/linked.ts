import type { Document } from '../../document/document.ts';
import type { NetState } from '../../net/states/state.ts';
import { nameIn } from '../../text/name.ts';
import type { Range } from '../../text/range.ts';
import { symbolAt } from './symbolAt.ts';

/**
 * The ranges that change together while the name of the blob at an offset is typed. None if its occurrences are written
 * in different ways, or if a `# shape:` comment names it.
 */
export function linkedRanges(document: Document, offset: number, state: NetState): Range[] {
  const found = symbolAt(document, offset, state);
  if (found?.kind !== 'blob' || document.directives.shapes.has(found.name)) return [];
  const names = found.occurrences().map(({ range }) => nameIn(document.text, range));
  const texts = new Set(names.map(({ range: { start, end } }) => document.text.slice(start, end)));
  const isSame = texts.size === 1 && names.every(({ quote }) => quote !== undefined);
  return isSame ? names.map(({ range }) => range) : [];
}
