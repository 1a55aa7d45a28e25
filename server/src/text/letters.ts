/** The index of the last letter of a word that is a subsequence of a text; Infinity if it is not. */
export function lastOf(word: string, text: string): number {
  let from = -1;
  for (const letter of word) {
    from = text.indexOf(letter, from + 1);
    if (from < 0) return Number.POSITIVE_INFINITY;
  }
  return from;
}
