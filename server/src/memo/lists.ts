/** The difference between two lists: the items `[from, to)` replace `[from, before)` of the old list. */
export interface Window {
  readonly from: number;
  readonly before: number;
  readonly to: number;
}

/** The difference between a list and an old one. Items are compared by identity. */
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

/** Known differences of lists derived from others, so they need not be compared. */
const made = new WeakMap<object, { readonly old: number; readonly window: Window }>();

/** Numbers that identify lists, so a known difference does not keep the old list in memory. */
const numbers = new WeakMap<object, number>();
let lastNumber = 0;

function numberOf(list: object): number {
  const number = numbers.get(list) ?? ++lastNumber;
  numbers.set(list, number);
  return number;
}

/** Records the difference between a list and the one it is derived from. */
export function remember(old: object, list: object, window: Window): Window {
  made.set(list, { old: numberOf(old), window });
  return window;
}

/** The first index below `count` at which a monotonic condition holds; `count` if it never holds. */
export function firstIndex(count: number, holds: (index: number) => boolean): number {
  let [low, high] = [0, count];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** The values of each key, in the order of the pairs. */
export function groupPairs<K, V>(pairs: Iterable<readonly [K, V]>): Map<K, V[]> {
  const groups = new Map<K, V[]>();
  for (const [key, value] of pairs) {
    const group = groups.get(key);
    if (group) group.push(value);
    else groups.set(key, [value]);
  }
  return groups;
}
