/** What of a list is not as before: the items `[from, to)` stand where `[from, before)` of the old list stood. */
export interface Window {
  readonly from: number;
  readonly before: number;
  readonly to: number;
}

/** What of a list differs from an old one. Items are compared by identity. */
export function windowOf<T>(old: readonly T[], list: readonly T[]): Window {
  if (old === list) return { from: list.length, before: list.length, to: list.length };
  const known = made.get(list);
  if (known && known.old === numbers.get(old)) return known.window;
  const shorter = Math.min(old.length, list.length);
  let from = 0;
  while (from < shorter && old[from] === list[from]) from++;
  const [lastOld, last] = [old.length - 1, list.length - 1];
  let kept = 0;
  while (kept < shorter - from && old[lastOld - kept] === list[last - kept]) kept++;
  return remember(old, list, { from, before: old.length - kept, to: list.length - kept });
}

/** A copy of a list with other items in place of `[from, to)`. */
export function spliced<T>(list: readonly T[], from: number, to: number, items: readonly T[]): T[] {
  const copy = items.length === to - from ? list.slice() : list.slice(0, from).concat(items, list.slice(to));
  if (items.length === to - from) for (const [index, item] of items.entries()) copy[from + index] = item;
  remember(list, copy, { from, before: to, to: from + items.length });
  return copy;
}

/** Of lists that were made of others, in what they differ from those, so that nobody has to compare them. */
const made = new WeakMap<object, { readonly old: number; readonly window: Window }>();

/** Numbers that stand for lists: what is known of a list must not keep the one before alive. */
const numbers = new WeakMap<object, number>();
let lastNumber = 0;

function numberOf(list: object): number {
  const number = numbers.get(list) ?? ++lastNumber;
  numbers.set(list, number);
  return number;
}

/** Notes in what a list differs from the one that it was made of. */
export function remember(old: object, list: object, window: Window): Window {
  made.set(list, { old: numberOf(old), window });
  return window;
}

/** The first of so many indices at which a condition holds that holds at all behind it; their number where it holds nowhere. */
export function firstIndex(count: number, holds: (index: number) => boolean): number {
  let [low, high] = [0, count];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}
