import type { Document } from '../../document/document.ts';
import type { Notice } from '../../document/workspaceContext.ts';
import { shortened } from '../../text/visible.ts';
import { netFiles } from '../../workspace/fileLinks.ts';
import { formatCount } from '../numbers.ts';
import type { Diagnostic } from '../types.ts';
import { commentNotes } from './commentNotes.ts';
import { dialectNotice } from './dialectNotice.ts';
import { lineEndNotes } from './lineEnds.ts';

/**
 * Notices about line ends, about comments that configure the tool, about the dialect, about the states that they and
 * other files request, and about nets of a solver that do not exist.
 */
export function fileNotices(document: Document): Diagnostic[] {
  return [
    ...lineEndNotes(document),
    ...commentNotes(document),
    ...dialectNotice(document),
    ...leftStateNotes(document),
    ...missingNetNotes(document),
  ];
}

function leftStateNotes(document: Document): Diagnostic[] {
  const { states, left } = document.states();
  if (left === 0) return [];
  const message = `The net is built in the first ${states.length} states; ${formatCount(left)} others are left out.`;
  const range = document.directives.states[states.length]?.range ?? { start: 0, end: 0 };
  return [noticeDiagnostic({ severity: 'information', code: 'tool/too-many-states', message, range })];
}

const longestName = 100;

function missingNetNotes(document: Document): Diagnostic[] {
  const { nets } = document.context;
  if (nets.size === 0) return [];
  return netFiles(document)
    .filter(({ name }) => nets.get(name) === false)
    .map(({ field, name, range }) => {
      const message = `\`${field}\`: there is no file \`${shortened(name, longestName)}\` beside the solver or relative to a folder above it.`;
      return noticeDiagnostic({ severity: 'warning', code: 'solver/net-not-found', message, range });
    });
}

export function noticeDiagnostic(notice: Notice): Diagnostic {
  return { ...notice, layer: null, states: [] };
}
