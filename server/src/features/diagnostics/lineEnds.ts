import type { Document } from '../../document/document.ts';
import { skipComment, skipString } from '../../syntax/tokens.ts';
import type { Diagnostic } from '../types.ts';

/**
 * A warning about the first comment that continues after a carriage return: the line ends of old Mac files do not end a
 * comment, so it hides the lines that follow.
 */
export function lineEndNotes({ text }: Document): Diagnostic[] {
  if (!/\r(?!\n)/u.test(text)) return [];
  const mark = /["'#]/gu;
  for (let found = mark.exec(text); found; found = mark.exec(text)) {
    const start = found.index;
    const end = found[0] === '#' ? skipComment(text, start) : skipString(text, start);
    const lines = found[0] === '#' ? text.slice(start, end).trimEnd().split('\r') : [];
    if (lines.length > 1) return [lineEndNote(text, start, start + (lines[0]?.length ?? 0))];
    mark.lastIndex = end;
  }
  return [];
}

function lineEndNote(text: string, start: number, end: number): Diagnostic {
  return {
    severity: 'warning',
    code: 'comment/line-end',
    message:
      'This comment does not end with its line: the file has the line ends of old Mac files (CR), and Caffe ends a comment only at LF. Save the file with LF line ends.',
    range: { start, end },
    layer: null,
    states: [],
    fixes: () => [
      {
        title: 'Replace the line ends with LF',
        edits: [
          { range: { start, end: text.length }, newText: text.slice(start).replace(/\r(?!\n)/gu, '\n') },
        ],
        preferred: true,
      },
    ],
  };
}
