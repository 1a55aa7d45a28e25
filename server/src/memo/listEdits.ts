import { sameData } from './sameData.ts';

/** Items that replace others of an earlier list. */
export interface ListEdit<T> {
  /** The index in the earlier list. */
  readonly start: number;
  readonly deleteCount: number;
  readonly items: readonly T[];
}

/**
 * What turns a list of plain data into another one: the runs of items that differ at the same place if the lists are
 * equally long, otherwise all between the first and the last difference. The edits do not overlap and are in order.
 */
export function listEdits<T>(before: readonly T[], after: readonly T[]): ListEdit<T>[] {
  return before.length === after.length ? runs(before, after) : between(before, after);
}

function runs<T>(before: readonly T[], after: readonly T[]): ListEdit<T>[] {
  const edits: { start: number; deleteCount: number; items: T[] }[] = [];
  for (const [index, item] of after.entries()) {
    if (sameData(before[index], item)) continue;
    const last = edits.at(-1);
    if (last && last.start + last.deleteCount === index) {
      last.deleteCount += 1;
      last.items.push(item);
    } else edits.push({ start: index, deleteCount: 1, items: [item] });
  }
  return edits;
}

function between<T>(before: readonly T[], after: readonly T[]): ListEdit<T>[] {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && sameData(before[start], after[start])) start += 1;
  let kept = 0;
  while (kept < shorter - start && sameData(before.at(-1 - kept), after.at(-1 - kept))) kept += 1;
  const items = after.slice(start, after.length - kept);
  return [{ start, deleteCount: before.length - kept - start, items }];
}

/** A list after edits of `listEdits`; items that no edit replaces are the same objects. */
export function withEdits<T>(list: readonly T[], edits: readonly ListEdit<T>[]): readonly T[] {
  if (edits.length === 0) return list;
  const parts: (readonly T[])[] = [];
  let from = 0;
  for (const { start, deleteCount, items } of edits) {
    parts.push(list.slice(from, start), items);
    from = start + deleteCount;
  }
  return [...parts, list.slice(from)].flat() as T[];
}

/** Lists by their names. */
type Lists<L> = { readonly [K in keyof L]: readonly unknown[] };

/** The edits of each list. */
export type EditsOf<L> = {
  readonly [K in keyof L]: L[K] extends readonly (infer T)[] ? readonly ListEdit<T>[] : never;
};

/** The edits of several lists; of empty ones if there are none before. */
export function editsOf<L extends Lists<L>>(before: L | undefined, after: L): EditsOf<L> {
  const names = Object.keys(after) as (keyof L)[];
  const edits = names.map((name) => [name, listEdits(before?.[name] ?? [], after[name])]);
  return Object.fromEntries(edits) as EditsOf<L>;
}

/** Several lists after edits of `editsOf`. */
export function withEditsOf<L extends Lists<L>>(before: L | undefined, edits: EditsOf<L>): L {
  const names = Object.keys(edits) as (keyof L)[];
  return Object.fromEntries(names.map((name) => [name, withEdits(before?.[name] ?? [], edits[name])])) as L;
}
