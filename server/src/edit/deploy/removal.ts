import type { TextEdit } from '../../text/edit.ts';
import type { Range } from '../../text/range.ts';
import { joined, removeField } from '../fields.ts';
import { aboveComments } from '../layers.ts';
import { lineStart, lineStop } from '../style.ts';

/** Removes fields with the comments on their lines. */
export function removeWithNotes(text: string, fields: readonly Range[]): TextEdit[] {
  return joined(text, fields).map((range) => removeField(text, withNote(text, range)));
}

/**
 * Removes layers with the comments directly above and after them, and with one of the adjacent blank lines. A comment
 * at the top of the file stays.
 */
export function removeLayers(text: string, layers: readonly Range[]): TextEdit[] {
  return joined(text, layers).map((range) => {
    const { range: gone } = removeField(text, withNote(text, range));
    const line = lineStart(text, range.start);
    if (gone.start !== line) return { range: gone, newText: '' };
    const above = aboveComments(text, line);
    const start = above === 0 ? line : above;
    return { range: { start, end: withBlank(text, start, gone.end) }, newText: '' };
  });
}

function withNote(text: string, { start, end }: Range): Range {
  const note = /^[ \t;,]*#.*/u.exec(text.slice(end, lineStop(text, end)));
  return { start, end: end + (note?.[0].length ?? 0) };
}

/** Of the blank lines above and below, only those above stay. */
function withBlank(text: string, start: number, end: number): number {
  const blankAbove = start === 0 || /\n[ \t]*\r?\n$/u.test(text.slice(0, start));
  const below = blankAbove ? /^(?:[ \t]*\r?\n)+/u.exec(text.slice(end)) : null;
  return end + (below?.[0].length ?? 0);
}
