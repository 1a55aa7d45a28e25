/**
 * What an editor is to match with the letters of a bare word that is being typed: the label, cut where some name that
 * begins with these letters would be there in full. So nothing matches a name once it is typed whole, and Enter behind
 * it makes a new line, however late the server answers. Undefined where nothing is left to match.
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

/** A word and those that VS Code takes for it: with two letters the wrong way round. */
function spellings(word: string): string[] {
  const swapped = [...word.slice(1)].map(
    (letter, index) => word.slice(0, index) + letter + word.charAt(index) + word.slice(index + 2),
  );
  return word.length < 3 ? [word] : [word, ...swapped];
}

/** Where the letters of a word, found one after the other, end in a text: the index of the last; else Infinity. */
function lastOf(word: string, text: string): number {
  let from = -1;
  for (const letter of word) {
    from = text.indexOf(letter, from + 1);
    if (from < 0) return Number.POSITIVE_INFINITY;
  }
  return from;
}
