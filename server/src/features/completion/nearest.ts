import type { CompletionItem } from '../types.ts';

/** The number of completions in a list. */
const most = 200;

/** Of many completions, those that match the typed letters, the best first. */
export function nearest(
  items: readonly CompletionItem[],
  text: string,
  offset: number,
): { readonly items: readonly CompletionItem[]; readonly isIncomplete: boolean } {
  if (items.length <= most) return { items, isIncomplete: false };
  const matching = items
    .filter(({ range, filter }) => isWithin(text.slice(range.start, offset), filter))
    .toSorted((one, other) => (one.order < other.order ? -1 : one.order > other.order ? 1 : 0));
  return { items: matching.slice(0, most), isIncomplete: true };
}

/** Whether all letters of a word occur in a text in their order, as editors match them. */
export function isWithin(word: string, text: string): boolean {
  const letters = text.toLowerCase();
  let from = 0;
  for (const letter of word.toLowerCase()) {
    const at = letters.indexOf(letter, from);
    if (at < 0) return false;
    from = at + letter.length;
  }
  return true;
}
