import type { Range } from './range.ts';

/** Replaces a range with `newText`. */
export interface TextEdit {
  readonly range: Range;
  readonly newText: string;
}

/** Applies edits that do not overlap. Insertions at the same offset keep the order of the edits. */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  return edits
    .toReversed()
    .toSorted((one, other) => other.range.start - one.range.start || other.range.end - one.range.end)
    .reduce((done, { range, newText }) => done.slice(0, range.start) + newText + done.slice(range.end), text);
}

/** The line ending of a text. */
export function lineEnd(text: string): '\n' | '\r\n' {
  return /\r?\n/u.exec(text)?.[0] === '\r\n' ? '\r\n' : '\n';
}
