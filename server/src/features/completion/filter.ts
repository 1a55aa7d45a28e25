import { lastOf } from '../../text/letters.ts';

/**
 * The filter text for a bare word at the cursor: the label, cut so that it does not match a complete name that starts
 * with the typed letters. So no item matches once a name is typed in full, and Enter inserts a new line, even if the
 * server responds late. Undefined if nothing is left to match.
 */
export function filterText(label: string, begun: string, names: Iterable<string>): string | undefined {
  const low = label.toLowerCase();
  const start = begun.toLowerCase();
  let length = label.length;
  for (const name of names) {
    const whole = name.toLowerCase();
    if (!whole.startsWith(start)) continue;
    for (const typed of spellings(whole)) length = Math.min(length, lastOf(typed, low));
  }
  return length < Math.max(begun.length, 1) ? undefined : label.slice(0, length);
}

/** A word and its variants with two swapped letters, which VS Code also matches. */
function spellings(word: string): string[] {
  const swapped = [...word.slice(1)].map(
    (letter, index) => word.slice(0, index) + letter + word.charAt(index) + word.slice(index + 2),
  );
  return word.length < 3 ? [word] : [word, ...swapped];
}
