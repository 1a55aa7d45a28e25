/** What of a list is not as before: the items `[from, to)` stand where `[from, before)` of the old list stood. */
export interface Window {
  readonly from: number;
  readonly before: number;
  readonly to: number;
}

/** What of a list differs from an old one. Items are compared by identity, which costs less than to look at any of them. */
export function windowOf<T>(old: readonly T[], list: readonly T[]): Window {
  const shorter = Math.min(old.length, list.length);
  let from = 0;
  while (from < shorter && old[from] === list[from]) from++;
  let [before, to] = [old.length, list.length];
  while (before > from && to > from && old[before - 1] === list[to - 1]) {
    before--;
    to--;
  }
  return { from, before, to };
}

/** A copy of a list with other items in place of `[from, to)`. */
export function spliced<T>(list: readonly T[], from: number, to: number, items: readonly T[]): T[] {
  if (items.length !== to - from) return list.slice(0, from).concat(items, list.slice(to));
  const copy = list.slice();
  for (const [index, item] of items.entries()) copy[from + index] = item;
  return copy;
}

/** Items and what was made of each. */
export interface Mapped<A, B> {
  readonly items: readonly A[];
  readonly results: readonly B[];
}

/** What is made of each item, by a function of that alone. Of items that were there before, nothing is made again. */
export function mapAgain<A, B>(items: readonly A[], work: (item: A) => B, old?: Mapped<A, B>): Mapped<A, B> {
  if (!old) return { items, results: items.map(work) };
  if (old.items === items) return old;
  const { from, before, to } = windowOf(old.items, items);
  return { items, results: spliced(old.results, from, before, items.slice(from, to).map(work)) };
}

/** Items and the indices of those that were chosen. */
export interface Chosen<A> {
  readonly items: readonly A[];
  readonly indices: readonly number[];
}

/** Chooses items by a property of each alone. Those that were there before are not looked at again. */
export function chooseAgain<A>(
  items: readonly A[],
  isChosen: (item: A) => boolean,
  old?: Chosen<A>,
): Chosen<A> {
  if (old?.items === items) return old;
  const { from, before, to } = windowOf(old?.items ?? [], items);
  const known = old?.indices ?? [];
  const indices = known.slice(
    0,
    firstIndex(known.length, (at) => (known[at] ?? 0) >= from),
  );
  for (let index = from; index < to; index++) if (isChosen(items[index] as A)) indices.push(index);
  const rest = firstIndex(known.length, (at) => (known[at] ?? 0) >= before);
  for (let at = rest; at < known.length; at++) indices.push((known[at] ?? 0) + to - before);
  return { items, indices };
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
