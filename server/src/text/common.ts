import type { TextEdit } from './edit.ts';
import type { Range } from './range.ts';

/** The length of the common prefix of two texts. */
export function commonPrefix(one: string, other: string): number {
  const most = Math.min(one.length, other.length);
  let length = 0;
  // Comparing slices is much faster than comparing characters.
  for (let step = 65_536; step >= 1; step = step === 1 ? 0 : Math.max(1, step >> 4)) {
    while (length + step <= most && one.slice(length, length + step) === other.slice(length, length + step))
      length += step;
  }
  return length;
}

/** The length of the common suffix of two texts, limited to `most`. */
export function commonSuffix(one: string, other: string, most: number): number {
  let length = 0;
  const endOf = (text: string, step: number) => text.slice(text.length - length - step, text.length - length);
  for (let step = 65_536; step >= 1; step = step === 1 ? 0 : Math.max(1, step >> 4)) {
    while (length + step <= most && endOf(one, step) === endOf(other, step)) length += step;
  }
  return length;
}

/** The range of a text that differs from an earlier version; empty if text was only removed. */
export function changedRange(before: string, text: string): Range {
  const start = commonPrefix(before, text);
  const suffix = commonSuffix(before, text, Math.min(before.length, text.length) - start);
  return { start, end: text.length - suffix };
}

/** One edit that turns a text into another one. */
export function editBetween(before: string, after: string): TextEdit {
  const { start, end } = changedRange(before, after);
  return { range: { start, end: end - after.length + before.length }, newText: after.slice(start, end) };
}
