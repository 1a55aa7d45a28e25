import type { Document } from '../../document/document.ts';
import type { NetState } from '../../net/states/state.ts';
import { nameIn } from '../../text/name.ts';
import type { Range } from '../../text/range.ts';
import { symbolAt } from './symbolAt.ts';

/** A link from a name to its definitions. */
export interface Definition {
  /** The name at the cursor. */
  readonly origin: Range;
  readonly targets: readonly Range[];
}

/** An occurrence of a name: it is written by a producer, or read by a consumer. */
export interface Highlight {
  readonly range: Range;
  readonly kind: 'read' | 'write';
}

/**
 * The definition of the name at an offset: of a blob, the tops that created it, through its in-place layers; of a shared
 * parameter, the first layer that names it.
 */
export function definition(document: Document, offset: number, state: NetState): Definition | undefined {
  const found = symbolAt(document, offset, state);
  const targets = found?.definitions().map((range) => nameIn(document.text, range).range) ?? [];
  return found && targets.length > 0
    ? { origin: nameIn(document.text, found.range).range, targets }
    : undefined;
}

/** The occurrences of the name at an offset in all states, in the order of the file. */
export function highlights(document: Document, offset: number, state: NetState): Highlight[] {
  const found = symbolAt(document, offset, state)?.occurrences() ?? [];
  return found.map(({ range, isDefinition }) => ({
    range: nameIn(document.text, range).range,
    kind: isDefinition ? 'write' : 'read',
  }));
}

/** The references to the name at an offset in all states, with its definitions if they are included. */
export function references(
  document: Document,
  offset: number,
  state: NetState,
  withDefinitions: boolean,
): Range[] {
  return highlights(document, offset, state)
    .filter(({ kind }) => withDefinitions || kind === 'read')
    .map(({ range }) => range);
}
