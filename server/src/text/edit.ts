import type { Range } from './range.ts';

/** Puts `newText` where the range is. */
export interface TextEdit {
  readonly range: Range;
  readonly newText: string;
}

/** Applies edits that do not overlap. What is inserted at one place stands there in the order of the edits. */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  return edits
    .toReversed()
    .toSorted((one, other) => other.range.start - one.range.start || other.range.end - one.range.end)
    .reduce((done, { range, newText }) => done.slice(0, range.start) + newText + done.slice(range.end), text);
}

/** How the lines of a text end. */
export function lineEnd(text: string): '\n' | '\r\n' {
  return /\r?\n/u.exec(text)?.[0] === '\r\n' ? '\r\n' : '\n';
}
