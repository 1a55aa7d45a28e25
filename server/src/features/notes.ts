import type { Document } from '../document/document.ts';
import type { Note } from '../document/surroundings.ts';
import { forkNames } from '../schema/data/forkNames.ts';
import { findDialect } from '../schema/dialect.ts';
import { nearest } from '../schema/nearest.ts';
import type { Diagnostic } from './types.ts';

/** What is wrong with the comments that speak to the tool. */
export function commentNotes({ directives }: Document): Diagnostic[] {
  const { dialect } = directives;
  if (!dialect || dialect.value === 'auto' || findDialect(dialect.value)) return [];
  const guess = nearest(dialect.value, forkNames);
  const help = guess ? ` Did you mean \`${guess}\`?` : ` The known ones are ${forkNames.join(', ')}.`;
  const message = `There is no dialect \`${dialect.value}\`.${help}`;
  return [noteDiagnostic({ severity: 'warning', code: 'comment/dialect', message, range: dialect.range })];
}

export function noteDiagnostic(note: Note): Diagnostic {
  return { ...note, layer: null, states: [] };
}
