import type { Document } from '../../document/document.ts';
import type { Notice } from '../../document/workspaceContext.ts';
import { forkNames } from '../../schema/data/forkNames.ts';
import { findDialect } from '../../schema/dialect.ts';
import { nearest } from '../../schema/nearest.ts';
import type { Diagnostic } from '../types.ts';

/** Notices about comments that configure the tool. */
export function commentNotices(document: Document): Diagnostic[] {
  return [...dialectNotes(document), ...stateNotes(document)];
}

function stateNotes({ directives: { states } }: Document): Diagnostic[] {
  return states.flatMap(({ state, value, range }) => {
    const message = `\`${value}\` is not a state. Expected a phase, then optionally the level and stages: \`TEST level=1 deploy\`.`;
    return state ? [] : [noticeDiagnostic({ severity: 'warning', code: 'comment/state', message, range })];
  });
}

function dialectNotes({ directives }: Document): Diagnostic[] {
  const { dialect } = directives;
  if (!dialect || dialect.value === 'auto' || findDialect(dialect.value)) return [];
  const guess = nearest(dialect.value, forkNames);
  const help = guess ? ` Did you mean \`${guess}\`?` : ` Known dialects: ${forkNames.join(', ')}.`;
  const message = `There is no dialect \`${dialect.value}\`.${help}`;
  return [noticeDiagnostic({ severity: 'warning', code: 'comment/dialect', message, range: dialect.range })];
}

export function noticeDiagnostic(notice: Notice): Diagnostic {
  return { ...notice, layer: null, states: [] };
}
