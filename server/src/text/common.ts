import type { Range } from './range.ts';

/** How many characters two texts have in common at their beginnings. */
export function commonPrefix(one: string, other: string): number {
  const most = Math.min(one.length, other.length);
  let length = 0;
  // Slices are compared much faster than characters.
  for (let step = 65_536; step >= 1; step = step === 1 ? 0 : Math.max(1, step >> 4)) {
    while (length + step <= most && one.slice(length, length + step) === other.slice(length, length + step))
      length += step;
  }
  return length;
}

/** How many characters, at most, two texts have in common at their ends. */
export function commonSuffix(one: string, other: string, most: number): number {
  let length = 0;
  const endOf = (text: string, step: number) => text.slice(text.length - length - step, text.length - length);
  for (let step = 65_536; step >= 1; step = step === 1 ? 0 : Math.max(1, step >> 4)) {
    while (length + step <= most && endOf(one, step) === endOf(other, step)) length += step;
  }
  return length;
}

/** What of a text differs from another: empty where something was only taken out. */
export function changedRange(before: string, text: string): Range {
  const start = commonPrefix(before, text);
  const suffix = commonSuffix(before, text, Math.min(before.length, text.length) - start);
  return { start, end: text.length - suffix };
}
