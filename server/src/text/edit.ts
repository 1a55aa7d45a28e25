import type { Range } from './range.ts';

/** Replaces a range with `newText`. */
export interface TextEdit {
  readonly range: Range;
  readonly newText: string;
}

/** Applies edits that do not overlap, in one pass. Insertions at the same offset keep the order of the edits. */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  const inOrder = edits.toSorted(
    (one, other) => one.range.start - other.range.start || one.range.end - other.range.end,
  );
  const parts: string[] = [];
  let done = 0;
  for (const { range, newText } of inOrder) {
    parts.push(text.slice(done, range.start), newText);
    done = range.end;
  }
  return parts.join('') + text.slice(done);
}

/** The line ending of a text. */
export function lineEnd(text: string): '\n' | '\r\n' {
  return /\r?\n/u.exec(text)?.[0] === '\r\n' ? '\r\n' : '\n';
}
