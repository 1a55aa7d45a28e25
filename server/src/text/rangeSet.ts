import { firstIndex } from '../memo/lists.ts';
import type { Range } from './range.ts';

/** Ranges of a text; those that overlap or touch are joined. */
export class RangeSet {
  /** In the order of the text. */
  private readonly ranges: Range[] = [];

  /** Whether a range overlaps or touches one of the set. */
  touches({ start, end }: Range): boolean {
    const next = this.ranges[this.firstEndingAt(start)];
    return next !== undefined && next.start <= end;
  }

  /** Adds a range. */
  add({ start, end }: Range): void {
    const from = this.firstEndingAt(start);
    let to = from;
    let joined = { start, end };
    for (let next = this.ranges[to]; next && next.start <= end; next = this.ranges[++to])
      joined = { start: Math.min(joined.start, next.start), end: Math.max(joined.end, next.end) };
    this.ranges.splice(from, to - from, joined);
  }

  /** The index of the first range that ends at or after an offset. */
  private firstEndingAt(offset: number): number {
    return firstIndex(this.ranges.length, (index) => (this.ranges[index]?.end ?? 0) >= offset);
  }
}
