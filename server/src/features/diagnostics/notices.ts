import type { Document } from '../../document/document.ts';
import type { Notice } from '../../document/workspaceContext.ts';
import { forkNames } from '../../schema/data/forkNames.ts';
import { findDialect } from '../../schema/dialect.ts';
import { nearest } from '../../schema/nearest.ts';
import { formatCount } from '../numbers.ts';
import type { Diagnostic } from '../types.ts';
import { lineEndNotes } from './lineEnds.ts';

/** Notices about line ends, about comments that configure the tool, and about the states that they and other files request. */
export function fileNotices(document: Document): Diagnostic[] {
  return [
    ...lineEndNotes(document),
    ...dialectNotes(document),
    ...stateNotes(document),
    ...leftStateNotes(document),
  ];
}

function stateNotes({ directives: { states } }: Document): Diagnostic[] {
  return states.flatMap(({ state, value, range }) => {
    const message = `\`${value}\` is not a state. Expected a phase, then optionally the level and stages: \`TEST level=1 deploy\`.`;
    return state ? [] : [noticeDiagnostic({ severity: 'warning', code: 'comment/state', message, range })];
  });
}

function leftStateNotes(document: Document): Diagnostic[] {
  const { states, left } = document.states();
  if (left === 0) return [];
  const message = `The net is built in the first ${states.length} states; ${formatCount(left)} others are left out.`;
  const range = document.directives.states[states.length]?.range ?? { start: 0, end: 0 };
  return [noticeDiagnostic({ severity: 'information', code: 'tool/too-many-states', message, range })];
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
