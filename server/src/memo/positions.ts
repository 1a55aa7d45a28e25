/** Something that knows where it stood in the list that was made last. Only `Positions` reads it. */
export interface Numbered {
  index: number;
}

/** Tells items where they stand in a list, from one index up to another. */
export function number(items: readonly Numbered[], from: number, to: number): void {
  for (let index = from; index < to; index++) {
    const item = items[index];
    if (item) item.index = index;
  }
}

/** Where items stand in a list, which need not be the one that was made last. */
export class Positions<T extends Numbered> {
  private readonly items: readonly T[];
  private indices: ReadonlyMap<T, number> | undefined;

  constructor(items: readonly T[]) {
    this.items = items;
  }

  /** The index of an item; undefined for one that is not in the list. */
  of(item: T): number | undefined {
    if (this.items[item.index] === item) return item.index;
    this.indices ??= new Map(this.items.map((each, index) => [each, index]));
    return this.indices.get(item);
  }
}
