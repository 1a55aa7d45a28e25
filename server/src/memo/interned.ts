const words = new Map<string, string>();

/** Words come from user input too, so the memory is bounded. */
const most = 10_000;

/** The same string object for equal words: a net has thousands of layers, but few names of fields and types. */
export function interned(word: string): string {
  const known = words.get(word);
  if (known !== undefined) return known;
  if (words.size < most) words.set(word, word);
  return word;
}
