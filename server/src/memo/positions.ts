/** An item with its index in the latest list. Only `Positions` reads the index. */
export interface Numbered {
  index: number;
}

/** Sets the indices of the items `[from, to)` of a list. */
export function number(items: readonly Numbered[], from: number, to: number): void {
  for (let index = from; index < to; index++) {
    const item = items[index];
    if (item) item.index = index;
  }
}

/** The indices of items in a list, which need not be the latest one. */
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
