import { firstIndex, spliced, type Window, windowOf } from './lists.ts';

/** A list and a result computed from it. */
interface Made<A, B> {
  readonly items: readonly A[];
  readonly result: B;
}

/**
 * Caches results computed from the lists of a file across edits: nothing is computed again for items that existed
 * before. Items are compared by identity, and the result for an item must depend on that item alone. Results are stored
 * by the function that computes them, so a function with two uses needs a part for each use.
 *
 * A memo keeps the results of the previous one, and nothing older.
 */
export class Memo {
  private readonly made = new Map<unknown, unknown>();
  private before: ReadonlyMap<unknown, unknown> | undefined;

  constructor(before?: Memo) {
    this.before = before?.made;
    if (before) before.before = undefined;
  }

  /** A separate memo, for results that a dialect or a state computes from the same lists. */
  part(key: unknown): Memo {
    const known = this.made.get(key);
    if (known) return known as Memo;
    const part = new Memo(this.before?.get(key) as Memo | undefined);
    this.made.set(key, part);
    return part;
  }

  /** The last value kept for a key, after the edit or before it. */
  last<T>(key: unknown): T | undefined {
    return (this.made.get(key) ?? this.before?.get(key)) as T | undefined;
  }

  keep<T>(key: unknown, value: T): T {
    this.made.set(key, value);
    return value;
  }

  /** The items that were not in the list of the last call with the key. */
  fresh<A>(items: readonly A[], key: unknown): readonly A[] {
    const old = this.last<readonly A[]>(key) ?? [];
    const { from, to } = windowOf(old, items);
    this.keep(key, items);
    return items.slice(from, to);
  }

  /** The result of `work` for each item; `key` identifies the work if it is not always the same function object. */
  map<A, B>(items: readonly A[], work: (item: A) => B, key: unknown = work): readonly B[] {
    return this.again<A, readonly B[]>(key, items, (old, { from, before, to }) =>
      old ? spliced(old, from, before, items.slice(from, to).map(work)) : items.map(work),
    );
  }

  /** The results of `work` for all items, in one list. */
  flatMap<A, B>(items: readonly A[], work: (item: A) => readonly B[]): readonly B[] {
    const { flat } = this.again<A, Flat<B>>(work, items, (old, { from, before, to }) => {
      const parts = items.slice(from, to).map(work);
      const ends = old?.ends ?? [];
      const [first, last] = [ends[from - 1] ?? 0, ends[before - 1] ?? 0];
      let end = first;
      const own = parts.map((part) => (end += part.length));
      const rest = ends.slice(before);
      if (end !== last) for (const [at, known] of rest.entries()) rest[at] = known + end - last;
      return {
        flat: spliced(old?.flat ?? [], first, last, parts.flat()),
        ends: ends.slice(0, from).concat(own, rest),
      };
    });
    return flat;
  }

  /** The items for which a condition holds; `key` as in `map`. */
  filter<A>(items: readonly A[], holds: (item: A) => boolean, key: unknown = holds): readonly A[] {
    const { found } = this.again<A, Found<A>>(key, items, (old, window) =>
      foundAgain(items, holds, old, window),
    );
    return found;
  }

  /** The sums, by position, of the numbers that `work` returns for each item. */
  sum<A>(items: readonly A[], work: (item: A) => readonly number[]): readonly number[] {
    return this.again<A, readonly number[]>(work, items, (old, { from, before, to }, oldItems) => {
      const sums = [...(old ?? [])];
      const add = (item: A, sign: number) => {
        for (const [at, value] of work(item).entries()) sums[at] = (sums[at] ?? 0) + sign * value;
      };
      for (let at = from; at < before; at++) add(oldItems[at] as A, -1);
      for (let at = from; at < to; at++) add(items[at] as A, 1);
      return sums;
    });
  }

  private again<A, B>(
    key: unknown,
    items: readonly A[],
    make: (old: B | undefined, window: Window, oldItems: readonly A[]) => B,
  ): B {
    const old = this.last<Made<A, B>>(key);
    if (old?.items === items) return this.keep(key, old).result;
    const oldItems = old?.items ?? [];
    return this.keep(key, { items, result: make(old?.result, windowOf(oldItems, items), oldItems) }).result;
  }
}

/** Concatenated lists, and the end index of each. */
interface Flat<T> {
  readonly flat: readonly T[];
  readonly ends: readonly number[];
}

/** The selected items, and their indices. */
interface Found<T> {
  readonly found: readonly T[];
  readonly indices: readonly number[];
}

function foundAgain<A>(
  items: readonly A[],
  holds: (item: A) => boolean,
  old: Found<A> | undefined,
  { from, before, to }: Window,
): Found<A> {
  const known = old?.indices ?? [];
  const first = firstIndex(known.length, (at) => (known[at] ?? 0) >= from);
  const last = firstIndex(known.length, (at) => (known[at] ?? 0) >= before);
  const own: number[] = [];
  for (let index = from; index < to; index++) if (holds(items[index] as A)) own.push(index);
  if (old && own.length === 0 && first === last && (to === before || last === known.length)) return old;
  const rest = known.slice(last);
  if (to !== before) for (const [at, index] of rest.entries()) rest[at] = index + to - before;
  return {
    found: spliced(
      old?.found ?? [],
      first,
      last,
      own.map((index) => items[index] as A),
    ),
    indices: known.slice(0, first).concat(own, rest),
  };
}
