const words = new Map<string, string>();

/** Words are also what people type, so the memory is bounded. */
const most = 10_000;

/** The same string for the same word: a net has thousands of layers, and few names of fields and types. */
export function interned(word: string): string {
  const known = words.get(word);
  if (known !== undefined) return known;
  if (words.size < most) words.set(word, word);
  return word;
}
