/** Puts what comes in any order into the order of its numbers, which start at 0. */
export class InOrder<Item> {
  private readonly waiting = new Map<number, Item>();
  private next = 0;

  /** Takes an item; gives those whose turn it is now. */
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
