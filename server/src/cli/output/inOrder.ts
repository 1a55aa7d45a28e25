/** Sorts items that arrive in any order by their indices, which start at 0. */
export class InOrder<Item> {
  private readonly waiting = new Map<number, Item>();
  private next = 0;

  /** Adds an item; returns the items that are next in order. */
  put(index: number, item: Item): Item[] {
    this.waiting.set(index, item);
    const ready: Item[] = [];
    for (let found = this.waiting.get(this.next); found !== undefined; found = this.waiting.get(this.next)) {
      ready.push(found);
      this.waiting.delete(this.next);
      this.next += 1;
    }
    return ready;
  }
}
